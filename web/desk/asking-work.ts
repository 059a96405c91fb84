/**
 * Asking colleagues, and looking what they answered. Invariant: the private keys stay in the vault; who asked before
 * comes back with the twelve words, on any device.
 */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { RecoveryRequest } from "../../worker/contract/recovery.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { solveProof } from "../api/proof.ts";
import { openDeskVault, type OpenVault } from "../vault/client.ts";
import type { ApprovalsView } from "../vault/colleague-views.ts";
import type { DeskVault } from "../vault/interface.ts";

export type AskingVault = OpenVault<DeskVault>;

/** @throws VaultFailure */
export async function openAskingVault(): Promise<AskingVault> {
  const opened = openDeskVault();
  try {
    await Promise.race([opened.vault.start(), opened.broken]);
    return opened;
  } catch (thrown) {
    opened.end();
    throw thrown;
  }
}

async function tryAsking(
  handle: string,
  request: RecoveryRequest,
  asked: InputOf<"challenge">,
): Promise<void> {
  const proof = await solveProof(await call("challenge", asked));
  await call("askColleagues", { proof, handle, ...request });
}

/** Sent again after an answer was lost, it is the same request. @throws ApiFailure */
export async function askColleagues(handle: string, request: RecoveryRequest): Promise<void> {
  const action = "recover";
  try {
    await tryAsking(handle, request, { action });
  } catch (thrown) {
    if (!(thrown instanceof ApiFailure) || thrown.code !== "proof-too-cheap") throw thrown;
    await tryAsking(handle, request, { action, effort: "more" });
  }
}

/** @throws ApiFailure, VaultFailure */
export async function lookForApprovals(
  { vault }: AskingVault,
  handle: string,
  today: number,
  pageOrigin: string,
): Promise<ApprovalsView> {
  const challenge = await call("challenge", { action: "recover" });
  const proof = await solveProof(challenge);
  const { signature } = await vault.signCollecting(challenge);
  const answer = await call("collectShares", { proof, handle, signature });
  return vault.readApprovals(answer, await call("roster", {}), today, pageOrigin);
}
