/**
 * Counts of parts, added up. Pure. Invariant: the sum is the same however the parts were cut and in whichever order
 * they came.
 */
import {
  KEPT,
  type DaysTaken,
  type DeskCounts,
  type Kept,
  type MonthCounts,
  type OpenCounts,
  type ReaderCounts,
} from "../../worker/contract/figures.ts";

/** Those with one key, added up into one; in the order in which the keys first came. */
function addedUp<Value>(
  values: readonly Value[],
  key: (value: Value) => string,
  add: (a: Value, b: Value) => Value,
): Value[] {
  const sums = new Map<string, Value>();
  for (const value of values) {
    const held = sums.get(key(value));
    sums.set(key(value), held === undefined ? value : add(held, value));
  }
  return [...sums.values()];
}

export function addKept(a: Kept, b: Kept): Kept {
  const sum = { ...a };
  for (const state of KEPT) sum[state] += b[state];
  return sum;
}

export function addMonths(months: readonly MonthCounts[]): MonthCounts[] {
  return addedUp(
    months,
    ({ desk, month }) => `${desk} ${month}`,
    (a, b) => ({
      desk: a.desk,
      month: a.month,
      received: a.received + b.received,
      open: a.open + b.open,
      overdue: a.overdue + b.overdue,
      closed: a.closed + b.closed,
      withdrawn: a.withdrawn + b.withdrawn,
      acknowledged: addKept(a.acknowledged, b.acknowledged),
      feedback: addKept(a.feedback, b.feedback),
    }),
  );
}

export function addDays(days: readonly DaysTaken[]): DaysTaken[] {
  return addedUp(
    days,
    (one) => String(one.days),
    (a, b) => ({ days: a.days, count: a.count + b.count }),
  );
}

export function addOpen(open: readonly OpenCounts[]): OpenCounts[] {
  return addedUp(
    open,
    ({ age, due }) => `${age} ${due}`,
    (a, b) => ({
      age: a.age,
      due: a.due,
      count: a.count + b.count,
      urgent: a.urgent + b.urgent,
      unacknowledged: a.unacknowledged + b.unacknowledged,
    }),
  );
}

/** Two of one desk. */
function addDesk(a: DeskCounts, b: DeskCounts): DeskCounts {
  return {
    desk: a.desk,
    open: addOpen([...a.open, ...b.open]),
    acknowledgedAfter: addDays([...a.acknowledgedAfter, ...b.acknowledgedAfter]),
    feedbackAfter: addDays([...a.feedbackAfter, ...b.feedbackAfter]),
    closedAfter: addDays([...a.closedAfter, ...b.closedAfter]),
  };
}

export function addDesks(desks: readonly DeskCounts[]): DeskCounts[] {
  return addedUp(desks, ({ desk }) => desk, addDesk);
}

export function addReaders(readers: readonly ReaderCounts[]): ReaderCounts[] {
  return addedUp(
    readers,
    ({ member }) => member,
    (a, b) => ({ member: a.member, open: a.open + b.open, overdue: a.overdue + b.overdue }),
  );
}
