/** What members read of the law across borders: every row of the tables has its words, and a list that is old says so. */
import { describe, expect, it } from "vitest";
import { CASEWORK_FORMS } from "../../web/desk/casework-forms.ts";
import { LawNotes, provisionWords } from "../../web/desk/law-notes.tsx";
import { InstrumentSaid } from "../../web/desk/which-law.tsx";
import { BOUND, INSTRUMENTS, LIMIT_CODES, type Provision } from "../../web/payload/instruments.ts";
import {
  LAW_FORMS,
  LAW_NOTE_CODES,
  LAW_NOTES,
  LAW_NOTES_AS_OF_DAY,
  NOTED_STEPS,
  notesBeside,
} from "../../web/payload/law-notes.ts";
import { ASKING_CODES, ASKINGS } from "../../web/payload/which-law.ts";
import { drawIn, drawnText } from "../support/drawing.ts";

const LANGUAGES = ["en", "fr", "ar"] as const;
/** `80(2)`, or several of these. */
const ARTICLES = /^\d+(\(\d+\))?(, \d+(\(\d+\))?)*$/;

describe("the notes beside each step", () => {
  it("name instruments and articles that the tables have", () => {
    const rows: readonly { readonly provisions: readonly Provision[] }[] = [
      ...LAW_NOTE_CODES.map((code) => LAW_NOTES[code]),
      ...ASKING_CODES.map((code) => ({ provisions: ASKINGS[code].under })),
    ];
    for (const { provisions } of rows) {
      expect(provisions.length).toBeGreaterThan(0);
      for (const { instrument, articles } of provisions) {
        expect(INSTRUMENTS).toContain(instrument);
        expect(articles).toMatch(ARTICLES);
      }
    }
  });

  it("use a form only of an instrument that they name", () => {
    for (const code of LAW_NOTE_CODES) {
      const named: readonly string[] = LAW_NOTES[code].provisions.map(
        ({ instrument }) => instrument,
      );
      for (const form of LAW_NOTES[code].forms) expect(named).toContain(LAW_FORMS[form]);
    }
    const used = new Set<string>(LAW_NOTE_CODES.flatMap((code) => LAW_NOTES[code].forms));
    expect(Object.keys(LAW_FORMS).filter((form) => !used.has(form))).toEqual([]);
  });

  it("stand beside steps that have a form, each of which has one at the least", () => {
    for (const step of NOTED_STEPS) {
      expect(CASEWORK_FORMS).toContain(step);
      expect(notesBeside(step).length).toBeGreaterThan(0);
    }
    expect(notesBeside("label")).toEqual([]);
  });

  it.each(LANGUAGES)(
    "are drawn with their article, their form and their day, in %s",
    async (code) => {
      const text = await drawIn(code);
      const { t, day } = text;
      for (const step of NOTED_STEPS) {
        const drawn = drawnText(LawNotes({ step }));
        expect(drawn).toContain(day(LAW_NOTES_AS_OF_DAY));
        for (const note of notesBeside(step)) {
          expect(drawn).toContain(t(`law-note.${note}`));
          for (const provision of LAW_NOTES[note].provisions) {
            expect(drawn).toContain(provisionWords(text, provision));
          }
          for (const form of LAW_NOTES[note].forms) expect(drawn).toContain(t(`law-form.${form}`));
        }
      }
      expect(LawNotes({ step: "label" })).toBeNull();
    },
  );
});

describe("an instrument, as it is described", () => {
  it.each(LANGUAGES)(
    "has words of its own for all that stands in the tables, in %s",
    async (code) => {
      const { t } = await drawIn(code);
      const said = [
        ...INSTRUMENTS.map((one) => t(`instrument-title.${one}`)),
        ...INSTRUMENTS.map((one) => t(`instrument-for.${one}`)),
        ...LIMIT_CODES.filter((limit) => limit !== "UNDER_18_UNION").map((one) =>
          t(`limit.${one}`),
        ),
        ...LAW_NOTE_CODES.map((one) => t(`law-note.${one}`)),
        ...ASKING_CODES.map((one) => t(`asking.${one}`, { country: "-" })),
      ];
      expect(said.filter((words) => words === "")).toEqual([]);
      expect(new Set(said).size).toBe(said.length);
    },
  );

  it.each(INSTRUMENTS)("%s says its day, and from the 181st on that it is old", async (code) => {
    const { t, day } = await drawIn("en");
    const { asOfDay, source } = BOUND[code];
    const old = t("which-law.stale", { count: 180 });
    const on = (today: number): string => drawnText(InstrumentSaid({ code, today }));
    expect(on(asOfDay + 180)).toContain(t("which-law.as-of", { day: day(asOfDay), source }));
    expect(on(asOfDay + 180)).not.toContain(old);
    expect(on(asOfDay + 181)).toContain(old);
  });
});
