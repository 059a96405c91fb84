/** A fact that must not travel stands until somebody lifts it, once and with a reason. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Payload, PayloadOf } from "../../web/payload/entries/index.ts";
import { foldJournal, readEntry } from "../../web/payload/journal.ts";
import { member, opened, payloads } from "./samples.ts";

const FACT: PayloadOf<"locked-fact"> = {
  type: "locked-fact",
  kind: "ADDRESS",
  text: "Above the bakery",
  language: "en",
  danger: "Her mother is looked for",
};

function lifting(fact: number, reason = "They have moved"): PayloadOf<"locked-fact-lifted"> {
  return { type: "locked-fact-lifted", fact, reason, language: "en" };
}

function folded(list: readonly Payload[]) {
  const items = list.map((payload, at) =>
    readEntry(opened(JSON.stringify(payload), "internal", at + 1, member)),
  );
  return { items, facts: foldJournal(items).casework.lockedFacts };
}

describe("a fact that must not travel", () => {
  it("stands until it is lifted, and is kept with the reason", () => {
    const { facts } = folded([FACT, { ...FACT, kind: "SCHOOL" }, lifting(1)]);
    expect(facts.map(({ seq, kind, lifted }) => [seq, kind, lifted?.reason ?? null])).toEqual([
      [1, "ADDRESS", "They have moved"],
      [2, "SCHOOL", null],
    ]);
  });

  it("is lifted once, and nothing is lifted that does not stand", () => {
    const { facts } = folded([FACT, lifting(1), lifting(1, "Again"), lifting(7), lifting(2)]);
    expect(facts.map(({ lifted }) => lifted?.reason)).toEqual(["They have moved"]);
  });

  it("is lifted with a reason or not at all", () => {
    const { items, facts } = folded([FACT, lifting(1, "")]);
    expect(items.map(({ kind }) => kind)).toEqual(["known", "unknown"]);
    expect(facts[0]?.lifted).toBeNull();
  });

  it("is never gone again, whatever is written after it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...Object.values(payloads)), { maxLength: 10 }), (after) => {
        const { facts } = folded([FACT, ...after]);
        expect(facts[0]).toMatchObject({ seq: 1, text: FACT.text });
      }),
    );
  });
});
