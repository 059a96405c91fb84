/** Where a period ends, on a frozen calendar: month ends, leap years, holidays, weekends, and in every time zone. */
import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, MILLISECONDS_A_DAY } from "../../worker/contract/clocks.ts";
import { HOLIDAY_COUNTRIES, holidaysOf } from "../../web/payload/holidays.ts";
import { dueDayOf, lastDayAfterPause, lastDayOf, type Course } from "../../web/payload/periods.ts";
import { addWorkingDays, isWorkingDay } from "../../web/payload/working-days.ts";

const day = (date: string): number => dayOf(Date.parse(date));
const date = (of: number): string => new Date(of * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
const CALENDAR: Course = { calendar: "calendar", lastDay: "stands", country: null };
const BEFORE: Course = { calendar: "calendar", lastDay: "before", country: null };
const UNION: Course = { calendar: "calendar", lastDay: "moves", country: "FR" };
const working = (country: string): Course => ({ calendar: "working", lastDay: "stands", country });

describe("a period", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-12-31", 3, "2027-03-31"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
  ])("from %s ends %i months later on %s", (from, count, until) => {
    expect(date(lastDayOf(day(from), { count, unit: "months" }, CALENDAR))).toBe(until);
  });

  it.each([
    ["2026-12-28", 6, "weeks", "2027-02-08"],
    ["2026-12-28", 7, "days", "2027-01-04"],
    ["2026-03-28", 24, "hours", "2026-03-29"],
    ["2026-10-24", 72, "hours", "2026-10-27"],
    ["2026-12-31", 36, "hours", "2027-01-01"],
    ["2026-12-31", 47, "hours", "2027-01-01"],
    ["2026-12-31", 1, "hours", "2026-12-31"],
  ] as const)("from %s ends after %i %s on %s", (from, count, unit, until) => {
    expect(date(lastDayOf(day(from), { count, unit }, CALENDAR))).toBe(until);
  });

  it("that ends on a weekend or a holiday moves on where its law says so, and stands where not, or is due the day before", () => {
    const saturday = day("2026-11-28");
    expect(date(dueDayOf(saturday, UNION))).toBe("2026-11-30");
    expect(dueDayOf(saturday, CALENDAR)).toBe(saturday);
    expect(date(dueDayOf(saturday, BEFORE))).toBe("2026-11-27");
    expect(date(dueDayOf(day("2026-05-01"), UNION))).toBe("2026-05-04");
    expect(date(dueDayOf(day("2026-04-05"), UNION))).toBe("2026-04-07");
  });
});

describe("working days", () => {
  it.each([
    // Good Friday and Easter Monday in England, Easter Monday alone in France.
    ["2026-04-02", 2, "GB", "2026-04-08"],
    ["2026-04-02", 2, "FR", "2026-04-07"],
    // Orthodox Good Friday and Easter Monday, a week later.
    ["2026-04-09", 1, "RO", "2026-04-14"],
    // Christmas Day on a Saturday: Monday and Tuesday in England.
    ["2027-12-24", 1, "GB", "2027-12-29"],
    ["2027-12-24", 1, "FR", "2027-12-27"],
    // Sunday to Thursday.
    ["2026-11-26", 1, "EG", "2026-11-29"],
    ["2026-11-26", 1, "AE", "2026-11-27"],
    ["2026-11-26", 2, "AE", "2026-11-30"],
    ["2026-12-30", 5, "IE", "2027-01-07"],
    ["2023-02-03", 1, "IE", "2023-02-07"],
    ["2025-04-25", 1, "NL", "2025-04-28"],
  ])("after %s the next but %i in %s is %s", (from, count, country, until) => {
    expect(date(lastDayOf(day(from), { count, unit: "days" }, working(country)))).toBe(until);
  });

  it("know Easter of any year", () => {
    const mondays = [
      [2008, "2008-03-24"],
      [2024, "2024-04-01"],
      [2026, "2026-04-06"],
      [2027, "2027-03-29"],
      [2038, "2038-04-26"],
    ] as const;
    for (const [year, monday] of mondays) {
      expect([...holidaysOf("DE", year)].map(date)).toContain(monday);
    }
    const orthodox = [
      [2024, "2024-05-06"],
      [2025, "2025-04-21"],
      [2026, "2026-04-13"],
      [2027, "2027-05-03"],
    ] as const;
    for (const [year, monday] of orthodox) {
      expect([...holidaysOf("RO", year)].map(date)).toContain(monday);
    }
  });

  it("are those of the list for a whole year", () => {
    expect([...holidaysOf("IE", 2026)].map(date).toSorted()).toEqual([
      "2026-01-01", "2026-02-02", "2026-03-17", "2026-04-06", "2026-05-04", "2026-06-01", "2026-08-03",
      "2026-10-26", "2026-12-25", "2026-12-26",
    ]); // oxfmt-ignore
    expect([...holidaysOf("FR", 2027)].map(date).toSorted()).toEqual([
      "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14",
      "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
    ]); // oxfmt-ignore
    expect([...holidaysOf("GB", 2028)].map(date).toSorted()).toEqual([
      "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25",
      "2028-12-26",
    ]); // oxfmt-ignore
    expect(holidaysOf("TN", 2026).size).toBe(0);
  });
});

