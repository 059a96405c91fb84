/**
 * The proof of work a challenge asks for: PBKDF2 through WebCrypto, as fast where WebAssembly is off.
 * It runs beside the writing, never in front of it. Contract: worker/contract/session.ts.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { PROOF_COUNTER_MAX, PROOF_ITERATIONS } from "../../worker/contract/limits.ts";
import { hasLeadingZeroBits, proofPassword } from "../../worker/contract/preimages.ts";
import type { Challenge, Proof } from "../../worker/contract/session.ts";

/** Attempts in flight at once: enough to keep WebCrypto's threads busy on a small machine. */
const ATTEMPTS_AT_ONCE = 4;
const OUTPUT_BITS = 256;

export interface ProofOptions {
  /** Rejects with the signal's reason once it is aborted. */
  readonly signal?: AbortSignal;
  /** Attempts made so far, and how many are needed on average. */
  readonly onProgress?: (attempts: number, expected: number) => void;
}

async function attempt(salt: Uint8Array<ArrayBuffer>, counter: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", proofPassword(counter), "PBKDF2", false, [
    "deriveBits",
  ]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations: PROOF_ITERATIONS };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, OUTPUT_BITS));
}

/** @throws RangeError when no counter up to PROOF_COUNTER_MAX solves it. */
export async function solveProof(
  { challenge, bits }: Pick<Challenge, "challenge" | "bits">,
  { signal, onProgress }: ProofOptions = {},
): Promise<Proof> {
  if (bits === 0) return { challenge, counter: 0 };
  const salt = fromBase64Url(challenge);
  for (let first = 0; first + ATTEMPTS_AT_ONCE <= PROOF_COUNTER_MAX; first += ATTEMPTS_AT_ONCE) {
    signal?.throwIfAborted();
    onProgress?.(first, 2 ** bits);
    const counters = Array.from({ length: ATTEMPTS_AT_ONCE }, (_, at) => first + at);
    const outputs = await Promise.all(counters.map((counter) => attempt(salt, counter)));
    const solved = outputs.findIndex((output) => hasLeadingZeroBits(output, bits));
    if (solved !== -1) return { challenge, counter: first + solved };
  }
  throw new RangeError("proof: no solution in range");
}
