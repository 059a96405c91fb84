/** A copy of a case holds what was chosen and nothing else, and shows when it was changed. */
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportSchema } from "../../web/command/export-schema.ts";
import {
  canonicalJson,
  exportPart,
  itemsOfPart,
  type Naming,
} from "../../web/payload/case-export.ts";
import { EXPORT_PARTS } from "../../web/payload/entries/export.ts";
import { entryTypes, type Payload } from "../../web/payload/entries/index.ts";
import { readEntry, writePayload } from "../../web/payload/journal.ts";
import { isStaying } from "../../web/payload/never-travels.ts";
import { member, MEMBER, opened, payloads, reporter, SECOND_MEMBER } from "./samples.ts";

const NAMED: Naming = { member: (id) => (id === MEMBER ? "Ada Example" : "Rowan Example") };
const NAMELESS: Naming = { member: () => "a member" };

function itemOf(payload: Payload, seq: number) {
  const { lane, by } = entryTypes[payload.type];
  const writers: readonly string[] = by;
  const author = writers.includes("reporter") ? reporter : member;
  return readEntry(opened(writePayload(payload), lane, seq, author, 20_500));
}

const anyPayload = fc.oneof(...Object.values(payloads));

describe("a copy of a case", () => {
  it("holds each entry in one part, but for those that stay here, and a line of each in the history", () => {
    fc.assert(
      fc.property(fc.array(anyPayload, { maxLength: 8 }), (list) => {
        const items = list.map((payload, at) => itemOf(payload, at + 1));
        const places = EXPORT_PARTS.filter((part) => part !== "history").map((part) =>
          exportPart(part, items, NAMED),
        );
        const told = list.filter(({ type }) => !isStaying(type));
        expect(places.flat()).toHaveLength(told.length);
        const lines = exportPart("history", items, NAMED);
        expect(lines).toHaveLength(items.length);
        expect(lines.every(({ fields }) => fields === undefined)).toBe(true);
      }),
    );
  });

  it("names no member where names are left out, and none by an id in any case", () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const item = itemOf(payload, 1);
        const named = JSON.stringify(EXPORT_PARTS.map((part) => exportPart(part, [item], NAMED)));
        const nameless = JSON.stringify(
          EXPORT_PARTS.map((part) => exportPart(part, [item], NAMELESS)),
        );
        for (const id of [MEMBER, SECOND_MEMBER]) {
          expect(named).not.toContain(id);
          expect(nameless).not.toContain(id);
        }
        expect(nameless).not.toContain("Example");
      }),
    );
    // The control: the ids are there to be found, and a name where names are kept.
    const granting = fc.sample(payloads.grant, 50);
    for (const id of [MEMBER, SECOND_MEMBER]) {
      expect(granting.some(({ member: whom }) => whom === id)).toBe(true);
    }
    const grants = granting.map((payload) => itemOf(payload, 1));
    expect(JSON.stringify(exportPart("readers", grants, NAMED))).toContain("Rowan Example");
  });

  it("says in no part whom the reporter took out, not even where readers signed that they may be let in", () => {
    fc.assert(
      fc.property(payloads["exclusion-override"], (override) => {
        const item = itemOf({ ...override, member: SECOND_MEMBER, reason: "Kept between us" }, 1);
        const copy = JSON.stringify(EXPORT_PARTS.map((part) => exportPart(part, [item], NAMED)));
        // Somebody signed something: no name, no reason.
        expect(copy).not.toContain("Rowan Example");
        expect(copy).not.toContain("Kept between us");
        for (const part of EXPORT_PARTS) {
          if (part !== "history") expect(itemsOfPart(part, [item])).toEqual([]);
        }
      }),
    );
    // The control: another entry about a reader is in that part, with their name and why.
    const [grant] = fc.sample(payloads.grant, 1);
    if (grant === undefined) throw new Error("no sample");
    const item = itemOf({ ...grant, member: SECOND_MEMBER, reason: "Kept between us" }, 1);
    const [entry] = exportPart("readers", [item], NAMED);
    expect(entry?.fields).toMatchObject({ member: "Rowan Example", reason: "Kept between us" });
  });

  it("holds no key", () => {
    const [report] = fc.sample(payloads.report, 1);
    if (report === undefined) throw new Error("no sample");
    const [entry] = exportPart("report", [itemOf(report, 1)], NAMED);
    expect(entry?.fields).toMatchObject({ text: report.text });
    expect(JSON.stringify(entry)).not.toContain(report.reporterKey);
  });

  it("is hashed by one spelling, whatever order its keys were written in (RFC 8785)", () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    // The RFC's own example, 3.2.2 and 3.2.3.
    const example = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("follows the schema that is published, which `node web/command/export-schema.ts` writes", () => {
    const published: unknown = JSON.parse(readFileSync("docs/case-export.schema.json", "utf8"));
    expect(published).toEqual(JSON.parse(exportSchema()));
  });
});
