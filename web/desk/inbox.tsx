/**
 * The inbox: what needs a person today, first. Invariant: a filter or a group may move a case, never lose
 * it; what is not fetched yet is said.
 */
import { Button } from "../ui/button.tsx";
import { useEffect, useMemo, useRef, useState } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { Bulk, bulkField, type BulkKind } from "./bulk.tsx";
import {
  isFiltering,
  labelsOn,
  mayHaveLabel,
  passesFilter,
  type CardFilter,
} from "./card-filter.ts";
import type { Drafts } from "./drafts.ts";
import type { CaseSearch } from "./case-search.ts";
import { InboxFetching } from "./inbox-fetching.tsx";
import { FILTERS, InboxFilters, SEARCH_FIELD } from "./inbox-filters.tsx";
import { InboxGroup, WINDOW_ROWS } from "./inbox-group.tsx";
import { InboxViews } from "./inbox-views.tsx";
import { InboxRow, rowId } from "./inbox-row.tsx";
import { useRowFocus } from "./row-focus.ts";
import type { Shortcut } from "./shortcut.ts";
import { useShortcuts } from "./keys.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { triage, type TriageGroup } from "./triage.ts";
import type { HeldInbox } from "./use-inbox.ts";
import type { HeldBulk } from "./use-bulk.ts";
import { useSearch } from "./use-search.ts";

export interface InboxProps {
  readonly held: HeldInbox;
  readonly session: DeskSession;
  readonly search: CaseSearch;
  readonly bulk: HeldBulk;
  readonly drafts: Drafts;
  readonly filter: CardFilter;
  readonly onFilter: (filter: CardFilter) => void;
  /** The case somebody comes back from; focus returns to its row. */
  readonly cameFrom: string | null;
  readonly onOpen: (caseId: string) => void;
}

type Shown = Readonly<Partial<Record<TriageGroup, number>>>;

/** Every row and every way to more of them that can be seen, in their order. */
function stops(root: HTMLElement | null): readonly HTMLElement[] {
  const all = root?.querySelectorAll<HTMLElement>(".case-row-open, .case-group > .button") ?? [];
  return [...all].filter((stop) => stop.checkVisibility());
}

