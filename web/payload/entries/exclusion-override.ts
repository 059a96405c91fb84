/**
 * One of the two signatures without which nobody whom the reporter took out is ever let in. By itself it lets
 * nobody in: the grant has to come from another reader. The reporter sees both.
 */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { isExcluded, readingAuthor } from "../access.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Reason } from "../text.ts";

export const ExclusionOverride = z.strictObject({
  type: z.literal("exclusion-override"),
  member: Id,
  reason: Reason,
  language: LanguageTag,
});

export const exclusionOverride = entryType({
  type: "exclusion-override",
  lane: "conversation",
  by: ["member"],
  schema: ExclusionOverride,
  permits: (state, { member }, place) =>
    readingAuthor(state, place) !== null &&
    isExcluded(state, member) &&
    !state.access.readers.includes(member),
  reduce: (state, { member }, place) => {
    const by = readingAuthor(state, place);
    const { access } = state;
    if (by === null) return state;
    const others = access.overrides.filter((one) => one.member !== member || one.by !== by);
    return { ...state, access: { ...access, overrides: [...others, { member, by }] } };
  },
});
