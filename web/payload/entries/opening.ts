/** The first recipient to open a case makes the internal lane, for exactly the recipients the reporter chose. */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { entryType } from "../entry-type.ts";

export const Opening = z.strictObject({
  type: z.literal("opening"),
  recipients: z.array(Id).check(z.minLength(1), z.maxLength(64)),
});

export const opening = entryType({
  type: "opening",
  lane: "internal",
  by: ["member"],
  schema: Opening,
  reduce: (state, payload, place) =>
    place.seq === 1 ? { ...state, recipients: payload.recipients } : state,
});
