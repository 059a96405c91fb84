/** One of a few, yes or no, and one of many: native controls in a named group. */
import type { Child } from "./dom.ts";

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: Child;
  readonly hint?: Child;
  /** The language of a label that is not in the page's. */
  readonly lang?: string;
}

export interface RadioGroupProps<Value extends string> {
  readonly id: string;
  readonly legend: Child;
  /** When the screen's heading already says it. */
  readonly legendHidden?: boolean;
  readonly hint?: Child;
  readonly error?: string | null;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { id, hint, error } = props;
  const hasError = error !== undefined && error !== null;
  const describedBy = [hint === undefined ? "" : `${id}-hint`, hasError ? `${id}-error` : ""]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <fieldset
      class={hasError ? "field field-with-error" : "field"}
      aria-describedby={describedBy === "" ? undefined : describedBy}
    >
      <legend class={props.legendHidden === true ? "visually-hidden" : "field-label"}>
        {props.legend}
      </legend>
      {hint === undefined ? null : (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {hasError ? (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {props.options.map((option, at) => (
        <div class="choice" key={option.value}>
          <input
            type="radio"
            class="choice-input"
            id={at === 0 ? id : `${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={props.value === option.value}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
            onChange={() => props.onChange(option.value)}
          />
          <label
            for={at === 0 ? id : `${id}-${option.value}`}
            class="choice-label"
            lang={option.lang}
          >
            {option.label}
          </label>
          {option.hint === undefined ? null : (
            <div class="choice-hint" id={`${id}-${option.value}-hint`}>
              {option.hint}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}

export interface CheckboxProps {
  readonly id: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ id, label, hint, checked, onChange }: CheckboxProps) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        class="choice-input"
        id={id}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event: Event) => {
          if (event.target instanceof HTMLInputElement) onChange(event.target.checked);
        }}
      />
      <label for={id} class="choice-label">
        {label}
      </label>
      {hint === undefined ? null : (
        <div class="choice-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

export interface SelectProps<Value extends string> {
  readonly id: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly labelHidden?: boolean;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly lang?: string;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, hint } = props;
  return (
    <div class="field">
      <label for={id} class={props.labelHidden === true ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      {hint === undefined ? null : (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <select
        id={id}
        class="field-input field-select"
        autocomplete="off"
        value={props.value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event: Event) => {
          if (!(event.target instanceof HTMLSelectElement)) return;
          const chosen = props.options[event.target.selectedIndex];
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            selected={option.value === props.value}
          >
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
