/**
 * The one way to say no: thrown where the reason is known, turned into an answer in one place, http/errors.ts.
 * Invariant: it carries a wire code and the name of an input, never a value.
 */
import type { WireErrorCode } from "../contract/errors.ts";
export declare class Refusal extends Error {
  readonly code: WireErrorCode;
  /** Dotted path of the input at fault. */
  readonly field: string | null;
  constructor(code: WireErrorCode, field?: string | null);
}
