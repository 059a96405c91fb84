import { describe, expect, it } from "vitest";
import { addMonths, type CaseDays, type FormerFeedback } from "../../worker/domain/clocks.ts";
import { tallyMonths } from "../../worker/domain/tally.ts";
import { mark, NO_MARKS, type MarkedDays, type Marks } from "../../worker/domain/lifecycle.ts";

const RECEIVED = {
  acknowledgedDay: null,
  feedbackDay: null,
  feedbackExtendedDay: null,
  closedDay: null,
  reopenedDay: null,
  challengedDay: null,
  challengeDecidedDay: null,
  withdrawnDay: null,
  caseworkDueDay: null,
  lateFeedbackDay: null,
};
/** Not among what moves. */
const PLACE = { receivedDay: 100, urgent: false, internalSeq: 1, holdReviewDay: null };

function marked(
  days: Omit<CaseDays, keyof typeof PLACE> & FormerFeedback,
  marks: Marks,
  today: number,
): MarkedDays {
  return mark({ ...PLACE, ...days }, marks, today);
}

function closedDayOf({ closedDay }: MarkedDays): number {
  if (closedDay === null) throw new Error("lifecycle: it is open");
  return closedDay;
}

describe("marking a case", () => {
  it("with nothing changes nothing but says what is due", () => {
    expect(marked(RECEIVED, NO_MARKS, 101)).toEqual({ ...RECEIVED, nextDueDay: 107 });
  });

  it.each([
    ["acknowledged", "acknowledgedDay"],
    ["feedback", "feedbackDay"],
    ["feedbackExtended", "feedbackExtendedDay"],
    ["closed", "closedDay"],
    ["withdrawn", "withdrawnDay"],
  ] as const)("%s sets that day, and it never moves again", (name, field) => {
    const once = marked(RECEIVED, { ...NO_MARKS, [name]: true }, 103);
    expect(once[field]).toBe(103);
    expect(marked(once, { ...NO_MARKS, [name]: true }, 109)[field]).toBe(103);
    expect(marked(once, NO_MARKS, 109)[field]).toBe(103);
  });
});

describe("reopening a case", () => {
  const closed = marked(
    RECEIVED,
    { ...NO_MARKS, acknowledged: true, feedback: true, closed: true },
    110,
  );

  it("takes the closing back, and owes the reporter word again three months on", () => {
    const open = marked(closed, { ...NO_MARKS, reopened: true }, 120);
    expect(open).toMatchObject({ closedDay: null, feedbackDay: null, reopenedDay: 120 });
    expect(open.acknowledgedDay).toBe(110);
    expect(open.nextDueDay).toBe(addMonths(120, 3));
  });

  it("leaves that feedback came late in the figures, whatever comes in time after it", () => {
    const acknowledged = marked(RECEIVED, { ...NO_MARKS, acknowledged: true }, 101);
    const lastDay = addMonths(101, 3);
    const after = (closedDay: number): MarkedDays => {
      const shut = marked(acknowledged, { ...NO_MARKS, feedback: true, closed: true }, closedDay);
      const open = marked(shut, { ...NO_MARKS, reopened: true }, closedDay + 5);
      return marked(open, { ...NO_MARKS, feedback: true, closed: true }, closedDay + 6);
    };
    const feedbackOf = (days: MarkedDays, change: Partial<FormerFeedback> = {}) => {
      const one = { deskId: "north", ...PLACE, ...days, ...change };
      return tallyMonths([one], closedDayOf(days) + 1)[0]?.feedback;
    };
    expect(feedbackOf(after(lastDay))).toMatchObject({ inTime: 1, late: 0 });
    const late = after(lastDay + 1);
    expect(late.lateFeedbackDay).toBe(lastDay + 1);
    expect(feedbackOf(late)).toMatchObject({ inTime: 0, late: 1 });
    // Without what the reopening left of it, it would pass for punctual.
    expect(feedbackOf(late, { lateFeedbackDay: null })).toMatchObject({ inTime: 1, late: 0 });
    // A second reopening, after which all is in time, does not wash it off.
    const again = marked(late, { ...NO_MARKS, reopened: true }, lastDay + 20);
    expect(again.lateFeedbackDay).toBe(lastDay + 1);
  });

  it("lets a later closing set its own day, and a later reopening count from its own", () => {
    const open = marked(closed, { ...NO_MARKS, reopened: true }, 120);
    const again = marked(open, { ...NO_MARKS, feedback: true, closed: true }, 130);
    expect(again).toMatchObject({ closedDay: 130, reopenedDay: 120, nextDueDay: null });
    const second = marked(again, { ...NO_MARKS, reopened: true }, 140);
    expect(second).toMatchObject({ closedDay: null, reopenedDay: 140 });
  });

  it("that was never closed changes nothing", () => {
    expect(marked(RECEIVED, { ...NO_MARKS, reopened: true }, 120)).toEqual(
      marked(RECEIVED, NO_MARKS, 120),
    );
  });
});

