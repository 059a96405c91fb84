import { describe, expect, it } from "vitest";
import { addMonths } from "../../worker/domain/clocks.ts";
import { mark, NO_MARKS } from "../../worker/domain/lifecycle.ts";

const RECEIVED = {
  receivedDay: 100,
  acknowledgedDay: null,
  feedbackDay: null,
  closedDay: null,
  reopenedDay: null,
  challengedDay: null,
  challengeDecidedDay: null,
  withdrawnDay: null,
};

describe("marking a case", () => {
  it("with nothing changes nothing but says what is due", () => {
    expect(mark(RECEIVED, NO_MARKS, 101)).toEqual({ ...RECEIVED, nextDueDay: 107 });
  });

  it.each([
    ["acknowledged", "acknowledgedDay"],
    ["feedback", "feedbackDay"],
    ["closed", "closedDay"],
    ["withdrawn", "withdrawnDay"],
  ] as const)("%s sets that day, and it never moves again", (name, field) => {
    const once = mark(RECEIVED, { ...NO_MARKS, [name]: true }, 103);
    expect(once[field]).toBe(103);
    expect(mark(once, { ...NO_MARKS, [name]: true }, 109)[field]).toBe(103);
    expect(mark(once, NO_MARKS, 109)[field]).toBe(103);
  });
});

describe("reopening a case", () => {
  const closed = mark(
    RECEIVED,
    { ...NO_MARKS, acknowledged: true, feedback: true, closed: true },
    110,
  );

  it("takes the closing back, and owes the reporter word again three months on", () => {
    const open = mark(closed, { ...NO_MARKS, reopened: true }, 120);
    expect(open).toMatchObject({ closedDay: null, feedbackDay: null, reopenedDay: 120 });
    expect(open.acknowledgedDay).toBe(110);
    expect(open.nextDueDay).toBe(addMonths(120, 3));
  });

  it("lets a later closing set its own day, and a later reopening count from its own", () => {
    const open = mark(closed, { ...NO_MARKS, reopened: true }, 120);
    const again = mark(open, { ...NO_MARKS, feedback: true, closed: true }, 130);
    expect(again).toMatchObject({ closedDay: 130, reopenedDay: 120, nextDueDay: null });
    const second = mark(again, { ...NO_MARKS, reopened: true }, 140);
    expect(second).toMatchObject({ closedDay: null, reopenedDay: 140 });
  });

  it("that was never closed changes nothing", () => {
    expect(mark(RECEIVED, { ...NO_MARKS, reopened: true }, 120)).toEqual(
      mark(RECEIVED, NO_MARKS, 120),
    );
  });
});

describe("challenging a decision", () => {
  const closed = mark(
    RECEIVED,
    { ...NO_MARKS, acknowledged: true, feedback: true, closed: true },
    110,
  );
  const challenged = mark(closed, { ...NO_MARKS, challenged: true }, 115);

  it("promises an answer within thirty days, though the case is closed", () => {
    expect(challenged).toMatchObject({ challengedDay: 115, challengeDecidedDay: null });
    expect(challenged.nextDueDay).toBe(145);
    expect(mark(challenged, { ...NO_MARKS, challenged: true }, 120).nextDueDay).toBe(145);
  });

  it("waits for no more once it is answered, or the report is taken back", () => {
    const decided = mark(challenged, { ...NO_MARKS, challengeDecided: true }, 130);
    expect(decided).toMatchObject({ challengeDecidedDay: 130, nextDueDay: null });
    expect(mark(decided, { ...NO_MARKS, challengeDecided: true }, 135).challengeDecidedDay).toBe(
      130,
    );
    expect(mark(challenged, { ...NO_MARKS, withdrawn: true }, 130).nextDueDay).toBeNull();
  });

  it("waits on when the case is reopened without an answer, and the earlier day counts", () => {
    const open = mark(challenged, { ...NO_MARKS, reopened: true }, 116);
    expect(open.nextDueDay).toBe(145);
  });

  it("begins anew after a later closing", () => {
    const both = { ...NO_MARKS, challengeDecided: true, reopened: true };
    const open = mark(challenged, both, 130);
    expect(open.nextDueDay).toBe(addMonths(130, 3));
    const again = mark(open, { ...NO_MARKS, feedback: true, closed: true }, 150);
    const second = mark(again, { ...NO_MARKS, challenged: true }, 160);
    expect(second).toMatchObject({ challengedDay: 160, challengeDecidedDay: null });
    expect(second.nextDueDay).toBe(190);
  });

  it.each(["challenged", "challengeDecided"] as const)("an open case is %s in vain", (name) => {
    expect(mark(RECEIVED, { ...NO_MARKS, [name]: true }, 101)).toEqual(
      mark(RECEIVED, NO_MARKS, 101),
    );
  });
});
