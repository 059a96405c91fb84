/** The reporter takes the report back: their code ends with this entry. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";

export const Withdrawal = z.strictObject({ type: z.literal("withdrawal") });

export const withdrawal = entryType({
  type: "withdrawal",
  lane: "conversation",
  by: ["reporter"],
  schema: Withdrawal,
  reduce: (state, _payload, place) => ({ ...state, withdrawnDay: place.day }),
});
