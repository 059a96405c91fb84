import { describe, expect, it } from "vitest";
import { acknowledgeByDay, addMonths, dayOf, feedbackByDay } from "../../worker/contract/clocks.ts";
import { nextDueDay, promisedDay, type CaseDays } from "../../worker/domain/clocks.ts";

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
    feedbackExtendedDay: null,
    closedDay: null,
    reopenedDay: null,
    challengedDay: null,
    challengeDecidedDay: null,
    withdrawnDay: null,
    caseworkDueDay: null,
    holdReviewDay: null,
    urgent: false,
    internalSeq: 0,
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
    expect(feedbackByDay(received.receivedDay, null, null)).toBe(day("2027-02-28"));
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

  it("ask for feedback within six months once the reporter was told why", () => {
    const told = {
      ...received,
      acknowledgedDay: day("2026-08-31"),
      feedbackExtendedDay: day("2026-10-01"),
    };
    expect(nextDueDay(told)).toBe(day("2027-02-28"));
  });
});

describe("what is due next", () => {
  const days: CaseDays = {
    receivedDay: 100,
    acknowledgedDay: 101,
    feedbackDay: null,
    feedbackExtendedDay: null,
    closedDay: null,
    withdrawnDay: null,
    reopenedDay: null,
    challengedDay: null,
    challengeDecidedDay: null,
    caseworkDueDay: null,
    holdReviewDay: null,
    urgent: false,
    internalSeq: 1,
  };

  it("is the earliest of the promises and of the team's own clocks, of which the reporter hears nothing", () => {
    expect(nextDueDay({ ...days, caseworkDueDay: 103 })).toBe(103);
    expect(promisedDay({ ...days, caseworkDueDay: 103 })).toBe(addMonths(101, 3));
    expect(nextDueDay({ ...days, caseworkDueDay: 5_000 })).toBe(addMonths(101, 3));
    expect(nextDueDay({ ...days, feedbackDay: 102, caseworkDueDay: 103 })).toBe(103);
    expect(nextDueDay({ ...days, closedDay: 102, caseworkDueDay: 103 })).toBeNull();
  });

  it("is the day a hold is looked at again, also of what is closed or was taken back, and never what is promised", () => {
    const held = { ...days, feedbackDay: 102, holdReviewDay: 140 };
    expect(nextDueDay(held)).toBe(140);
    expect(nextDueDay({ ...held, closedDay: 102 })).toBe(140);
    expect(nextDueDay({ ...held, closedDay: 102, withdrawnDay: 103 })).toBe(140);
    expect(nextDueDay({ ...held, caseworkDueDay: 120 })).toBe(120);
    expect(nextDueDay({ ...held, holdReviewDay: null })).toBeNull();
    expect(promisedDay(held)).toBeNull();
    expect(promisedDay({ ...days, holdReviewDay: 101 })).toBe(addMonths(101, 3));
  });

  it("goes on for the child when the report was taken back, until the case is closed", () => {
    const withdrawn = { ...days, withdrawnDay: 102 };
    expect(nextDueDay(withdrawn)).toBeNull();
    expect(nextDueDay({ ...withdrawn, caseworkDueDay: 103 })).toBe(103);
    expect(promisedDay({ ...withdrawn, caseworkDueDay: 103 })).toBeNull();
    expect(nextDueDay({ ...withdrawn, urgent: true, internalSeq: 0 })).toBe(100);
    expect(nextDueDay({ ...withdrawn, caseworkDueDay: 103, closedDay: 103 })).toBeNull();
  });

  it("is a first look on the same day, where something is urgent and nobody has opened it", () => {
    const unread = { ...days, acknowledgedDay: null, urgent: true, internalSeq: 0 };
    expect(nextDueDay(unread)).toBe(100);
    expect(promisedDay(unread)).toBe(107);
    expect(nextDueDay({ ...unread, internalSeq: 1 })).toBe(107);
  });
});
