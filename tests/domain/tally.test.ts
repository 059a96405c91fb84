/** Counting cases: every case once, whatever their order and however they are cut into parts. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AGE_BANDS,
  ageBand,
  dueState,
  KEPT,
  type DeskCounts,
  type Kept,
} from "../../worker/contract/figures.ts";
import { acknowledgeByDay, feedbackByDay, nextDueDay } from "../../worker/domain/clocks.ts";
import {
  keptState,
  monthOf,
  tallyDesks,
  tallyMonths,
  type CountedCase,
} from "../../worker/domain/tally.ts";
import { addDesks, addMonths } from "../../web/desk/sums.ts";

const TODAY = 20_600;
const DESKS = ["north", "south"] as const;

const later = (day: number) => fc.option(fc.integer({ min: day, max: TODAY }));
const counted: fc.Arbitrary<CountedCase> = fc
  .integer({ min: TODAY - 500, max: TODAY })
  .chain((receivedDay) =>
    fc.record({
      deskId: fc.constantFrom(...DESKS),
      urgent: fc.boolean(),
      receivedDay: fc.constant(receivedDay),
      acknowledgedDay: later(receivedDay),
      feedbackDay: later(receivedDay),
      closedDay: later(receivedDay),
      withdrawnDay: later(receivedDay),
      reopenedDay: fc.constant(null),
      challengedDay: fc.constant(null),
      challengeDecidedDay: fc.constant(null),
      feedbackExtendedDay: fc.constant(null),
      caseworkDueDay: fc.constant(null),
      holdReviewDay: fc.constant(null),
      lateFeedbackDay: fc.constant(null),
      internalSeq: fc.constant(1),
    }),
  )
  .map((days) => ({ ...days, nextDueDay: nextDueDay(days) }));
const cases = fc.array(counted, { maxLength: 60 });

const total = (kept: Kept): number => KEPT.reduce((sum, state) => sum + kept[state], 0);
/** Lists of sums, in an order of their own. */
const inOrder = (list: readonly unknown[]): readonly string[] =>
  list.map((one) => JSON.stringify(one)).toSorted();

/** The same of desks, whose sums are lists themselves. */
const settled = (desks: readonly DeskCounts[]): readonly string[] =>
  inOrder(
    desks.map(({ desk, open, acknowledgedAfter, feedbackAfter, closedAfter }) => [
      desk,
      inOrder(open),
      inOrder(acknowledgedAfter),
      inOrder(feedbackAfter),
      inOrder(closedAfter),
    ]),
  );

describe("a tally", () => {
  it("is the same whatever the order of the cases", () => {
    const shuffled = cases.chain((held) =>
      fc.tuple(fc.constant(held), fc.shuffledSubarray(held, { minLength: held.length })),
    );
    fc.assert(
      fc.property(shuffled, ([held, other]) => {
        expect(tallyMonths(other, TODAY)).toEqual(tallyMonths(held, TODAY));
        expect(tallyDesks(other, TODAY)).toEqual(tallyDesks(held, TODAY));
      }),
    );
  });

  it("of parts adds up to that of the whole, wherever it is cut", () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 60 }), (held, at) => {
        const parts = [held.slice(0, at), held.slice(at)];
        const months = addMonths(parts.flatMap((part) => tallyMonths(part, TODAY)));
        expect(inOrder(months)).toEqual(inOrder(tallyMonths(held, TODAY)));
        const desks = addDesks(parts.flatMap((part) => tallyDesks(part, TODAY)));
        expect(settled(desks)).toEqual(settled(tallyDesks(held, TODAY)));
      }),
    );
  });

  it("has every case in exactly one row, and in exactly one state of each promise", () => {
    fc.assert(
      fc.property(cases, (held) => {
        const months = tallyMonths(held, TODAY);
        const sum = (of: (month: (typeof months)[number]) => number): number =>
          months.reduce((all, month) => all + of(month), 0);
        expect(sum(({ received }) => received)).toBe(held.length);
        for (const month of months) {
          expect(total(month.acknowledged)).toBe(month.received);
          expect(total(month.feedback)).toBe(month.received);
        }
        const isOpen = ({ closedDay, withdrawnDay }: CountedCase): boolean =>
          closedDay === null && withdrawnDay === null;
        const open = held.filter(isOpen);
        expect(sum((month) => month.open)).toBe(open.length);
        const rows = tallyDesks(held, TODAY).flatMap((desk) => desk.open);
        expect(rows.reduce((all, { count }) => all + count, 0)).toBe(open.length);
        const overdue = held.filter((one) => one.nextDueDay !== null && one.nextDueDay < TODAY);
        expect(sum((month) => month.overdue)).toBe(overdue.length);
        const late = rows.filter(({ due }) => due === "overdue");
        expect(late.reduce((all, { count }) => all + count, 0)).toBe(overdue.length);
        for (const { count, urgent, unacknowledged } of rows) {
          expect(Math.max(urgent, unacknowledged)).toBeLessThanOrEqual(count);
        }
      }),
    );
  });
});

