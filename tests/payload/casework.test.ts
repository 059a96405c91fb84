/** Work on a case: the newest decision counts, what was written stays, and nothing speaks of what is not there. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_CASEWORK, type Casework } from "../../web/payload/casework.ts";
import type { CaseworkPayload } from "../../web/payload/entries/index.ts";
import type { Funded, NeedKind } from "../../web/payload/entries/need.ts";
import type { Stage } from "../../web/payload/entries/stage.ts";
import { LABELS_MAX } from "../../web/payload/entries/label.ts";
import {
  foldItem,
  foldJournal,
  judged,
  readEntry,
  writePayload,
} from "../../web/payload/journal.ts";
import { NEW_CASE } from "../../web/payload/case-state.ts";
import { caseworkPayloads, MEMBER, member, opened, SECOND_MEMBER } from "./samples.ts";

const items = (payloads: readonly CaseworkPayload[]) =>
  payloads.map((payload, at) =>
    readEntry(opened(writePayload(payload), "internal", at + 1, member, 20_500 + at)),
  );
const folded = (...payloads: readonly CaseworkPayload[]): Casework =>
  foldJournal(items(payloads)).casework;
/** How each of them counted. */
function verdicts(...payloads: readonly CaseworkPayload[]): readonly string[] {
  let state = NEW_CASE;
  return items(payloads).map((item) => {
    const counted = judged(state, item);
    state = foldItem(state, counted);
    return counted.kind;
  });
}

const task = (what: string): CaseworkPayload => ({
  type: "task",
  what,
  language: "en",
  member: SECOND_MEMBER,
  byDay: 20_520,
});
const measure = (change: Partial<Extract<CaseworkPayload, { type: "measure" }>>) => ({
  type: "measure" as const,
  kind: "GUARDIANSHIP" as const,
  authority: "A court",
  country: "TN",
  startDay: 20_500,
  endDay: null,
  reviewDay: null,
  replaces: null,
  ...change,
});
const consent = (answer: "GIVEN" | "REFUSED"): CaseworkPayload => ({
  type: "consent",
  action: "REFER",
  recipient: "The other desk",
  person: "CHILD",
  answer,
  how: "",
});

describe("triage, stage, assignment and what a case waits on", () => {
  it("stand as they were said last, by whom and when", () => {
    const triage = { type: "triage", riskReporter: "LOW", text: "", language: "en" } as const;
    const work = folded(
      { ...triage, decision: "ASK", riskChild: "LOW" },
      { ...triage, decision: "ACCEPT", riskChild: "HIGH" },
      { type: "stage", stage: "ADDRESS" },
      { type: "stage", stage: "ASSESS" },
      { type: "assignment", member: MEMBER },
      { type: "assignment", member: null },
      { type: "barrier", waitsOn: "COURT", text: "", language: "en" },
    );
    expect(work.triage).toMatchObject({
      decision: "ACCEPT",
      riskChild: "HIGH",
      by: MEMBER,
      seq: 2,
    });
    expect(work.stage).toBe("ASSESS");
    expect(work.assignment).toMatchObject({ member: null, day: 20_505 });
    expect(work.barrier).toMatchObject({ waitsOn: "COURT" });
    const lifted = folded(
      { type: "barrier", waitsOn: "COURT", text: "", language: "en" },
      { type: "barrier", waitsOn: "NONE", text: "", language: "en" },
    );
    expect(lifted).toEqual(NO_CASEWORK);
  });
});

describe("the stages a case came to", () => {
  /** Each entry of `folded` stands a day after the one before it. */
  const stages = (...names: readonly Stage[]) =>
    folded(...names.map((stage) => ({ type: "stage", stage }) as const)).stageSince;

  it("stand with the day of each, going back included, and saying one again moves nothing", () => {
    expect(NO_CASEWORK.stageSince).toEqual([]);
    expect(stages("RECEIVE")).toEqual([]);
    const came = stages("ASSESS", "ASSESS", "ADDRESS", "ASSESS");
    expect(came.map(({ stage }) => stage)).toEqual(["ASSESS", "ADDRESS", "ASSESS"]);
    const [first = 0, ...later] = came.map(({ day }) => day);
    expect(later).toEqual([first + 2, first + 3]);
  });

  it("are one a day: the last that was said", () => {
    const day = 20_500;
    const sameDay = (["ASSESS", "ADDRESS", "CONCLUDE"] as const).map((stage, at) =>
      readEntry(opened(writePayload({ type: "stage", stage }), "internal", at + 1, member, day)),
    );
    expect(foldJournal(sameDay).casework.stageSince).toEqual([{ stage: "CONCLUDE", day }]);
  });
});

