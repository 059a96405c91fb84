/** What a field of a form about the work on a case is, and what a form is made in. */
import type { DeskText } from "../i18n/index.ts";

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface Common {
  /** The payload's own name for it. */
  readonly name: string;
  readonly label: string;
  readonly need: "asked" | "optional";
  readonly hint?: string;
  /** What stands in it from the start. */
  readonly initial?: string;
}
export type CaseworkField = Common &
  (
    | { readonly kind: "choice"; readonly options: readonly FieldOption[] }
    /** `text`: several lines. */
    | { readonly kind: "line" | "text" | "day" | "code" | "country" }
    /** One of a list that is too long to lie open; the first stands in it from the start. */
    | { readonly kind: "select"; readonly options: readonly FieldOption[] }
    /** The same, of entries by their seq. */
    | { readonly kind: "entry"; readonly options: readonly FieldOption[] }
  );

export interface FormSurroundings {
  readonly text: DeskText;
  /** Those who read the case: its work can be theirs. */
  readonly readers: readonly FieldOption[];
  /** The consents that stand, by their seq. */
  readonly consents: readonly FieldOption[];
  /** The clocks that this form can be about, by the place of their start. */
  readonly clocks: readonly FieldOption[];
  /** The measures that can be looked at again, and the reviews that this member can sign off, by their seq. */
  readonly measures: readonly FieldOption[];
  readonly reviews: readonly FieldOption[];
  /** Facts that must not travel, by their seq. */
  readonly lockedFacts: readonly FieldOption[];
  /** What the reporter wrote, by its place in the conversation. */
  readonly originals: readonly FieldOption[];
  /** BCP 47, of the report; null where none is read. */
  readonly reportLanguage: string | null;
  /** ISO 3166-1 alpha-2, of the desk. */
  readonly country: string;
}

export function asked(name: string, label: string): Common {
  return { name, label, need: "asked" };
}

export function optional(name: string, label: string): Common {
  return { name, label, need: "optional" };
}
