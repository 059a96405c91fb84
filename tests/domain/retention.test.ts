/** When a case is deleted, on a frozen calendar: nothing here asks what day it is. */
import { describe, expect, it } from "vitest";
import {
  CLOSED_MONTHS,
  DELETION_NOTICE_DAYS,
  HOLD_MONTHS_MAX,
  WITHDRAWN_DAYS,
} from "../../worker/contract/retention.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import {
  isHoldDay,
  purgeDayAfter,
  shelfClosedDay,
  shelfDays,
  shelfOf,
  type Ended,
} from "../../worker/domain/retention.ts";

function day(text: string): number {
  return dayOf(Date.parse(`${text}T12:00:00Z`));
}

function date(of: number | null): string | null {
  return of === null ? null : new Date(of * 86_400_000).toISOString().slice(0, 10);
}

const RECEIVED = day("2027-01-10");
const NOTHING = { challengeDecidedDay: null, holdReviewDay: null };
const OPEN = {
  ...NOTHING,
  receivedDay: RECEIVED,
  closedDay: null,
  withdrawnDay: null,
  purgeDay: null,
};

function closedOn(text: string, closedMonths?: number): string | null {
  const closedDay = day(text);
  const rule = closedMonths === undefined ? undefined : { closedMonths };
  const after = { ...NOTHING, closedDay, withdrawnDay: null };
  return date(purgeDayAfter(OPEN, after, rule, closedDay));
}

describe("a closed case is deleted", () => {
  it.each([
    ["2027-03-15", "2028-03-15"],
    // A closing on a leap day has no such date a year later: the last day of that month.
    ["2028-02-29", "2029-02-28"],
    ["2027-02-28", "2028-02-28"],
    ["2027-12-31", "2028-12-31"],
    // Clocks were put forward and back between the two: days have no hours.
    ["2027-03-28", "2028-03-28"],
    ["2027-10-31", "2028-10-31"],
  ])("twelve months after %s where its desk says nothing: on %s", (closed, deleted) => {
    expect(CLOSED_MONTHS).toBe(12);
    expect(closedOn(closed)).toBe(deleted);
  });

  it.each([
    [36, "2027-03-15", "2030-03-15"],
    [48, "2028-02-29", "2032-02-29"],
    [1, "2027-01-31", "2027-02-28"],
    [6, "2027-08-31", "2028-02-29"],
    [120, "2027-03-15", "2037-03-15"],
  ])("%i months after %s where its desk says so: on %s", (months, closed, deleted) => {
    expect(closedOn(closed, months)).toBe(deleted);
  });

  it("never before its key can be destroyed, however short the rule", () => {
    expect(closedOn("2027-01-10", 1)).toBe("2027-02-10");
    const closedDay = day("2027-02-01");
    const before = { ...OPEN, receivedDay: closedDay };
    const after = { ...NOTHING, closedDay, withdrawnDay: null };
    expect(date(purgeDayAfter(before, after, { closedMonths: 1 }, closedDay))).toBe("2027-03-03");
  });

  it("by the last closing: opened again it has no day, closed again it has another", () => {
    const first = { ...OPEN, closedDay: day("2027-03-15"), purgeDay: day("2028-03-15") };
    const reopened = purgeDayAfter(
      first,
      { ...NOTHING, closedDay: null, withdrawnDay: null },
      undefined,
      day("2027-06-01"),
    );
    expect(reopened).toBeNull();
    const again = day("2027-09-30");
    const after = { ...NOTHING, closedDay: again, withdrawnDay: null };
    expect(date(purgeDayAfter(OPEN, after, undefined, again))).toBe("2028-09-30");
  });

  it("on the day it was said at its closing, whatever is written about it afterwards", () => {
    const before = { ...OPEN, closedDay: day("2027-03-15"), purgeDay: day("2028-03-15") };
    const after = { ...NOTHING, closedDay: before.closedDay, withdrawnDay: null };
    expect(date(purgeDayAfter(before, after, { closedMonths: 1 }, day("2027-12-01")))).toBe(
      "2028-03-15",
    );
  });
});

