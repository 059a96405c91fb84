/** A card has one size: whatever somebody called their report, it fits. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARD_BYTES, SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { Card, CARD_LABELS_MAX, CARD_STAGES_MAX, cardOf } from "../../web/payload/card.ts";
import { cardTitle } from "../../web/payload/card-head.ts";
import type { CaseState } from "../../web/payload/case-state.ts";
import { NEW_CASE } from "../../web/payload/case-state.ts";
import { CHANNELS } from "../../web/payload/channels.ts";
import { LanguageTag, TITLE_MAX } from "../../web/payload/text.ts";
import type { TeamClock } from "../../web/payload/clocks.ts";
import { NO_CASEWORK, type Casework } from "../../web/payload/casework.ts";
import type { StageSince } from "../../web/payload/entries/stage.ts";
import { NEED_KINDS } from "../../web/payload/entries/need.ts";
import { LABEL_MAX } from "../../web/payload/entries/label.ts";
import { MEMBER, payloads } from "./samples.ts";

/** Room for the JSON: the card without its signature and the padding's end mark. */
const ROOM_BYTES = CARD_BYTES - SIGNATURE_BYTES - 1;

/** The longest tag the contract takes, and the longest words for everything else a card says. */
const LONGEST_TAG = "aaa-bbbbbbbb-cccccccc-dddddddd-eeee";

/** There and back again, more often than a card remembers. */
const LONGEST_WAY: readonly StageSince[] = Array.from({ length: CARD_STAGES_MAX + 3 }, (_, at) => ({
  stage: at % 2 === 0 ? "CONCLUDE" : "ADDRESS",
  day: 999_000 + at,
}));

const clock = (code: TeamClock["code"], lastDay: number): TeamClock => ({
  seq: 1,
  code,
  fromDay: 20_500,
  country: null,
  lastDay,
  state: "running",
  pausedDay: null,
  untilDay: null,
  extended: false,
});

const MEASURE = {
  kind: "SUPERVISION",
  authority: "x",
  country: "IE",
  startDay: 20_500,
  endDay: null,
  reviewDay: null,
  replaces: null,
} as const;
const REVIEW = {
  measure: 1,
  stillNeeded: "YES",
  leastIntrusive: "YES",
  text: "x",
  language: "en",
  nextReviewDay: null,
} as const;

const WRITTEN = { seq: 1, day: 20_500, by: MEMBER };
/** The longest of everything a team can have decided. */
function work(label: string): Casework {
  return {
    ...NO_CASEWORK,
    stage: "CONCLUDE",
    stageSince: LONGEST_WAY,
    triage: {
      ...WRITTEN,
      decision: "NO_SAFE_ACTION",
      riskChild: "MEDIUM",
      riskReporter: "MEDIUM",
      text: "",
      language: "en",
    },
    assignment: { ...WRITTEN, member: MEMBER },
    barrier: { ...WRITTEN, waitsOn: "TRANSLATION", text: "", language: "en" },
    tasks: [
      { ...WRITTEN, what: "x", language: "en", member: null, byDay: 99_999, state: "open" },
      { ...WRITTEN, what: "x", language: "en", member: null, byDay: 20_600, state: "open" },
      { ...WRITTEN, what: "x", language: "en", member: null, byDay: 20_500, state: "done" },
    ],
    needs: NEED_KINDS.map((kind) => ({ ...WRITTEN, kind, funded: "ASKED", since: 999_000 })),
    clocks: [clock("R_HIGH", 99_999), clock("UK_RC_NEXT", 20_700)],
    measures: [{ ...WRITTEN, ...MEASURE, clock: null }],
    measureReviews: [{ ...WRITTEN, ...REVIEW, signOff: null }],
    labels: Array.from({ length: 20 }, () => label.repeat(LABEL_MAX).slice(0, LABEL_MAX)),
  };
}

function stateWith(title: string, text: string, casework = NO_CASEWORK): CaseState {
  const [report] = fc.sample(payloads.report, 1);
  if (report === undefined) throw new Error("no sample");
  const channel = CHANNELS.toSorted((left, right) => right.length - left.length)[0] ?? CHANNELS[0];
  return {
    ...NEW_CASE,
    report: { ...report, title, text, channel, language: LONGEST_TAG },
    acknowledgedDay: 1,
    unansweredSince: 999_000,
    casework,
  };
}

function jsonBytes(title: string, text: string, casework = NO_CASEWORK): number {
  const card = cardOf(stateWith(title, text, casework));
  expect(Card.parse(card)).toEqual(card);
  return Buffer.byteLength(JSON.stringify(card));
}

