/**
 * One group of the inbox, and why its cases stand there. Long ones show a window of rows at a time: the page stays
 * quick with thousands, and each is still one press away.
 */
import { Button } from "../ui/button.tsx";
import type { Child } from "../ui/dom.ts";
import { useDesk } from "./text.ts";
import type { Triaged } from "./triage.ts";

/** Rows that are shown at once, and added with each press. */
export const WINDOW_ROWS = 50;

export interface InboxGroupProps {
  readonly triaged: Triaged;
  /** How many of its rows are shown. */
  readonly shown: number;
  readonly onMore: () => void;
  /** The rows that are shown. */
  readonly children: readonly Child[];
}

export function moreId(group: Triaged["group"]): string {
  return `more-${group}`;
}

export function InboxGroup({ triaged, shown, onMore, children }: InboxGroupProps) {
  const { t } = useDesk();
  const { group, cards } = triaged;
  const heading = `group-${group}`;
  const count = t("inbox.group-count", { count: cards.length });
  const left = cards.length - shown;
  const title = (
    <h2 id={heading}>
      {t(`inbox.group.${group}`)} <span class="case-group-count">{count}</span>
    </h2>
  );
  const rows = (
    <>
      <p class="field-hint">{t(`inbox.why.${group}`)}</p>
      <ul class="case-rows" aria-labelledby={heading}>
        {children}
      </ul>
      {left <= 0 ? null : (
        <Button kind="secondary" id={moreId(group)} onPress={onMore}>
          {t("inbox.more", { count: left })}
        </Button>
      )}
    </>
  );
  return group === "closed" ? (
    <details class="case-group" data-group={group}>
      <summary>{title}</summary>
      {rows}
    </details>
  ) : (
    <section class="case-group" data-group={group} aria-labelledby={heading}>
      {title}
      {rows}
    </section>
  );
}
