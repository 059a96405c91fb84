/** The few facts of a case that decide what comes first, as words in small frames; colour only repeats them. */
import { challengeByDay } from "../../worker/contract/clocks.ts";
import type { DueStep } from "../../worker/contract/due.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { isDeletedSoon } from "../../worker/contract/retention.ts";
import type { DeskText } from "../i18n/index.ts";
import type { CaseState, Standing } from "../payload/case-state.ts";
import { openChallenge } from "../payload/challenge.ts";
import { clocksOf, type ClockView } from "../payload/clocks.ts";
import type { CardView } from "../vault/interface.ts";
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

/** That the reporter has written and nobody answered. */
function unansweredFact({ t, day }: DeskText, since: number): ChipFact {
  return { id: "unanswered", tone: "strong", words: t("chip.unanswered", { day: day(since) }) };
}

/** What keeps the case from being deleted, or that it soon will be. */
function keepingFacts({ t, day }: DeskText, plain: CasePlain, today: number): readonly ChipFact[] {
  const { holdReviewDay, purgeDay } = plain;
  if (holdReviewDay !== null) {
    return holdReviewDay < today
      ? [{ id: "held", tone: "late", words: t("chip.hold-overdue") }]
      : [{ id: "held", tone: "plain", words: t("chip.held") }];
  }
  return purgeDay === null || !isDeletedSoon(purgeDay, today)
    ? []
    : [{ id: "deleted-on", tone: "caution", words: t("chip.deleted-on", { day: day(purgeDay) }) }];
}

export interface RowChipsProps {
  readonly plain: CasePlain;
  readonly standing: Standing;
  readonly news: boolean;
  /** The day since which the reporter waits for an answer; null when they wait for none. */
  readonly unansweredSince: number | null;
  readonly unopened: CardView["unopened"];
  /** `waits`: a colleague's review of a measure is for whoever looks, or anybody else, to sign off. */
  readonly signOff: "waits" | "none";
  /** Null where nothing is due. */
  readonly step: DueStep | null;
  readonly today: number;
}

export function RowChips(props: RowChipsProps) {
  const { plain, standing, news, unansweredSince, unopened, signOff, step, today } = props;
  const text = useDesk();
  const { t } = text;
  const facts: ChipFact[] = [];
  if (plain.urgent) facts.push({ id: "urgent", tone: "late", words: t("chip.urgent") });
  if (news) facts.push({ id: "news", tone: "strong", words: t("chip.news") });
  if (unansweredSince !== null) facts.push(unansweredFact(text, unansweredSince));
  if (unopened !== null) {
    facts.push({ id: "unopened", tone: "caution", words: t(`chip.${unopened}`) });
  }
  facts.push({ id: "standing", tone: "plain", words: t(`standing.${standing}`) });
  if (isChallenged(plain)) {
    facts.push({ id: "challenged", tone: "strong", words: t("chip.challenged") });
  }
  if (signOff === "waits") {
    facts.push({ id: "sign-off", tone: "caution", words: t("chip.sign-off") });
  }
  if (plain.nextDueDay !== null) facts.push(dueFact(text, plain.nextDueDay, today));
  facts.push(...keepingFacts(text, plain, today));
  if (step === "on-call" || step === "supervisor" || step === "oversight") {
    facts.push({ id: "escalated", tone: "late", words: t(`chip.step-${step}`) });
  }
  return <ChipList facts={facts} />;
}

export interface ClockChipsProps {
  readonly plain: CasePlain;
  /** From the verified journal, which is believed before the server's columns. */
  readonly state: CaseState;
  readonly today: number;
}

/** What it is, when it is due and how far off that is. */
function clockFact(text: DeskText, clock: ClockView): ChipFact {
  const { t, day } = text;
  const { code, seq, state, dueDay, leftDays } = clock;
  const id = seq === null ? code : `${code}-${seq}`;
  const name = t(`clock.${code}`);
  if (state === "paused") {
    return { id, tone: "plain", words: t("chip.clock-paused", { name }) };
  }
  const when = dueDay === null ? "" : day(dueDay);
  if (leftDays === null || leftDays > 0) {
    const words = t("chip.clock-due", { name, day: when, count: leftDays ?? 0 });
    return { id, tone: "plain", words };
  }
  return leftDays === 0
    ? { id, tone: "caution", words: t("chip.clock-today", { name, day: when }) }
    : { id, tone: "late", words: t("chip.clock-overdue", { name, day: when, count: -leftDays }) };
}

export function ClockChips({ plain, state, today }: ClockChipsProps) {
  const text = useDesk();
  const { t, day } = text;
  const { acknowledgedDay, feedbackDay, reopenedDay, closure, withdrawnDay, unansweredSince } =
    state;
  const facts: ChipFact[] = [];
  const push = (id: string, words: string): void => {
    facts.push({ id, tone: "plain", words });
  };
  if (plain.urgent) facts.push({ id: "urgent", tone: "late", words: t("chip.urgent") });
  if (unansweredSince !== null) facts.push(unansweredFact(text, unansweredSince));
  push("received", t("chip.received", { day: day(plain.receivedDay) }));
  if (acknowledgedDay !== null) {
    push("acknowledged", t("chip.acknowledged", { day: day(acknowledgedDay) }));
  }
  if (feedbackDay !== null) push("feedback", t("chip.feedback", { day: day(feedbackDay) }));
  for (const clock of clocksOf(state, plain, today)) {
    if (clock.state === "running" || clock.state === "paused") facts.push(clockFact(text, clock));
  }
  const challenge = openChallenge(state);
  if (challenge !== null) facts.push(dueFact(text, challengeByDay(challenge.day), today));
  if (reopenedDay !== null) push("reopened", t("chip.reopened", { day: day(reopenedDay) }));
  if (closure !== null) push("closed", t("chip.closed", { day: day(closure.day) }));
  if (withdrawnDay !== null) push("withdrawn", t("chip.withdrawn", { day: day(withdrawnDay) }));
  facts.push(...keepingFacts(text, plain, today));
  return <ChipList facts={facts} label={t("case.clocks")} />;
}
