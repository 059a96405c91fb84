/**
 * A really founded organisation on a real server: everybody's keys are at hand, so that a test can sign what a
 * coordinator would, and what nobody should.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { found, type Founded, type FoundedMember } from "../../web/command/founding.ts";
import { foundingRows } from "../../web/command/rows.ts";
import { EMPTY_LOG, signAudit } from "../../web/crypto/audit.ts";
import { random } from "../../web/crypto/bytes.ts";
import { originHash } from "../../web/crypto/hash.ts";
import {
  invitationKeys,
  joiningMac,
  keepInvitation,
  newInvitationSecret,
  signInvitation,
  type InvitationKeys,
} from "../../web/crypto/invitation.ts";
import {
  newSigningSeed,
  sealKeyPair,
  verifyKeyOf,
  type SealKeyPair,
  type SigningSeed,
} from "../../web/crypto/keys.ts";
import { stretch } from "../../web/crypto/passphrase.ts";
import { rosterHash, signKeyPacket, signRoster } from "../../web/crypto/roster.ts";
import { signChallenge } from "../../web/crypto/sign-in.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { AuditAct, SignedAudit } from "../../worker/contract/audit.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { Invitation, Joining } from "../../worker/contract/invitation.ts";
import { ID_BYTES, KEYRING_BYTES, SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import { Roster, type Signed } from "../../worker/contract/roster.ts";
import { startServer, type Server } from "../support/server.ts";
import { attempt, call, freeProof, today } from "./client.ts";

/** Before its entry of the audit log was signed. */
type Unlogged<Name extends "invite" | "publishRoster"> = Omit<InputOf<Name>, "audit">;

export const ORIGIN = "https://tern.example";
export const VALID_DAYS = 90;

const HANDLES = ["first", "second", "coordinator", "unlisted", "auditor"] as const;
export type Handle = (typeof HANDLES)[number];

export interface FoundedServer {
  readonly server: Server;
  readonly founded: Founded;
  readonly person: (handle: Handle) => FoundedMember;
  readonly token: (handle: Handle) => Promise<string>;
  readonly desk: string;
}

/** `first` and `second` review at the one desk, `coordinator` signs rosters, `unlisted` coordinates without a delegation. */
export async function foundServer(
  told: "root-key" | "no-root-key" = "root-key",
): Promise<FoundedServer> {
  await loadSodiumWithArgon2();
  const founded = found(
    {
      organisation: "Invented",
      origins: [ORIGIN],
      desks: [
        {
          names: { en: "Desk" },
          country: "IE",
          languages: ["en"],
          members: ["first", "second"],
          custodians: [],
        },
      ],
      members: [
        { handle: "first", name: "First", roles: ["reviewer"] },
        { handle: "second", name: "Second", roles: ["reviewer"] },
        { handle: "coordinator", name: "Coordinator", roles: ["coordinator"] },
        { handle: "unlisted", name: "Other coordinator", roles: ["coordinator"] },
        { handle: "auditor", name: "Auditor", roles: ["auditor"] },
      ],
      signer: "coordinator",
      today: today(),
      validDays: VALID_DAYS,
    },
    { language: "en", words: wordlist },
  );
  const { rootKey } = founded.trust;
  const ROOT_KEY = told === "root-key" ? rootKey : "";
  const server = await startServer({ vars: { ORIGIN, ROOT_KEY } });
  await server.database.batch(foundingRows(founded).map((row) => server.database.prepare(row)));
  const person = (handle: Handle): FoundedMember => {
    const member = founded.members.find((one) => one.handle === handle);
    if (member === undefined) throw new Error(`founded: nobody is called ${handle}`);
    return member;
  };
  return {
    server,
    founded,
    person,
    desk: founded.roster.desks[0]?.id ?? "",
    token: async (handle) => {
      const member = person(handle);
      const token = await signInAs(server, member);
      await logSignIn(server, member, token);
      return token;
    },
  };
}

/** A bearer token, of a session that passes for one with a second factor. */
export async function signInAs(
  server: Server,
  { handle, passphrase, parameters }: Pick<FoundedMember, "handle" | "passphrase" | "parameters">,
): Promise<string> {
  const proof = await freeProof(server, "member-sign-in");
  const { signIn } = stretch(passphrase, parameters);
  const nonce = fromBase64Url(proof.challenge);
  const signature = toBase64Url(signChallenge(signIn, originHash(ORIGIN), nonce, today()));
  const input = { proof, handle, way: "passphrase", signature } as const;
  const answer = await call(server, "memberSignIn", input);
  if (answer.kind !== "signed-in") throw new Error(`founded: ${handle} has a second factor`);
  await server.database
    .prepare("UPDATE sessions SET second_factor = 'totp' WHERE member_id = ?")
    .bind(answer.member)
    .run();
  return answer.token;
}

type Signer = Pick<FoundedMember, "id" | "signing">;

/** The act as the log's next entry, as it stands when asked. */
export async function nextAudit(
  server: Server,
  { id: member, signing }: Signer,
  act: AuditAct,
  token: string,
): Promise<SignedAudit> {
  const { head, day } = await call(server, "auditHead", {}, token);
  return signAudit(act, head, day, { origin: ORIGIN, member, signing }).audit;
}

/** Puts the sign-in into the audit log, so that the session is good for more than its own keyring. */
export async function logSignIn(server: Server, member: Signer, token: string): Promise<void> {
  for (;;) {
    const audit = await nextAudit(server, member, { kind: "sign-in" }, token);
    if ((await attempt(server, "appendAudit", { audit }, token)) !== "conflict") return;
  }
}

