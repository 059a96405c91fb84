/**
 * Inviting, joining, the next roster and the month's key, asked rightly: by the client's own code, for a really founded
 * organisation, since the server checks these signatures.
 */
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freeProof, today } from "../routes/client.ts";
import {
  entryBy,
  makeInvitation,
  makeJoiner,
  nextRoster,
  ORIGIN,
  withEntry,
  type FoundedServer,
} from "../routes/founded.ts";
import { agePacket, renewing } from "../routes/renewing.ts";
import type { TakenRequests } from "./taken.ts";

/** A key's packet is due after 30 days. */
const DUE_DAYS = 40;
/** From which on the former key may be given up. */
const RETIRABLE_DAYS = 2;

async function takeInvitations(site: FoundedServer, taken: TakenRequests): Promise<void> {
  const { server } = site;
  const inviter = site.person("coordinator");
  const token = await site.token("coordinator");
  const logged = async ({ input }: ReturnType<typeof makeInvitation>) => {
    const audit = await entryBy(server, inviter, { kind: "invitation" });
    return { ...input, audit };
  };
  const cancelled = makeInvitation(inviter);
  await call(server, "invite", await logged(cancelled), token);
  const { locatorHash } = cancelled;
  await taken.take(server, "cancelInvitation", { locatorHash }, token);

  const invitation = makeInvitation(inviter, { desks: [site.desk] });
  await taken.take(server, "invite", await logged(invitation), token);
  await taken.take(server, "invitations", {}, token);
  const { locator } = invitation;
  const reading = async () => ({ proof: await freeProof(server, "join"), locator });
  await taken.take(server, "readInvitation", await reading());
  const { joining } = makeJoiner(invitation);
  await taken.take(server, "acceptInvitation", { ...(await reading()), joining });
  const roster = await nextRoster(server, inviter.signing);
  await taken.take(server, "publishRoster", await withEntry(server, inviter, roster), token);
}

async function takeKeys(site: FoundedServer, taken: TakenRequests): Promise<void> {
  const { server } = site;
  const member = site.person("second");
  const reporter = new ReporterVault(site.founded.trust);
  await reporter.start();
  await agePacket(site, member, DUE_DAYS);
  await reporter.verifyRoster(await call(server, "roster", {}), today(), ORIGIN);
  const report = await reporter.sealReport({
    desk: site.desk,
    urgent: false,
    excluded: [],
    identity: null,
    channel: "trafficking",
    language: "en",
    title: "Sealed to a former key",
    text: "Nobody has read this yet.",
    day: today(),
  });
  await call(server, "submitReport", { ...report, proof: await freeProof(server, "submit") });

  const { vault, token, audit, verify } = await renewing(site, member);
  const { epoch, ...packet } = await vault.newKey();
  const rotated = { ...packet, audit: await audit({ kind: "keys-rotated", epoch }) };
  await taken.take(server, "publishPacket", rotated, token);
  await vault.keyringSaved(packet.keyring.replacesVersion + 1);
  await verify();
  const [key] = (await vault.keyStanding()).former;
  if (key === undefined) throw new Error("taken: there is no former key");
  await taken.take(server, "myWraps", { key, after: null }, token);
  const { wraps } = await call(server, "myWraps", { key, after: null }, token);
  await taken.take(server, "replaceWraps", await vault.rewrap(key, wraps), token);
  await verify(RETIRABLE_DAYS);
  const retiring = { key, keyring: await vault.retireKey(key) };
  await taken.take(server, "retireKey", retiring, token);
}

export async function takeOrganisation(site: FoundedServer, taken: TakenRequests): Promise<void> {
  await takeInvitations(site, taken);
  await takeKeys(site, taken);
}
