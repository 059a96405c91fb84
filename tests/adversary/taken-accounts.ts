/** What members ask about their own account, asked rightly: each act by somebody for whom it ends nothing else. */
import { nextCode } from "../support/authenticator.ts";
import type { Server } from "../support/server.ts";
import { SoftwarePasskey } from "../support/software-passkey.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  ID_BYTES,
  KEYRING_BYTES,
  SAVED_VIEWS_BYTES,
  SALT_BYTES,
  SEAL_OVERHEAD_BYTES,
  SLOT_BYTES,
  XWING_KEY_BYTES,
} from "../../worker/contract/limits.ts";
import type { KeyringSlot, SlotKind } from "../../worker/contract/session.ts";
import { call } from "../routes/client.ts";
import { auditEntry, makeReporter, passphraseSignIn, signIn } from "../routes/people.ts";
import { randomText } from "../routes/sealed-bytes.ts";
import type { Desk } from "./taken-cases.ts";
import type { TakenRequests } from "./taken.ts";

const ADDED = { kind: "second-factor", change: "added" } as const;
const REMOVED = { kind: "second-factor", change: "removed" } as const;

const sealedKeyring = (): string => randomText(KEYRING_BYTES + SEAL_OVERHEAD_BYTES);
const sealedViews = (): string => randomText(SAVED_VIEWS_BYTES + SEAL_OVERHEAD_BYTES);

function slotOf(kind: SlotKind, signInKey: string | null): KeyringSlot {
  return {
    kind,
    id: toBase64Url(new Uint8Array(ID_BYTES)),
    publicKey: randomText(XWING_KEY_BYTES),
    sealed: randomText(SLOT_BYTES),
    signInKey,
  };
}

/** Once one is there, a session ends that was opened without. */
async function takeSecondFactors(
  server: Server,
  taken: TakenRequests,
  { others: { factored } }: Desk,
): Promise<void> {
  const token = await signIn(server, factored);
  const secret = randomText(20);
  const enrolled = {
    secret,
    code: await nextCode(secret),
    audit: await auditEntry(server, factored, ADDED, token),
  };
  await taken.take(server, "addAuthenticator", enrolled, token);
  await taken.take(server, "passkeyTicket", {}, token);
  const { ticket } = await call(server, "passkeyTicket", {}, token);
  const passkey = new SoftwarePasskey();
  const creation = passkey.create({ ticket, origin: server.origin });
  const added = await auditEntry(server, factored, ADDED, token);
  await taken.take(server, "addPasskey", { ticket, creation, audit: added }, token);
  await taken.take(server, "secondFactors", {}, token);
  const factor = { kind: "passkey", id: passkey.id };
  const removed = await auditEntry(server, factored, REMOVED, token);
  await taken.take(server, "removeSecondFactor", { factor, audit: removed }, token);

  const answer = await passphraseSignIn(server, factored);
  if (answer.kind !== "second-factor") throw new Error("taken: no second factor is asked for");
  const proof = { kind: "totp", code: await nextCode(secret) };
  await taken.take(server, "memberSecondFactor", { ticket: answer.ticket, proof });
  await taken.take(server, "sessions", {}, token);
  const { sessions } = await call(server, "sessions", {}, token);
  const other = sessions.find(({ current }) => !current);
  if (other === undefined) throw new Error("taken: there is one session");
  await taken.take(server, "endSession", { session: other.id }, token);
}

/** Far from any number that a change is likely to come upon. */
const NOTIFICATION_VERSIONS = 40;

/** Whatever is near is of another version; the place is confirmed, so that no wrong code counts. */
async function takeNotifications(
  server: Server,
  taken: TakenRequests,
  token: string,
): Promise<void> {
  const wanted = { language: "en", daily: true, alerts: true } as const;
  const id = randomText(ID_BYTES);
  const to = { by: "webhook", url: "https://hooks.example/tern", secret: randomText(32) } as const;
  await call(
    server,
    "saveNotifications",
    { replacesVersion: 0, ...wanted, destination: null },
    token,
  );
  await server.database
    .prepare("UPDATE notification_settings SET version = ?")
    .bind(NOTIFICATION_VERSIONS)
    .run();
  const saved = { replacesVersion: NOTIFICATION_VERSIONS, ...wanted, destination: { id, to } };
  await taken.take(server, "saveNotifications", saved, token);
  await taken.take(server, "notifications", {}, token);
  await taken.take(server, "confirmDestination", { destination: id, code: "12345678" }, token);
  await taken.take(server, "testDestination", { destination: id }, token);
  const removed = randomText(ID_BYTES);
  const another = { id: removed, to };
  const version = NOTIFICATION_VERSIONS + 1;
  await call(
    server,
    "saveNotifications",
    { replacesVersion: version, ...wanted, destination: another },
    token,
  );
  await taken.take(server, "removeDestination", { destination: removed }, token);
}

export async function takeAccounts(
  server: Server,
  taken: TakenRequests,
  desk: Desk,
): Promise<void> {
  await takeSecondFactors(server, taken, desk);
  const { changer, leaver, stayer } = desk.others;

  const changing = await signIn(server, changer);
  const views = { replacesVersion: 0, sealed: sealedViews() };
  await taken.take(server, "saveViews", views, changing);
  await taken.take(server, "ownViews", {}, changing);
  const { signInKey } = await makeReporter();
  const passphrase = slotOf("passphrase", null);
  const change = { kind: "recovery-key" } as const;
  const adding = {
    replacesVersion: 1,
    keyring: sealedKeyring(),
    slots: [passphrase, slotOf("recovery", signInKey)],
    change,
    audit: await auditEntry(server, changer, change, changing),
  };
  await taken.take(server, "changeWayIn", adding, changing);
  const replacing = {
    replacesVersion: 2,
    keyring: sealedKeyring(),
    slots: [slotOf("passphrase", null)],
    passphrase: {
      signInKey,
      parameters: { salt: randomText(SALT_BYTES), passes: 3, memoryKiB: 65_536 },
    },
    because: "changed",
    audit: await auditEntry(server, changer, { kind: "passphrase-changed" }, changing),
  };
  await taken.take(server, "replacePassphrase", replacing, changing);

  await takeNotifications(server, taken, changing);

  // That it is taken is shown by somebody; the near ones are asked by somebody who is still there.
  const going = await signIn(server, leaver);
  const left = { audit: await auditEntry(server, leaver, { kind: "left" }, going) };
  await taken.take(server, "leave", left, going);
  const staying = await signIn(server, stayer);
  const leaving = { audit: await auditEntry(server, stayer, { kind: "left" }, staying) };
  taken.hold(server, "leave", leaving, staying);
  taken.hold(server, "memberSignOut", {}, staying);
  taken.hold(server, "endAllSessions", {}, staying);
}
