/** A reader lets one more member read, from the first word on. The reporter sees it, and why. */
import * as z from "zod/mini";
import { Hash, Id } from "../../../worker/contract/bytes.ts";
import { grantedTo, mayBeGranted, readingAuthor } from "../access.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Reason } from "../text.ts";

export const Grant = z.strictObject({
  type: z.literal("grant"),
  member: Id,
  reason: Reason,
  language: LanguageTag,
  /** Where the notes stood, as nobody but their readers can tell (PROTOCOL.md, "Who may read"). */
  notes: Hash,
});

export const grant = entryType({
  type: "grant",
  lane: "conversation",
  by: ["member"],
  schema: Grant,
  permits: (state, { member }, place) => {
    const author = readingAuthor(state, place);
    return author !== null && mayBeGranted(state, member, author);
  },
  reduce: (state, { member }) => ({ ...state, access: grantedTo(state.access, member) }),
});
