/**
 * Where a period ends, and how far a pause moves that. Invariant: a pause never brings a last day earlier, and what
 * is computed here depends on days alone, never on a time zone.
 */
import { addMonths } from "../../worker/contract/clocks.ts";
import type { ClockRow, Limit } from "./clock-table.ts";
import { addWorkingDays, workingDayFrom, workingDaysBetween } from "./working-days.ts";

const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;

/** What of a clock's row the end of its period depends on, and where its working days are counted. */
export type Course = Pick<ClockRow, "calendar" | "lastDay"> & { readonly country: string | null };

/** Where no country was said there are weekends and no holidays. */
const NO_COUNTRY = "";

/**
 * The last day of that period, before its row moves it. `fromDay` is the day of the event and is not counted
 * (1182/71, Art. 3(1)). Hours end on the first day on which they can: those over whole days are left out, because the
 * hour of the event is not known.
 */
export function lastDayOf(fromDay: number, { count, unit }: Limit, course: Course): number {
  switch (unit) {
    case "hours":
      return fromDay + Math.floor(count / HOURS_A_DAY);
    case "days":
      return course.calendar === "working"
        ? addWorkingDays(fromDay, count, course.country ?? NO_COUNTRY)
        : fromDay + count;
    case "weeks":
      return fromDay + count * DAYS_A_WEEK;
    case "months":
      return addMonths(fromDay, count);
  }
}

/** The day by which it is due: the last day, the next working day or the day before, as its row says. */
export function dueDayOf(lastDay: number, { lastDay: course, country }: Course): number {
  switch (course) {
    case "stands":
      return lastDay;
    case "moves":
      return workingDayFrom(lastDay, country ?? NO_COUNTRY);
    case "before":
      return lastDay - 1;
  }
}

/**
 * The last day after the period stood still from `pausedDay` until `resumedDay`: the day of the pause is the first
 * that does not count, the day it goes on the first that does again. A pause after the last day moves nothing.
 */
export function lastDayAfterPause(
  lastDay: number,
  pausedDay: number,
  resumedDay: number,
  course: Course,
): number {
  if (pausedDay > lastDay || resumedDay <= pausedDay) return lastDay;
  if (course.calendar === "calendar") return lastDay + (resumedDay - pausedDay);
  const country = course.country ?? NO_COUNTRY;
  const left = workingDaysBetween(pausedDay, lastDay, country);
  return Math.max(lastDay, addWorkingDays(resumedDay - 1, left, country));
}
