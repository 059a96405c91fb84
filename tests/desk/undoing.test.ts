/** Taking back: the opposite entry leaves the case as it was, and only what has one has a way back. */
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isOvertaken } from "../../web/desk/bulk-act.ts";
import type { CaseFile } from "../../web/desk/case-file.ts";
import { oppositeOf, undoOf } from "../../web/desk/undoing.ts";
import type { CaseworkPayload } from "../../web/payload/entries/index.ts";
import { NEW_CASE, standingOf, type CaseState } from "../../web/payload/case-state.ts";
import { foldItem, judged, type JournalItem } from "../../web/payload/journal.ts";
import { caseworkPayloads, MEMBER, SECOND_MEMBER } from "../payload/samples.ts";
import { cardView } from "./cards.ts";

const BY = { kind: "member", member: MEMBER } as const;

function itemOf(payload: CaseworkPayload, seq: number): JournalItem {
  return { kind: "known", lane: "internal", seq, day: 20_500, author: BY, payload };
}

function fold(payloads: readonly CaseworkPayload[]): CaseState {
  return payloads.reduce(
    (state, payload, at) => foldItem(state, judged(state, itemOf(payload, at + 1))),
    NEW_CASE,
  );
}

/** What a reader sees of the work, whenever and by whom it was written. */
function shown({ casework }: CaseState): unknown {
  const { stage, assignment, labels, tasks, carePlan, barrier, links, interpreters } = casework;
  return {
    stage,
    assigned: assignment?.member ?? null,
    labels: labels.toSorted(),
    tasks: tasks.map(({ what, state }) => [what, state]),
    care: carePlan.map(({ need, state }) => [need, state]),
    links: links.map((one) => `${one.case} ${one.relation}`).toSorted(),
    interpreters: interpreters
      .map(
        ({ person, language, need, independent }) => `${person} ${language} ${need} ${independent}`,
      )
      .toSorted(),
    held: casework.hold !== null,
    barrier: barrier === null ? null : [barrier.waitsOn, barrier.text],
  };
}

function fileOf(payloads: readonly CaseworkPayload[]): CaseFile {
  const state = fold(payloads);
  return {
    plain: cardView(1).plain,
    day: 1,
    otherLists: [],
    view: {
      items: payloads.map((payload, at) => itemOf(payload, at + 1)),
      state,
      standing: standingOf(state),
      broken: null,
      internal: "open",
      internalOpener: null,
      waiting: [],
      rekeyDue: false,
    },
  };
}

const undoable = fc.oneof(
  caseworkPayloads.assignment,
  caseworkPayloads.label,
  caseworkPayloads.stage,
  caseworkPayloads.barrier,
  caseworkPayloads.task,
  caseworkPayloads["task-outcome"],
  caseworkPayloads["care-item"],
  caseworkPayloads["care-item-outcome"],
  caseworkPayloads.link,
  caseworkPayloads.interpreter,
  caseworkPayloads["legal-hold"],
);

it("what is taken back is as it was, whatever was written before", () => {
  const tried = new Set<string>();
  fc.assert(
    fc.property(fc.array(undoable, { maxLength: 12 }), undoable, (before, payload) => {
      const opposite = oppositeOf(payload, fold(before).casework);
      if (opposite === null) return;
      // Refused entries change nothing, so there is nothing to compare.
      const after = [...before, payload];
      expect(shown(fold([...after, opposite]))).toEqual(shown(fold(before)));
      if (!isDeepStrictEqual(shown(fold(after)), shown(fold(before)))) tried.add(payload.type);
    }),
    { numRuns: 2_000, seed: 7 },
  );
  // Each of them changed something that was then taken back.
  expect([...tried].toSorted()).toEqual([
    "assignment",
    "barrier",
    "care-item-outcome",
    "interpreter",
    "label",
    "legal-hold",
    "link",
    "stage",
    "task-outcome",
  ]);
});

it("a label that was put on twice, a note of the child’s words or a withdrawn consent has no way back", () => {
  const label = { type: "label", label: "school", change: "on" } as const;
  expect(oppositeOf(label, fold([label]).casework)).toBeNull();
  expect(oppositeOf({ type: "consent-withdrawal", consent: 1 }, NEW_CASE.casework)).toBeNull();
  const [voice] = fc.sample(caseworkPayloads.voice, 1);
  if (voice === undefined) throw new Error("no sample");
  expect(oppositeOf(voice, NEW_CASE.casework)).toBeNull();
});

it("there is no way back once a colleague wrote in between", () => {
  const stage = { type: "stage", stage: "ASSESS" } as const;
  const assignment = { type: "assignment", member: SECOND_MEMBER } as const;
  const before = fileOf([]);
  expect(undoOf(stage, before, fileOf([stage]))).toEqual({
    payload: { type: "stage", stage: "RECEIVE" },
    mark: { conversation: 0, internal: 1 },
  });
  expect(undoOf(stage, before, fileOf([assignment, stage]))).toBeNull();
});

it("a case that is not what its row said is left alone: given to somebody, or closed, meanwhile", () => {
  const assign = { kind: "assign", member: MEMBER } as const;
  const label = { kind: "label", label: "school", change: "on" } as const;
  const row = cardView(1, { card: { standing: "received" } });
  const taken = fileOf([{ type: "assignment", member: SECOND_MEMBER }]);
  expect(isOvertaken(row, fileOf([]), assign)).toBe(false);
  expect(isOvertaken(row, taken, assign)).toBe(true);
  // Who sees to a case is nothing to a label.
  expect(isOvertaken(row, taken, label)).toBe(false);
  const closed = { ...taken, view: { ...taken.view, standing: "closed" as const } };
  expect(isOvertaken(row, closed, label)).toBe(true);
});
