/**
 * Working days: all days other than public holidays and the weekend of a country (Regulation (EEC, Euratom)
 * No 1182/71, Art. 2). Invariant: a function of the day and the country alone.
 */
import { MILLISECONDS_A_DAY } from "../../worker/contract/clocks.ts";
import { holidaysOf, weekdayOf } from "./holidays.ts";

const SATURDAY_SUNDAY: readonly number[] = [6, 0];
const FRIDAY_SATURDAY: readonly number[] = [5, 6];

/**
 * Where the weekend is another than Saturday and Sunday: of Unicode CLDR 46, weekData, and of the countries whose
 * public offices keep another than it says. Where sources differ on a day, or it is a half day, it is counted as
 * worked: what is due is then due earlier, never later. 0 is Sunday.
 */
const WEEKENDS: ReadonlyMap<string, readonly number[]> = new Map([
  ...[
    "BD",
    "BH",
    "DZ",
    "EG",
    "IL",
    "IQ",
    "JO",
    "KW",
    "LY",
    "MV",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SY",
    "YE",
  ].map((country): [string, readonly number[]] => [country, FRIDAY_SATURDAY]),
  ...["AF", "DJ", "IR", "SO"].map((country): [string, readonly number[]] => [country, [5]]),
  ["BN", [5, 0]],
  ["NP", [6]],
  ["IN", [0]],
  ["UG", [0]],
]);

export function isWorkingDay(day: number, country: string): boolean {
  if ((WEEKENDS.get(country) ?? SATURDAY_SUNDAY).includes(weekdayOf(day))) return false;
  const year = new Date(day * MILLISECONDS_A_DAY).getUTCFullYear();
  return !holidaysOf(country, year).has(day);
}

/** The `count`th working day after `day`; `day` itself for 0. */
export function addWorkingDays(day: number, count: number, country: string): number {
  let at = day;
  for (let left = count; left > 0;) {
    at += 1;
    if (isWorkingDay(at, country)) left -= 1;
  }
  return at;
}

/** How many working days there are from `first` to `last`, both counted. */
export function workingDaysBetween(first: number, last: number, country: string): number {
  let count = 0;
  for (let at = first; at <= last; at += 1) if (isWorkingDay(at, country)) count += 1;
  return count;
}

/** That day, or the next working day where it is none. */
export function workingDayFrom(day: number, country: string): number {
  return isWorkingDay(day, country) ? day : addWorkingDays(day, 1, country);
}
