/** The few facts of a case that decide what comes first, as words in small frames; colour only repeats them. */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { DELETION_NOTICE_DAYS } from "../../worker/contract/retention.ts";
import type { DeskText } from "../i18n/index.ts";
import type { Standing } from "../payload/case-state.ts";
import { useDesk } from "./text.ts";
import { isChallenged } from "./triage.ts";

type CasePlain = OutputOf<"inbox">["cases"][number]["plain"];
type Tone = "plain" | "strong" | "caution" | "late";

interface ChipFact {
  readonly id: string;
  readonly tone: Tone;
  readonly words: string;
}

function ChipList({
  facts,
  label,
}: {
  readonly facts: readonly ChipFact[];
  readonly label?: string;
}) {
  return (
    <ul class="chips" aria-label={label}>
      {facts.map(({ id, tone, words }) => (
        <li key={id} class={`chip chip-${tone}`} data-chip={id}>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** What is due next, seen from `today`, the server's day. */
function dueFact({ t, day }: DeskText, dueDay: number, today: number): ChipFact {
  if (dueDay < today) {
    return { id: "overdue", tone: "late", words: t("chip.overdue", { count: today - dueDay }) };
  }
  if (dueDay === today) return { id: "due", tone: "caution", words: t("chip.due-today") };
  return { id: "due", tone: "plain", words: t("chip.due", { day: day(dueDay) }) };
}

/** What keeps the case from being deleted, or that it soon will be. */
function keepingFacts({ t, day }: DeskText, plain: CasePlain, today: number): readonly ChipFact[] {
  const { holdReviewDay, purgeDay } = plain;
  if (holdReviewDay !== null) {
    return holdReviewDay < today
      ? [{ id: "held", tone: "late", words: t("chip.hold-overdue") }]
      : [{ id: "held", tone: "plain", words: t("chip.held") }];
  }
  return purgeDay === null || purgeDay - today > DELETION_NOTICE_DAYS
    ? []
    : [{ id: "deleted-on", tone: "caution", words: t("chip.deleted-on", { day: day(purgeDay) }) }];
}

export interface RowChipsProps {
  readonly plain: CasePlain;
  readonly standing: Standing;
  readonly news: boolean;
  readonly opened: boolean;
  readonly today: number;
}

export function RowChips({ plain, standing, news, opened, today }: RowChipsProps) {
  const text = useDesk();
  const { t } = text;
  const facts: ChipFact[] = [];
  if (plain.urgent) facts.push({ id: "urgent", tone: "late", words: t("chip.urgent") });
  if (news) facts.push({ id: "news", tone: "strong", words: t("chip.news") });
  if (!opened) facts.push({ id: "unopened", tone: "caution", words: t("chip.unopened") });
  facts.push({ id: "standing", tone: "plain", words: t(`standing.${standing}`) });
  if (isChallenged(plain)) {
    facts.push({ id: "challenged", tone: "strong", words: t("chip.challenged") });
  }
  if (plain.nextDueDay !== null) facts.push(dueFact(text, plain.nextDueDay, today));
  facts.push(...keepingFacts(text, plain, today));
  return <ChipList facts={facts} />;
}

export interface ClockChipsProps {
  readonly plain: CasePlain;
  /** From the verified journal, which is believed before the server's columns. */
  readonly acknowledgedDay: number | null;
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
  readonly today: number;
}

export function ClockChips(props: ClockChipsProps) {
  const { plain, acknowledgedDay, closedDay, withdrawnDay, today } = props;
  const text = useDesk();
  const { t, day } = text;
  const facts: ChipFact[] = [];
  const push = (id: string, words: string): void => {
    facts.push({ id, tone: "plain", words });
  };
  if (plain.urgent) facts.push({ id: "urgent", tone: "late", words: t("chip.urgent") });
  push("received", t("chip.received", { day: day(plain.receivedDay) }));
  if (acknowledgedDay !== null) {
    push("acknowledged", t("chip.acknowledged", { day: day(acknowledgedDay) }));
  } else if (plain.nextDueDay !== null) {
    push("acknowledge-by", t("chip.acknowledge-by", { day: day(plain.nextDueDay) }));
  }
  if (plain.feedbackDay !== null) {
    push("feedback", t("chip.feedback", { day: day(plain.feedbackDay) }));
  }
  if (plain.nextDueDay !== null) {
    const late = plain.nextDueDay < today;
    if (late || acknowledgedDay !== null) facts.push(dueFact(text, plain.nextDueDay, today));
  }
  if (plain.reopenedDay !== null) {
    push("reopened", t("chip.reopened", { day: day(plain.reopenedDay) }));
  }
  if (closedDay !== null) push("closed", t("chip.closed", { day: day(closedDay) }));
  if (withdrawnDay !== null) push("withdrawn", t("chip.withdrawn", { day: day(withdrawnDay) }));
  facts.push(...keepingFacts(text, plain, today));
  return <ChipList facts={facts} label={t("case.clocks")} />;
}
