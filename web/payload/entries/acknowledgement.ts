/** A reviewer confirms receipt: due within 7 days (Directive (EU) 2019/1937, Art. 9(1)(b)). */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";

export const Acknowledgement = z.strictObject({ type: z.literal("acknowledgement") });

export const acknowledgement = entryType({
  type: "acknowledgement",
  lane: "conversation",
  by: ["member"],
  schema: Acknowledgement,
  /** Acknowledging twice moves nothing. */
  reduce: (state, _payload, { day, seq }) =>
    state.acknowledgedDay === null
      ? { ...state, acknowledgedDay: day, acknowledgedSeq: seq }
      : state,
});