/** Moves focus among the rows that can be seen, from the one that has it or from the top. */
function moveFocus(root: HTMLElement | null, step: 1 | -1): void {
  const rows = stops(root);
  const at = rows.findIndex((row) => row === document.activeElement);
  const target = at === -1 ? rows[0] : rows[at + step];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

function isOnRow(root: HTMLElement | null): boolean {
  return stops(root).some((stop) => stop === document.activeElement);
}

function openFilters(): void {
  const summary = document.getElementById(FILTERS);
  summary?.closest("details")?.setAttribute("open", "");
  summary?.focus();
}

export function Inbox(props: InboxProps) {
  const { held, session, search, bulk, drafts, filter, onFilter, cameFrom, onOpen } = props;
  const text = useDesk();
  const { t } = text;
  const { roster, self } = session;
  const lists = useRef<HTMLDivElement>(null);
  const { inbox, work } = held;
  const { cards } = inbox;
  const today = inbox.day ?? 0;
  const [shown, setShown] = useState<Shown>({});
  const [bulkKind, setBulkKind] = useState<BulkKind>("assign");
  /** The row that was selected or let go last. */
  const [anchor, setAnchor] = useState<string | null>(null);
  const searchable = useSearch(search, cards, { roster, text });

  const passing = useMemo(() => {
    const found = search.find(filter.words);
    return cards.filter(
      (view) =>
        (found === null || found.has(view.plain.case)) &&
        passesFilter(view, filter, { self: self.id, today }),
    );
  }, [cards, filter, today, searchable]);
  const groups = useMemo(() => triage(passing, today, self.id), [passing, today]);
  const labels = useMemo(() => labelsOn(cards), [cards]);

  const { label } = filter;
  const perhaps = label === null ? 0 : passing.filter((view) => mayHaveLabel(view, label)).length;

  const shownOf = (group: TriageGroup): number => shown[group] ?? WINDOW_ROWS;

  function more(group: TriageGroup): void {
    const first = groups.find((one) => one.group === group)?.cards[shownOf(group)];
    setShown({ ...shown, [group]: shownOf(group) + WINDOW_ROWS });
    if (first === undefined) return;
    requestAnimationFrame(() => document.getElementById(rowId(first.plain.case))?.focus());
  }

  function select(caseId: string, reach: "one" | "to"): void {
    const rows = groups.flatMap(({ group, cards: all }) => all.slice(0, shownOf(group)));
    const ids = rows.map(({ plain }) => plain.case);
    const [from, to] = [ids.indexOf(anchor ?? caseId), ids.indexOf(caseId)].toSorted(
      (a, b) => a - b,
    );
    const reached =
      reach === "to" && from !== undefined && from >= 0 ? ids.slice(from, (to ?? 0) + 1) : [caseId];
    const next = new Set(bulk.selected);
    const added = !next.has(caseId);
    for (const id of reached) {
      if (added) next.add(id);
      else next.delete(id);
    }
    setAnchor(caseId);
    bulk.select(next);
  }

  /** The row that has the focus, if one has. */
  function selectHere(): "taken" | "left" {
    const row = document.activeElement?.closest<HTMLElement>(".case-row")?.dataset["case"];
    if (row === undefined) return "left";
    select(row, "one");
    return "taken";
  }

  /** What the key asks for is a form about the selected cases: a key alone changes none. */
  function openBulk(kind: BulkKind): "taken" | "left" {
    if (bulk.selected.size === 0) return "left";
    setBulkKind(kind);
    requestAnimationFrame(() => document.getElementById(bulkField(kind))?.focus());
    return "taken";
  }

  function take(shortcut: Shortcut, key: string): "taken" | "left" {
    // Arrows scroll the page until somebody stands on a row.
    if (key.startsWith("Arrow") && !isOnRow(lists.current)) return "left";
    switch (shortcut) {
      case "next":
        moveFocus(lists.current, 1);
        return "taken";
      case "previous":
        moveFocus(lists.current, -1);
        return "taken";
      case "search":
        document.getElementById(SEARCH_FIELD)?.focus();
        return "taken";
      case "filter":
        openFilters();
        return "taken";
      case "select":
        return selectHere();
      case "assign":
        return openBulk("assign");
      case "label":
        return openBulk("label-on");
      case "keys":
      case "reply":
      case "note":
      case "back":
        return "left";
    }
  }
  useShortcuts(take);

  /** Its row may stand beyond the window of its group. */
  function reveal(caseId: string): void {
    for (const { group, cards: all } of groups) {
      const at = all.findIndex(({ plain }) => plain.case === caseId);
      if (at >= shownOf(group)) setShown({ ...shown, [group]: at + 1 });
    }
  }

  useRowFocus(reveal);

  useEffect(() => {
    if (cameFrom === null) return;
    reveal(cameFrom);
    requestAnimationFrame(() => {
      const row = document.getElementById(rowId(cameFrom));
      row?.closest("details")?.setAttribute("open", "");
      row?.focus();
      row?.scrollIntoView({ block: "center" });
    });
  }, []);

  return (
    <Screen name="inbox" title={t("inbox.title")} takesFocus={cameFrom === null}>
      <InboxViews session={session} drafts={drafts} filter={filter} onFilter={onFilter} />
      <div class="inbox-bar">
        <InboxFilters
          filter={filter}
          roster={roster}
          self={self.id}
          labels={labels}
          journals={search.journals()}
          onChange={onFilter}
        />
        <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchAgain}>
          {t("inbox.refresh")}
        </Button>
      </div>
      <Bulk
        held={bulk}
        roster={roster}
        drafts={drafts}
        cards={cards}
        kind={bulkKind}
        onKind={setBulkKind}
      />
      {isFiltering(filter) && passing.length > 0 ? (
        <Button
          kind="quiet"
          onPress={() => bulk.select(new Set(passing.map(({ plain }) => plain.case)))}
        >
          {t("bulk.all", { count: passing.length })}
        </Button>
      ) : null}
      {perhaps === 0 ? null : <p>{t("inbox.perhaps-label", { count: perhaps })}</p>}
      <div ref={lists} class="inbox-groups">
        {groups.map((triaged) => {
          const { group } = triaged;
          const rows = shownOf(group);
          return (
            <InboxGroup key={group} triaged={triaged} shown={rows} onMore={() => more(group)}>
              {triaged.cards.slice(0, rows).map((view) => (
                <InboxRow
                  key={view.plain.case}
                  view={view}
                  roster={roster}
                  self={self.id}
                  today={today}
                  onOpen={onOpen}
                  selected={bulk.selected.has(view.plain.case)}
                  onSelect={select}
                />
              ))}
            </InboxGroup>
          );
        })}
      </div>
      {inbox.day !== null && cards.length === 0 ? <p>{t("inbox.none")}</p> : null}
      {cards.length > 0 && groups.length === 0 ? <p>{t("inbox.no-match")}</p> : null}
      <InboxFetching
        held={held}
        shown={isFiltering(filter) ? passing.length : null}
        waiting={searchable.waiting}
      />
    </Screen>
  );
}
