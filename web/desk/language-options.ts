/** Every language somebody may speak, by its name in the page's language and in that language's order. */
import type { DeskText } from "../i18n/index.ts";
import { SPOKEN_LANGUAGES } from "../payload/spoken-languages.ts";
import type { FieldOption } from "./casework-fields.ts";

/** A long history asks for them once an entry. */
const made = new WeakMap<DeskText, readonly FieldOption[]>();

/** Those the browser has no name for are left out. */
export function languageOptions(text: DeskText): readonly FieldOption[] {
  const before = made.get(text);
  if (before !== undefined) return before;
  const { compare } = new Intl.Collator(text.code);
  const options = SPOKEN_LANGUAGES.map((value) => ({ value, label: text.language(value) }))
    .filter(({ value, label }) => label !== value)
    .toSorted((one, other) => compare(one.label, other.label));
  made.set(text, options);
  return options;
}
