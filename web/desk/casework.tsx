/**
 * The inbox and the case opened from it. Invariant: what was fetched lives as long as this place is shown, and
 * the browser's own way back leads from a case to the inbox.
 */
import { cardOf } from "../payload/card.ts";
import { useEffect, useState } from "../ui/dom.ts";
import type { CardFilter } from "./card-filter.ts";
import type { CaseFile } from "./case-file.ts";
import type { CaseSearch } from "./case-search.ts";
import { Case } from "./case.tsx";
import type { Drafts } from "./drafts.ts";
import { Inbox } from "./inbox.tsx";
import type { DeskSession } from "./session.ts";
import { useBulk } from "./use-bulk.ts";
import { useInbox } from "./use-inbox.ts";

export interface CaseworkProps {
  readonly session: DeskSession;
  readonly filter: CardFilter;
  readonly onFilter: (filter: CardFilter) => void;
  readonly drafts: Drafts;
  readonly search: CaseSearch;
  /** The case to begin with; null for the inbox. */
  readonly first: string | null;
  readonly onCase: (caseId: string | null) => void;
}

/** `caseId` null is the inbox. */
type Opened = { readonly caseId: string | null; readonly cameFrom: string | null };

/** So that the browser's own way back leads to the inbox; nothing of the case stands in the address. */
function markPlace(): void {
  history.pushState({ deskPlace: "case" }, "");
}

function isMarked(state: unknown): boolean {
  return typeof state === "object" && state !== null && "deskPlace" in state;
}

export function Casework(props: CaseworkProps) {
  const { session, filter, onFilter, drafts, search, first, onCase } = props;
  const [opened, setOpened] = useState<Opened>({ caseId: first, cameFrom: null });
  const held = useInbox(session);

  function open(caseId: string): void {
    markPlace();
    setOpened({ caseId, cameFrom: null });
  }
  useEffect(() => onCase(opened.caseId), [opened.caseId]);
  useEffect(() => {
    // The browser's own way back may have been used while the page was locked: there must be one again.
    if (first !== null && !isMarked(history.state)) markPlace();
    const back = (): void => setOpened(({ caseId }) => ({ caseId: null, cameFrom: caseId }));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);

  /** The row shows what the case has become without fetching the inbox again. */
  function showInInbox(file: CaseFile, acted: boolean): void {
    const { plain, view } = file;
    search.takeJournal(plain.case, view.items);
    const before = held.inbox.cards.find((card) => card.plain.case === plain.case);
    held.replace({
      plain,
      ...(view.state.report === null
        ? ({ card: null, unopened: "unverified" } as const)
        : { card: cardOf(view.state), unopened: null }),
      // What the server marked counts for the day it was due on then.
      step: before?.plain.nextDueDay === plain.nextDueDay ? before.step : null,
      news: acted ? false : (before?.news ?? false),
    });
  }

  const bulk = useBulk(session, showInInbox);

  return opened.caseId === null ? (
    <Inbox
      key="inbox"
      held={held}
      session={session}
      search={search}
      bulk={bulk}
      drafts={drafts}
      filter={filter}
      onFilter={onFilter}
      cameFrom={opened.cameFrom}
      onOpen={open}
    />
  ) : (
    <Case
      key={opened.caseId}
      session={session}
      caseId={opened.caseId}
      card={held.inbox.cards.find(({ plain }) => plain.case === opened.caseId)?.card ?? null}
      drafts={drafts}
      onFile={showInInbox}
      onBack={() => history.back()}
      onGone={() => {
        if (opened.caseId !== null) {
          held.drop(opened.caseId);
          search.drop(opened.caseId);
        }
        history.back();
      }}
    />
  );
}
