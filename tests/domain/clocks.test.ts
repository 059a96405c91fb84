import { describe, expect, it } from "vitest";
import {
  acknowledgeByDay,
  addMonths,
  dayOf,
  feedbackByDay,
  nextDueDay,
  type CaseDays,
} from "../../worker/domain/clocks.ts";

function day(date: string): number {
  return dayOf(Date.parse(date));
}

describe("a day", () => {
  it("begins and ends at midnight, UTC", () => {
    expect(dayOf(0)).toBe(0);
    expect(day("2026-11-23T00:00:00.000Z")).toBe(day("2026-11-23T23:59:59.999Z"));
    expect(day("2026-11-24")).toBe(day("2026-11-23") + 1);
  });
});

describe("three months", () => {
  it.each([
    ["2026-01-15", "2026-04-15"],
    ["2026-11-30", "2027-02-28"],
    ["2027-11-30", "2028-02-29"],
    ["2026-12-31", "2027-03-31"],
    ["2026-08-31", "2026-11-30"],
    ["2028-02-29", "2028-05-29"],
  ])("from %s end on %s", (from, until) => {
    expect(addMonths(day(from), 3)).toBe(day(until));
  });
});

describe("the clocks of Directive (EU) 2019/1937", () => {
  const received: CaseDays = {
    receivedDay: day("2026-11-23"),
    acknowledgedDay: null,
    feedbackDay: null,
    closedDay: null,
    reopenedDay: null,
    challengedDay: null,
    challengeDecidedDay: null,
    withdrawnDay: null,
  };

  it("ask for an acknowledgement within seven days", () => {
    expect(acknowledgeByDay(received.receivedDay)).toBe(day("2026-11-30"));
    expect(nextDueDay(received)).toBe(day("2026-11-30"));
  });

  it("ask for feedback within three months of the acknowledgement", () => {
    const acknowledged = { ...received, acknowledgedDay: day("2026-11-25") };
    expect(nextDueDay(acknowledged)).toBe(day("2027-02-25"));
  });

  it("count from the end of the seven days when there was no acknowledgement", () => {
    expect(feedbackByDay(received.receivedDay, null)).toBe(day("2027-02-28"));
  });

  it("still ask for the acknowledgement when feedback came first", () => {
    expect(nextDueDay({ ...received, feedbackDay: day("2026-11-24") })).toBe(day("2026-11-30"));
  });

  it("ask for nothing once both were given, or the case is closed or withdrawn", () => {
    const both = { acknowledgedDay: day("2026-11-25"), feedbackDay: day("2026-12-01") };
    expect(nextDueDay({ ...received, ...both })).toBeNull();
    expect(nextDueDay({ ...received, closedDay: day("2026-11-24") })).toBeNull();
    expect(nextDueDay({ ...received, withdrawnDay: day("2026-11-24") })).toBeNull();
  });
});
