/**
 * Giving feedback: a vault of its own, which never held a code, seals it, and it is sent without a token.
 * Invariant: nothing of a session is in reach of what is sent, but the report's number where somebody says it.
 */
import type { SealedFeedback } from "../../worker/contract/feedback.ts";
import { givingEndpoints } from "../../worker/contract/feedback-endpoints.ts";
import { callsTo } from "../api/call.ts";
import { ApiFailure } from "../api/failure.ts";
import type { Feedback } from "../payload/given-feedback.ts";
import { BackgroundProof, wantsNewProof } from "./background-proof.ts";
import {
  startVault,
  verifiedRoster,
  type StartedVault,
  type Surroundings,
} from "./verified-vault.ts";

/** Apart from what a reporter's page asks otherwise: whoever reports needs none of it. */
const call = callsTo(givingEndpoints);

/** A proof may be too old, or the list of people newer than this page's; after this many tries the person is asked. */
const ATTEMPTS = 3;

export class FeedbackSending {
  readonly #surroundings: Surroundings;
  readonly #proof = new BackgroundProof("feedback");
  #vault: StartedVault | null = null;
  /** What was sealed and may have arrived: the same words go again as the same bytes. */
  #sealed: { readonly words: string; readonly feedback: SealedFeedback } | null = null;
  #ended = false;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#proof.begin();
  }

  async #seal(feedback: Feedback): Promise<SealedFeedback> {
    const words = JSON.stringify(feedback);
    if (this.#sealed?.words === words) return this.#sealed.feedback;
    this.#vault ??= await startVault();
    const { vault } = this.#vault;
    if (this.#ended) this.end();
    await verifiedRoster(vault, this.#surroundings);
    this.#sealed = { words, feedback: await vault.sealFeedback(feedback) };
    return this.#sealed.feedback;
  }

  /** @throws ApiFailure, VaultFailure; then it can be sent again. */
  async send(feedback: Feedback): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const sealed = await this.#seal(feedback);
      const proof = await this.#proof.proof();
      try {
        await call("giveFeedback", { proof, feedback: sealed });
        return;
      } catch (thrown) {
        const unpaid = wantsNewProof(thrown);
        const stale = thrown instanceof ApiFailure && thrown.code === "unknown-recipient";
        if (unpaid) this.#proof.renew();
        if (stale) this.#sealed = null;
        if ((!unpaid && !stale) || attempt === ATTEMPTS) throw thrown;
      }
    }
  }

  /** Terminates the vault. */
  end(): void {
    this.#ended = true;
    this.#proof.end();
    this.#vault?.end();
  }
}
