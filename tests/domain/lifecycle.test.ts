import { describe, expect, it } from "vitest";
import { mark, type Marks } from "../../worker/domain/lifecycle.ts";

const NONE: Marks = { acknowledged: false, feedback: false, closed: false, withdrawn: false };
const RECEIVED = {
  receivedDay: 100,
  acknowledgedDay: null,
  feedbackDay: null,
  closedDay: null,
  withdrawnDay: null,
};

describe("marking a case", () => {
  it("with nothing changes nothing but says what is due", () => {
    expect(mark(RECEIVED, NONE, 101)).toEqual({ ...RECEIVED, nextDueDay: 107 });
  });

  it.each([
    ["acknowledged", "acknowledgedDay"],
    ["feedback", "feedbackDay"],
    ["closed", "closedDay"],
    ["withdrawn", "withdrawnDay"],
  ] as const)("%s sets that day, and it never moves again", (name, field) => {
    const once = mark(RECEIVED, { ...NONE, [name]: true }, 103);
    expect(once[field]).toBe(103);
    expect(mark(once, { ...NONE, [name]: true }, 109)[field]).toBe(103);
    expect(mark(once, NONE, 109)[field]).toBe(103);
  });
});
