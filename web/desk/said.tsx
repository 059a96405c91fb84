/**
 * What was typed into a form about the work on a case, field by field as the form asks for it.
 * Invariant: the fields are the form's own, so that whatever can be typed can be read again.
 */
import { isCasework, type CaseworkPayload, type Payload } from "../payload/entries/index.ts";
import type { Casework } from "../payload/casework.ts";
import type { DeskText } from "../i18n/index.ts";
import type { Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { CaseworkField } from "./casework-fields.ts";
import { CASEWORK_FORMS, consentName, fieldsOf, type CaseworkFormName } from "./casework-forms.ts";
import { clockName } from "./clock-forms.ts";
import { memberName } from "./entry-words.ts";
import { factOptions } from "./locked-fact-forms.ts";
import { measureName, reviewName } from "./protection-forms.ts";
import { useDesk } from "./text.ts";

export interface SaidProps {
  readonly form: CaseworkFormName;
  /** What an entry of that type holds, by the names of its fields. */
  readonly said: object;
  readonly roster: RosterView;
  /** Where the entries stand that a form can name. */
  readonly casework: Casework;
  /** Fields that are not shown, by their names. */
  readonly but?: readonly string[];
}

function chosenWords(field: CaseworkField, value: string, { text, roster }: InWords): Child {
  if (field.name === "member") return <bdi>{memberName(roster, text, value)}</bdi>;
  if (field.name === "language" || field.name === "translatedFrom") return text.language(value);
  const options = "options" in field ? field.options : [];
  return options.find((option) => option.value === value)?.label ?? <bdi>{value}</bdi>;
}

interface InWords {
  readonly text: DeskText;
  readonly roster: RosterView;
  /** BCP 47, of the passages. */
  readonly language: string;
}

/** Null where nothing was said. */
function wordsOf(field: CaseworkField, value: unknown, within: InWords): Child {
  const { text, language } = within;
  if (typeof value === "number") {
    return field.kind === "day" ? text.day(value) : chosenWords(field, String(value), within);
  }
  if (typeof value !== "string" || value === "") return null;
  switch (field.kind) {
    case "text":
      return <Passage text={value} language={language} />;
    case "country":
      return text.country(value);
    case "code":
      return <bdi dir="ltr">{value}</bdi>;
    case "line":
      return <bdi>{value}</bdi>;
    case "choice":
    case "select":
    case "entry":
    case "day":
      return chosenWords(field, value, within);
  }
}

export function Said({ form, said, roster, casework, but = [] }: SaidProps) {
  const text = useDesk();
  const values = new Map<string, unknown>(Object.entries(said));
  const fields = fieldsOf(form, {
    text,
    readers: [],
    consents: casework.consents.map((consent) => ({
      value: String(consent.seq),
      label: consentName(text, consent),
    })),
    clocks: casework.clocks.map((clock) => ({
      value: String(clock.seq),
      label: clockName(text, clock),
    })),
    measures: casework.measures.map((measure) => ({
      value: String(measure.seq),
      label: measureName(text, measure),
    })),
    reviews: casework.measureReviews.map((review) => ({
      value: String(review.seq),
      label: reviewName(text, casework, review),
    })),
    lockedFacts: factOptions(casework.lockedFacts, text),
    originals: casework.translations.map(({ original }) => ({
      value: String(original),
      label: text.t("original.entry", { number: original }),
    })),
    reportLanguage: null,
    country: "",
  });
  const written = values.get("language");
  const language = typeof written === "string" ? written : text.code;
  const lines = fields
    .filter(({ name }) => !but.includes(name))
    .map((field) => ({
      field,
      words: wordsOf(field, values.get(field.name), { text, roster, language }),
    }))
    .filter(({ words }) => words !== null);
  if (lines.length === 0) return null;
  return (
    <dl class="said">
      {lines.map(({ field, words }) => (
        <div key={field.name}>
          <dt>{field.label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Their sentence says all of it. */
const SAID_BY_SENTENCE: readonly CaseworkFormName[] = ["assignment", "label", "stage"];

function formOf({ type }: CaseworkPayload): CaseworkFormName | undefined {
  return CASEWORK_FORMS.find((form) => form === type && !SAID_BY_SENTENCE.includes(form));
}

/** Does that entry hold more than its sentence in the history says? */
export function saysMore(payload: Payload): boolean {
  if (!isCasework(payload)) return false;
  return formOf(payload) !== undefined || ("text" in payload && payload.text !== "");
}

/** All that an entry about the work on a case holds, below its sentence in the history. */
export function EntrySaid({
  payload,
  ...rest
}: Omit<SaidProps, "form" | "said"> & { readonly payload: CaseworkPayload }) {
  const form = formOf(payload);
  if (form !== undefined) return <Said form={form} said={payload} {...rest} />;
  return "text" in payload && payload.text !== "" ? (
    <Passage text={payload.text} language={payload.language} />
  ) : null;
}
