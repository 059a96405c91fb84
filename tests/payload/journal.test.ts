/** The journal keeps everything it is given, believes only what it understands, and folds to one state. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANES, type Lane } from "../../worker/contract/entry-header.ts";
import { NEW_CASE, standingOf } from "../../web/payload/case-state.ts";
import { entryTypes, type EntryTypeName, type Payload } from "../../web/payload/entries/index.ts";
import type { JournalItem, OpenedEntry } from "../../web/payload/journal.ts";
import { foldJournal, readEntry, writePayload } from "../../web/payload/journal.ts";
import { allowedAuthor, member, opened, payloads, reporter } from "./samples.ts";

const anyPayload: fc.Arbitrary<Payload> = fc.oneof(...Object.values(payloads));

const NAMES = [
  "report",
  "message",
  "acknowledgement",
  "closure",
  "challenge",
  "challenge-decision",
  "reopening",
  "receipt",
  "notice",
  "withdrawal",
  "opening",
  "note",
  "grant",
  "exclusion-override",
  "recusal",
  "removal",
  "rekey",
  "identity-left",
  "identity-withdrawn",
  "release-request",
  "release-decision",
  "release-opened",
  "export",
  "triage",
  "stage",
  "assignment",
  "label",
  "task",
  "task-outcome",
  "measure",
  "voice",
  "interpreter",
  "consent",
  "consent-withdrawal",
  "barrier",
  "link",
  "conference",
  "best-interests",
  "translation",
  "care-item",
  "care-item-outcome",
  "measure-review",
  "review-sign-off",
  "fairness-check",
  "right-of-reply",
  "remedy",
  "hand-over",
  "hand-over-outcome",
  "locked-fact",
  "locked-fact-lifted",
  "need",
  "explanation",
  "legal-hold",
  "legal-hold-end",
  "clock",
  "clock-pause",
  "clock-resume",
  "clock-extension",
  "clock-end",
  "feedback-extension",
] as const satisfies readonly EntryTypeName[];

function known(payload: Payload, seq: number, day?: number): JournalItem {
  const { lane } = entryTypes[payload.type];
  return readEntry(opened(writePayload(payload), lane, seq, allowedAuthor(payload.type), day));
}

describe("reading an entry", () => {
  it("knows every type from its own author in its own lane", () => {
    expect(NAMES.toSorted()).toEqual(Object.keys(entryTypes).toSorted());
    fc.assert(
      fc.property(anyPayload, fc.integer({ min: 1, max: 9 }), (payload, seq) => {
        expect(known(payload, seq)).toMatchObject({ kind: "known", payload, seq });
      }),
    );
  });

  it("keeps and refuses a type from an author or in a lane that may not carry it", () => {
    const author = fc.constantFrom(reporter, member);
    const lane = fc.constantFrom(...LANES);
    fc.assert(
      fc.property(anyPayload, author, lane, (payload, by, where) => {
        const rule = entryTypes[payload.type];
        const kinds: readonly string[] = rule.by;
        const item = readEntry(opened(writePayload(payload), where, 1, by));
        const allowed = rule.lane === where && kinds.includes(by.kind);
        expect(item.kind).toBe(allowed ? "known" : "refused");
        if (!allowed) {
          expect(item).toMatchObject({ type: payload.type, lane: where, author: by });
          expect(foldJournal([item])).toEqual(NEW_CASE);
        }
      }),
    );
  });

  it.each([
    { what: "a type of a later version", json: '{"type":"referral","to":"x"}', type: "referral" },
    {
      what: "a known type with a field more",
      json: '{"type":"withdrawal","x":1}',
      type: "withdrawal",
    },
    { what: "a known type with a field less", json: '{"type":"message"}', type: "message" },
    { what: "no type at all", json: '{"text":"x"}', type: "" },
    { what: "a type that is no text", json: '{"type":7}', type: "" },
    { what: "a type too long to show", json: JSON.stringify({ type: "x".repeat(65) }), type: "" },
    { what: "no object", json: "[1,2]", type: "" },
    { what: "no JSON", json: "{", type: "" },
    { what: "nothing", json: "", type: "" },
  ])("keeps $what, by its name, and lets it change nothing", ({ json, type }) => {
    const item = readEntry(opened(json, "conversation", 3, member));
    expect(item).toEqual({
      kind: "unknown",
      type,
      lane: "conversation",
      seq: 3,
      day: 20_503,
      author: member,
    });
    expect(foldJournal([item])).toEqual(NEW_CASE);
  });

  it("never throws, and never loses an entry", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
        const item = readEntry(opened(json, "conversation", 2, reporter));
        expect(item).toMatchObject({ seq: 2, lane: "conversation", author: reporter });
      }),
    );
  });

  it("writes nothing it would not read", () => {
    expect(() => writePayload({ type: "message", language: "en", text: "" })).toThrow();
    const wide = { type: "message", language: `en-${"x".repeat(40)}`, text: "x" } as const;
    expect(() => writePayload(wide)).toThrow();
  });
});

/** Two lanes, each in its own order, woven by `picks`. */
function weave(
  conversation: readonly JournalItem[],
  internal: readonly JournalItem[],
  picks: readonly boolean[],
): JournalItem[] {
  const left = [...conversation];
  const right = [...internal];
  const woven: JournalItem[] = [];
  for (const pick of picks) woven.push(...(pick ? left : right).splice(0, 1));
  return [...woven, ...left, ...right];
}

