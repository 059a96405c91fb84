/**
 * The keyboard's short ways. Invariant: a key typed into a field is text, and no key alone ever sends anything.
 */

export const SHORTCUTS = [
  "next",
  "previous",
  "search",
  "filter",
  "keys",
  "reply",
  "note",
  "assign",
  "label",
  "select",
  "back",
] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** As `KeyboardEvent.key` has them. */
export const SHORTCUT_KEYS = {
  next: ["j", "ArrowDown"],
  previous: ["k", "ArrowUp"],
  search: ["/"],
  filter: ["f"],
  keys: ["?"],
  reply: ["r"],
  note: ["n"],
  assign: ["a"],
  label: ["l"],
  select: ["x"],
  back: ["Escape"],
} as const satisfies Record<Shortcut, readonly string[]>;

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A box takes no letters.
  const typed = target.matches('input:not([type="checkbox"]), textarea, select');
  return target.isContentEditable || typed;
}

/** Null when the key is none of ours, or belongs to the field, dialog or browser that has it. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.isComposing || isField(event.target)) return null;
  if (document.querySelector("dialog[open]") !== null) return null;
  return (
    SHORTCUTS.find((name) => SHORTCUT_KEYS[name].some((key: string) => key === event.key)) ?? null
  );
}

/** Says whether it took the key; one that is left does what it always does. */
export type TakeShortcut = (shortcut: Shortcut, key: string) => "taken" | "left";

/** @returns a function that stops listening. */
export function listenForShortcuts(take: TakeShortcut): () => void {
  const listener = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (shortcut !== null && take(shortcut, event.key) === "taken") event.preventDefault();
  };
  addEventListener("keydown", listener);
  return () => removeEventListener("keydown", listener);
}
