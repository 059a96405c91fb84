/** The first recipient to open a case makes the internal lane, for exactly the recipients the reporter chose. */
import * as z from "zod/mini";
import { Hash, Id } from "../../../worker/contract/bytes.ts";
import { entryType } from "../entry-type.ts";

export const Opening = z.strictObject({
  type: z.literal("opening"),
  recipients: z.array(Id).check(z.minLength(1), z.maxLength(64)),
  /** Hash of the conversation's first entry, so that no other report can be put over these notes. */
  report: Hash,
});

export const opening = entryType({
  type: "opening",
  lane: "internal",
  by: ["member"],
  schema: Opening,
  reduce: (state, payload, place) =>
    place.seq === 1 ? { ...state, recipients: payload.recipients } : state,
});
