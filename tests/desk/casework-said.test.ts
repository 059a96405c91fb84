/** What was typed about the work on a case can be read again: every text, choice and day of every entry type. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CASEWORK_FORMS } from "../../web/desk/casework-forms.ts";
import { CaseworkNeeds } from "../../web/desk/casework-needs.tsx";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import { ChildsWords } from "../../web/desk/childs-words.tsx";
import { entrySentence } from "../../web/desk/entry-words.ts";
import { History } from "../../web/desk/history.tsx";
import {
  chooseLanguage,
  loadCommon,
  type CommonText,
  type DeskText,
} from "../../web/i18n/index.ts";
import { caseworkTypes, Payload, type PayloadOf } from "../../web/payload/entries/index.ts";
import { leftOutOf } from "../../web/payload/never-travels.ts";
import type { JournalItem } from "../../web/payload/journal.ts";
import { caseworkPayloads, SECOND_MEMBER } from "../payload/samples.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { copyOf, fileOf, itemsOf } from "./case-files.ts";
import { ROSTER, TODAY } from "./cards.ts";

type CaseworkType = keyof typeof caseworkTypes;
type Fields = Readonly<Record<string, unknown>>;

let desk: DeskText;
let common: CommonText;
beforeAll(async () => {
  desk = await drawIn("en");
  common = await loadCommon(chooseLanguage(["en"]));
});

const Property = z.looseObject({ enum: z.optional(z.array(z.string())) });
const Described = z.looseObject({ properties: z.record(z.string(), Property) });

/** The choices of a type, by the names of their fields. */
function choicesOf(type: CaseworkType): readonly (readonly [string, readonly string[]])[] {
  const { properties } = Described.parse(z.toJSONSchema(caseworkTypes[type].schema));
  return Object.entries(properties).flatMap(([name, { enum: options }]) =>
    options === undefined ? [] : [[name, options] as const],
  );
}

/** An entry that names no other, with every choice at its first answer. */
function sampleOf(type: CaseworkType): Fields {
  const arbitrary: fc.Arbitrary<Fields> = caseworkPayloads[type];
  const [sample] = fc
    .sample(arbitrary, { numRuns: 200, seed: 1 })
    .toSorted((one, other) => saidIn(other) - saidIn(one));
  const unnamed = Object.fromEntries(
    ["consent", "replaces"].flatMap((name) =>
      sample?.[name] === undefined || type === "consent-withdrawal" ? [] : [[name, null]],
    ),
  );
  const days = Object.keys(sample ?? {}).filter((name) => name.endsWith("Day"));
  return {
    ...sample,
    ...unnamed,
    ...Object.fromEntries(days.map((name, at) => [name, TODAY + 30 + at])),
    ...Object.fromEntries(choicesOf(type).map(([name, options]) => [name, options[0]])),
  };
}

function saidIn(fields: Fields): number {
  return Object.values(fields).filter((value) => value !== null && value !== "").length;
}

