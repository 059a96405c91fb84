/**
 * The shape of one endpoint: everything both sides and every table-driven test need to know about it.
 */
import * as z from "zod/mini";

/** Who may call: anybody, the holder of a tracking code, or a signed-in member. */
export type Auth = "nobody" | "reporter" | "member";

/** `reporter` pads the answer to REPORTER_ANSWER_BUCKETS_BYTES; `none` leaves it. */
export type Padding = "none" | "reporter";

export const Count = z.int().check(z.gte(0));

/** Asks or answers nothing. */
export const Nothing = z.strictObject({});

export interface Endpoint<
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  Caller extends Auth = Auth,
> {
  readonly method: "GET" | "POST";
  /** Constant: no id, code or token ever stands in a path or a query. */
  readonly path: `/api/${string}`;
  readonly auth: Caller;
  readonly bodyLimitBytes: number;
  readonly input: Input;
  readonly output: Output;
  readonly padding: Padding;
}

export function endpoint<
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  const Caller extends Auth,
>(definition: Endpoint<Input, Output, Caller>): Endpoint<Input, Output, Caller> {
  return definition;
}
