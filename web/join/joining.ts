/**
 * From a link to a joining that the server has: what is asked, in which order.
 * Invariant: the link's secret goes to the vault and nowhere else; the server is shown a locator.
 */
import type { Proof } from "../../worker/contract/session.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { solveProof } from "../api/proof.ts";
import { openJoiningVault } from "../vault/client.ts";
import type { InvitationOffer, JoiningVault } from "../vault/joining.ts";

/** What the page knows of the world. */
export interface Surroundings {
  /** The device's day: days since 1970-01-01, UTC. */
  readonly today: () => number;
  /** The origin this page came from. */
  readonly origin: string;
}

export interface OpenedLink {
  readonly vault: JoiningVault;
  readonly offer: InvitationOffer;
  /** It paid for reading, and pays for the answer. */
  readonly proof: Proof;
  readonly end: () => void;
}

async function newProof(): Promise<Proof> {
  return solveProof(await call("challenge", { action: "join" }));
}

/** @throws ApiFailure, VaultFailure: nothing is left open then. */
export async function openLink(
  secret: string,
  { today, origin }: Surroundings,
): Promise<OpenedLink> {
  const opened = openJoiningVault();
  const { vault } = opened;
  const end = (): void => opened.end();
  try {
    await Promise.race([vault.start(), opened.broken]);
    const { locator } = await vault.openLink(secret);
    const proof = await newProof();
    const answer = await call("readInvitation", { proof, locator });
    const published = await call("roster", {});
    const offer = await vault.readInvitation(answer, published, today(), origin);
    return { vault, offer, proof, end };
  } catch (thrown) {
    end();
    throw thrown;
  }
}

/** @throws ApiFailure, VaultFailure; asking again is safe. */
export async function sendJoining({ vault, proof }: OpenedLink): Promise<void> {
  const joining = await vault.joining();
  try {
    await call("acceptInvitation", { ...joining, proof });
  } catch (thrown) {
    const stale = thrown instanceof ApiFailure && thrown.code.startsWith("proof-");
    if (!stale) throw thrown;
    // Writing seven words down may take longer than a challenge lasts.
    await call("acceptInvitation", { ...joining, proof: await newProof() });
  }
}

/** Does the newest signed list name them? @throws ApiFailure, VaultFailure */
export async function isConfirmed(
  { vault }: OpenedLink,
  { today, origin }: Surroundings,
): Promise<boolean> {
  return vault.isConfirmed(await call("roster", {}), today(), origin);
}
