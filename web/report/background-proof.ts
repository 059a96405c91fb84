/**
 * A challenge and its proof of work, fetched and solved while somebody is busy with something else.
 * A failure in the background is no failure yet: it is tried again when the proof is needed.
 */
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { solveProof } from "../api/proof.ts";
import type { Action, Challenge, Proof } from "../../worker/contract/session.ts";

/** The proof was missing, wrong, old or used: a new one, made unasked, puts it right. */
export function wantsNewProof(thrown: unknown): boolean {
  return thrown instanceof ApiFailure && thrown.code.startsWith("proof-");
}

export class BackgroundProof {
  readonly #action: Action;
  readonly #cancel = new AbortController();
  #challenge: Promise<Challenge> | null = null;
  #proof: Promise<Proof> | null = null;

  constructor(action: Action) {
    this.#action = action;
  }

  /** Begins, unless it has begun. */
  begin(): void {
    this.proof().catch(() => {});
  }

  /** @throws ApiFailure when no challenge could be fetched. */
  challenge(): Promise<Challenge> {
    this.#challenge ??= call("challenge", { action: this.#action }).catch((thrown: unknown) => {
      this.#challenge = null;
      throw thrown;
    });
    return this.#challenge;
  }

  /** @throws ApiFailure as above; the signal's reason once ended. */
  proof(): Promise<Proof> {
    this.#proof ??= this.#solve().catch((thrown: unknown) => {
      this.#proof = null;
      throw thrown;
    });
    return this.#proof;
  }

  async #solve(): Promise<Proof> {
    return solveProof(await this.challenge(), { signal: this.#cancel.signal });
  }

  /** Forgets a used or expired challenge; the next question gets a new one. */
  renew(): void {
    this.#challenge = null;
    this.#proof = null;
  }

  end(): void {
    this.#cancel.abort();
  }
}
