/**
 * The cases of one session as far as they were read. Invariant: a later reading of a case holds all that an earlier
 * one, read to its end, held; and what is sealed goes to the end of the case that was opened last.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { cardHeaderOf } from "../crypto/card.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { CardMemory } from "./card-memory.ts";
import { readCards } from "./card-reading.ts";
import type { CardView } from "./card-view.ts";
import { CaseJournal, startsJournal } from "./case-journal.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";

export class CaseReadings {
  /** The case last opened, as far as it was read; null while a reading has failed. */
  #last: CaseJournal | null = null;
  /** Each case when it was last read to its end. */
  readonly #seen = new Map<string, CaseJournal>();
  /** Which cards are older than what was seen of their case. */
  readonly #cards = new CardMemory();

  /** @throws CryptoError as `CaseJournal` */
  open(page: OutputOf<"readCase">, { origin, roster, pairs }: Holding): CaseJournal {
    const caseId = page.plain.case;
    const seen = this.#seen.get(caseId);
    const reading = this.#last?.caseId === caseId ? this.#last : seen;
    this.#last = null;
    const reads = reading?.isUnder(roster) === true && !startsJournal(page.entries);
    const journal = reads ? reading.copy() : new CaseJournal(caseId, origin, roster);
    journal.addWraps(page.wraps, [...pairs.values()]);
    journal.extend(page.entries);
    if (!page.more) {
      const card = cardHeaderOf(page.card);
      journal.requireLength(
        "conversation",
        Math.max(page.plain.conversationSeq, card.coversConversation),
      );
      journal.requireLength("internal", Math.max(page.plain.internalSeq, card.coversInternal));
      journal.requireEnd();
      if (seen !== undefined) journal.requireContinues(seen);
      if (journal.isWhole) {
        this.#seen.set(caseId, journal);
        this.#cards.rememberRead(caseId, journal.items);
      }
    }
    this.#last = journal;
    return journal;
  }

  /** The rows of an inbox, as `readCards`. */
  cards(rows: OutputOf<"inbox">["cases"], holding: Holding): readonly CardView[] {
    return readCards(rows, holding, this.#cards);
  }

  /** @throws VaultFailure `not-ready` */
  get last(): CaseJournal {
    if (this.#last === null) throw new VaultFailure("not-ready");
    return this.#last;
  }

  /** To seal on. @throws VaultFailure `not-ready` unless it was read to its end, whole, under that roster */
  wholeUnder(roster: VerifiedRoster): CaseJournal {
    const journal = this.last;
    if (!journal.isWhole || !journal.isUnder(roster)) throw new VaultFailure("not-ready");
    return journal;
  }
}
