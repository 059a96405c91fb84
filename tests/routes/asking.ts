/** Members at their vaults on a really founded server: choosing colleagues, asking without a passphrase, answering. */
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { ApprovalsView, NewRecoveryRequest } from "../../web/vault/colleague-views.ts";
import type { RecoveryAnswer } from "../../worker/contract/recovery.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { PublishedRoster, Roster } from "../../worker/contract/roster.ts";
import { call, freeProof, today } from "./client.ts";
import {
  foundServer,
  nextRoster,
  ORIGIN,
  withEntry,
  type FoundedServer,
  type Handle,
} from "./founded.ts";
import { renewing, type Renewing } from "./renewing.ts";

/** The next roster, changed, signed by the coordinator who may. */
export async function publishes(
  site: FoundedServer,
  change: (roster: Roster) => Roster,
): Promise<void> {
  const coordinator = site.person("coordinator");
  const input = await nextRoster(site.server, coordinator.signing, change);
  const token = await site.token("coordinator");
  await call(site.server, "publishRoster", await withEntry(site.server, coordinator, input), token);
}

/** With an organisation where that many colleagues bring somebody back. */
export async function foundWithThreshold(recoveryThreshold: number): Promise<FoundedServer> {
  const site = await foundServer();
  await publishes(site, (roster) => ({ ...roster, recoveryThreshold }));
  return site;
}

export interface AtDesk extends Renewing {
  readonly handle: Handle;
  readonly id: string;
}

export async function isAtDesk(site: FoundedServer, handle: Handle): Promise<AtDesk> {
  const member = site.person(handle);
  const session = await renewing(site, member);
  // Their roles ask for one before anything else.
  await site.server.database
    .prepare("UPDATE sessions SET second_factor = 'totp' WHERE member_id = ?")
    .bind(member.id)
    .run();
  return { ...session, handle, id: member.id };
}

export async function setUpInput(
  site: FoundedServer,
  { vault, audit }: AtDesk,
  colleagues: readonly Handle[],
): Promise<InputOf<"setUpColleagues">> {
  const ids = colleagues.map((handle) => site.person(handle).id);
  const input = await vault.setUpColleagues(ids, today());
  return { ...input, audit: await audit({ kind: "colleagues", change: "added" }) };
}

export async function chooses(
  site: FoundedServer,
  owner: AtDesk,
  colleagues: readonly Handle[],
): Promise<void> {
  const input = await setUpInput(site, owner, colleagues);
  const { keyringVersion } = await call(site.server, "setUpColleagues", input, owner.token);
  await owner.vault.keyringSaved(keyringVersion);
}

export interface Asker extends NewRecoveryRequest {
  readonly vault: DeskVault;
  readonly handle: string;
  readonly words: readonly string[];
}

/** Somebody without a passphrase, at a vault of their own; the server is told nothing yet. */
export async function prepares(site: FoundedServer, handle: string): Promise<Asker> {
  const vault = new DeskVault(site.founded.trust);
  await vault.start();
  const made = await vault.newRecoveryRequest("en");
  return { ...made, vault, handle, words: await vault.recoveryWords() };
}

export async function asks(site: FoundedServer, handle: string): Promise<Asker> {
  const asker = await prepares(site, handle);
  const proof = await freeProof(site.server, "recover");
  await call(site.server, "askColleagues", { proof, handle, ...asker.request });
  return asker;
}

/** What the server hands to somebody with that request. */
export async function collects(
  { server }: FoundedServer,
  { vault, handle }: Pick<Asker, "vault" | "handle">,
): Promise<OutputOf<"collectShares">> {
  const proof = await freeProof(server, "recover");
  const challenge = { challenge: proof.challenge, bits: 0, day: today() };
  const { signature } = await vault.signCollecting(challenge);
  return await call(server, "collectShares", { proof, handle, signature });
}

export async function reads(
  site: FoundedServer,
  asker: Asker,
  answer: OutputOf<"collectShares">,
  published?: PublishedRoster,
): Promise<ApprovalsView> {
  const roster = published ?? (await call(site.server, "roster", {}));
  return await asker.vault.readApprovals(answer, roster, today(), ORIGIN);
}

/** Six words a colleague sees beside an owner's name; null when what they see does not hold. */
export async function seesWords(
  { server }: FoundedServer,
  { vault, token }: AtDesk,
  owner: string,
): Promise<readonly string[] | null> {
  const views = await vault.openRecoveryRequests(await call(server, "recoveryRequests", {}, token));
  const found = views.find((view) => view.owner === owner);
  return found?.kind === "holds" ? found.words : null;
}

export async function decisionInput(
  { vault, audit }: AtDesk,
  owner: string,
  answer: RecoveryAnswer,
): Promise<InputOf<"decideRecovery">> {
  const kind = answer === "approved" ? "recovery-approval" : "recovery-refusal";
  const decided = await vault.decideRecovery(owner, answer, today());
  return { ...decided, audit: await audit({ kind, member: owner }) };
}

/** Looks at the request and answers it, whatever the words say. */
export async function answers(
  site: FoundedServer,
  colleague: AtDesk,
  owner: string,
  answer: RecoveryAnswer,
): Promise<void> {
  await seesWords(site, colleague, owner);
  const input = await decisionInput(colleague, owner, answer);
  await call(site.server, "decideRecovery", input, colleague.token);
}
