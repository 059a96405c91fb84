/** Care plans, orders that are looked at again and signed off by somebody else, and fairness to the person of concern. */
import { describe, expect, it } from "vitest";
import { dayOf } from "../../worker/contract/clocks.ts";
import { Day, DAY_MAX } from "../../worker/contract/roster.ts";
import { NEW_CASE, type CaseState } from "../../web/payload/case-state.ts";
import { Card, cardOf } from "../../web/payload/card.ts";
import { caseworkDueDay } from "../../web/payload/clocks.ts";
import type { CareItem } from "../../web/payload/entries/care-item.ts";
import { RightOfReply } from "../../web/payload/entries/fairness.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import type { Measure } from "../../web/payload/entries/measure.ts";
import {
  waitingReviews,
  ReviewSignOff,
  type MeasureReview,
  type SignOffAnswer,
} from "../../web/payload/entries/measure-review.ts";
import { foldItem, judged, type JournalItem } from "../../web/payload/journal.ts";
import { MEMBER, REPORT_HASH, SECOND_MEMBER } from "./samples.ts";

const day = (date: string): number => dayOf(Date.parse(date));
type Step = readonly [by: string, date: string, payload: Payload];

function stepped(...steps: readonly Step[]): { state: CaseState; verdicts: readonly string[] } {
  let state = NEW_CASE;
  const verdicts = steps.map(([member, date, payload], at) => {
    const item: JournalItem = {
      kind: "known",
      lane: "internal",
      seq: at + 1,
      day: day(date),
      author: { kind: "member", member },
      payload,
    };
    const counted = judged(state, item);
    state = foldItem(state, counted);
    return counted.kind;
  });
  return { state, verdicts };
}

const REPORT: NonNullable<CaseState["report"]> = {
  type: "report",
  desk: MEMBER,
  urgent: false,
  channel: "trafficking",
  language: "en",
  title: "",
  text: "Somebody worries.",
  recipients: [MEMBER],
  excluded: [],
  reporterKey: REPORT_HASH,
};

const MEASURE: Measure = {
  type: "measure",
  kind: "CONTACT_SUSPENDED",
  authority: "A youth court",
  country: "IE",
  startDay: day("2026-01-10"),
  endDay: null,
  reviewDay: day("2026-03-01"),
  replaces: null,
};
const review = (change: Partial<MeasureReview> = {}): MeasureReview => ({
  type: "measure-review",
  measure: 1,
  stillNeeded: "YES",
  leastIntrusive: "YES",
  text: "The child still sleeps badly after each call.",
  language: "en",
  nextReviewDay: day("2026-05-01"),
  ...change,
});
const answer = (given: SignOffAnswer, to = 2): Payload => ({
  type: "review-sign-off",
  review: to,
  answer: given,
  text: given === "RETURNED" ? "What does the child say?" : "",
  language: "en",
});

