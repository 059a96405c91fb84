/** A reader steps out of the case. They may say why, and need not. */
import * as z from "zod/mini";
import { Hash } from "../../../worker/contract/bytes.ts";
import { readingAuthor, without } from "../access.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, REASON_MAX } from "../text.ts";

export const Recusal = z.strictObject({
  type: z.literal("recusal"),
  reason: z.string().check(z.maxLength(REASON_MAX)),
  language: LanguageTag,
  notes: Hash,
});

export const recusal = entryType({
  type: "recusal",
  lane: "conversation",
  by: ["member"],
  schema: Recusal,
  /** The last reader stays: a case nobody can read is lost. */
  permits: (state, _payload, place) =>
    readingAuthor(state, place) !== null && state.access.readers.length > 1,
  reduce: (state, _payload, place) => {
    const member = readingAuthor(state, place);
    if (member === null) return state;
    return {
      ...state,
      access: without(state.access, { member, day: place.day, how: "recused" }),
    };
  },
});
