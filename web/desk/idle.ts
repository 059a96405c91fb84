/**
 * An unattended page locks itself. Invariant: after `IDLE_LOCK_MS` without input no key is left,
 * even when the machine slept through it: the clock is read, timers are not trusted to have run.
 */

export const IDLE_LOCK_MS = 10 * 60_000;
/** Said this long after the last input, while a text can still be saved. */
export const IDLE_WARNING_MS = 9 * 60_000;

export type IdleState = "active" | "warning" | "locked";

/** Both in milliseconds of one clock. */
export function idleState(lastInputMs: number, nowMs: number): IdleState {
  const idleMs = nowMs - lastInputMs;
  if (idleMs >= IDLE_LOCK_MS) return "locked";
  return idleMs >= IDLE_WARNING_MS ? "warning" : "active";
}

const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;
const LOOK_EVERY_MS = 1_000;

/**
 * Watches for input and tells each change of state; `locked` is told once and ends the watch.
 * @returns a function that ends it early.
 */
export function watchIdle(
  told: (state: IdleState) => void,
  nowMs: () => number = () => Date.now(),
): () => void {
  let lastInputMs = nowMs();
  let state: IdleState = "active";
  const look = (): void => {
    const next = idleState(lastInputMs, nowMs());
    if (next === state) return;
    state = next;
    if (next === "locked") end();
    told(next);
  };
  const touched = (event: Event): void => {
    // Input after the deadline comes from whoever found the machine: lock first.
    look();
    if (state === "locked") return;
    // Else the warning would slip from under the pointer on its way to it, and the press hit what is below.
    if (state === "warning" && event.type === "pointermove") return;
    lastInputMs = nowMs();
    look();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const end = (): void => {
    clearInterval(timer);
    for (const name of INPUTS) removeEventListener(name, touched, true);
    document.removeEventListener("visibilitychange", look);
  };
  for (const name of INPUTS) addEventListener(name, touched, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  return end;
}
