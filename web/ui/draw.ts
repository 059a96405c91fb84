/**
 * Draws a page over the static one. Somebody may already have stepped into the static page by keyboard:
 * whatever held the focus hands it to the drawn element of the same id, or to the part with that id around it.
 */
import { render, type Child } from "./dom.ts";

export function draw(page: Child, root: HTMLElement): void {
  const held = document.activeElement?.closest("[id]")?.id;
  render(page, root);
  if (held !== undefined) document.getElementById(held)?.focus({ preventScroll: true });
}