const anyDay = fc.integer({ min: day("2024-01-01"), max: day("2032-12-31") });
const anyCourse = fc.constantFrom<Course>(
  CALENDAR,
  UNION,
  ...[...HOLIDAY_COUNTRIES, "EG", "IR", "TN"].map(working),
);

describe("a pause", () => {
  it("of what is due the day before moves that day too", () => {
    const last = lastDayAfterPause(day("2026-11-28"), day("2026-11-20"), day("2026-11-24"), BEFORE);
    expect(date(dueDayOf(last, BEFORE))).toBe("2026-12-01");
  });

  it("over the end of a month adds the days that it lasted", () => {
    const last = lastDayOf(day("2026-01-31"), { count: 1, unit: "months" }, CALENDAR);
    expect(date(lastDayAfterPause(last, day("2026-02-20"), day("2026-03-05"), CALENDAR))).toBe(
      "2026-03-13",
    );
  });

  it("of working days leaves as many as there were", () => {
    const last = day("2026-04-09");
    const after = lastDayAfterPause(last, day("2026-04-08"), day("2026-04-20"), working("GB"));
    expect(date(after)).toBe("2026-04-21");
  });

  it("never brings the last day earlier, and none that comes after it moves it", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(80), fc.nat(120), anyCourse, (from, until, long, course) => {
        const last = addWorkingDays(from, 20, course.country ?? "");
        const moved = lastDayAfterPause(last, from + until, from + until + long, course);
        expect(moved).toBeGreaterThanOrEqual(last);
        if (long === 0 || from + until > last) expect(moved).toBe(last);
        if (course.calendar === "working")
          expect(isWorkingDay(moved, course.country ?? "")).toBe(true);
      }),
    );
  });
});

const ZONES = [
  "UTC",
  "Europe/Dublin",
  "Africa/Casablanca",
  "America/St_Johns",
  "Pacific/Apia",
  "Australia/Lord_Howe",
];

const IN_A_ZONE = `
  import { addMonths, dayOf } from "./worker/contract/clocks.ts";
  import { holidaysOf } from "./web/payload/holidays.ts";
  import { lastDayOf } from "./web/payload/periods.ts";
  const course = { calendar: "working", lastDay: "moves", country: "IE" };
  const days = [];
  for (let day = 20_450; day < 20_850; day += 1) {
    days.push(addMonths(day, 1), lastDayOf(day, { count: 5, unit: "days" }, course));
  }
  process.stdout.write(JSON.stringify([days, ...[2026, 2027].map((year) => [...holidaysOf("GB", year)])]));
  if (new Date(2026, 6, 1).getTimezoneOffset() === 0 && process.env.TZ !== "UTC") process.exit(1);
`;

describe("the time zone of a device", () => {
  it("changes nothing, on the days its clocks change neither", () => {
    const root = new URL("../..", import.meta.url);
    const results = ZONES.map((zone) =>
      execFileSync(process.execPath, ["--input-type=module", "-e", IN_A_ZONE], {
        cwd: root,
        env: { ...process.env, TZ: zone },
        encoding: "utf8",
      }),
    );
    expect(new Set(results).size).toBe(1);
    expect(results[0]?.length).toBeGreaterThan(4_000);
  });
});
