/** The summary of a case: one schema, the child first, every label twice and every word of somebody's once. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeSummary } from "../../web/desk/summary-making.ts";
import { SummaryDocument } from "../../web/desk/summary-document.tsx";
import { chooseLanguage, loadDesk, type DeskText } from "../../web/i18n/index.ts";
import { CaseSummary } from "../../web/payload/case-summary.ts";
import { NO_CASEWORK } from "../../web/payload/casework.ts";
import type { Export } from "../../web/payload/entries/export.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { payloads } from "../payload/samples.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { fileOf, itemsOf } from "./case-files.ts";
import { COLLEAGUE, idOf, ROSTER, SELF, TODAY } from "./cards.ts";

let texts: readonly [DeskText, DeskText];
beforeAll(async () => {
  texts = [await drawIn("en"), await loadDesk(chooseLanguage(["ar"]))];
});

async function summaryOf(list: readonly Payload[], names: Export["names"] = "kept") {
  const choice = { languages: ["en", "ar"], names, recipient: "The youth court" } as const;
  return await makeSummary(fileOf(itemsOf(list)), ROSTER, SELF, {
    ...choice,
    languages: [...choice.languages],
  });
}

function drawn(summary: CaseSummary): string {
  const onBack = (): void => undefined;
  return drawnText(SummaryDocument({ summary, hash: "The hash", texts, onBack }));
}

const [report] = fc.sample(payloads.report, { numRuns: 1, seed: 1 });
if (report === undefined) throw new Error("samples: no report");

const WITHHELD = "The street where the aunt lives";
const LOCKED = "The school she goes to";
const OTHER_CASE = idOf(99);
/** One entry of each kind that a summary tells of, and of those it must not. */
const EVERYTHING: readonly Payload[] = [
  { ...report, title: "A title of the report", text: "The words of the report" },
  { type: "note", text: "An internal note", language: "en" },
  {
    type: "triage",
    decision: "ACCEPT",
    riskChild: "HIGH",
    riskReporter: "LOW",
    text: "What the team thought of it",
    language: "en",
  },
  { type: "stage", stage: "ADDRESS" },
  { type: "barrier", waitsOn: "COURT", text: "The hearing in Lyon", language: "fr" },
  {
    type: "voice",
    text: "أريد أن أبقى مع خالتي",
    language: "ar",
    source: "INTERPRETER",
    helper: "A teacher",
    childKnows: "NO",
  },
  {
    type: "measure",
    kind: "SUPERVISION",
    authority: "The youth office",
    country: "FR",
    startDay: TODAY - 20,
    endDay: null,
    reviewDay: TODAY + 40,
    replaces: null,
  },
  {
    type: "consent",
    action: "SHARE",
    recipient: "The other service",
    person: "CHILD",
    answer: "GIVEN",
    how: "How it was asked",
  },
  {
    type: "interpreter",
    person: "CHILD",
    language: "ar",
    need: "ARRANGED",
    independent: "YES",
  },
  { type: "need", kind: "LEGAL_AID", funded: "ASKED" },
  {
    type: "care-item",
    need: "A school nearby",
    service: "EDUCATION",
    provider: "The school office",
    byDay: null,
    language: "en",
  },
  { type: "task", what: "Ask the school", language: "en", member: COLLEAGUE, byDay: TODAY + 3 },
  {
    type: "conference",
    heldDay: TODAY - 1,
    agenda: "Where she can stay",
    attendees: "An aunt, and a judge",
    decisions: "She stays",
    dissent: "The father",
    actions: "The school is told",
    language: "en",
  },
  { type: "locked-fact", kind: "SCHOOL", text: LOCKED, danger: "She is followed", language: "en" },
  { type: "link", case: OTHER_CASE, relation: "SAME_CHILD" },
  {
    type: "hand-over",
    form: "REFERRAL",
    recipient: "The service in Tunis",
    country: "TN",
    consent: null,
    withoutConsent: "Why without",
    withheld: WITHHELD,
    interests: "Why it is best",
    language: "en",
  },
];

/** Everything that somebody wrote and a summary holds. */
function writtenIn(summary: CaseSummary): readonly string[] {
  return [
    ...summary.voice.flatMap(({ text, helper }) => [text, helper]),
    summary.barrier?.text ?? "",
    ...summary.measures.map(({ authority }) => authority),
    ...summary.consents.map(({ recipient }) => recipient),
    ...summary.carePlan.flatMap(({ need, provider }) => [need, provider]),
    ...summary.tasks.flatMap(({ what, member }) => [what, member ?? ""]),
    ...summary.conferences.flatMap((one) => [
      one.attendees ?? "",
      one.agenda,
      one.decisions,
      one.dissent,
      one.actions,
    ]),
    ...summary.handOvers.map(({ recipient }) => recipient),
  ].filter((words) => words !== "");
}

function timesIn(page: string, words: string): number {
  return page.split(words).length - 1;
}

