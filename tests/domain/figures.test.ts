/** Figures from counts and from cards: by their definitions, and whatever the order of the cases. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_STAGES_MAX, type Card } from "../../web/payload/card.ts";
import { WAITS_ON } from "../../web/payload/entries/barrier.ts";
import { NEED_KINDS } from "../../web/payload/entries/need.ts";
import { STAGES } from "../../web/payload/entries/stage.ts";
import { RISKS } from "../../web/payload/entries/triage.ts";
import { daysTaken, decided, median, ownFigures, share, stays } from "../../web/desk/figures.ts";
import { addDays } from "../../web/desk/sums.ts";
import type { CardView } from "../../web/vault/interface.ts";

const TODAY = 20_600;
const RECEIVED = TODAY - 100;

type Work = NonNullable<Card["casework"]>;
type Plain = CardView["plain"];

function view(work: Partial<Work> | null, plain: Partial<Plain> = {}): CardView {
  return {
    plain: {
      case: "case",
      desk: "desk",
      urgent: false,
      receivedDay: RECEIVED,
      acknowledgedDay: null,
      feedbackDay: null,
      feedbackExtendedDay: null,
      closedDay: null,
      reopenedDay: null,
      challengedDay: null,
      challengeDecidedDay: null,
      withdrawnDay: null,
      purgeDay: null,
      holdReviewDay: null,
      nextDueDay: null,
      conversationSeq: 1,
      internalSeq: 0,
      ...plain,
    },
    card: {
      title: "Invented",
      channel: "trafficking",
      language: "en",
      standing: plain.closedDay === undefined ? "received" : "closed",
      ...(work !== null && { casework: { stage: "RECEIVE", labels: [], ...work } }),
    },
    unopened: null,
    step: null,
    news: false,
  };
}

/** By the definition: the days written out in order, and the middle of them. */
function medianByDefinition(days: readonly number[]): number | null {
  const inOrder = days.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const [below = 0, at = 0] = [inOrder[middle - 1], inOrder[middle]];
  if (inOrder.length === 0) return null;
  return inOrder.length % 2 === 1 ? at : (below + at) / 2;
}

const someDays = fc.array(fc.nat({ max: 400 }), { maxLength: 50 });

describe("a median", () => {
  it("is the middle of the days in order, or halfway between the two in the middle", () => {
    expect(median([])).toBeNull();
    expect(median(daysTaken([3, 1, 2]))).toBe(2);
    expect(median(daysTaken([1, 2]))).toBe(1.5);
    fc.assert(
      fc.property(someDays, (days) => {
        expect(median(daysTaken(days))).toBe(medianByDefinition(days));
      }),
    );
  });

  it("is the same of parts that were counted apart, in any order", () => {
    fc.assert(
      fc.property(someDays, someDays, (some, others) => {
        const parts = addDays([...daysTaken(others), ...daysTaken(some)]);
        expect(median(parts)).toBe(medianByDefinition([...some, ...others]));
      }),
    );
  });
});

describe("a share", () => {
  it("is of nothing none, and of promises only those that are decided", () => {
    expect(share(0, 0)).toBeNull();
    expect(share(1, 4)).toBe(0.25);
    expect(decided({ inTime: 3, late: 1, missed: 2, running: 7, ended: 9 })).toBe(6);
  });
});

