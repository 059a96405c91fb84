/** The journal of a report as sentences, oldest first. What this page does not understand is shown as that. */
import type { JournalItem } from "../payload/journal.ts";
import type { RosterView } from "../vault/interface.ts";
import type { Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import { useReportText } from "./text.ts";

interface TimelineProps {
  readonly items: readonly JournalItem[];
  readonly roster: RosterView;
}

interface Line {
  readonly sentence: string;
  readonly body?: Child;
}

function useLine(roster: RosterView): (item: JournalItem) => Line {
  const { t } = useReportText();
  const common = useCommon();
  function nameOf({ author }: JournalItem): string {
    if (author.kind === "reporter") return t("case.you");
    return roster.members.find(({ id }) => id === author.member)?.name ?? t("case.somebody");
  }
  return (item) => {
    if (item.kind === "unknown") return { sentence: t("case.unknown", { type: item.type }) };
    if (item.kind === "refused") return { sentence: t("case.refused", { type: item.type }) };
    const { payload } = item;
    const name = nameOf(item);
    const own = item.author.kind === "reporter";
    switch (payload.type) {
      case "report":
        return {
          sentence: t("case.you-report"),
          body: <Passage text={payload.text} language={payload.language} />,
        };
      case "message":
        return {
          sentence: own ? t("case.you-wrote") : t("case.member-wrote", { name }),
          body: <Passage text={payload.text} language={payload.language} />,
        };
      case "acknowledgement":
        return { sentence: t("case.member-acknowledged", { name }) };
      case "closure":
        return {
          sentence: t("case.member-closed", { name }),
          body: (
            <>
              <p>{common.t(`closure.${payload.reason}`)}</p>
              {payload.text === "" ? null : (
                <Passage text={payload.text} language={payload.language} />
              )}
            </>
          ),
        };
      case "withdrawal":
        return { sentence: t("case.you-withdrew") };
      case "opening":
      case "note":
        return { sentence: t("case.refused", { type: payload.type }) };
    }
  };
}

export function Timeline({ items, roster }: TimelineProps) {
  const text = useReportText();
  const line = useLine(roster);
  return (
    <ol class="timeline" aria-label={text.t("case.timeline")}>
      {items.map((item) => {
        const { sentence, body } = line(item);
        const own = item.author.kind === "reporter";
        return (
          <li
            key={`${item.lane}-${item.seq}`}
            class={own ? "timeline-item timeline-own" : "timeline-item timeline-member"}
            data-entry={item.kind === "known" ? item.payload.type : item.kind}
          >
            <p class="timeline-line">
              <strong>{sentence}</strong>
            </p>
            <p class="field-hint">
              {text.day(item.day)}
              {own ? null : <span class="checked-mark">{text.t("case.checked")}</span>}
            </p>
            {body}
          </li>
        );
      })}
    </ol>
  );
}
