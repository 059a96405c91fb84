/**
 * Something said apart from the text around it. `problem` is announced at once; nothing here is ever a
 * full red screen.
 */
import type { Child } from "./dom.ts";

export interface NoticeProps {
  readonly kind: "info" | "caution" | "problem" | "done";
  readonly title?: Child;
  readonly children?: Child;
  /** Leave out for what stands there from the start; `status` for what appears later. */
  readonly live?: "alert" | "status";
}

export function Notice({ kind, title, children, live }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={live ?? (kind === "problem" ? "alert" : undefined)}>
      {title === undefined ? null : <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
