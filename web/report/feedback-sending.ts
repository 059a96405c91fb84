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
  /** Of what may have arrived: which report it names, or that it names none. Another choice beside it would not undo it. */
  #sent: Pick<Feedback, "case"> | null = null;
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

  /** It may have arrived, so whether the report is named stays as it was. */
  get mayHaveArrived(): boolean {
    return this.#sent !== null;
  }

  /**
   * After a failure that left it unsure whether it arrived, the report is named, or not, as it was then.
   * @throws ApiFailure, VaultFailure; then it can be sent again.
   */
  async send(given: Feedback): Promise<void> {
    const before = this.#sent;
    const feedback = { ...given, ...before };
    for (let attempt = 1; ; attempt += 1) {
      const sealed = await this.#seal(feedback);
      const proof = await this.#proof.proof();
      this.#sent = { case: feedback.case };
      try {
        await call("giveFeedback", { proof, feedback: sealed });
        return;
      } catch (thrown) {
        const unpaid = wantsNewProof(thrown);
        const stale = thrown instanceof ApiFailure && thrown.code === "unknown-recipient";
        // Refused for this, it was not kept.
        if (unpaid || stale) this.#sent = before;
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
