/**
 * One country of all, by its name in the page's language and in that language's order. A country that stands in it and is
 * not in the list is shown all the same.
 */
import type { Child } from "./dom.ts";
import { useCommon } from "./text.ts";

export interface CountrySelectProps {
  readonly id: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: string | null;
  readonly optional?: boolean;
  /** ISO 3166-1 alpha-2, in any order. */
  readonly countries: readonly string[];
  /** What it says while none is chosen. */
  readonly none: string;
  /** ISO 3166-1 alpha-2; empty for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function CountrySelect(props: CountrySelectProps) {
  const { t, code, country } = useCommon();
  const { id, hint, countries, value } = props;
  const error = props.error ?? null;
  const { compare } = new Intl.Collator(code);
  const listed = value === "" || countries.includes(value) ? countries : [...countries, value];
  const named = listed
    .map((one) => ({ value: one, label: country(one) }))
    .toSorted((one, other) => compare(one.label, other.label));
  const describedBy = [hint === undefined ? "" : `${id}-hint`, error === null ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div class={error === null ? "field" : "field field-with-error"}>
      <label for={id} class="field-label">
        {props.label}
        {props.optional === true ? (
          <span class="field-optional"> ({t("page.optional")})</span>
        ) : null}
      </label>
      {hint === undefined ? null : (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === null ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        class="field-input field-select"
        autocomplete="off"
        value={value}
        aria-describedby={describedBy === "" ? undefined : describedBy}
        aria-invalid={error === null ? undefined : "true"}
        onChange={({ target }: Event) => {
          if (target instanceof HTMLSelectElement) props.onChange(target.value);
        }}
      >
        {[{ value: "", label: props.none }, ...named].map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
