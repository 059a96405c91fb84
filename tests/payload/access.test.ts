/** Who may read, as the fold of the conversation: a second, plainer account of the rules agrees with it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryTypes, type Payload } from "../../web/payload/entries/index.ts";
import {
  foldItem,
  foldJournal,
  judged,
  readEntry,
  writePayload,
  type JournalItem,
} from "../../web/payload/journal.ts";
import { NEW_CASE } from "../../web/payload/case-state.ts";
import { opened, REPORT_HASH } from "./samples.ts";

/** Six people: the first two are sealed to, the last two are taken out. */
const PEOPLE = ["B", "C", "D", "E", "F", "G"].map((letter) => `${letter.repeat(21)}A`);
const SEALED_TO = PEOPLE.slice(0, 2);
const EXCLUDED = PEOPLE.slice(4);

const report: Payload = {
  type: "report",
  channel: "trafficking",
  language: "en",
  title: "",
  text: "Somebody said so.",
  recipients: SEALED_TO,
  excluded: EXCLUDED,
  reporterKey: `${"E".repeat(1_621)}A`,
};

const WHY = { reason: "So it is.", language: "en" };
const notes = REPORT_HASH;

interface Step {
  readonly by: string;
  readonly payload: Payload;
}

const person = fc.constantFrom(...PEOPLE);
const change: fc.Arbitrary<Payload> = fc.oneof(
  person.map((member): Payload => ({ type: "grant", member, ...WHY, notes })),
  person.map((member): Payload => ({ type: "exclusion-override", member, ...WHY })),
  person.map((member): Payload => ({ type: "removal", member, ...WHY, notes })),
  fc.constant<Payload>({ type: "recusal", ...WHY, notes }),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.subarray(PEOPLE, { minLength: 1 }))
    .map(([epoch, recipients]): Payload => ({
      type: "rekey",
      epoch,
      recipients,
      conversationKeyHash: REPORT_HASH,
      internalKeyHash: REPORT_HASH,
      notes,
    })),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ by: person, payload: change }), {
  maxLength: 30,
});

function itemOf({ by, payload }: Step, seq: number): JournalItem {
  const author = { kind: "member", member: by } as const;
  return readEntry(opened(writePayload(payload), "conversation", seq, author));
}

const first = readEntry(opened(writePayload(report), "conversation", 1, { kind: "reporter" }));

/** The rules told again, as sets and ifs. */
function told(all: readonly Step[]) {
  let readers = new Set(SEALED_TO);
  let epoch = 0;
  const overrides = new Map<string, Set<string>>();
  const allowed: boolean[] = [];
  for (const { by, payload } of all) {
    let allows = readers.has(by);
    if (allows && payload.type === "grant") {
      const against = [...(overrides.get(payload.member) ?? [])];
      const lifted = against.some((other) => other !== by && readers.has(other));
      allows = !readers.has(payload.member) && (!EXCLUDED.includes(payload.member) || lifted);
      if (allows) {
        readers.add(payload.member);
        overrides.delete(payload.member);
      }
    } else if (allows && payload.type === "exclusion-override") {
      allows = EXCLUDED.includes(payload.member) && !readers.has(payload.member);
      if (allows) {
        overrides.set(payload.member, (overrides.get(payload.member) ?? new Set()).add(by));
      }
    } else if (allows && payload.type === "removal") {
      allows = readers.has(payload.member) && payload.member !== by;
      if (allows) readers.delete(payload.member);
    } else if (allows && payload.type === "recusal") {
      allows = readers.size > 1;
      if (allows) readers.delete(by);
    } else if (allows && payload.type === "rekey") {
      const held = payload.recipients.every((member) => readers.has(member));
      allows = held && payload.recipients.includes(by) && payload.epoch === epoch + 1;
      if (allows) {
        readers = new Set([...readers].filter((member) => payload.recipients.includes(member)));
        epoch += 1;
      }
    }
    allowed.push(allows);
  }
  return { readers: [...readers].toSorted(), epoch, allowed };
}

describe("who may read", () => {
  it("is what the rules say, whatever anybody signs", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const items = [first, ...all.map((step, at) => itemOf(step, at + 2))];
        const { access } = foldJournal(items);
        const expected = told(all);
        expect([...access.readers].toSorted()).toEqual(expected.readers);
        expect(access.epoch).toBe(expected.epoch);
        let state = foldItem(NEW_CASE, first);
        for (const [at, item] of items.slice(1).entries()) {
          const counted = judged(state, item);
          expect(counted.kind).toBe(expected.allowed[at] === true ? "known" : "refused");
          state = foldItem(state, counted);
        }
        expect(state.access).toEqual(access);
      }),
      { numRuns: 500 },
    );
  });

  it("never holds somebody who was taken out, unless two readers signed", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const items = [first, ...all.map((step, at) => itemOf(step, at + 2))];
        const { access } = foldJournal(items);
        for (const member of EXCLUDED.filter((id) => access.readers.includes(id))) {
          const by = (type: "grant" | "exclusion-override"): readonly string[] =>
            all.flatMap((step) =>
              step.payload.type === type && step.payload.member === member ? [step.by] : [],
            );
          const pairs = by("grant").flatMap((granter) =>
            by("exclusion-override").filter((other) => other !== granter),
          );
          expect(pairs.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is never nobody", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const items = [first, ...all.map((step, at) => itemOf(step, at + 2))];
        expect(foldJournal(items).access.readers.length).toBeGreaterThan(0);
      }),
    );
  });

  it("always includes everybody who may read among the holders of its keys", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const items = [first, ...all.map((step, at) => itemOf(step, at + 2))];
        const { readers, holders } = foldJournal(items).access;
        expect(readers.filter((member) => !holders.includes(member))).toEqual([]);
      }),
    );
  });

  it("is said in the conversation alone, by members alone", () => {
    for (const name of ["grant", "removal", "recusal", "rekey", "exclusion-override"] as const) {
      expect(entryTypes[name]).toMatchObject({ lane: "conversation", by: ["member"] });
    }
  });
});