describe("challenging a decision", () => {
  const closed = marked(
    RECEIVED,
    { ...NO_MARKS, acknowledged: true, feedback: true, closed: true },
    110,
  );
  const challenged = marked(closed, { ...NO_MARKS, challenged: true }, 115);

  it("promises an answer within thirty days, though the case is closed", () => {
    expect(challenged).toMatchObject({ challengedDay: 115, challengeDecidedDay: null });
    expect(challenged.nextDueDay).toBe(145);
    expect(marked(challenged, { ...NO_MARKS, challenged: true }, 120).nextDueDay).toBe(145);
  });

  it("waits for no more once it is answered, or the report is taken back", () => {
    const decided = marked(challenged, { ...NO_MARKS, challengeDecided: true }, 130);
    expect(decided).toMatchObject({ challengeDecidedDay: 130, nextDueDay: null });
    expect(marked(decided, { ...NO_MARKS, challengeDecided: true }, 135).challengeDecidedDay).toBe(
      130,
    );
    expect(marked(challenged, { ...NO_MARKS, withdrawn: true }, 130).nextDueDay).toBeNull();
  });

  it("waits on when the case is reopened without an answer, and the earlier day counts", () => {
    const open = marked(challenged, { ...NO_MARKS, reopened: true }, 116);
    expect(open.nextDueDay).toBe(145);
  });

  it("begins anew after a later closing", () => {
    const both = { ...NO_MARKS, challengeDecided: true, reopened: true };
    const open = marked(challenged, both, 130);
    expect(open.nextDueDay).toBe(addMonths(130, 3));
    const again = marked(open, { ...NO_MARKS, feedback: true, closed: true }, 150);
    const second = marked(again, { ...NO_MARKS, challenged: true }, 160);
    expect(second).toMatchObject({ challengedDay: 160, challengeDecidedDay: null });
    expect(second.nextDueDay).toBe(190);
  });

  it.each(["challenged", "challengeDecided"] as const)("an open case is %s in vain", (name) => {
    expect(marked(RECEIVED, { ...NO_MARKS, [name]: true }, 101)).toEqual(
      marked(RECEIVED, NO_MARKS, 101),
    );
  });
});

describe("feedback that takes longer", () => {
  const longer = { ...NO_MARKS, feedbackExtended: true };
  const acknowledged = { ...RECEIVED, acknowledgedDay: 101 };

  it("is put off once, and not after it was given", () => {
    const once = marked(acknowledged, longer, 110);
    expect(once.nextDueDay).toBe(addMonths(101, 6));
    expect(marked(once, longer, 120)).toEqual(once);
    const given = marked({ ...acknowledged, feedbackDay: 105 }, longer, 110);
    expect(given).toMatchObject({ feedbackExtendedDay: null, nextDueDay: null });
  });

  it("is owed after three months again once the case is reopened, and can be put off again", () => {
    const once = marked(acknowledged, longer, 110);
    const closed = marked(once, { ...NO_MARKS, feedback: true, closed: true }, 112);
    const open = marked(closed, { ...NO_MARKS, reopened: true }, 120);
    expect(open).toMatchObject({ feedbackExtendedDay: null, nextDueDay: addMonths(120, 3) });
    expect(marked(open, longer, 121).nextDueDay).toBe(addMonths(120, 6));
  });
});