function laneOf(lane: Lane, entries: readonly Payload[]): JournalItem[] {
  return entries
    .filter(({ type }) => entryTypes[type].lane === lane)
    .map((payload, at) => known(payload, at + 1));
}

describe("the fold", () => {
  it("is the same however the lanes are woven together", () => {
    const entries = fc.array(anyPayload, { maxLength: 12 });
    const picks = fc.array(fc.boolean(), { maxLength: 24 });
    fc.assert(
      fc.property(payloads.report, entries, picks, (report, rest, woven) => {
        const conversation = laneOf("conversation", [report, ...rest]);
        const internal = laneOf("internal", rest);
        const straight = foldJournal([...conversation, ...internal]);
        expect(foldJournal(weave(conversation, internal, woven))).toEqual(straight);
        expect(foldJournal([...internal, ...conversation])).toEqual(straight);
        expect(straight.report).toEqual(report);
      }),
    );
  });

  it("is unmoved by unknown and refused entries anywhere", () => {
    const strange = fc.constantFrom<OpenedEntry>(
      opened('{"type":"referral"}', "conversation", 2, member),
      opened('{"type":"withdrawal"}', "conversation", 2, member),
      opened('{"type":"withdrawal"}', "internal", 2, member),
      opened('{"type":"acknowledgement"}', "conversation", 2, reporter),
    );
    fc.assert(
      fc.property(fc.array(anyPayload), strange, fc.nat(), (entries, stranger, at) => {
        const items = entries.map((payload, index) => known(payload, index + 1));
        const place = items.length === 0 ? 0 : at % items.length;
        expect(foldJournal(items.toSpliced(place, 0, readEntry(stranger)))).toEqual(
          foldJournal(items),
        );
      }),
    );
  });

  it("takes only the first entry for the report", () => {
    fc.assert(
      fc.property(payloads.report, payloads.report, (first, second) => {
        const state = foldJournal([known(first, 1), known(second, 2)]);
        expect(state.report).toEqual(first);
        expect(foldJournal([known(second, 2)]).report).toBeNull();
      }),
    );
  });

  it("takes only the first entry of the internal lane for the opening", () => {
    const [first, later] = fc.sample(payloads.opening, { numRuns: 2, seed: 3 });
    if (first === undefined || later === undefined) throw new Error("no sample");
    const other = { ...later, recipients: [`${"F".repeat(21)}A`] };
    const state = foldJournal([known(first, 1), known(other, 2)]);
    expect(state.recipients).toEqual(first.recipients);
  });

  it("is not moved by acknowledging twice", () => {
    const acknowledgement = { type: "acknowledgement" } as const;
    const once = foldJournal([known(acknowledgement, 2, 20_501)]);
    const twice = foldJournal([
      known(acknowledgement, 2, 20_501),
      known(acknowledgement, 3, 20_509),
    ]);
    expect(once.acknowledgedDay).toBe(20_501);
    expect(twice).toEqual(once);
  });

  it("stands where the journal has brought it", () => {
    const [report] = fc.sample(payloads.report, 1);
    const [closure] = fc.sample(payloads.closure, 1);
    if (report === undefined || closure === undefined) throw new Error("no sample");
    const steps = [report, { type: "acknowledgement" }, closure, { type: "withdrawal" }] as const;
    const items = steps.map((payload, at) => known(payload, at + 1));
    const standings = items.map((_, at) => standingOf(foldJournal(items.slice(0, at + 1))));
    expect(standings).toEqual(["received", "acknowledged", "closed", "withdrawn"]);
  });
});
