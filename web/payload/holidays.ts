/**
 * The public holidays a working day is not, country by country, as they were known on HOLIDAYS_AS_OF_DAY: nationwide ones,
 * by their rule, so that any year can be asked. Whoever changes a rule looks all of them up and moves the day.
 * Where a law leaves it open whether a day is one, it is left out: what is due is then due earlier, never later. So are
 * days of one region alone, and the Monday to which a Spanish region may move a holiday that falls on a Sunday. A holiday
 * on a weekend moves only where the law of the country moves it for everybody, which is in England and Wales; an Irish
 * employer may give another day instead, which is not a public holiday. Easter Sunday and Whit Sunday are not named,
 * being Sundays. Holidays by the sighting of the moon are in no list here: of none of these countries are they
 * nationwide, and no day of them is certain beforehand.
 */
import { dayOf } from "../../worker/contract/clocks.ts";

/** 2026-11-26. */
export const HOLIDAYS_AS_OF_DAY = 20_783;

/** Months and weekdays as Date counts them, but for months: 1 is January; 0 is Sunday. */
type Rule =
  | {
      readonly kind: "date";
      readonly month: number;
      readonly date: number;
      readonly since?: number;
    }
  /** On a weekend it is kept on the next weekday that is no holiday itself. */
  | { readonly kind: "date-or-next-weekday"; readonly month: number; readonly date: number }
  /** Days after Easter Sunday; before it, less than 0. */
  | { readonly kind: "easter" | "orthodox-easter"; readonly after: number }
  /** The nth such weekday of the month; -1 is the last. */
  | {
      readonly kind: "weekday";
      readonly month: number;
      readonly weekday: number;
      readonly nth: 1 | -1;
    }
  /** Ireland, since 2023: the first Monday of February, or the 1st itself when it is a Friday. */
  | { readonly kind: "saint-brigid" }
  /** The Netherlands: 27 April, or the day before when that is a Sunday. */
  | { readonly kind: "kings-day" };

const date = (month: number, day: number, since?: number): Rule => ({
  kind: "date",
  month,
  date: day,
  ...(since !== undefined && { since }),
});
const moved = (month: number, day: number): Rule => ({
  kind: "date-or-next-weekday",
  month,
  date: day,
});
const easter = (after: number): Rule => ({ kind: "easter", after });
const orthodox = (after: number): Rule => ({ kind: "orthodox-easter", after });
const monday = (month: number, nth: 1 | -1): Rule => ({ kind: "weekday", month, weekday: 1, nth });

const NEW_YEAR = date(1, 1);
const EPIPHANY = date(1, 6);
const GOOD_FRIDAY = easter(-2);
const EASTER_MONDAY = easter(1);
const LABOUR_DAY = date(5, 1);
const ASCENSION = easter(39);
const WHIT_MONDAY = easter(50);
const CORPUS_CHRISTI = easter(60);
const ASSUMPTION = date(8, 15);
const ALL_SAINTS = date(11, 1);
const CHRISTMAS = date(12, 25);
const SECOND_CHRISTMAS = date(12, 26);