describe("how long a case stayed at a stage", () => {
  const staying = (work: Partial<Work> | null, plain: Partial<Plain> = {}) =>
    Object.fromEntries(stays(view(work, plain), TODAY));

  it("counts from the day it came to the day it went on, and up to today where it still is", () => {
    expect(staying(null)).toEqual({ RECEIVE: 100 });
    const stageSince: Work["stageSince"] = [
      { stage: "ASSESS", day: RECEIVED + 5 },
      { stage: "ADDRESS", day: RECEIVED + 25 },
    ];
    const way: Partial<Work> = { stage: "ADDRESS", stageSince };
    expect(staying(way)).toEqual({ RECEIVE: 5, ASSESS: 20, ADDRESS: 75 });
    const closed = { closedDay: RECEIVED + 40 };
    expect(staying(way, closed)).toEqual({ RECEIVE: 5, ASSESS: 20, ADDRESS: 15 });
  });

  it("adds up where it came back, and never loses a day", () => {
    const days = fc.array(fc.nat({ max: 100 }), { maxLength: CARD_STAGES_MAX - 1 });
    fc.assert(
      fc.property(days, fc.constantFrom(...STAGES), (ways, last) => {
        const since = ways
          .toSorted((a, b) => a - b)
          .map((day, at) => ({ stage: STAGES[at % STAGES.length] ?? last, day: RECEIVED + day }));
        const stage = since.at(-1)?.stage ?? "RECEIVE";
        const work = since.length === 0 ? { stage } : { stage, stageSince: since };
        const stayed = [...stays(view(work), TODAY).values()];
        expect(stayed.reduce((sum, one) => sum + one, 0)).toBe(TODAY - RECEIVED);
      }),
    );
  });

  it("is not guessed where the way is not known", () => {
    expect(staying({ stage: "ADDRESS" })).toEqual({});
    expect(stays({ ...view(null), card: null }, TODAY).size).toBe(0);
    const full = Array.from({ length: CARD_STAGES_MAX }, (_, at) => ({
      stage: at % 2 === 0 ? ("ASSESS" as const) : ("ADDRESS" as const),
      day: TODAY - CARD_STAGES_MAX + at,
    }));
    // What came before the first that is remembered is nobody's.
    expect(staying({ stage: "ASSESS", stageSince: full })).toEqual({ ASSESS: 3, ADDRESS: 2 });
  });
});

const someView: fc.Arbitrary<CardView> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    waitsOn: fc.option(fc.constantFrom(...WAITS_ON), { nil: undefined }),
    assigned: fc.option(fc.constantFrom("one", "two"), { nil: undefined }),
    riskChild: fc.option(fc.constantFrom(...RISKS), { nil: undefined }),
    days: fc.nat({ max: 400 }),
    due: fc.option(fc.integer({ min: -20, max: 20 })),
    ended: fc.constantFrom("open", "open", "closed", "withdrawn"),
    opens: fc.constantFrom(true, true, true, false),
  })
  .map(({ stage, waitsOn, assigned, riskChild, days, due, ended, opens }) => {
    const work = {
      stage,
      ...(waitsOn !== undefined && { waitsOn }),
      ...(assigned !== undefined && { assigned }),
      ...(riskChild !== undefined && { riskChild }),
    };
    const held = view(work, {
      receivedDay: TODAY - days,
      nextDueDay: due === null || ended !== "open" ? null : TODAY + due,
      ...(ended === "closed" && { closedDay: TODAY }),
      ...(ended === "withdrawn" && { withdrawnDay: TODAY }),
    });
    return opens ? held : { ...held, card: null };
  });

describe("what is waited for until it is paid", () => {
  it("is counted by kind, with those nobody has asked for, and how long it has been", () => {
    const waiting = (funded: "NO" | "ASKED", days: number): CardView =>
      view({ needs: [{ kind: "TRAVEL", funded, since: TODAY - days }] });
    const closed = view({ needs: [{ kind: "TRAVEL", funded: "NO", since: 1 }] }, { closedDay: 2 });
    const views = [waiting("NO", 10), waiting("ASKED", 30), waiting("ASKED", 90), view({}), closed];
    const { needs } = ownFigures(views, TODAY);
    expect(needs.filter((one) => one.waiting > 0)).toEqual([
      { kind: "TRAVEL", waiting: 3, unasked: 1, medianDays: 30 },
    ]);
    expect(needs.map(({ kind }) => kind)).toEqual([...NEED_KINDS]);
  });
});

describe("the figures of one's own cases", () => {
  it("have every open case in one row of each list, and are the same in any order", () => {
    const shuffled = fc
      .array(someView, { maxLength: 40 })
      .chain((held) =>
        fc.tuple(fc.constant(held), fc.shuffledSubarray(held, { minLength: held.length })),
      );
    fc.assert(
      fc.property(shuffled, ([held, other]) => {
        const figures = ownFigures(held, TODAY);
        expect(ownFigures(other, TODAY)).toEqual(figures);
        const { open, overdue, ages, unopened, stages, waits, assigned, risks } = figures;
        const isOpen = ({ plain }: CardView): boolean =>
          plain.closedDay === null && plain.withdrawnDay === null;
        expect(open).toBe(held.filter(isOpen).length);
        const sum = (rows: readonly { readonly open: number }[]): number =>
          rows.reduce((all, row) => all + row.open, 0);
        expect(sum(ages)).toBe(open);
        expect(ages.reduce((all, row) => all + row.overdue, 0)).toBe(overdue);
        for (const list of [stages, waits, assigned, risks]) {
          expect(sum(list)).toBe(open - unopened);
        }
      }),
    );
  });
});
