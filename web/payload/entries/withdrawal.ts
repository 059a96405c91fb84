/** The reporter takes the report back: their code ends with this entry. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";

export const Withdrawal = z.strictObject({ type: z.literal("withdrawal") });

export const withdrawal = entryType({
  type: "withdrawal",
  lane: "conversation",
  by: ["reporter"],
  schema: Withdrawal,
  /** Nobody can be answered any more. */
  reduce: (state, _payload, { day }) => ({ ...state, withdrawnDay: day, unansweredSince: null }),
});
