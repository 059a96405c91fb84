/** A row of the inbox as a page shows it. */
import type { DueStep } from "../../worker/contract/due.ts";
import type { CasePlain } from "../../worker/contract/journal.ts";
import type { Card } from "../payload/card.ts";

export interface CardView {
  readonly plain: CasePlain;
  /** Null when the card could not be opened or verified: the row is shown, and says so. */
  readonly card: Card | null;
  /**
   * Why there is no card; null when there is one. `key-lost`: the server has no key to it that is whole. `older`: it is
   * of before what this session has seen of the case.
   */
  readonly unopened: "key-lost" | "unverified" | "older" | null;
  /** How far it has come with what is due on the case; null where nothing is. */
  readonly step: DueStep | null;
  /** There are conversation entries the card does not cover yet. */
  readonly news: boolean;
}
