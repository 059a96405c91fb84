/**
 * What is counted of cases: days and sums by desk, and nothing of any one case. Every number can be added to the same
 * number of another part, and the order of the parts does not matter.
 */
import * as z from "zod/mini";
import { bytesOf, Id } from "./bytes.ts";
import { Count } from "./endpoint.ts";
import { COUNT_CURSOR_BYTES } from "./limits.ts";
import { Day } from "./roster.ts";

/** The first day of each band, in days since the report came; the last band has no end. */
export const AGE_BANDS = [0, 8, 31, 91, 181] as const;

/** How far ahead a due day calls for attention. */
export const DUE_SOON_DAYS = 7;

/** How a case stands with the next promise to keep. */
export const DUE_STATES = ["overdue", "soon", "later", "nothing"] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Which band of AGE_BANDS. */
export function ageBand(days: number): number {
  return Math.max(
    AGE_BANDS.findLastIndex((first) => days >= first),
    0,
  );
}

export function dueState(nextDueDay: number | null, today: number): DueState {
  if (nextDueDay === null) return "nothing";
  if (nextDueDay < today) return "overdue";
  return nextDueDay <= today + DUE_SOON_DAYS ? "soon" : "later";
}

/** Parts of a count, by the first two characters of case ids: these are random, so parts are of one size. */
export const COUNT_PARTS = 4_096;

/** Where the next part begins: the server's to say, and of no use to anybody else. It names no case. */
export const CountCursor = bytesOf(COUNT_CURSOR_BYTES);

/**
 * How one promise was kept: `inTime`, `late`, `missed` (its day has passed and it was not kept), `running`, or `ended`
 * (the case ended before the day came). Together they are all the cases there are.
 */
export const KEPT = ["inTime", "late", "missed", "running", "ended"] as const;
export type KeptState = (typeof KEPT)[number];
export const Kept = z.strictObject({
  inTime: Count,
  late: Count,
  missed: Count,
  running: Count,
  ended: Count,
});
export type Kept = z.infer<typeof Kept>;

/** The cases of a desk that were received in one month. */
export const MonthCounts = z.strictObject({
  desk: Id,
  /** The first day of the month. */
  month: Day,
  received: Count,
  /** Neither closed nor withdrawn. */
  open: Count,
  overdue: Count,
  closed: Count,
  withdrawn: Count,
  acknowledged: Kept,
  feedback: Kept,
});
export type MonthCounts = z.infer<typeof MonthCounts>;

/** So many cases took so many days. */
export const DaysTaken = z.strictObject({ days: Count, count: Count });
export type DaysTaken = z.infer<typeof DaysTaken>;

/** The open cases of one age and one due state. */
export const OpenCounts = z.strictObject({
  /** Which of AGE_BANDS. */
  age: z.int().check(z.gte(0), z.lte(AGE_BANDS.length - 1)),
  due: z.enum(DUE_STATES),
  count: Count,
  urgent: Count,
  unacknowledged: Count,
});
export type OpenCounts = z.infer<typeof OpenCounts>;

export const DeskCounts = z.strictObject({
  desk: Id,
  open: z.array(OpenCounts),
  /** From receipt, over every case of which it was done. */
  acknowledgedAfter: z.array(DaysTaken),
  feedbackAfter: z.array(DaysTaken),
  closedAfter: z.array(DaysTaken),
});
export type DeskCounts = z.infer<typeof DeskCounts>;

/** How many open cases somebody can read; who sees to them only their readers know. */
export const ReaderCounts = z.strictObject({ member: Id, open: Count, overdue: Count });
export type ReaderCounts = z.infer<typeof ReaderCounts>;