describe("a need", () => {
  const need = (kind: NeedKind, answer: Funded): CaseworkPayload => ({
    type: "need",
    kind,
    funded: answer,
  });
  /** Each entry of `folded` stands a day after the one before it, from 20,500 on. */
  const standing = (...payloads: readonly CaseworkPayload[]) =>
    folded(...payloads).needs.map(({ kind, funded: answer, since, day }) => [
      kind,
      answer,
      since - 20_500,
      day - 20_500,
    ]);

  it("stands once a kind, and is waited for from the day it was first said", () => {
    expect(
      standing(need("TRAVEL", "NO"), need("LEGAL_AID", "NO"), need("TRAVEL", "ASKED")),
    ).toEqual([
      ["LEGAL_AID", "NO", 1, 1],
      ["TRAVEL", "ASKED", 0, 2],
    ]);
  });

  it("is waited for no more once it is paid for, and anew when it is needed again", () => {
    const paid = [need("TRAVEL", "ASKED"), need("TRAVEL", "YES")] as const;
    expect(standing(...paid)).toEqual([["TRAVEL", "YES", 0, 1]]);
    expect(standing(...paid, need("TRAVEL", "NO"))).toEqual([["TRAVEL", "NO", 2, 2]]);
  });
});

describe("a paper in plain words", () => {
  it("stays beside the others, by whom and when", () => {
    const explained = (title: string): CaseworkPayload => ({
      type: "explanation",
      title,
      text: "The judge wants to hear the child first.",
      language: "en",
    });
    expect(folded(explained("First order"), explained("Second order")).explanations).toMatchObject([
      { title: "First order", by: MEMBER, day: 20_500 },
      { title: "Second order", by: MEMBER, day: 20_501 },
    ]);
  });
});

describe("a task", () => {
  it("is done, dropped and opened again, by its place in the lane", () => {
    const done = { type: "task-outcome", task: 2, outcome: "done" } as const;
    const work = folded(task("Call"), task("Write"), done);
    expect(work.tasks.map(({ what, state }) => [what, state])).toEqual([
      ["Call", "open"],
      ["Write", "done"],
    ]);
    const again = folded(task("Call"), task("Write"), done, { ...done, outcome: "reopened" });
    expect(again.tasks.map(({ state }) => state)).toEqual(["open", "open"]);
  });

  it("that is not there has no outcome", () => {
    const outcome = { type: "task-outcome", task: 1, outcome: "done" } as const;
    expect(verdicts(outcome, task("Call"))).toEqual(["refused", "known"]);
    expect(verdicts(task("Call"), outcome)).toEqual(["known", "known"]);
  });
});

describe("a measure", () => {
  it("that is written again stands once, as it was written last", () => {
    const work = folded(measure({}), measure({ endDay: 20_530, replaces: 1 }));
    expect(work.measures).toHaveLength(1);
    expect(work.measures[0]).toMatchObject({ endDay: 20_530, seq: 2 });
  });

  it("does not end before it starts, and replaces nothing that is not there", () => {
    expect(verdicts(measure({ endDay: 20_499 }))).toEqual(["refused"]);
    expect(verdicts(measure({ endDay: 20_500 }))).toEqual(["known"]);
    expect(verdicts(measure({ replaces: 4 }))).toEqual(["refused"]);
  });
});

