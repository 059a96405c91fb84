/** Choosing colleagues, asking them and answering, asked rightly: by the client's own code, since signatures are checked. */
import { call, freeProof, today } from "../routes/client.ts";
import {
  chooses,
  decisionInput,
  isAtDesk,
  prepares,
  seesWords,
  setUpInput,
  type Asker,
} from "../routes/asking.ts";
import type { FoundedServer } from "../routes/founded.ts";
import type { TakenRequests } from "./taken.ts";

async function asking({ server }: FoundedServer, { handle, request }: Asker) {
  return { proof: await freeProof(server, "recover"), handle, ...request };
}

/** Needs an organisation where two colleagues bring somebody back. */
export async function takeColleagues(site: FoundedServer, taken: TakenRequests): Promise<void> {
  const { server } = site;
  const second = await isAtDesk(site, "second");
  await chooses(site, second, ["first", "auditor"]);
  const keyring = await second.vault.endColleagues();
  const ended = await second.audit({ kind: "colleagues", change: "removed" });
  await taken.take(server, "endColleagues", { keyring, audit: ended }, second.token);

  const owner = await isAtDesk(site, "first");
  const setUp = await setUpInput(site, owner, ["second", "auditor"]);
  await taken.take(server, "setUpColleagues", setUp, owner.token);
  const refused = await prepares(site, "first");
  await call(server, "askColleagues", await asking(site, refused));
  const { signInKey } = refused.request;
  await taken.take(server, "refuseRecovery", { signInKey }, owner.token);

  const asker = await prepares(site, "first");
  await taken.take(server, "askColleagues", await asking(site, asker));
  await taken.take(server, "ownColleagues", {}, owner.token);
  const auditor = await isAtDesk(site, "auditor");
  await taken.take(server, "recoveryRequests", {}, auditor.token);
  await seesWords(site, auditor, owner.id);
  const decided = await decisionInput(auditor, owner.id, "approved");
  await taken.take(server, "decideRecovery", decided, auditor.token);
  const proof = await freeProof(server, "recover");
  const challenge = { challenge: proof.challenge, bits: 0, day: today() };
  const collecting = { proof, handle: "first", ...(await asker.vault.signCollecting(challenge)) };
  await taken.take(server, "collectShares", collecting);
}