describe("the summary of a case", () => {
  it("has the same fields for every case, and nothing besides", async () => {
    const empty = (await summaryOf([report])).summary;
    const full = (await summaryOf(EVERYTHING)).summary;
    expect(Object.keys(full).toSorted()).toEqual(Object.keys(CaseSummary.shape).toSorted());
    expect(Object.keys(empty).toSorted()).toEqual(Object.keys(full).toSorted());
    expect(CaseSummary.parse(full)).toEqual(full);
    // Each of its lists has something in it here, so that the tests below look at all of it.
    const lists = Object.values(full).filter((value) => Array.isArray(value));
    expect(lists.every(({ length }) => length > 0)).toBe(true);
  });

  it("shows every word of somebody's once, and every label in both languages", async () => {
    const { summary } = await summaryOf(EVERYTHING);
    const page = drawn(summary);
    const written = writtenIn(summary);
    expect(written).toHaveLength(15);
    for (const words of written) expect([words, timesIn(page, words)]).toEqual([words, 1]);
    for (const text of texts) {
      const { t, day } = text;
      for (const said of [
        t("work.voice"),
        t("voice.INTERPRETER"),
        t("risk.HIGH"),
        t("stage.ADDRESS"),
        t("waits.COURT"),
        t("measure.SUPERVISION"),
        text.country("TN"),
        day(TODAY + 40),
        t("consent.SHARE"),
        t("interpreter.ARRANGED"),
        t("funded.ASKED"),
        t("care.EDUCATION"),
        t("task.open"),
        day(TODAY - 1),
        t("hand-over.offered"),
        t("clock.R_HIGH"),
        t("clock.FB"),
        // What the words are written in, said in both.
        t("summary.language", { language: text.language("fr") }),
      ])
        expect(page).toContain(said);
    }
  });

  it("has the child's own words before everything that others say of it", async () => {
    const { summary } = await summaryOf(EVERYTHING);
    const page = drawn(summary);
    const [first, helper, ...others] = writtenIn(summary);
    const at = page.indexOf(first ?? "");
    expect(at).toBeGreaterThan(0);
    for (const words of [helper ?? "", ...others, texts[0].t("risk.HIGH")]) {
      expect(page.indexOf(words)).toBeGreaterThan(at);
    }
  });

  it("holds nothing of the report, the notes, or what never travels", async () => {
    const { summary } = await summaryOf(EVERYTHING);
    const all = `${JSON.stringify(summary)}${drawn(summary)}`;
    const state = JSON.stringify(fileOf(itemsOf(EVERYTHING)).view.state);
    const hidden = [
      "A title of the report",
      "The words of the report",
      "What the team thought of it",
      "How it was asked",
      "Why without",
      "Why it is best",
      WITHHELD,
      LOCKED,
      "She is followed",
      OTHER_CASE,
    ];
    for (const words of hidden) {
      expect(all).not.toContain(words);
      // The control: it was there to be told.
      expect(state).toContain(words);
    }
  });

  it("holds no withheld word and no locked fact of any case, whatever else was written to it", async () => {
    function marked(payload: Payload): Payload {
      if (payload.type === "hand-over") return { ...payload, consent: null, withheld: WITHHELD };
      if (payload.type === "locked-fact") return { ...payload, text: LOCKED, danger: LOCKED };
      if (payload.type !== "locked-fact-lifted") return payload;
      return { ...payload, reason: LOCKED };
    }
    const secret = fc.oneof(
      payloads["hand-over"],
      payloads["locked-fact"],
      payloads["locked-fact-lifted"],
    );
    const any = fc.oneof(secret, fc.oneof(...Object.values(payloads))).map(marked);
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 12 }), async (list) => {
        const { summary } = await summaryOf([report, ...list]);
        const told = `${JSON.stringify(summary)}${drawn(summary)}`;
        const known = JSON.stringify(fileOf(itemsOf([report, ...list])).view.state);
        for (const words of [WITHHELD, LOCKED]) {
          expect(told).not.toContain(words);
          if (known.includes(words)) found.add(words);
        }
      }),
    );
    // The control: both were there to be told.
    expect(found.size).toBe(2);
  });

  it("names nobody where names are left out, and never whom the reporter took out", async () => {
    const [colleague] = ROSTER.members.filter(({ id }) => id === COLLEAGUE);
    const name = colleague?.name ?? "";
    const kept = await summaryOf(EVERYTHING);
    expect(kept.summary.tasks[0]?.member).toBe(name);
    const leftOut = await summaryOf(EVERYTHING, "left-out");
    expect(JSON.stringify(leftOut.summary)).not.toContain(name);
    expect(kept.summary.conferences[0]?.attendees).toBe("An aunt, and a judge");
    expect(leftOut.summary.conferences[0]?.attendees).toBeNull();
    expect(leftOut.entry.names).toBe("left-out");
    const taken = EVERYTHING.map((payload) =>
      payload.type === "report" ? { ...payload, excluded: [COLLEAGUE] } : payload,
    );
    expect((await summaryOf(taken)).summary.tasks[0]?.member).toBeNull();
  });

  it("is taken out as every copy is, known again by its hash", async () => {
    const one = await summaryOf(EVERYTHING);
    expect(one.entry).toMatchObject({ type: "export", form: "print", parts: ["summary"] });
    expect((await summaryOf(EVERYTHING)).entry.manifest).toBe(one.entry.manifest);
    const other = await summaryOf([...EVERYTHING, { type: "stage", stage: "CONCLUDE" }]);
    expect(other.entry.manifest).not.toBe(one.entry.manifest);
  });

  it("says of each part that nothing is written down, where nothing is", async () => {
    const { summary } = await summaryOf([report]);
    expect(fileOf(itemsOf([report])).view.state.casework).toEqual(NO_CASEWORK);
    const page = drawn(summary);
    const lists = Object.values(summary).filter((value) => Array.isArray(value));
    const nothing = lists.filter(({ length }) => length === 0);
    expect(nothing.length).toBeGreaterThan(0);
    for (const { t } of texts) {
      expect(timesIn(page, t("summary.nothing"))).toBe(nothing.length);
      expect(page).toContain(t("summary.waits-on-nothing"));
    }
  });
});
