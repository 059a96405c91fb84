/**
 * Where somebody stands among the rows of the inbox while more cases come in. A row that moves loses the focus, and one
 * that moves beyond the window of its group loses its place: it is given back, on the same row and the same part of it.
 */
import { useEffect, useRef } from "../ui/dom.ts";

interface Stood {
  readonly caseId: string;
  readonly part: "open" | "select";
}

const PARTS = {
  open: ".case-row-open",
  select: ".case-row-select input",
} as const satisfies Record<Stood["part"], string>;

function standingOn(): Stood | null {
  const focused = document.activeElement;
  const caseId = focused?.closest<HTMLElement>(".case-row")?.dataset["case"];
  if (caseId === undefined) return null;
  return { caseId, part: focused?.matches(PARTS.select) === true ? "select" : "open" };
}

/** @param reveal shows that row, should it stand beyond the window of its group */
export function useRowFocus(reveal: (caseId: string) => void): void {
  // As it was before this drawing; kept over others until the document has been asked.
  const stood = useRef<Stood | null>(null);
  stood.current = standingOn() ?? stood.current;
  useEffect(() => {
    const before = stood.current;
    stood.current = null;
    if (before === null || document.activeElement !== document.body) return;
    reveal(before.caseId);
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const row = document.querySelector(`.case-row[data-case="${CSS.escape(before.caseId)}"]`);
      row?.querySelector<HTMLElement>(PARTS[before.part])?.focus();
    });
  });
}
