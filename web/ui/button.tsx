/**
 * A button. While `busy` it keeps its focus and its place and does nothing, so that nothing is sent twice.
 */
import type { Child } from "./dom.ts";

export interface ButtonProps {
  readonly children: Child;
  /** `quiet` looks like a link. */
  readonly kind?: "primary" | "secondary" | "quiet" | "warning";
  readonly type?: "button" | "submit";
  readonly busy?: boolean;
  /** Only where the words alone do not say which thing this acts on. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly describedBy?: string;
  readonly id?: string;
  readonly onPress?: () => void;
}

export function Button(props: ButtonProps) {
  const { kind = "primary", type = "button", busy = false, onPress } = props;
  function press(event: Event): void {
    if (busy) event.preventDefault();
    else onPress?.();
  }
  return (
    <button
      type={type}
      id={props.id}
      class={`button button-${kind}`}
      aria-disabled={busy ? "true" : undefined}
      aria-label={props.label}
      aria-pressed={props.pressed === undefined ? undefined : String(props.pressed)}
      aria-expanded={props.expanded === undefined ? undefined : String(props.expanded)}
      aria-controls={props.controls}
      aria-describedby={props.describedBy}
      onClick={press}
    >
      {props.children}
    </button>
  );
}

/** Buttons that belong together, the main one first. */
export function Actions({ children }: { readonly children: Child }) {
  return <div class="actions">{children}</div>;
}
