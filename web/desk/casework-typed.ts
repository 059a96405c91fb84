/**
 * What was typed into a form about the work on a case, as an entry's payload.
 * Invariant: it is parsed by the entry type's own schema, so that it says nothing else than that does.
 */
import { MILLISECONDS_A_DAY } from "../../worker/contract/clocks.ts";
import { caseworkTypes, type CaseworkPayload } from "../payload/entries/index.ts";
import { CLOCKS, needsCountry } from "../payload/clock-table.ts";
import { NOBODY, type CaseworkField, type CaseworkFormName } from "./casework-forms.ts";

/** What every entry of that type says besides what its form asks. */
function unasked(
  form: CaseworkFormName,
  language: string,
  again: number | null,
): Readonly<Record<string, unknown>> {
  switch (form) {
    case "triage":
    case "task":
    case "barrier":
    case "conference":
    case "best-interests":
    case "hand-over":
    case "locked-fact-lifted":
    case "care-item":
    case "measure-review":
    case "review-sign-off":
    case "fairness-check":
    case "right-of-reply":
    case "clock":
    case "clock-pause":
    case "clock-extension":
      return { language };
    case "label":
      return { change: "on" };
    case "measure":
      return { replaces: again };
    case "assignment":
    case "stage":
    case "voice":
    case "translation":
    case "consent":
    case "interpreter":
    case "link":
    case "need":
    case "explanation":
    case "locked-fact":
      return {};
  }
}

const ISO_DAY_LENGTH = 10;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01, UTC; null for nothing, NaN for no day. */
function dayOf(typed: string): number | null {
  if (typed === "") return null;
  return ISO_DAY.test(typed) ? Date.parse(`${typed}T00:00:00Z`) / MILLISECONDS_A_DAY : Number.NaN;
}

function valueOf(field: CaseworkField, typed: string): unknown {
  switch (field.kind) {
    case "day":
      return dayOf(typed);
    case "entry":
      return typed === NOBODY ? null : Number(typed);
    case "select":
    case "country":
      return typed === NOBODY ? null : typed;
    case "choice":
    case "line":
    case "text":
      return typed;
    case "code": {
      const code = typed.replaceAll(/\s/g, "");
      return code === "" ? null : code;
    }
  }
}

export type Typed = Readonly<Record<string, string>>;

export type FormResult =
  | { readonly kind: "payload"; readonly payload: CaseworkPayload }
  /** The first field that is not right. */
  | { readonly kind: "missing" | "wrong"; readonly field: string };

/** What its schema lets pass and its clock does not; whether the case does, is asked when it is written. */
function unfitField(payload: CaseworkPayload): FormResult | null {
  if (payload.type !== "clock") return null;
  const { code, fromDay, country, ownDay } = payload;
  if (country === null && needsCountry(code)) return { kind: "missing", field: "country" };
  const fits = ownDay === null || (CLOCKS[code].ownDay === "as-written" && ownDay >= fromDay);
  return fits ? null : { kind: "wrong", field: "ownDay" };
}

/**
 * @param language BCP 47, of the page the form stands on: what its texts are written in
 * @param again the seq of the entry that is written again; null for a new one
 */
export function payloadOf(
  form: CaseworkFormName,
  fields: readonly CaseworkField[],
  typed: Typed,
  language: string,
  again: number | null = null,
): FormResult {
  const values = fields.map((field) => ({ field, text: (typed[field.name] ?? "").trim() }));
  const missing = values.find(({ field, text }) => field.need === "asked" && text === "");
  if (missing !== undefined) return { kind: "missing", field: missing.field.name };
  const said = values.map(({ field, text }) => [field.name, valueOf(field, text)]);
  const parsed = caseworkTypes[form].schema.safeParse({
    type: form,
    ...unasked(form, language, again),
    ...Object.fromEntries(said),
  });
  if (parsed.success) {
    const unfit = unfitField(parsed.data);
    return unfit ?? { kind: "payload", payload: parsed.data };
  }
  const at = String(parsed.error.issues[0]?.path[0] ?? "");
  const wrong = fields.find(({ name }) => name === at) ?? fields[0];
  const name = wrong?.name ?? "";
  // What a form asks for only because of another answer.
  return { kind: (typed[name] ?? "").trim() === "" ? "missing" : "wrong", field: name };
}

function isoOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, ISO_DAY_LENGTH);
}

/** What stands, as it would have been typed into the form: for one that is written again. */
export function typedFrom(fields: readonly CaseworkField[], said: object): Typed {
  const values = new Map<string, unknown>(Object.entries(said));
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = values.get(name);
      if (typeof value === "string") return [name, value];
      if (typeof value !== "number") return [name, NOBODY];
      return [name, kind === "day" ? isoOf(value) : String(value)];
    }),
  );
}

/** What stands in a form before anything was typed. `about`: the entry it is about, by its seq, where one was chosen. */
export function untyped(
  fields: readonly CaseworkField[],
  language: string,
  about: number | null = null,
): Typed {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.initial !== undefined) return [[field.name, field.initial]];
      if (field.kind !== "select" && field.kind !== "entry") return [];
      const first = field.kind === "entry" ? String(about) : language;
      const own = field.options.find(({ value }) => value === first) ?? field.options[0];
      return [[field.name, own?.value ?? ""]];
    }),
  );
}