describe("a measure that is looked at again", () => {
  const taken: Step = [MEMBER, "2026-01-12", MEASURE];
  const looked: Step = [MEMBER, "2026-02-20", review()];
  const approved: Step = [SECOND_MEMBER, "2026-02-21", answer("APPROVED")];

  it("is due as before until somebody else has signed it off, and then on the next day", () => {
    expect(caseworkDueDay(stepped(taken, looked).state.casework)).toBe(day("2026-03-01"));
    const { state, verdicts } = stepped(taken, looked, approved);
    // The inbox of everybody else says so meanwhile.
    expect(cardOf({ ...stepped(taken, looked).state, report: REPORT }).casework?.signOff).toBe(
      MEMBER,
    );
    expect(cardOf({ ...state, report: REPORT }).casework?.signOff).toBeUndefined();
    expect(verdicts).toEqual(["known", "known", "known"]);
    expect(caseworkDueDay(state.casework)).toBe(day("2026-05-01"));
    expect(state.casework.measures).toMatchObject([{ reviewDay: day("2026-05-01") }]);
    expect(state.casework.clocks.map((clock) => clock.state)).toEqual(["met", "running"]);
  });

  it("is signed off by nobody who wrote it, whoever asks; by anybody else it is", () => {
    const own: Step = [MEMBER, "2026-02-21", answer("APPROVED")];
    const { state, verdicts } = stepped(taken, looked, own);
    expect(verdicts).toEqual(["known", "known", "refused"]);
    expect(caseworkDueDay(state.casework)).toBe(day("2026-03-01"));
    expect(waitingReviews(state.casework)).toHaveLength(1);
    // The control: the same words by a colleague count.
    expect(stepped(taken, looked, approved).verdicts[2]).toBe("known");
  });

  it("goes on as it was where the review is returned, and can then be looked at once more", () => {
    const returned: Step = [SECOND_MEMBER, "2026-02-21", answer("RETURNED")];
    const { state } = stepped(taken, looked, returned);
    expect(caseworkDueDay(state.casework)).toBe(day("2026-03-01"));
    const again: Step = [MEMBER, "2026-02-25", review()];
    const second: Step = [SECOND_MEMBER, "2026-02-26", answer("APPROVED", 4)];
    const end = stepped(taken, looked, returned, again, second);
    expect(end.verdicts).toEqual(["known", "known", "known", "known", "known"]);
    expect(end.state.casework.measureReviews.map(({ signOff }) => signOff?.answer)).toEqual([
      "RETURNED",
      "APPROVED",
    ]);
  });

  it("waits for one answer at a time, and takes one", () => {
    const twice: Step = [SECOND_MEMBER, "2026-02-20", review()];
    expect(stepped(taken, looked, twice).verdicts).toEqual(["known", "known", "refused"]);
    expect(stepped(taken, looked, approved, approved).verdicts.at(-1)).toBe("refused");
  });

  it("counts for the measure as it was looked at, not for one that was written again since", () => {
    const rewritten: Step = [MEMBER, "2026-02-20", { ...MEASURE, replaces: 1 }];
    expect(stepped(taken, looked, rewritten, approved).verdicts.at(-1)).toBe("refused");
    // What was signed off before stays with it.
    const { state } = stepped(taken, looked, approved, rewritten);
    expect(state.casework.measureReviews.map(({ measure }) => measure)).toEqual([4]);
  });

  it("is looked at next in three months, or never where it is needed no more", () => {
    const unsaid = review({ nextReviewDay: null });
    const still = stepped(taken, [MEMBER, "2026-02-20", unsaid], approved);
    expect(caseworkDueDay(still.state.casework)).toBe(day("2026-05-21"));
    const over = review({ stillNeeded: "NO", nextReviewDay: null });
    const { state } = stepped(taken, [MEMBER, "2026-02-20", over], approved);
    expect(caseworkDueDay(state.casework)).toBeNull();
    expect(state.casework.clocks.map((clock) => clock.state)).toEqual(["met"]);
  });

  it("is left alone once it is over, however long it stood and whenever that is written down", () => {
    const unsaid = { ...MEASURE, reviewDay: null };
    const stood: Step = [MEMBER, "2026-11-20", { ...unsaid, endDay: day("2026-11-19") }];
    expect(caseworkDueDay(stepped(stood).state.casework)).toBeNull();
    // Found to be needed no more, signed off, and then its end is written into it.
    const over = review({ stillNeeded: "NO", nextReviewDay: null });
    const ended: Step = [
      MEMBER,
      "2026-11-20",
      { ...unsaid, endDay: day("2026-11-20"), replaces: 1 },
    ];
    const { state } = stepped(taken, [MEMBER, "2026-02-20", over], approved, ended);
    expect(caseworkDueDay(state.casework)).toBeNull();
    // The control: one that goes on past its first three months is late.
    const on: Step = [MEMBER, "2026-11-20", { ...unsaid, endDay: day("2026-11-21") }];
    expect(caseworkDueDay(stepped(on).state.casework)).toBe(day("2026-04-10"));
  });

  it("keeps nobody from writing to the case, however far off its days are", () => {
    const far: Step = [MEMBER, "2026-01-12", { ...MEASURE, startDay: DAY_MAX, reviewDay: null }];
    const { casework } = stepped(far).state;
    // The attack: three months after that day are days which neither a card nor the server takes.
    expect(casework.clocks.map(({ lastDay }) => Day.safeParse(lastDay).success)).toEqual([false]);
    expect(Day.safeParse(caseworkDueDay(casework)).success).toBe(true);
    const card = cardOf({ ...stepped(far).state, report: REPORT });
    expect(Card.safeParse(card).success).toBe(true);
  });

  it("is never looked at next on a day that has gone", () => {
    const past = review({ nextReviewDay: day("2026-02-20") });
    expect(stepped(taken, [MEMBER, "2026-02-20", past]).verdicts.at(-1)).toBe("refused");
  });

  it("is returned with a reason or not at all", () => {
    const silent = { ...answer("RETURNED"), text: "" };
    expect(ReviewSignOff.safeParse(silent).success).toBe(false);
    expect(ReviewSignOff.safeParse(answer("RETURNED")).success).toBe(true);
  });
});

