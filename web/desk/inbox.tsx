/**
 * The inbox: what needs a person today, first. Invariant: a filter or a group may move a case, never lose
 * it; what is not fetched yet is said.
 */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { CardView, RosterView } from "../vault/interface.ts";
import { caseworkWords } from "./casework-words.ts";
import { passesFilter, type CardFilter } from "./card-filter.ts";
import { InboxFilters, isFiltering, SEARCH_FIELD } from "./inbox-filters.tsx";
import { InboxRow, rowId, useDeskName } from "./inbox-row.tsx";
import type { Shortcut } from "./shortcut.ts";
import { useShortcuts } from "./keys.tsx";
import { useDesk } from "./text.ts";
import { triage, type Triaged } from "./triage.ts";
import type { HeldInbox } from "./use-inbox.ts";

export interface InboxProps {
  readonly held: HeldInbox;
  readonly roster: RosterView;
  readonly filter: CardFilter;
  readonly onFilter: (filter: CardFilter) => void;
  /** The case somebody comes back from; focus returns to its row. */
  readonly cameFrom: string | null;
  readonly onOpen: (caseId: string) => void;
}

function Group({
  triaged,
  children,
}: {
  readonly triaged: Triaged;
  readonly children: readonly unknown[];
}) {
  const { t } = useDesk();
  const { group, cards } = triaged;
  const heading = `group-${group}`;
  const count = t("inbox.group-count", { count: cards.length });
  const list = (
    <ul class="case-rows" aria-labelledby={heading}>
      {children}
    </ul>
  );
  if (group === "closed") {
    return (
      <details class="case-group" data-group={group}>
        <summary>
          <h2 id={heading}>
            {t(`inbox.group.${group}`)} <span class="case-group-count">{count}</span>
          </h2>
        </summary>
        {list}
      </details>
    );
  }
  return (
    <section class="case-group" data-group={group} aria-labelledby={heading}>
      <h2 id={heading}>
        {t(`inbox.group.${group}`)} <span class="case-group-count">{count}</span>
      </h2>
      {list}
    </section>
  );
}

/** Moves focus among the rows that can be seen, from the one that has it or from the top. */
function moveFocus(root: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(root?.querySelectorAll<HTMLElement>(".case-row-open") ?? [])].filter((row) =>
    row.checkVisibility(),
  );
  const at = rows.findIndex((row) => row === document.activeElement);
  const target = at === -1 ? rows[0] : rows[at + step];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

function isOnRow(): boolean {
  return document.activeElement?.classList.contains("case-row-open") ?? false;
}

function Fetching({ held, shown }: { readonly held: HeldInbox; readonly shown: number | null }) {
  const common = useCommon();
  const { t } = useDesk();
  const { inbox, work, failure } = held;
  const count = inbox.cards.length;
  const matching = shown === null ? "" : t("inbox.matching", { count: shown });
  const stand =
    inbox.day === null || count === 0
      ? ""
      : t(inbox.next === null ? "inbox.all" : "inbox.older", { count });
  const busy = work === "resting" ? "" : t("inbox.loading");
  return (
    <div class="inbox-fetching">
      <StatusLine text={[matching, stand, busy].filter((part) => part !== "").join(" ")} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("inbox.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <Actions>
        {inbox.day === null && failure !== null ? (
          <Button busy={work !== "resting"} onPress={held.fetchOlder}>
            {t("inbox.try-again")}
          </Button>
        ) : null}
        {inbox.next === null || work === "fetching-all" ? null : (
          <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchOlder}>
            {t("inbox.load-more")}
          </Button>
        )}
        {inbox.next === null || work === "fetching-all" ? null : (
          <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchAll}>
            {t("inbox.load-all")}
          </Button>
        )}
        {work === "fetching-all" ? (
          <Button kind="secondary" onPress={held.stop}>
            {t("inbox.stop")}
          </Button>
        ) : null}
      </Actions>
    </div>
  );
}

export function Inbox({ held, roster, filter, onFilter, cameFrom, onOpen }: InboxProps) {
  const text = useDesk();
  const { t, language } = text;
  const deskName = useDeskName(roster);
  const lists = useRef<HTMLDivElement>(null);
  const { inbox, work } = held;
  const today = inbox.day ?? 0;

  function labels({ plain, card }: CardView): readonly string[] {
    const ofCard = card === null ? [] : [t(`channel.${card.channel}`), language(card.language)];
    return [deskName(plain.desk), plain.case, ...ofCard, ...caseworkWords(card, roster, text)];
  }
  const passing = inbox.cards.filter((view) => passesFilter(view, filter, labels(view)));
  const groups = triage(passing, today);

  function take(shortcut: Shortcut, key: string): "taken" | "left" {
    // Arrows scroll the page until somebody stands on a row.
    if (key.startsWith("Arrow") && !isOnRow()) return "left";
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
      case "keys":
      case "reply":
      case "note":
      case "back":
        return "left";
    }
  }
  useShortcuts(take);

  useEffect(() => {
    if (cameFrom === null) return;
    const row = document.getElementById(rowId(cameFrom));
    row?.closest("details")?.setAttribute("open", "");
    row?.focus();
    row?.scrollIntoView({ block: "center" });
  }, []);

  return (
    <Screen name="inbox" title={t("inbox.title")} takesFocus={cameFrom === null}>
      <div class="inbox-bar">
        <InboxFilters filter={filter} onChange={onFilter} />
        <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchAgain}>
          {t("inbox.refresh")}
        </Button>
      </div>
      <div ref={lists} class="inbox-groups">
        {groups.map((triaged) => (
          <Group key={triaged.group} triaged={triaged}>
            {triaged.cards.map((view) => (
              <InboxRow
                key={view.plain.case}
                view={view}
                roster={roster}
                today={today}
                onOpen={onOpen}
              />
            ))}
          </Group>
        ))}
      </div>
      {inbox.day !== null && inbox.cards.length === 0 ? <p>{t("inbox.none")}</p> : null}
      {inbox.cards.length > 0 && groups.length === 0 ? <p>{t("inbox.no-match")}</p> : null}
      <Fetching held={held} shown={isFiltering(filter) ? passing.length : null} />
    </Screen>
  );
}
