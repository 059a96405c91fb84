/** What every act on a case is sealed with: the journal it goes onto, whom the roster lists, and who writes. */
import type { VerifiedRoster } from "../crypto/roster.ts";
import type { CaseJournal } from "./case-journal.ts";
import type { Writer } from "./entry-sealing.ts";

export interface ActContext {
  readonly journal: CaseJournal;
  readonly roster: VerifiedRoster;
  readonly today: number;
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly writer: Writer & { readonly memberId: Uint8Array };
}
