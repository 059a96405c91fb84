/** One lane as a column: what was said in it, by whom, on which day. */
import type { JournalItem } from "../payload/journal.ts";
import { readReceipt } from "../payload/promises.ts";
import type { Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import { noticeSentence } from "../ui/notice-words.ts";
import { PromiseLines, usePromises } from "../ui/promises.tsx";
import { useCommon } from "../ui/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { authorName, entrySentence } from "./entry-words.ts";
import { useDesk } from "./text.ts";

export type LaneAudience = "conversation" | "notes";

/** The report has its own place above, and the opening its line in the history. */
export function isSpoken(item: JournalItem): boolean {
  return (
    item.kind !== "known" || (item.payload.type !== "report" && item.payload.type !== "opening")
  );
}

function LaneEntry({ item, roster }: { readonly item: JournalItem; readonly roster: RosterView }) {
  const common = useCommon();
  const desk = useDesk();
  const promises = usePromises();
  const own = item.author.kind === "reporter" ? "reporter" : "member";
  const payload = item.kind === "known" ? item.payload : null;
  // The child's own words stand at the top of the case.
  const words =
    payload !== null && payload.type !== "voice" && "text" in payload && payload.text !== ""
      ? { text: payload.text, language: payload.language }
      : null;
  const isMessage = payload?.type === "message" || payload?.type === "note";
  return (
    <li class={`lane-entry lane-entry-${own}`} data-entry={payload?.type ?? item.kind}>
      <p class="lane-entry-head">
        <bdi class="lane-entry-author">{authorName(roster, desk, item)}</bdi>
        <span class="lane-entry-day">{desk.day(item.day)}</span>
      </p>
      {isMessage ? null : (
        <p class="lane-entry-event">{entrySentence(item, roster, { common, desk })}</p>
      )}
      {payload?.type === "notice" ? <p>{noticeSentence(promises, payload)}</p> : null}
      {payload?.type === "receipt" ? (
        <PromiseLines promises={readReceipt(payload.receipt)?.promises ?? []} />
      ) : null}
      {words === null ? null : <Passage text={words.text} language={words.language} />}
    </li>
  );
}

export interface LaneColumnProps {
  readonly audience: LaneAudience;
  readonly items: readonly JournalItem[];
  readonly roster: RosterView;
  /** Said where nothing stands; null when nobody can tell that there is nothing. */
  readonly empty: string | null;
  /** What can be done at the end of this column. */
  readonly children: Child;
}

export function LaneColumn({ audience, items, roster, empty, children }: LaneColumnProps) {
  const { t } = useDesk();
  const heading = `lane-${audience}`;
  const spoken = items.filter(isSpoken);
  return (
    <section class={`lane lane-${audience}`} data-lane={audience} aria-labelledby={heading}>
      <h2 id={heading}>{t(`${audience}.title`)}</h2>
      <p class="lane-lead">{t(`${audience}.lead`)}</p>
      {spoken.length === 0 ? null : (
        <ol class="lane-entries">
          {spoken.map((item) => (
            <LaneEntry key={`${item.lane}-${item.seq}`} item={item} roster={roster} />
          ))}
        </ol>
      )}
      {spoken.length > 0 || empty === null ? null : <p class="lane-empty">{empty}</p>}
      {children}
    </section>
  );
}
