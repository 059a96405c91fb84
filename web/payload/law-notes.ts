/**
 * Beside each step of the work: who may ask whom across a border, under which article, and with which form. A new note
 * is its row here and its words in the languages. The articles are those of the instruments' texts as they stood on
 * LAW_NOTES_AS_OF_DAY; whoever changes a row reads all of them again and moves the day. A note is no legal advice.
 */
import {
  hague1980,
  hague1996,
  regulation,
  type Instrument,
  type Provision,
} from "./instruments.ts";

/** Days since 1970-01-01, UTC: 2026-09-30. */
export const LAW_NOTES_AS_OF_DAY = 20_726;

/** The steps that have a note, each by the type of its entry. */
export const NOTED_STEPS = [
  "triage",
  "voice",
  "interpreter",
  "consent",
  "barrier",
  "measure",
  "measure-review",
  "hand-over",
  "need",
  "best-interests",
  "clock",
] as const;
export type NotedStep = (typeof NOTED_STEPS)[number];

/** The Annexes are those of Regulation (EU) 2019/1111; the model is recommended with the Convention of 1980. */
export const LAW_FORMS = {
  MODEL_RETURN: "HAGUE_1980",
  ANNEX_I: "BRUSSELS_IIB",
  ANNEX_III: "BRUSSELS_IIB",
  ANNEX_IV: "BRUSSELS_IIB",
  ANNEX_V: "BRUSSELS_IIB",
  ANNEX_VI: "BRUSSELS_IIB",
  ANNEX_VII: "BRUSSELS_IIB",
  ANNEX_IX: "BRUSSELS_IIB",
} as const satisfies Record<string, Instrument>;
export type LawForm = keyof typeof LAW_FORMS;

interface LawNoteRow {
  readonly steps: readonly NotedStep[];
  readonly provisions: readonly Provision[];
  readonly forms: readonly LawForm[];
}

export const LAW_NOTES = {
  DANGER: {
    steps: ["triage", "hand-over"],
    provisions: [hague1996("36"), regulation("80(2)")],
    forms: [],
  },
  REPORT: {
    steps: ["triage"],
    provisions: [hague1996("32, 34"), regulation("80(1), 80(4)")],
    forms: [],
  },
  BETTER_PLACED: {
    steps: ["triage"],
    provisions: [hague1996("8, 9"), regulation("12, 13")],
    forms: [],
  },
  HEARD: {
    steps: ["voice"],
    provisions: [regulation("21, 26"), hague1980("13"), hague1996("23(2)")],
    forms: [],
  },
  LANGUAGES: {
    steps: ["interpreter"],
    provisions: [hague1980("24"), hague1996("54"), regulation("80(3), 91")],
    forms: [],
  },
  ENDANGER: {
    steps: ["consent", "hand-over"],
    provisions: [hague1996("37"), regulation("89")],
    forms: [],
  },
  PURPOSE: {
    steps: ["consent"],
    provisions: [hague1996("41, 42"), regulation("87(2)")],
    forms: [],
  },
  FIND: {
    steps: ["barrier"],
    provisions: [hague1980("7"), hague1996("31"), regulation("79")],
    forms: [],
  },
  URGENT: {
    steps: ["measure"],
    provisions: [hague1996("11, 12"), regulation("15")],
    forms: [],
  },
  RECOGNITION: {
    steps: ["measure"],
    provisions: [hague1996("23, 24, 26"), regulation("30, 34, 36")],
    forms: ["ANNEX_III"],
  },
  CAPACITY: { steps: ["measure"], provisions: [hague1996("40")], forms: [] },
  CONTACT: {
    steps: ["measure"],
    provisions: [hague1980("21"), hague1996("35"), regulation("42, 47, 49")],
    forms: ["ANNEX_V", "ANNEX_VII"],
  },
  AGREEMENT: { steps: ["measure"], provisions: [regulation("65, 66")], forms: ["ANNEX_IX"] },
  PLACEMENT: {
    steps: ["measure", "hand-over"],
    provisions: [hague1996("33"), regulation("82")],
    forms: [],
  },
  APPLICATION: {
    steps: ["hand-over"],
    provisions: [hague1980("8"), regulation("22, 23")],
    forms: ["MODEL_RETURN"],
  },
  COSTS: {
    steps: ["need"],
    provisions: [hague1980("25, 26"), hague1996("38"), regulation("83")],
    forms: [],
  },
  NO_CUSTODY_MEANWHILE: { steps: ["best-interests"], provisions: [hague1980("16")], forms: [] },
  MEASURES_STAY: {
    steps: ["measure-review", "best-interests"],
    provisions: [hague1996("5, 14")],
    forms: [],
  },
  RETURN_STARTS: {
    steps: ["clock"],
    provisions: [hague1980("11, 12"), regulation("23, 24")],
    forms: ["MODEL_RETURN"],
  },
  RETURN_ORDERED: {
    steps: ["clock", "measure"],
    provisions: [regulation("27(5), 28, 36")],
    forms: ["ANNEX_IV"],
  },
  RETURN_REFUSED: {
    steps: ["clock"],
    provisions: [hague1980("13"), regulation("29, 47")],
    forms: ["ANNEX_I", "ANNEX_VI"],
  },
} as const satisfies Record<string, LawNoteRow>;
export type LawNote = keyof typeof LAW_NOTES;

function isNote(code: string): code is LawNote {
  return Object.hasOwn(LAW_NOTES, code);
}
export const LAW_NOTE_CODES: readonly LawNote[] = Object.keys(LAW_NOTES).filter(isNote);

/** @param step the type of an entry; of one that has no note there is none */
export function notesBeside(step: string): readonly LawNote[] {
  return LAW_NOTE_CODES.filter((code) => LAW_NOTES[code].steps.some((noted) => noted === step));
}