describe("a promise", () => {
  it.each([
    { done: 107, ended: null, today: 120, state: "inTime" },
    { done: 108, ended: null, today: 120, state: "late" },
    { done: null, ended: null, today: 107, state: "running" },
    { done: null, ended: null, today: 108, state: "missed" },
    { done: null, ended: 107, today: 120, state: "ended" },
    { done: null, ended: 108, today: 120, state: "missed" },
    { done: 104, ended: 105, today: 120, state: "inTime" },
  ])(
    "due on 107, done $done, ended $ended, is $state on $today",
    ({ done, ended, today, state }) => {
      expect(keptState(107, done, ended, today)).toBe(state);
    },
  );

  it("is counted by the Directive's days: seven, and three months of the calendar", () => {
    const received = Date.UTC(2024, 10, 23) / 86_400_000;
    const acknowledged = acknowledgeByDay(received);
    expect(new Date(acknowledged * 86_400_000).toISOString()).toContain("2024-11-30");
    const feedback = feedbackByDay(received, acknowledged, null);
    expect(new Date(feedback * 86_400_000).toISOString()).toContain("2025-02-28");
    const days = { receivedDay: received, closedDay: null, withdrawnDay: null };
    const never = {
      reopenedDay: null,
      challengedDay: null,
      challengeDecidedDay: null,
      feedbackExtendedDay: null,
      caseworkDueDay: null,
      holdReviewDay: null,
      lateFeedbackDay: null,
      internalSeq: 1,
    };
    const counts = (acknowledgedDay: number, feedbackDay: number) =>
      tallyMonths(
        [
          {
            deskId: "north",
            urgent: false,
            nextDueDay: null,
            ...days,
            ...never,
            acknowledgedDay,
            feedbackDay,
          },
        ],
        feedback + 10,
      )[0];
    expect(counts(acknowledged, feedback)).toMatchObject({
      acknowledged: { inTime: 1 },
      feedback: { inTime: 1 },
    });
    expect(counts(acknowledged + 1, feedback + 2)).toMatchObject({
      acknowledged: { late: 1 },
      feedback: { late: 1 },
    });
  });
});

describe("a band, a due state and a month", () => {
  it("hold each day once, from their first day on", () => {
    for (const [band, first] of AGE_BANDS.entries()) {
      expect(ageBand(first)).toBe(band);
      expect(ageBand((AGE_BANDS[band + 1] ?? 10_000) - 1)).toBe(band);
    }
    expect(dueState(null, TODAY)).toBe("nothing");
    expect([-1, 0, 7, 8].map((ahead) => dueState(TODAY + ahead, TODAY))).toEqual([
      "overdue",
      "soon",
      "soon",
      "later",
    ]);
  });

  it("begin on the first, leap years and the turn of the year included", () => {
    const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
    expect(monthOf(day("2024-02-29"))).toBe(day("2024-02-01"));
    expect(monthOf(day("2024-12-31"))).toBe(day("2024-12-01"));
    expect(monthOf(day("2025-01-01"))).toBe(day("2025-01-01"));
  });
});