describe("a case that was taken back is deleted", () => {
  const withdrawnDay = day("2027-03-01");

  it("on the day it was said then, also when it is closed after that", () => {
    const purgeDay = withdrawnDay + WITHDRAWN_DAYS;
    const before = { ...OPEN, withdrawnDay, purgeDay };
    const after = { ...NOTHING, closedDay: day("2027-03-10"), withdrawnDay };
    expect(purgeDayAfter(before, after, { closedMonths: 60 }, day("2027-03-10"))).toBe(purgeDay);
  });

  it("thirty days after somebody has read it, where nobody had", () => {
    const before = { ...OPEN, withdrawnDay };
    const read = day("2027-08-15");
    const after = { ...NOTHING, closedDay: null, withdrawnDay };
    expect(date(purgeDayAfter(before, after, undefined, read))).toBe("2027-09-14");
  });
});

describe("a case that is to go is kept for thirty days more", () => {
  const closedDay = day("2027-03-15");
  const purgeDay = day("2028-03-15");
  const closed = { ...OPEN, closedDay, purgeDay };
  const after = { ...NOTHING, closedDay, withdrawnDay: null };
  const held = { ...closed, holdReviewDay: day("2028-04-01") };
  const challenged = { ...closed, challengeDecidedDay: null };
  const acts: [string, Ended, (on: number) => Partial<Ended>][] = [
    ["once nothing holds it", held, () => ({})],
    ["once a challenge was answered", challenged, (on) => ({ challengeDecidedDay: on })],
  ];

  it.each(acts)("%s, counted from that day", (_what, before, changed) => {
    expect(DELETION_NOTICE_DAYS).toBe(30);
    for (const text of ["2028-02-20", "2028-03-14", "2028-03-15", "2029-01-01"]) {
      const on = day(text);
      expect(purgeDayAfter(before, { ...after, ...changed(on) }, undefined, on)).toBe(on + 30);
    }
  });

  it.each(acts)("%s, and never sooner than it was said before", (_what, before, changed) => {
    const on = day("2027-06-01");
    expect(purgeDayAfter(before, { ...after, ...changed(on) }, undefined, on)).toBe(purgeDay);
  });

  it("and not for any other act, nor again for a challenge that was answered before", () => {
    const on = day("2028-03-10");
    expect(purgeDayAfter(closed, after, undefined, on)).toBe(purgeDay);
    const decided = { ...closed, challengeDecidedDay: day("2027-04-01") };
    const still = { ...after, challengeDecidedDay: decided.challengeDecidedDay };
    expect(purgeDayAfter(decided, still, undefined, on)).toBe(purgeDay);
    expect(purgeDayAfter(held, { ...after, holdReviewDay: day("2028-09-01") }, undefined, on)).toBe(
      purgeDay,
    );
  });

  it("also where it was taken back, once nothing holds it, but for no answer to a challenge", () => {
    const withdrawnDay = day("2027-03-20");
    const on = day("2027-05-01");
    const back = { ...closed, withdrawnDay, purgeDay: withdrawnDay + WITHDRAWN_DAYS };
    const then = { ...after, withdrawnDay };
    const heldBack = { ...back, holdReviewDay: on };
    expect(purgeDayAfter(heldBack, then, undefined, on)).toBe(on + 30);
    const answered = { ...then, challengeDecidedDay: on };
    expect(purgeDayAfter(back, answered, undefined, on)).toBe(back.purgeDay);
  });
});

describe("an open case", () => {
  it("has no day, however old it is", () => {
    const after = { ...NOTHING, closedDay: null, withdrawnDay: null };
    expect(purgeDayAfter(OPEN, after, { closedMonths: 1 }, RECEIVED + 5_000)).toBeNull();
  });
});

describe("a legal hold", () => {
  const today = day("2027-08-31");
  it.each([
    ["2027-08-30", false],
    ["2027-08-31", true],
    // Six months on there is no thirty-first.
    ["2028-02-29", true],
    ["2028-03-01", false],
  ])("made on 2027-08-31 to be looked at again on %s: %s", (review, allowed) => {
    expect(HOLD_MONTHS_MAX).toBe(6);
    expect(isHoldDay(day(review), today)).toBe(allowed);
  });
});

describe("a shelf", () => {
  it("is closed before any case on it can be deleted", () => {
    for (let received = RECEIVED; received < RECEIVED + 60; received += 1) {
      const { first, last } = shelfDays(shelfOf(received));
      expect(received).toBeGreaterThanOrEqual(first);
      expect(received).toBeLessThanOrEqual(last);
      expect(received + WITHDRAWN_DAYS).toBeGreaterThanOrEqual(shelfClosedDay(shelfOf(received)));
    }
  });
});
