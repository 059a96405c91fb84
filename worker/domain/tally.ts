/**
 * Cases as sums: by desk and month for how promises were kept, by age and due day for what is open.
 * Invariant: a tally is a function of the days of the cases alone, whatever their order, and the tallies of two parts
 * add up to that of the whole.
 */
import {
  ageBand,
  dueState,
  type DaysTaken,
  type DeskCounts,
  type Kept,
  type KeptState,
  type MonthCounts,
  type OpenCounts,
} from "../contract/figures.ts";
import {
  acknowledgeByDay,
  dayOf,
  feedbackDueDay,
  type CaseDays,
  type FormerFeedback,
} from "./clocks.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** What a tally looks at of a case. */
export interface CountedCase extends CaseDays, FormerFeedback {
  readonly deskId: string;
  readonly urgent: boolean;
  readonly nextDueDay: number | null;
}

/** The first day of its month. */
export function monthOf(day: number): number {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}

/** The day it was closed or withdrawn, whichever came first; null while it is open. */
function endedDay({ closedDay, withdrawnDay }: CaseDays): number | null {
  if (closedDay === null || withdrawnDay === null) return closedDay ?? withdrawnDay;
  return Math.min(closedDay, withdrawnDay);
}

export function isOpen(one: CaseDays): boolean {
  return endedDay(one) === null;
}

/** How a promise due on `dueDay` was kept. A day is not over before the next. */
export function keptState(
  dueDay: number,
  doneDay: number | null,
  ended: number | null,
  today: number,
): KeptState {
  if (doneDay !== null) return doneDay <= dueDay ? "inTime" : "late";
  if ((ended ?? today) > dueDay) return "missed";
  return ended === null ? "running" : "ended";
}

const nothingKept = (): Kept => ({ inTime: 0, late: 0, missed: 0, running: 0, ended: 0 });

function emptyMonth(desk: string, month: number): MonthCounts {
  const counts = { received: 0, open: 0, overdue: 0, closed: 0, withdrawn: 0 };
  return { desk, month, ...counts, acknowledged: nothingKept(), feedback: nothingKept() };
}

/** The value under that key, put there first where there is none. */
function under<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}

/** By desk, then by month. */
export function tallyMonths(cases: readonly CountedCase[], today: number): MonthCounts[] {
  const months = new Map<string, MonthCounts>();
  for (const one of cases) {
    const { deskId, receivedDay, acknowledgedDay, feedbackDay, closedDay, withdrawnDay } = one;
    const month = monthOf(receivedDay);
    const counts = under(months, `${deskId} ${month}`, () => emptyMonth(deskId, month));
    const ended = endedDay(one);
    counts.received += 1;
    counts.open += ended === null ? 1 : 0;
    counts.overdue += dueState(one.nextDueDay, today) === "overdue" ? 1 : 0;
    counts.closed += closedDay === null ? 0 : 1;
    counts.withdrawn += withdrawnDay === null ? 0 : 1;
    const acknowledgeBy = acknowledgeByDay(receivedDay);
    counts.acknowledged[keptState(acknowledgeBy, acknowledgedDay, ended, today)] += 1;
    // Feedback that came late once came late, however soon it came after a reopening.
    const feedback = keptState(feedbackDueDay(one), feedbackDay, ended, today);
    counts.feedback[one.lateFeedbackDay === null ? feedback : "late"] += 1;
  }
  return [...months.values()].toSorted((a, b) =>
    a.desk === b.desk ? a.month - b.month : a.desk < b.desk ? -1 : 1,
  );
}

/** How often each number of days was taken, the fewest days first. */
function taken(fromTo: readonly (readonly [number, number | null])[]): DaysTaken[] {
  const counts = new Map<number, number>();
  for (const [from, to] of fromTo) {
    // What came in order stands in order: no day is before the report came.
    if (to !== null)
      counts.set(Math.max(to - from, 0), (counts.get(Math.max(to - from, 0)) ?? 0) + 1);
  }
  return [...counts].map(([days, count]) => ({ days, count })).toSorted((a, b) => a.days - b.days);
}

function openCounts(cases: readonly CountedCase[], today: number): OpenCounts[] {
  const open = new Map<string, OpenCounts>();
  for (const one of cases.filter(isOpen)) {
    const age = ageBand(today - one.receivedDay);
    const due = dueState(one.nextDueDay, today);
    const counts = under(open, `${age} ${due}`, () => ({
      age,
      due,
      count: 0,
      urgent: 0,
      unacknowledged: 0,
    }));
    counts.count += 1;
    counts.urgent += one.urgent ? 1 : 0;
    counts.unacknowledged += one.acknowledgedDay === null ? 1 : 0;
  }
  return [...open.values()].toSorted((a, b) =>
    a.age === b.age ? (a.due < b.due ? -1 : 1) : a.age - b.age,
  );
}

/** By desk. */
export function tallyDesks(cases: readonly CountedCase[], today: number): DeskCounts[] {
  const desks = new Map<string, CountedCase[]>();
  for (const one of cases) under(desks, one.deskId, () => []).push(one);
  return [...desks]
    .map(([desk, held]) => ({
      desk,
      open: openCounts(held, today),
      acknowledgedAfter: taken(held.map((one) => [one.receivedDay, one.acknowledgedDay])),
      feedbackAfter: taken(held.map((one) => [one.receivedDay, one.feedbackDay])),
      closedAfter: taken(held.map((one) => [one.receivedDay, one.closedDay])),
    }))
    .toSorted((a, b) => (a.desk < b.desk ? -1 : 1));
}
