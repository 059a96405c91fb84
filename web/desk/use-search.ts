/**
 * Making what was fetched searchable, a slice at a time, so that the page stays in hand meanwhile.
 * Invariant: a search is never said to be complete while a case that was fetched is not searchable yet.
 */
import { useEffect, useState } from "../ui/dom.ts";
import type { CardView } from "../vault/interface.ts";
import type { CaseSearch, SearchTongue } from "./case-search.ts";

/** As many as are done before the page may draw and listen again. */
const SLICE_CASES = 400;

/** A new one each time more has become searchable. */
export interface Searchable {
  /** How many cases are fetched and not searchable yet. */
  readonly waiting: number;
}

export function useSearch(
  search: CaseSearch,
  cards: readonly CardView[],
  tongue: SearchTongue,
): Searchable {
  const [searchable, setSearchable] = useState<Searchable>({ waiting: 0 });
  // Only the newest list is worked on: a run that was passed by stops at its next slice.
  const [now] = useState(() => ({ run: 0 }));

  async function takeAll(): Promise<void> {
    now.run += 1;
    const { run } = now;
    let missing = search.missing(cards, tongue);
    while (missing.length > 0) {
      search.take(missing.slice(0, SLICE_CASES), tongue);
      missing = missing.slice(SLICE_CASES);
      setSearchable({ waiting: missing.length });
      if (missing.length > 0) await new Promise((resolve) => setTimeout(resolve));
      if (now.run !== run) return;
    }
  }

  useEffect(() => {
    void takeAll();
    return () => {
      now.run += 1;
    };
  }, [cards, tongue.text, tongue.roster]);
  return searchable;
}
