/**
 * From a finished draft to a report the server has: check who reads, seal, send.
 * Invariants: nothing leaves the page before the readers' chain has held; a report whose fate is unknown
 * is sent again as the very same bytes, so that it cannot become two.
 */
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import type {
  DeskView,
  ReporterVault,
  RosterView,
  SealedReport,
  SodiumBuild,
  TrackingCodeView,
} from "../vault/interface.ts";
import { BackgroundProof, wantsNewProof } from "./background-proof.ts";
import { channelOf, identityOf, type Draft } from "./draft.ts";
import {
  startVault,
  verifiedRoster,
  type StartedVault,
  type Surroundings,
  type VerifiedRoster,
} from "./verified-vault.ts";

export const SENDING_STAGES = ["check", "seal", "send"] as const;
export type SendingStage = (typeof SENDING_STAGES)[number];

export type Delivery =
  | { readonly kind: "sent"; readonly acknowledgeByDay: number }
  | { readonly kind: "failed"; readonly stage: SendingStage; readonly code: FailureCode };

/** A proof may turn out used or old more than once, never for ever. */
const SEND_ATTEMPTS = 4;

/** Refused for what was sealed: the server holds nothing of it, so the next try seals anew. */
const REFUSED_SEAL: readonly FailureCode[] = [
  "wrong-day",
  "unknown-desk",
  "unknown-recipient",
  "case-exists",
];

interface Sealed {
  readonly draft: Draft;
  readonly desk: string;
  readonly report: SealedReport;
}

export class Intake {
  readonly #started: StartedVault;
  readonly #surroundings: Surroundings;
  readonly #proof = new BackgroundProof("submit");
  #roster: VerifiedRoster | null = null;
  #sealed: Sealed | null = null;

  private constructor(started: StartedVault, surroundings: Surroundings) {
    this.#started = started;
    this.#surroundings = surroundings;
  }

  /** @throws VaultFailure `no-crypto`. */
  static async open(surroundings: Surroundings): Promise<Intake> {
    return new Intake(await startVault(), surroundings);
  }

  get build(): SodiumBuild {
    return this.#started.build;
  }

  get #vault(): ReporterVault {
    return this.#started.vault;
  }

  /** Fetches and verifies anew. @throws ApiFailure or VaultFailure. */
  async roster(): Promise<RosterView> {
    this.#roster = null;
    this.#roster = await verifiedRoster(this.#vault, this.#surroundings);
    this.#proof.begin();
    return this.#roster.view;
  }

  /** Never throws; `onStage` is told each stage as it begins. */
  async deliver(
    draft: Draft,
    desk: DeskView,
    language: string,
    onStage: (stage: SendingStage) => void,
  ): Promise<Delivery> {
    let stage: SendingStage = "check";
    function begin(next: SendingStage): void {
      stage = next;
      onStage(next);
    }
    try {
      begin("check");
      await this.#checkReaders();
      begin("seal");
      await this.#seal(draft, desk, language);
      begin("send");
      return await this.#send(draft, desk, language);
    } catch (thrown) {
      return { kind: "failed", stage, code: failureCode(thrown) };
    }
  }

  /** The list that was shown, followed once more to today; a new one only where there was none. */
  async #checkReaders(): Promise<void> {
    if (this.#roster === null) {
      await this.roster();
      return;
    }
    const { today, origin } = this.#surroundings;
    await this.#vault.verifyRoster(this.#roster.published, today(), origin);
  }

  async #seal(draft: Draft, desk: DeskView, language: string): Promise<SealedReport> {
    if (this.#sealed?.draft === draft && this.#sealed.desk === desk.id) return this.#sealed.report;
    const { day } = await this.#proof.challenge();
    const report = await this.#vault.sealReport({
      desk: desk.id,
      urgent: draft.urgent,
      excluded: draft.excluded,
      channel: channelOf(draft),
      language,
      title: draft.title,
      text: draft.text,
      identity: identityOf(draft, desk, language),
      day,
    });
    this.#sealed = { draft, desk: desk.id, report };
    return report;
  }

  async #send(draft: Draft, desk: DeskView, language: string): Promise<Delivery> {
    for (let attempt = 1; ; attempt += 1) {
      const report = await this.#seal(draft, desk, language);
      try {
        const { acknowledgeByDay } = await call("submitReport", {
          ...report,
          proof: await this.#proof.proof(),
        });
        return { kind: "sent", acknowledgeByDay };
      } catch (thrown) {
        if (attempt === SEND_ATTEMPTS || !this.#mend(thrown)) throw thrown;
      }
    }
  }

  /** Can this be put right without asking anybody? The report stays the same bytes but for a wrong day. */
  #mend(thrown: unknown): boolean {
    if (!(thrown instanceof ApiFailure)) return false;
    if (REFUSED_SEAL.includes(thrown.code)) this.#sealed = null;
    if (thrown.code !== "wrong-day" && !wantsNewProof(thrown)) return false;
    this.#proof.renew();
    return true;
  }

  trackingCode(language: string): Promise<TrackingCodeView> {
    return this.#vault.trackingCode(language);
  }

  checkWord(position: number, typed: string): Promise<boolean> {
    return this.#vault.checkWord(position, typed);
  }

  /** Terminates the vault: every key is gone. */
  end(): void {
    this.#proof.end();
    this.#sealed = null;
    this.#started.end();
  }
}