/** By ISO 3166-1 alpha-2. GB: England and Wales. */
const RULES: ReadonlyMap<string, readonly Rule[]> = new Map([
  ["AT", [NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI,
    ASSUMPTION, date(10, 26), ALL_SAINTS, date(12, 8), CHRISTMAS, SECOND_CHRISTMAS]],
  ["BE", [NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, date(7, 21), ASSUMPTION,
    ALL_SAINTS, date(11, 11), CHRISTMAS]],
  ["DE", [NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, date(10, 3),
    CHRISTMAS, SECOND_CHRISTMAS]],
  ["ES", [NEW_YEAR, EPIPHANY, GOOD_FRIDAY, LABOUR_DAY, ASSUMPTION, date(10, 12), ALL_SAINTS,
    date(12, 6), date(12, 8), CHRISTMAS]],
  ["FR", [NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, date(5, 8), ASCENSION, WHIT_MONDAY, date(7, 14),
    ASSUMPTION, ALL_SAINTS, date(11, 11), CHRISTMAS]],
  ["GB", [moved(1, 1), GOOD_FRIDAY, EASTER_MONDAY, monday(5, 1), monday(5, -1), monday(8, -1),
    moved(12, 25), moved(12, 26)]],
  ["IE", [NEW_YEAR, { kind: "saint-brigid" }, date(3, 17), EASTER_MONDAY, monday(5, 1), monday(6, 1),
    monday(8, 1), monday(10, -1), CHRISTMAS, SECOND_CHRISTMAS]],
  ["IT", [NEW_YEAR, EPIPHANY, EASTER_MONDAY, date(4, 25), LABOUR_DAY, date(6, 2), ASSUMPTION,
    date(10, 4, 2026), ALL_SAINTS, date(12, 8), CHRISTMAS, SECOND_CHRISTMAS]],
  ["LU", [NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, date(5, 9), ASCENSION, WHIT_MONDAY, date(6, 23),
    ASSUMPTION, ALL_SAINTS, CHRISTMAS, SECOND_CHRISTMAS]],
  // Good Friday and 5 May count as holidays wherever a law sets a period, whoever works on them (Algemene termijnenwet, 3).
  ["NL", [NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY, { kind: "kings-day" }, date(5, 5), ASCENSION,
    WHIT_MONDAY, CHRISTMAS, SECOND_CHRISTMAS]],
  ["PL", [NEW_YEAR, EPIPHANY, EASTER_MONDAY, LABOUR_DAY, date(5, 3), CORPUS_CHRISTI, ASSUMPTION,
    ALL_SAINTS, date(11, 11), date(12, 24, 2025), CHRISTMAS, SECOND_CHRISTMAS]],
  ["PT", [NEW_YEAR, GOOD_FRIDAY, date(4, 25), LABOUR_DAY, CORPUS_CHRISTI, date(6, 10), ASSUMPTION,
    date(10, 5), ALL_SAINTS, date(12, 1), date(12, 8), CHRISTMAS]],
  ["RO", [NEW_YEAR, date(1, 2), date(1, 6, 2024), date(1, 7, 2024), date(1, 24), orthodox(-2),
    orthodox(1), LABOUR_DAY, date(6, 1), orthodox(50), ASSUMPTION, date(11, 30), date(12, 1),
    CHRISTMAS, SECOND_CHRISTMAS]],
]); // oxfmt-ignore

export const HOLIDAY_COUNTRIES: readonly string[] = [...RULES.keys()];

/** Where there is no list, only weekends are left out: the page says so. */
export function hasHolidays(country: string): boolean {
  return RULES.has(country);
}

function dayAt(year: number, month: number, day: number): number {
  return dayOf(Date.UTC(year, month - 1, day));
}

/** Weekday of a day, 0 for Sunday: 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 8). */
function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayAt(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Easter Sunday of the Julian calendar, as a day of the Gregorian one; good from 1900 to 2099 (Meeus, 8). */
const JULIAN_BEHIND_DAYS = 13;
function orthodoxEasterDay(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  return dayAt(year, Math.floor(n / 31), (n % 31) + 1) + JULIAN_BEHIND_DAYS;
}

const SUNDAY = 0;
const FRIDAY = 5;
const SATURDAY = 6;

function nthWeekday(year: number, month: number, weekday: number, nth: 1 | -1): number {
  if (nth === 1) {
    const first = dayAt(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7);
  }
  const last = dayAt(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** @param taken the holidays found before this one */
function dayOfRule(rule: Rule, year: number, taken: ReadonlySet<number>): number | null {
  switch (rule.kind) {
    case "date":
      return rule.since !== undefined && year < rule.since
        ? null
        : dayAt(year, rule.month, rule.date);
    case "date-or-next-weekday": {
      let day = dayAt(year, rule.month, rule.date);
      while (weekdayOf(day) === SUNDAY || weekdayOf(day) === SATURDAY || taken.has(day)) day += 1;
      return day;
    }
    case "easter":
      return easterDay(year) + rule.after;
    case "orthodox-easter":
      return orthodoxEasterDay(year) + rule.after;
    case "weekday":
      return nthWeekday(year, rule.month, rule.weekday, rule.nth);
    case "saint-brigid": {
      if (year < 2023) return null;
      const first = dayAt(year, 2, 1);
      return weekdayOf(first) === FRIDAY ? first : nthWeekday(year, 2, 1, 1);
    }
    case "kings-day": {
      const day = dayAt(year, 4, 27);
      return weekdayOf(day) === SUNDAY ? day - 1 : day;
    }
  }
}

/** The public holidays of that year there; none where there is no list. */
export function holidaysOf(country: string, year: number): ReadonlySet<number> {
  const days = new Set<number>();
  for (const rule of RULES.get(country) ?? []) {
    const day = dayOfRule(rule, year, days);
    if (day !== null) days.add(day);
  }
  return days;
}
