/**
 * The clocks of a case as they run: those of its reporter's promises, of its urgent mark, and the team's own.
 * Invariant: a due day is a function of the entries and their days; `today` only says how far off it is.
 */
import { acknowledgeByDay, feedbackDueDay } from "../../worker/contract/clocks.ts";
import { DAY_MAX } from "../../worker/contract/roster.ts";
import type { CaseState } from "./case-state.ts";
import type { Casework } from "./casework.ts";
import { CLOCKS, type ClockCode, type TeamClockCode } from "./clock-table.ts";
import type { TriageDecision, Risk } from "./entries/triage.ts";
import type { EntryPlace } from "./entry-type.ts";
import { dueDayOf, lastDayOf, type Course } from "./periods.ts";

export const CLOCK_STATES = ["running", "paused", "met", "ended"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A clock of the team's, as its entries left it. `seq` names it: the place of the entry that started it. */
export interface TeamClock {
  readonly seq: number;
  readonly code: TeamClockCode;
  /** The day of the event; not counted. */
  readonly fromDay: number;
  readonly country: string | null;
  /** Before its row moves it. */
  readonly lastDay: number;
  readonly state: ClockState;
  /** Since when it stands still; null unless it is paused. */
  readonly pausedDay: number | null;
  /** When somebody is to ask whether it still has to stand still; null unless it is paused and a day was said. */
  readonly untilDay: number | null;
  readonly extended: boolean;
}

export function courseOf({ code, country }: Pick<TeamClock, "code" | "country">): Course {
  const { calendar, lastDay } = CLOCKS[code];
  return { calendar, lastDay, country };
}

/** @param ownDay the last day as an order names it; null for the row's own limit */
export function startedClock(
  start: Pick<TeamClock, "seq" | "code" | "fromDay" | "country">,
  ownDay: number | null,
): TeamClock {
  const lastDay = ownDay ?? lastDayOf(start.fromDay, CLOCKS[start.code].limit, courseOf(start));
  return { ...start, lastDay, state: "running", pausedDay: null, untilDay: null, extended: false };
}

export function isOpen({ state }: TeamClock): boolean {
  return state === "running" || state === "paused";
}

export function findClock(clocks: readonly TeamClock[], seq: number): TeamClock | null {
  return clocks.find((clock) => clock.seq === seq) ?? null;
}

/** The clocks with that one changed. */
export function withClock(
  clocks: readonly TeamClock[],
  seq: number,
  change: (clock: TeamClock) => TeamClock,
): readonly TeamClock[] {
  return clocks.map((clock) => (clock.seq === seq ? change(clock) : clock));
}

const RISK_CLOCK = {
  HIGH: "R_HIGH",
  MEDIUM: "R_MEDIUM",
  LOW: "R_LOW",
} as const satisfies Record<Risk, TeamClockCode>;
const RISK_CODES: readonly TeamClockCode[] = Object.values(RISK_CLOCK);

/** Nothing is done for the child here after these. */
const NO_ACTION: readonly TriageDecision[] = ["DUP", "OUT_OF_SCOPE", "NO_SAFE_ACTION"];

/**
 * The clock of the first protective action follows the risk to the child: finding the same risk again moves nothing,
 * another risk ends the one that ran and starts its own.
 */
export function clocksAfterTriage(
  clocks: readonly TeamClock[],
  { decision, riskChild }: { readonly decision: TriageDecision; readonly riskChild: Risk },
  { seq, day }: EntryPlace,
): readonly TeamClock[] {
  const code = RISK_CLOCK[riskChild];
  const last = clocks.findLast((clock) => RISK_CODES.includes(clock.code)) ?? null;
  const acts = !NO_ACTION.includes(decision);
  if (acts && last?.code === code && last.state !== "ended") return clocks;
  const others = clocks.map((clock): TeamClock =>
    clock === last && isOpen(clock) ? { ...clock, state: "ended" } : clock,
  );
  return acts
    ? [...others, startedClock({ seq, code, fromDay: day, country: null }, null)]
    : others;
}

/** The clocks, and which of them is the measure's own; null where nobody has to look at it again. */
export interface MeasureClocks {
  readonly clocks: readonly TeamClock[];
  readonly clock: number | null;
}

function withEnded(
  clocks: readonly TeamClock[],
  seq: number | null,
  state: "met" | "ended",
): readonly TeamClock[] {
  return clocks.map((clock): TeamClock =>
    clock.seq === seq && isOpen(clock)
      ? { ...clock, state, pausedDay: null, untilDay: null }
      : clock,
  );
}

/**
 * A measure starts a clock for its review, in the place of the one that the measure before it had: for the day that
 * was said, else after the clock's own limit. One that ends by then, or was over when it was written down, is not
 * looked at again.
 */
export function clocksAfterMeasure(
  clocks: readonly TeamClock[],
  measures: Casework["measures"],
  measure: {
    readonly startDay: number;
    readonly endDay: number | null;
    readonly reviewDay: number | null;
    readonly replaces: number | null;
  },
  { seq, day }: EntryPlace,
): MeasureClocks {
  const { startDay, endDay, reviewDay, replaces } = measure;
  const before = measures.find((one) => one.seq === replaces)?.clock ?? null;
  const others = withEnded(clocks, before, "ended");
  const start = { seq, code: "ORD", fromDay: startDay, country: null } as const;
  const clock = startedClock(start, reviewDay);
  const ends = reviewDay === null && endDay !== null && endDay <= Math.max(clock.lastDay, day);
  return ends ? { clocks: others, clock: null } : { clocks: [...others, clock], clock: seq };
}

/** Once a review is signed off its clock is met, and the next one runs unless the measure is needed no more. */
export function clockAfterReview(
  clocks: readonly TeamClock[],
  measure: Casework["measures"][number],
  review: { readonly stillNeeded: "YES" | "NO"; readonly nextReviewDay: number | null },
  { seq, day }: EntryPlace,
): MeasureClocks & { readonly dueDay: number | null } {
  const others = withEnded(clocks, measure.clock, "met");
  const { stillNeeded, nextReviewDay } = review;
  if (stillNeeded === "NO" && nextReviewDay === null) {
    return { clocks: others, clock: null, dueDay: null };
  }
  const start = { seq, code: "ORD", fromDay: day, country: null } as const;
  const clock = startedClock(start, nextReviewDay);
  return { clocks: [...others, clock], clock: seq, dueDay: clock.lastDay };
}

/** What is owed when, as a desk shows it. */
export interface ClockView {
  readonly code: ClockCode;
  /** Of the entry that started it; null for those that nobody started. */
  readonly seq: number | null;
  readonly state: ClockState;
  /** Null while it stands still, unless somebody is to look at it on a day, and once it has ended. */
  readonly dueDay: number | null;
  /** Days from `today` to the due day: less than 0 when it is overdue; null without a due day. */
  readonly leftDays: number | null;
  readonly standing: "due" | "overdue" | "none";
  readonly extended: boolean;
}

/** What the server keeps, and says besides the journal. */
export interface GivenDays {
  readonly receivedDay: number;
  readonly urgent: boolean;
}

/** Of a clock of the team's; null once it has ended. Always a day that a card and the server take. */
export function dueDayOfClock(clock: TeamClock): number | null {
  switch (clock.state) {
    case "running":
      return Math.min(dueDayOf(clock.lastDay, courseOf(clock)), DAY_MAX);
    case "paused":
      return clock.untilDay;
    case "met":
    case "ended":
      return null;
  }
}

function promiseClocks(
  { acknowledgedDay, feedbackDay, feedbackExtension, recipients, reopenedDay }: CaseState,
  { receivedDay, urgent }: GivenDays,
): readonly Pick<ClockView, "code" | "state" | "dueDay" | "extended">[] {
  const promise = (code: ClockCode, met: boolean, day: number, extended = false) => ({
    code,
    state: met ? ("met" as const) : ("running" as const),
    dueDay: met ? null : day,
    extended,
  });
  const feedbackExtendedDay = feedbackExtension?.day ?? null;
  return [
    ...(urgent ? [promise("URG", recipients.length > 0, receivedDay)] : []),
    promise("ACK", acknowledgedDay !== null, acknowledgeByDay(receivedDay)),
    promise(
      "FB",
      feedbackDay !== null,
      feedbackDueDay({ receivedDay, acknowledgedDay, reopenedDay, feedbackExtendedDay }),
      feedbackExtendedDay !== null,
    ),
  ];
}

/** Clocks that count for the child, whether or not the report was taken back. */
function outlastsReport(code: ClockCode): boolean {
  return code !== "ACK" && code !== "FB";
}

/**
 * Every clock of a case, open ones first, the earliest due of them first. A closed case waits for nobody; whoever took
 * their report back is promised nothing more.
 */
export function clocksOf(state: CaseState, given: GivenDays, today: number): readonly ClockView[] {
  const closed = state.closure !== null;
  const withdrawn = state.withdrawnDay !== null;
  const team = state.casework.clocks.map((clock) => ({ ...clock, dueDay: dueDayOfClock(clock) }));
  const all = [
    ...promiseClocks(state, given).map((clock) => ({ ...clock, seq: null })),
    ...team,
  ].map(({ code, seq, state: course, dueDay, extended }): ClockView => {
    const over = closed || (withdrawn && !outlastsReport(code));
    const ended = over && course !== "met";
    const day = ended ? null : dueDay;
    return {
      code,
      seq,
      state: ended ? "ended" : course,
      dueDay: day,
      leftDays: day === null ? null : day - today,
      standing: day === null ? "none" : day < today ? "overdue" : "due",
      extended,
    };
  });
  return all.toSorted(
    (a, b) =>
      CLOCK_STATES.indexOf(a.state) - CLOCK_STATES.indexOf(b.state) ||
      (a.dueDay ?? Infinity) - (b.dueDay ?? Infinity) ||
      (a.seq ?? 0) - (b.seq ?? 0),
  );
}

/** The earliest of the team's clocks that has a due day; null where none has. */
export function nextTeamClock(
  clocks: readonly TeamClock[],
): { readonly code: TeamClockCode; readonly dueDay: number } | null {
  const due = clocks.flatMap((clock) => {
    const dueDay = dueDayOfClock(clock);
    return dueDay === null ? [] : [{ code: clock.code, dueDay }];
  });
  return due.toSorted((a, b) => a.dueDay - b.dueDay)[0] ?? null;
}

/** Of the open tasks and the open lines of the care plan that have a day, the earliest; null where none has. */
export function nextTaskDay({
  tasks,
  carePlan,
}: Pick<Casework, "tasks" | "carePlan">): number | null {
  const days = [...tasks, ...carePlan].flatMap(({ state, byDay }) =>
    state === "open" && byDay !== null ? [byDay] : [],
  );
  return days.length === 0 ? null : Math.min(...days);
}

/** All that the server is told of the team's clocks and tasks: the earliest day, and neither which nor why. */
export function caseworkDueDay(casework: Casework): number | null {
  const days = [nextTeamClock(casework.clocks)?.dueDay ?? null, nextTaskDay(casework)].filter(
    (day) => day !== null,
  );
  return days.length === 0 ? null : Math.min(...days);
}