const scripts = fc.constantFrom("grapheme", "grapheme-composite", "binary", "grapheme-ascii");
const anyTitle = scripts.chain((unit) => fc.string({ unit, maxLength: TITLE_MAX }));
const control = fc.string({
  unit: fc.integer({ min: 0, max: 31 }).map((code) => String.fromCharCode(code)),
  maxLength: 400,
});
const surrogates = fc.string({
  unit: fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
  maxLength: 400,
});

describe("a card", () => {
  it("fits with the longest language tag there is", () => {
    expect(LONGEST_TAG.length).toBe(35);
    expect(LanguageTag.safeParse(LONGEST_TAG).success).toBe(true);
    expect(LanguageTag.safeParse(`${LONGEST_TAG}e`).success).toBe(false);
  });

  it("fits its one size for any title in any script, control characters and lone halves included", () => {
    const title = fc.oneof(anyTitle, control, surrogates);
    fc.assert(
      fc.property(title, fc.oneof(control, surrogates, anyTitle), (chosen, text) => {
        expect(jsonBytes(chosen, `x${text}`)).toBeLessThanOrEqual(ROOM_BYTES);
      }),
      { numRuns: 300 },
    );
    for (const worst of ["\u0001", "\ud800", '"', "\\", "\u{1f985}", "\u0634", "\uffff"]) {
      expect(jsonBytes(worst.repeat(400), "x")).toBeLessThanOrEqual(ROOM_BYTES);
      expect(jsonBytes("", `x${worst.repeat(60_000)}`)).toBeLessThanOrEqual(ROOM_BYTES);
    }
  });

  it("fits it with everything a team can have decided, and says as much of it as there is room for", () => {
    for (const worst of ["\u0001", "\ud800", '"', "\u{1f985}", "\u0634", "\uffff"]) {
      expect(jsonBytes(worst.repeat(400), "x", work(worst))).toBeLessThanOrEqual(ROOM_BYTES);
    }
    expect(cardOf(stateWith("A title", "x", work("c"))).casework).toEqual({
      stage: "CONCLUDE",
      stageSince: LONGEST_WAY.slice(-CARD_STAGES_MAX),
      riskChild: "MEDIUM",
      riskReporter: "MEDIUM",
      assigned: MEMBER,
      waitsOn: "TRANSLATION",
      taskDueDay: 20_600,
      signOff: MEMBER,
      needs: NEED_KINDS.map((kind) => ({ kind, funded: "ASKED", since: 999_000 })),
      clock: { code: "UK_RC_NEXT", dueDay: 20_700 },
      labels: Array.from({ length: 4 }, () => "c".repeat(LABEL_MAX)),
      moreLabels: true,
    });
    expect(cardOf(stateWith("A title", "x"))).not.toHaveProperty("casework");
  });

  it("says that there are more labels than it names where any had to go, and else does not", () => {
    const named = (title: string, labels: readonly string[]) => {
      const { casework } = cardOf(stateWith(title, "x", { ...work("c"), labels }));
      return { left: casework?.labels.length, more: casework?.moreLabels };
    };
    const labels = Array.from({ length: 20 }, (_, at) => `label ${at}`);
    expect(named("A title", labels.slice(0, CARD_LABELS_MAX))).toEqual({
      left: 4,
      more: undefined,
    });
    expect(named("A title", labels.slice(0, CARD_LABELS_MAX + 1))).toEqual({ left: 4, more: true });
    expect(named("A title", labels)).toEqual({ left: 4, more: true });
    // A title that JSON writes at length takes the room of a label.
    expect(named("\u0001".repeat(TITLE_MAX), labels.slice(0, 1))).toEqual({ left: 0, more: true });
    expect(named("\u0001".repeat(TITLE_MAX), [])).toEqual({ left: 0, more: undefined });
  });

  it("keeps a title that is short enough, and cuts a longer one between characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        fc.pre(title.trim() !== "");
        const kept = cardTitle(title, "text");
        expect(kept.length).toBeLessThanOrEqual(TITLE_MAX);
        expect(title.trim().startsWith(kept)).toBe(true);
        if (title.trim().length <= TITLE_MAX) expect(kept).toBe(title.trim());
      }),
    );
    const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
    expect(cardTitle(family.repeat(40), "x")).toBe(
      family.repeat(Math.floor(TITLE_MAX / family.length)),
    );
  });

  it("is called by the first words of the text where there is no title", () => {
    expect(cardTitle("  ", " She has\n not  come back. ")).toBe("She has not come back.");
  });

  it("is not made of a case without a report", () => {
    expect(() => cardOf(NEW_CASE)).toThrow("without a report");
  });
});
