/**
 * A reporter's case as they read it and write on. Loaded when somebody comes back with a code: whoever reports needs
 * none of it.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { fromUtf8 } from "../crypto/bytes.ts";
import { checkReceiptFile, receiptFileBytes } from "../crypto/receipt-file.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { ReporterKeys } from "../crypto/tracking-code.ts";
import { challengeable } from "../payload/challenge.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { Identity } from "../payload/identity.ts";
import { CaseJournal, startsJournal } from "./case-journal.ts";
import { VaultFailure } from "./failure.ts";
import { sealEnvelope } from "./identity-sealing.ts";
import type { CaseView } from "./interface.ts";
import { waitingDecisions } from "./release-vetting.ts";

export interface ReadUnder {
  readonly roster: VerifiedRoster;
  readonly today: number;
}

export class ReporterReading {
  readonly #keys: ReporterKeys;
  readonly #origin: Uint8Array;
  /** The case as far as it was read; null while a reading has failed. */
  #journal: CaseJournal | null = null;
  /** The case when it was last read to its end: every later reading must hold all of it. */
  #seen: CaseJournal | null = null;

  /** @param origin 32-byte hash of the organisation's origin. */
  constructor(keys: ReporterKeys, origin: Uint8Array) {
    this.#keys = keys;
    this.#origin = origin;
  }

  #requireJournal(): CaseJournal {
    if (this.#journal === null || this.#journal !== this.#seen) throw new VaultFailure("not-ready");
    return this.#journal;
  }

  openPage(page: OutputOf<"reporterRead">, { roster }: ReadUnder): CaseView {
    const seen = this.#seen;
    const reading = this.#journal ?? seen;
    this.#journal = null;
    const journal =
      reading === null || startsJournal(page.entries)
        ? new CaseJournal(page.case.case, this.#origin, roster)
        : reading;
    journal.addWraps(page.wraps, [this.#keys.seal]);
    journal.extend(page.entries);
    if (!page.more) {
      journal.requireLength("conversation", page.case.conversationSeq);
      journal.requireEnd();
      if (seen !== null && seen !== journal) journal.requireContinues(seen);
      this.#seen = journal;
    }
    this.#journal = journal;
    // What was asked may stand on a page still to come.
    if (page.more) return journal.view();
    const waiting = waitingDecisions(page.decisions, journal.state, journal.vetting);
    return { ...journal.view(), waiting };
  }

  seal(payload: Payload, day: number): SealedEntry {
    const journal = this.#requireJournal();
    const at = journal.laneAt("conversation");
    if (at === null) throw new VaultFailure("not-ready");
    const writer = { memberId: null, signing: null, day };
    return journal.sealNext("conversation", at, payload, writer).entry;
  }

  sealChallenge(text: string, language: string, day: number): SealedEntry {
    const about = challengeable(this.#requireJournal().state);
    if (about === null) throw new VaultFailure("not-permitted");
    return this.seal({ type: "challenge", about, language, text }, day);
  }

  /**
   * A receipt that stands in the conversation at that seq, as a file: its bytes as text.
   * @throws VaultFailure `not-ready` when there is none; CryptoError `receipt-invalid` for one that would prove nothing.
   */
  receiptFile(seq: number, { delegation, signer, roster }: PublishedRoster, trust: Trust): string {
    const item = this.#requireJournal().items.find(
      (candidate) => candidate.lane === "conversation" && candidate.seq === seq,
    );
    if (item?.kind !== "known" || item.payload.type !== "receipt") {
      throw new VaultFailure("not-ready");
    }
    const { receipt } = item.payload;
    const published = { delegation, signer, roster };
    const bytes = receiptFileBytes({ suite: "tern/1", kind: "receipt", receipt, published });
    if (checkReceiptFile(bytes, trust).kind === "refused") throw new CryptoError("receipt-invalid");
    return fromUtf8(bytes);
  }

  /** For the custodians of the desk the reporter chose, by the list of people verified today. */
  async envelope(
    identity: Identity | null,
    { roster, today }: ReadUnder,
  ): Promise<Awaited<ReturnType<typeof sealEnvelope>>> {
    const { caseId, state } = this.#requireJournal();
    const { desk, recipients = [], excluded = [] } = state.report ?? {};
    const place = { origin: this.#origin, caseId, desk, recipients, excluded, roster, today };
    return await sealEnvelope(identity, place);
  }
}