interface Filled {
  readonly payload: Payload;
  /** What has to be found, by the names of the fields. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Every field that takes any words has words of its own; the days are days of their own. */
function filled(type: CaseworkType): Filled {
  const sample = sampleOf(type);
  const { schema } = caseworkTypes[type];
  const marked = Object.keys(sample).flatMap((name, at) => {
    const words = `Said: ${at}.`;
    return schema.safeParse({ ...sample, [name]: words }).success ? [[name, words] as const] : [];
  });
  const payload = Payload.parse({ ...sample, ...Object.fromEntries(marked) });
  const days = Object.entries(payload).flatMap(([name, value]) =>
    name.endsWith("Day") && typeof value === "number" ? [[name, desk.day(value)] as const] : [],
  );
  return { payload, texts: new Map([...marked, ...days]) };
}

function inHistory(payload: Payload): string {
  const { items, state } = fileOf(itemsOf([payload])).view;
  return drawnText(History({ items, roster: ROSTER, casework: state.casework }));
}

/** What has to stand before an entry can: a measure, a colleague's review of it, or a fact. */
function withBefore(payload: Payload): readonly JournalItem[] {
  const before: readonly Payload[] =
    payload.type === "measure-review"
      ? [filled("measure").payload]
      : payload.type === "review-sign-off"
        ? [filled("measure").payload, { ...reviewOf(1), nextReviewDay: null }]
        : payload.type === "locked-fact-lifted"
          ? [filled("locked-fact").payload]
          : [];
  const colleagues = itemsOf(before, SECOND_MEMBER);
  const [item] = itemsOf([payload]);
  if (item === undefined) throw new Error("no entry");
  return [...colleagues, { ...item, seq: colleagues.length + 1 }];
}

function reviewOf(measure: number): PayloadOf<"measure-review"> {
  const { payload } = filled("measure-review");
  if (payload.type !== "measure-review") throw new Error("no review");
  return { ...payload, measure };
}

function inRecord(payload: Payload): string {
  const file = fileOf(withBefore(named(payload)));
  const { casework } = file.view.state;
  const act = (): void => undefined;
  return (
    drawnText(ChildsWords({ file, roster: ROSTER, acts: "open", onWrite: act })) +
    drawnText(CaseworkRecord({ casework, roster: ROSTER, acts: "open", busy: false, act })) +
    drawnText(CaseworkNeeds({ casework, roster: ROSTER, today: TODAY }))
  );
}

/** The entry that it names is the one that stands before it. */
function named(payload: Payload): Payload {
  if (payload.type === "measure-review") return { ...payload, measure: 1 };
  if (payload.type === "locked-fact-lifted") return { ...payload, fact: 1 };
  // That of the report stands under the report.
  if (payload.type === "translation") return { ...payload, original: 2 };
  return payload.type === "review-sign-off" ? { ...payload, review: 2 } : payload;
}

function isType(name: string): name is CaseworkType {
  return Object.hasOwn(caseworkTypes, name);
}
const TYPES = Object.keys(caseworkTypes).filter(isType);
/** Of a clock the record shows how it stands; what was said of it is in the history. */
const IN_RECORD = CASEWORK_FORMS.filter((form) => !form.startsWith("clock"));

/** Each answer of each choice, drawn; no two of one choice are drawn alike. */
function tellsApart(type: CaseworkType, draw: (payload: Payload) => string): void {
  for (const [name, options] of choicesOf(type)) {
    const drawings = options.map((option) =>
      draw(Payload.parse({ ...filled(type).payload, [name]: option })),
    );
    expect([type, name, new Set(drawings).size]).toEqual([type, name, options.length]);
  }
}

describe("every text, choice and day of an entry about the work", () => {
  it.each(TYPES)("%s: is in the history", (type) => {
    const { payload, texts } = filled(type);
    const drawn = inHistory(payload);
    for (const [name, words] of texts) expect(drawn, name).toContain(words);
    tellsApart(type, inHistory);
  });

  it.each(IN_RECORD)("%s: is in the record of what stands", (type) => {
    const { payload, texts } = filled(type);
    const drawn = inRecord(payload);
    for (const [name, words] of texts) expect(drawn, name).toContain(words);
    tellsApart(type, inRecord);
  });

  it.each(TYPES)("%s: is on paper, but for what never travels", async (type) => {
    const { payload, texts } = filled(type);
    const drawn = await copyOf(fileOf(itemsOf([payload])), "print", desk);
    for (const [name, words] of texts) {
      if (leftOutOf(payload, []).includes(name)) expect(drawn, name).not.toContain(words);
      else expect(drawn, name).toContain(words);
    }
  });

  it("names what a translation is of by its place, and by no bare number", () => {
    const { payload } = filled("translation");
    const drawn = inHistory(Payload.parse({ ...payload, original: 7 }));
    expect(drawn).toContain(desk.t("original.entry", { number: 7 }));
  });

  it("is more than its sentence says", () => {
    const { payload, texts } = filled("conference");
    const [item] = itemsOf([payload]);
    if (item === undefined) throw new Error("no entry");
    const sentence = entrySentence(item, ROSTER, { common, desk });
    const missing = [...texts].filter(([, words]) => !sentence.includes(words));
    expect(missing.map(([name]) => name).toSorted()).toEqual([
      "actions",
      "agenda",
      "attendees",
      "decisions",
      "dissent",
    ]);
  });
});
