/**
 * Reports ready to be sent: sealed by the reporter's vault, their proofs of work asked of the real server and
 * solved, before anything is timed.
 */
import type { Server } from "../support/server.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { concurrently, freshProof } from "./client.ts";
import { draftOf, openReporterVault, type Organisation } from "./organisation.ts";

/** A page of text, which is what most people write. */
export const TEXT_CHARACTERS = 2_000;

/** Threads that solve proofs: as many as Node has for it. */
const SOLVING = 4;

export interface Submission {
  readonly case: string;
  /** The request's body, as JSON. */
  readonly body: string;
}

export async function makeSubmissions(
  server: Server,
  organisation: Organisation,
  count: number,
): Promise<readonly Submission[]> {
  const vault = await openReporterVault(organisation);
  await loadSodium();
  const made: Submission[] = [];
  const make = async (): Promise<void> => {
    const proof = await freshProof(server.url, "submit");
    const report = await vault.sealReport(draftOf(organisation, TEXT_CHARACTERS));
    made.push({ case: report.case, body: JSON.stringify({ ...report, proof }) });
  };
  await concurrently(
    SOLVING,
    Array.from({ length: count }, () => make),
  );
  return made;
}
