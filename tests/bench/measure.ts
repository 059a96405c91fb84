/**
 * What a measure hands in: a named number, its bound where the project has set one, and how it came about.
 * Invariant: a bound is compared and shown, never enforced: what fails here is measuring, not being slow.
 */

import type { Spread } from "./statistics.ts";

export interface Bound {
  readonly sense: "at most" | "at least";
  readonly value: number;
}

export interface Measurement {
  /** As in the project's goals, such as `submit.rowsWritten`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null for a number that is there to be read. */
  readonly bound: Bound | null;
  /** Of the samples whose median the value is, where it is one. */
  readonly spread?: Spread;
  /** Samples, parts, and the method where it is not plain from the name. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Measure {
  /** What `--only` takes. */
  readonly name: string;
  /** @throws when it could not measure. */
  readonly run: () => Promise<readonly Measurement[]>;
}

export function atMost(value: number): Bound {
  return { sense: "at most", value };
}

export function atLeast(value: number): Bound {
  return { sense: "at least", value };
}

export function isMet({ value, bound }: Measurement): boolean {
  if (bound === null) return true;
  switch (bound.sense) {
    case "at most":
      return value <= bound.value;
    case "at least":
      return value >= bound.value;
  }
}