describe("a consent", () => {
  it("that was given can be withdrawn, once, and stays in the list", () => {
    const withdrawal = { type: "consent-withdrawal", consent: 1 } as const;
    const work = folded(consent("GIVEN"), withdrawal, withdrawal);
    expect(work.consents).toHaveLength(1);
    expect(work.consents[0]).toMatchObject({ answer: "GIVEN", withdrawnDay: 20_501 });
  });

  it("that was refused cannot", () => {
    const withdrawal = { type: "consent-withdrawal", consent: 1 } as const;
    expect(verdicts(consent("REFUSED"), withdrawal)).toEqual(["known", "refused"]);
  });
});

describe("a hand-over", () => {
  const offer = (rest: { consent: number | null; withoutConsent: string }): CaseworkPayload => ({
    type: "hand-over",
    form: "REFERRAL",
    recipient: "The other service",
    country: "TN",
    withheld: "The school",
    interests: "Her aunt lives there.",
    language: "en",
    ...rest,
  });
  const outcome = (said: "accepted" | "declined" | "revoked" | "done"): CaseworkPayload => ({
    type: "hand-over-outcome",
    handOver: 2,
    outcome: said,
  });

  it("rests on a consent that stands, or says why it does without", () => {
    const resting = offer({ consent: 1, withoutConsent: "" });
    expect(verdicts(consent("GIVEN"), resting)).toEqual(["known", "known"]);
    expect(verdicts(consent("REFUSED"), resting)).toEqual(["known", "refused"]);
    const withdrawal = { type: "consent-withdrawal", consent: 1 } as const;
    expect(verdicts(consent("GIVEN"), withdrawal, resting).at(-1)).toBe("refused");
    expect(verdicts(offer({ consent: null, withoutConsent: "She is in danger." }))).toEqual([
      "known",
    ]);
    expect(() => writePayload(offer({ consent: null, withoutConsent: "" }))).toThrow();
  });

  it("is answered once, and what was declined or taken back is over", () => {
    const resting = offer({ consent: 1, withoutConsent: "" });
    const states = (...said: readonly ("accepted" | "declined" | "revoked" | "done")[]) =>
      folded(consent("GIVEN"), resting, ...said.map(outcome)).handOvers[0]?.state;
    expect(states()).toBe("offered");
    expect(states("accepted", "done")).toBe("done");
    expect(states("declined", "accepted", "revoked")).toBe("declined");
    expect(states("accepted", "revoked", "done")).toBe("revoked");
    expect(states("done")).toBe("offered");
  });
});

describe("labels", () => {
  it("are put on and taken off once, however often it is said", () => {
    const label = (change: "on" | "off") => ({ type: "label", label: "court", change }) as const;
    expect(folded(label("on"), label("on")).labels).toEqual(["court"]);
    expect(folded(label("on"), label("off"), label("off")).labels).toEqual([]);
  });

  it("are so many and no more", () => {
    const many = Array.from({ length: LABELS_MAX + 1 }, (_, at) => {
      return { type: "label", label: `label ${at}`, change: "on" } as const;
    });
    expect(verdicts(...many).at(-1)).toBe("refused");
    expect(folded(...many).labels).toHaveLength(LABELS_MAX);
  });
});

describe("any work at all", () => {
  const anyWork = fc.array(fc.oneof(...Object.values(caseworkPayloads)), { maxLength: 20 });

  it("changes nothing of a case but its work", () => {
    fc.assert(
      fc.property(anyWork, (payloads) => {
        const { casework: _casework, ...others } = foldJournal(items(payloads));
        const { casework: _none, ...untouched } = NEW_CASE;
        expect(others).toEqual(untouched);
      }),
    );
  });

  it("is the same read page by page as read at once, and what was refused changed nothing", () => {
    fc.assert(
      fc.property(anyWork, fc.nat({ max: 20 }), (payloads, at) => {
        const all = items(payloads);
        const first = foldJournal(all.slice(0, at));
        expect(all.slice(at).reduce(foldItem, first)).toEqual(foldJournal(all));
        let state = NEW_CASE;
        for (const item of all) {
          const before = state;
          const counted = judged(state, item);
          state = foldItem(state, counted);
          if (counted.kind === "refused") expect(state).toEqual(before);
        }
        expect(state).toEqual(foldJournal(all));
      }),
    );
  });
});