/** The same by whoever has that member's key, signed in or not. */
export async function entryBy(
  server: Server,
  { id, signing }: Signer,
  act: AuditAct,
): Promise<SignedAudit> {
  const last = await server.database
    .prepare("SELECT seq, entry_hash AS hash FROM audit_log ORDER BY seq DESC LIMIT 1")
    .first<{ seq: number; hash: string }>();
  const by = { origin: ORIGIN, member: id, signing };
  return signAudit(act, last ?? EMPTY_LOG, today(), by).audit;
}

/** Who is a member no more by that roster, and was one by the newest. */
async function revokedBy(server: Server, next: Roster): Promise<string | undefined> {
  const { roster } = await newest(server);
  const before = new Map(roster.members.map(({ id, revokedDay }) => [id, revokedDay]));
  return next.members.find(
    ({ id, revokedDay }) => revokedDay !== undefined && before.get(id) !== revokedDay,
  )?.id;
}

/** An input of `publishRoster` with the entry that belongs to it. */
export async function withEntry(
  server: Server,
  member: Signer,
  input: Unlogged<"publishRoster">,
): Promise<InputOf<"publishRoster">> {
  const bytes = fromBase64Url(input.roster.statement);
  const next = Roster.parse(JSON.parse(Buffer.from(bytes).toString()));
  const named = { version: next.version, hash: toBase64Url(rosterHash(bytes)) };
  const gone = await revokedBy(server, next);
  const act: AuditAct =
    gone === undefined
      ? { kind: "roster", ...named }
      : { kind: "revocation", member: gone, reason: "left", ...named };
  return { ...input, audit: await entryBy(server, member, act) };
}

export interface Sent {
  readonly keys: InvitationKeys;
  readonly statement: Invitation;
  readonly input: Unlogged<"invite">;
  readonly locator: string;
  readonly locatorHash: string;
}

/** An invitation as an inviter's vault would make it. */
export function makeInvitation(
  inviter: FoundedMember,
  change: Partial<Invitation> = {},
  seed: SigningSeed = inviter.signing,
): Sent {
  const keys = invitationKeys(newInvitationSecret());
  const locatorHash = toBase64Url(keys.locatorHash);
  const statement: Invitation = {
    suite: "tern/1",
    origin: ORIGIN,
    locatorHash,
    invitedBy: inviter.id,
    memberId: toBase64Url(random(ID_BYTES)),
    handle: `guest-${toBase64Url(random(6))
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, "0")}`,
    name: "Guest",
    roles: ["reviewer"],
    desks: [],
    expiresDay: today() + 7,
    ...change,
  };
  const place = { origin: originHash(ORIGIN), locatorHash: keys.locatorHash };
  const kept = toBase64Url(keepInvitation(keys.key, place, inviter.signing));
  return {
    keys,
    statement,
    input: { invitation: signInvitation(statement, seed), kept },
    locator: toBase64Url(keys.locator),
    locatorHash,
  };
}

export interface Joiner {
  readonly signing: SigningSeed;
  readonly seal: SealKeyPair;
  readonly joining: Joining;
}

/** What an invitee's vault would answer; the keyring is noise, which the server cannot tell. */
export function makeJoiner({ keys, statement }: Sent, change: Partial<Joining> = {}): Joiner {
  const signing = newSigningSeed();
  const seal = sealKeyPair(random(32));
  const unmarked = {
    key: toBase64Url(verifyKeyOf(signing)),
    packet: signKeyPacket(
      {
        suite: "tern/1",
        origin: ORIGIN,
        memberId: statement.memberId,
        epoch: 0,
        expiresDay: today() + 300,
        key: seal.publicKey,
      },
      signing,
    ),
    signInKey: toBase64Url(verifyKeyOf(newSigningSeed())),
    parameters: { salt: toBase64Url(random(16)), passes: 3, memoryKiB: 65_536 },
    keyring: toBase64Url(random(KEYRING_BYTES + SEAL_OVERHEAD_BYTES)),
    ...change,
  };
  const place = { origin: originHash(ORIGIN), locatorHash: keys.locatorHash };
  const mac = joiningMac(unmarked, fromBase64Url(statement.memberId), place, keys.key);
  return { signing, seal, joining: { ...unmarked, mac: toBase64Url(mac) } };
}

/** The newest roster, and the statement it was signed as. */
export async function newest(server: Server): Promise<{
  readonly roster: Roster;
  readonly signed: Signed;
  readonly delegation: Signed;
}> {
  const { roster: signed, delegation } = await call(server, "roster", {});
  const json: unknown = JSON.parse(Buffer.from(signed.statement, "base64url").toString());
  return { roster: Roster.parse(json), signed, delegation };
}

/** What follows the newest roster, changed as a test pleases, signed by whom it pleases. */
export async function nextRoster(
  server: Server,
  signer: SigningSeed,
  change: (roster: Roster) => Roster = (roster) => roster,
): Promise<Unlogged<"publishRoster">> {
  const { roster, signed, delegation } = await newest(server);
  const next = change({
    ...roster,
    version: roster.version + 1,
    previous: toBase64Url(rosterHash(fromBase64Url(signed.statement))),
    issuedDay: today(),
  });
  return { roster: signRoster(next, signer), delegation, confirms: null, unreadable: 0 };
}