describe("a care plan", () => {
  const line = (change: Partial<CareItem> = {}): CareItem => ({
    type: "care-item",
    need: "A school near the foster home",
    service: "EDUCATION",
    provider: "",
    byDay: day("2026-02-01"),
    language: "en",
    ...change,
  });

  it("is due like a task, on the earliest day of a line that is open", () => {
    const two: readonly Step[] = [
      [MEMBER, "2026-01-12", line()],
      [MEMBER, "2026-01-12", line({ byDay: day("2026-01-20") })],
    ];
    expect(caseworkDueDay(stepped(...two).state.casework)).toBe(day("2026-01-20"));
    const done: Step = [
      MEMBER,
      "2026-01-15",
      { type: "care-item-outcome", item: 2, outcome: "done" },
    ];
    const { casework } = stepped(...two, done).state;
    expect(caseworkDueDay(casework)).toBe(day("2026-02-01"));
    const reopened: Step = [
      MEMBER,
      "2026-01-16",
      { type: "care-item-outcome", item: 2, outcome: "reopened" },
    ];
    expect(caseworkDueDay(stepped(...two, done, reopened).state.casework)).toBe(day("2026-01-20"));
  });

  it("stands on the card as the next thing to do", () => {
    const { state } = stepped([MEMBER, "2026-01-12", line()]);
    expect(cardOf({ ...state, report: REPORT }).casework?.taskDueDay).toBe(day("2026-02-01"));
  });

  it("knows no outcome of a line that is not there", () => {
    const outcome = { type: "care-item-outcome", item: 7, outcome: "done" } as const;
    expect(stepped([MEMBER, "2026-01-12", outcome]).verdicts).toEqual(["refused"]);
  });
});

it("an entry is about one of its own kind, whatever else stands at the place it names", () => {
  const plan: CareItem = {
    type: "care-item",
    need: "A doctor",
    service: "HEALTH",
    provider: "",
    byDay: null,
    language: "en",
  };
  const fact = { type: "locked-fact", kind: "SCHOOL", text: "The one by the river." } as const;
  const before: readonly Step[] = [
    [MEMBER, "2026-01-12", MEASURE],
    [MEMBER, "2026-01-13", review()],
    [MEMBER, "2026-01-13", plan],
    [MEMBER, "2026-01-13", { ...fact, language: "en", danger: "He waits there." }],
  ];
  const own = { MEASURE: 1, REVIEW: 2, PLAN: 3, FACT: 4 };
  const named = (seq: number): readonly (readonly [number, Payload])[] => [
    [own.MEASURE, { ...MEASURE, replaces: seq }],
    [own.REVIEW, answer("APPROVED", seq)],
    [own.PLAN, { type: "care-item-outcome", item: seq, outcome: "done" }],
    [own.FACT, { type: "locked-fact-lifted", fact: seq, reason: "He moved.", language: "en" }],
  ];
  for (const seq of [0, 1, 2, 3, 4, 5, 6]) {
    for (const [right, payload] of named(seq)) {
      const verdict = stepped(...before, [SECOND_MEMBER, "2026-01-14", payload]).verdicts.at(-1);
      expect([payload.type, seq, verdict]).toEqual([
        payload.type, seq, seq === right ? "known" : "refused",
      ]); // oxfmt-ignore
    }
  }
});

describe("the right of reply", () => {
  const said = { type: "right-of-reply", reply: "NOT_SAFE", text: "", language: "en" } as const;

  it("says what was said, and why somebody was not asked", () => {
    expect(RightOfReply.safeParse(said).success).toBe(false);
    expect(RightOfReply.safeParse({ ...said, reply: "HEARD" }).success).toBe(false);
    expect(RightOfReply.safeParse({ ...said, text: "The child lives there." }).success).toBe(true);
    expect(RightOfReply.safeParse({ ...said, reply: "NOT_YET" }).success).toBe(true);
  });
});
