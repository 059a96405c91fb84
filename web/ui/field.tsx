/**
 * A labelled field for typed text, with its hint, its error and, near the limit, what is left.
 * Browser spell checking stays off: some browsers send what is typed to their vendor.
 */
import type { Child } from "./dom.ts";
import { useCommon } from "./text.ts";

export interface TextFieldProps {
  /** Stands in the document once; hint and error ids are made from it. */
  readonly id: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: string | null;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** More than one line when given. */
  readonly rows?: number;
  /** In UTF-16 code units. Typing is not cut off; what is left is said near the end. */
  readonly maxLength?: number;
  /** `date`: the value is ISO 8601, such as 2026-03-01, or empty. */
  readonly kind?: "text" | "password" | "search" | "date";
  /** `code`: for codes and numbers, left to right in every language. */
  readonly content?: "prose" | "code";
  readonly optional?: boolean;
  readonly labelHidden?: boolean;
  /** Only where the platform needs it: `username`, `current-password`. */
  readonly autocomplete?: string;
  /** Which keyboard a telephone shows. */
  readonly inputMode?: "numeric";
}

/** The renderer drops an attribute that is false, and this one has to be written out. */
function withoutSpellcheck(field: HTMLElement | null): void {
  if (field !== null) field.spellcheck = false;
}

/** What is left is said from here on, as a share of the limit. */
const NEAR_LIMIT = 0.9;

function Remaining({ length, maxLength }: { readonly length: number; readonly maxLength: number }) {
  const { t } = useCommon();
  const left = maxLength - length;
  const near = length >= maxLength * NEAR_LIMIT;
  return (
    <p class={left < 0 ? "field-error" : "field-hint"} role="status">
      {!near
        ? ""
        : left < 0
          ? t("page.characters-over", { count: -left })
          : t("page.characters-left", { count: left })}
    </p>
  );
}

export function TextField(props: TextFieldProps) {
  const { t } = useCommon();
  const { id, hint, error, value, maxLength, content = "prose" } = props;
  const hasError = error !== undefined && error !== null;
  const describedBy = [hint === undefined ? "" : `${id}-hint`, hasError ? `${id}-error` : ""]
    .filter((part) => part !== "")
    .join(" ");
  const shared = {
    id,
    name: id,
    value,
    class: `field-input field-${content}`,
    dir: content === "code" ? "ltr" : "auto",
    ref: withoutSpellcheck,
    autocomplete: props.autocomplete ?? "off",
    inputmode: props.inputMode,
    autocorrect: "off",
    autocapitalize: content === "code" ? ("none" as const) : ("sentences" as const),
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": hasError ? "true" : undefined,
    onInput: (event: Event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        props.onInput(target.value);
      }
    },
  };
  return (
    <div class={hasError ? "field field-with-error" : "field"}>
      <label for={id} class={props.labelHidden === true ? "visually-hidden" : "field-label"}>
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
      {hasError ? (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {props.rows === undefined ? (
        <input type={props.kind ?? "text"} {...shared} />
      ) : (
        <textarea rows={props.rows} {...shared} />
      )}
      {maxLength === undefined ? null : <Remaining length={value.length} maxLength={maxLength} />}
    </div>
  );
}

/** Moves focus to a field or group and shows all of it: its label and error stand above it. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus({ preventScroll: true });
  field?.closest(".field")?.scrollIntoView({ block: "start" });
}
