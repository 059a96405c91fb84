/** A reader takes another out of the case. New keys follow at once, so that nothing later is theirs to open. */
import * as z from "zod/mini";
import { Hash, Id } from "../../../worker/contract/bytes.ts";
import { readingAuthor, without } from "../access.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Reason } from "../text.ts";

export const Removal = z.strictObject({
  type: z.literal("removal"),
  member: Id,
  reason: Reason,
  language: LanguageTag,
  notes: Hash,
});

export const removal = entryType({
  type: "removal",
  lane: "conversation",
  by: ["member"],
  schema: Removal,
  /** Nobody removes themself: that is a recusal, which another reader has to outlast. */
  permits: (state, { member }, place) => {
    const author = readingAuthor(state, place);
    return author !== null && author !== member && state.access.readers.includes(member);
  },
  reduce: (state, { member }, { day }) => ({
    ...state,
    access: without(state.access, { member, day, how: "removed" }),
  }),
});
