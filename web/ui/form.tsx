/** A form that never leaves the page: Enter does what its button does. */
import type { Child } from "./dom.ts";

export interface FormProps {
  readonly onSubmit: () => void;
  readonly children: Child;
  /** Where a screen has several forms. */
  readonly label?: string;
}

export function Form({ onSubmit, children, label }: FormProps) {
  return (
    <form
      novalidate
      autocomplete="off"
      aria-label={label}
      onSubmit={(event: Event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
