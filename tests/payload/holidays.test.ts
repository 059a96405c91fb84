/**
 * Public holidays as the laws name them, for all countries that have a list: those on a Monday to Friday, which are the
 * only ones that a working day is counted by. The dates are those of the laws, compared day by day with lists that
 * others keep; none was computed by the rules under test.
 */
import { describe, expect, it } from "vitest";
import { dayOf, MILLISECONDS_A_DAY } from "../../worker/contract/clocks.ts";
import { HOLIDAY_COUNTRIES, holidaysOf, weekdayOf } from "../../web/payload/holidays.ts";
import { isWorkingDay } from "../../web/payload/working-days.ts";

const SUNDAY = 0;
const SATURDAY = 6;
const date = (of: number): string => new Date(of * MILLISECONDS_A_DAY).toISOString().slice(5, 10);

/**
 * One year with Christmas on a Saturday, and a leap year in which both Easters are one and New Year is a Saturday; of
 * Ireland one more, in which 1 February is a Friday.
 */
const KNOWN = [
  // Arbeitsruhegesetz, 7(2).
  ["AT", 2027, "01-01 01-06 03-29 05-06 05-17 05-27 10-26 11-01 12-08"],
  ["AT", 2028, "01-06 04-17 05-01 05-25 06-05 06-15 08-15 10-26 11-01 12-08 12-25 12-26"],
  // Arrêté royal du 18 avril 1974, 1.
  ["BE", 2027, "01-01 03-29 05-06 05-17 07-21 11-01 11-11"],
  ["BE", 2028, "04-17 05-01 05-25 06-05 07-21 08-15 11-01 12-25"],
  // Einigungsvertrag, 2(2), and what the Feiertagsgesetze of all Länder have in common.
  ["DE", 2027, "01-01 03-26 03-29 05-06 05-17"],
  ["DE", 2028, "04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26"],
  // Estatuto de los Trabajadores, 37.2; Real Decreto 2001/1983, 45.
  ["ES", 2027, "01-01 01-06 03-26 10-12 11-01 12-06 12-08"],
  ["ES", 2028, "01-06 04-14 05-01 08-15 10-12 11-01 12-06 12-08 12-25"],
  // Code du travail, L3133-1.
  ["FR", 2027, "01-01 03-29 05-06 05-17 07-14 11-01 11-11"],
  ["FR", 2028, "04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 12-25"],
  // Banking and Financial Dealings Act 1971, Schedule 1, and the proclamations under it.
  ["GB", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
  ["GB", 2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"],
  // Organisation of Working Time Act 1997, Second Schedule; S.I. No. 50/2022.
  ["IE", 2027, "01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25"],
  ["IE", 2028, "02-07 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26"],
  ["IE", 2030, "01-01 02-01 04-22 05-06 06-03 08-05 10-28 12-25 12-26"],
  // Legge 260/1949, 2, as Legge 54/1977 and Legge 151/2025 left it.
  ["IT", 2027, "01-01 01-06 03-29 06-02 10-04 11-01 12-08"],
  ["IT", 2028, "01-06 04-17 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26"],
  // Code du travail, L.232-2.
  ["LU", 2027, "01-01 03-29 05-06 05-17 06-23 11-01"],
  ["LU", 2028, "04-17 05-01 05-09 05-25 06-05 06-23 08-15 11-01 12-25 12-26"],
  // Algemene termijnenwet, 3.
  ["NL", 2027, "01-01 03-26 03-29 04-27 05-05 05-06 05-17"],
  ["NL", 2028, "04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26"],
  // Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, 1.
  ["PL", 2027, "01-01 01-06 03-29 05-03 05-27 11-01 11-11 12-24"],
  ["PL", 2028, "01-06 04-17 05-01 05-03 06-15 08-15 11-01 12-25 12-26"],
  // Código do Trabalho, 234.
  ["PT", 2027, "01-01 03-26 05-27 06-10 10-05 11-01 12-01 12-08"],
  ["PT", 2028, "04-14 04-25 05-01 06-15 08-15 10-05 11-01 12-01 12-08 12-25"],
  // Codul muncii, 139.
  ["RO", 2027, "01-01 01-06 01-07 04-30 05-03 06-01 06-21 11-30 12-01"],
  ["RO", 2028, "01-06 01-07 01-24 04-14 04-17 05-01 06-01 06-05 08-15 11-30 12-01 12-25 12-26"],
] as const; // oxfmt-ignore

describe("the public holidays", () => {
  it.each(KNOWN)("of %s in %i are those of its law", (country, year, dates) => {
    const days = [...holidaysOf(country, year)].filter(
      (day) => weekdayOf(day) !== SUNDAY && weekdayOf(day) !== SATURDAY,
    );
    expect(days.map(date).toSorted().join(" ")).toBe(dates);
  });

  it("are checked against a law in every country that has a list", () => {
    expect([...new Set(KNOWN.map(([country]) => country))]).toEqual(HOLIDAY_COUNTRIES);
  });

  it("begin with the year in which the law that makes one is in force", () => {
    const has = (country: string, on: string) =>
      holidaysOf(country, Number(on.slice(0, 4))).has(dayOf(Date.parse(on)));
    // Legge 151/2025; Ustawa z 6 grudnia 2024 r.; Legea 52/2023.
    expect([has("IT", "2025-10-04"), has("IT", "2026-10-04")]).toEqual([false, true]);
    expect([has("PL", "2024-12-24"), has("PL", "2025-12-24")]).toEqual([false, true]);
    expect([has("RO", "2023-01-06"), has("RO", "2024-01-06")]).toEqual([false, true]);
  });
});

describe("the weekend", () => {
  // From Sunday to Saturday of one week of 2026 without a holiday; W is a working day.
  it.each([
    ["FR", "-WWWWW-"],
    ["AE", "-WWWWW-"],
    ["EG", "WWWWW--"],
    ["IL", "WWWWW--"],
    ["BD", "WWWWW--"],
    ["MV", "WWWWW--"],
    ["PS", "WWWWW--"],
    ["BN", "-WWWW-W"],
    ["AF", "WWWWW-W"],
    ["IR", "WWWWW-W"],
    ["SO", "WWWWW-W"],
    ["DJ", "WWWWW-W"],
    ["NP", "WWWWWW-"],
    ["IN", "-WWWWWW"],
  ])("of %s is %s", (country, week) => {
    const sunday = dayOf(Date.parse("2026-03-01"));
    const days = Array.from({ length: 7 }, (_, at) => isWorkingDay(sunday + at, country));
    expect(days.map((works) => (works ? "W" : "-")).join("")).toBe(week);
  });
});
