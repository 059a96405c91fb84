/** Which steps a case has reached, and whom each is meant for. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUE_STEPS } from "../../worker/contract/due.ts";
import type { Roster } from "../../worker/contract/roster.ts";
import { furthestStep, meantBy, stepsReached } from "../../worker/domain/escalation.ts";

const DUE = { nextDueDay: 100, urgent: false, internalSeq: 1 };

describe("the steps of a case", () => {
  it("are none before the due day, and come one after the other", () => {
    expect(stepsReached(DUE, 99)).toEqual([]);
    expect(stepsReached(DUE, 100)).toEqual(["due"]);
    expect(stepsReached(DUE, 101)).toEqual(["due", "overdue"]);
    expect(stepsReached(DUE, 104)).toEqual(["due", "overdue", "on-call", "supervisor"]);
    expect(stepsReached(DUE, 500)).toEqual(DUE_STEPS);
  });

  it("come faster for what is urgent, and faster still where nobody has looked", () => {
    const urgent = { ...DUE, urgent: true };
    const unread = { ...urgent, internalSeq: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 120 }), (today) => {
        const [plain, fast, fastest] = [DUE, urgent, unread].map((due) => stepsReached(due, today));
        expect(fast).toEqual(expect.arrayContaining([...(plain ?? [])]));
        expect(fastest).toEqual(expect.arrayContaining([...(fast ?? [])]));
      }),
    );
    expect(furthestStep(stepsReached(unread, 100))).toBe("on-call");
    expect(furthestStep(stepsReached(urgent, 102))).toBe("supervisor");
    expect(furthestStep(stepsReached(DUE, 102))).toBe("on-call");
  });

  it("are not taken back by a later day", () => {
    const anyCase = fc.record({
      nextDueDay: fc.nat(50),
      urgent: fc.boolean(),
      internalSeq: fc.nat(1),
    });
    fc.assert(
      fc.property(anyCase, fc.nat(80), (due, today) => {
        const later = stepsReached(due, today + 1);
        for (const step of stepsReached(due, today)) expect(later).toContain(step);
      }),
    );
    expect(furthestStep([])).toBeNull();
  });
});

const member = (id: string, roles: Roster["members"][number]["roles"], revokedDay?: number) => ({
  id,
  name: id,
  roles,
  key: "",
  ...(revokedDay !== undefined && { revokedDay }),
});
const desk = (id: string, members: string[], oversight?: true) => ({
  id,
  names: { en: id },
  country: "IE",
  languages: ["en"],
  members,
  custodians: [],
  ...(oversight !== undefined && { oversight }),
});
const ROSTER: Roster = {
  suite: "tern/1",
  origin: "https://tern.example",
  version: 1,
  previous: "",
  issuedDay: 0,
  expiresDay: 1_000,
  organisation: "Example",
  desks: [
    desk("north", ["rowan", "ada", "gone"]),
    desk("south", ["linnet"]),
    desk("watch", ["owl"], true),
  ],
  members: [
    member("rowan", ["reviewer"]),
    member("linnet", ["reviewer"]),
    member("ada", ["coordinator", "reviewer"]),
    member("bea", ["coordinator"]),
    member("gone", ["coordinator", "reviewer"], 100),
    member("owl", ["reviewer"]),
  ],
};

describe("a step", () => {
  it("is meant for the readers, then the desk's coordinators, then oversight", () => {
    for (const step of ["due", "overdue", "on-call"] as const) {
      expect(meantBy(step, ROSTER, "north", ["rowan", "gone"], 100)).toEqual(["rowan"]);
    }
    expect(meantBy("supervisor", ROSTER, "north", ["rowan"], 100)).toEqual(["ada"]);
    expect(meantBy("supervisor", ROSTER, "north", ["rowan"], 99)).toEqual(["ada", "gone"]);
    expect(meantBy("oversight", ROSTER, "north", ["rowan"], 100)).toEqual(["owl"]);
  });

  it("never finds nobody where there is a coordinator", () => {
    expect(meantBy("supervisor", ROSTER, "south", ["linnet"], 100)).toEqual(["ada", "bea"]);
    const without = { ...ROSTER, desks: ROSTER.desks.slice(0, 2) };
    expect(meantBy("oversight", without, "north", ["rowan"], 100)).toEqual(["ada", "bea"]);
  });
});
