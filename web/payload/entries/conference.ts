/** The minutes of a case conference: who was there, what was decided, and who disagreed. */
import * as z from "zod/mini";
import { Day } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const Conference = z.strictObject({
  type: z.literal("conference"),
  heldDay: Day,
  agenda: Text,
  /** Names and roles, in words: not everybody is a member. */
  attendees: Text,
  decisions: Text,
  /** May be empty. */
  dissent: OptionalText,
  /** Who does what; may be empty. Tasks are entries of their own. */
  actions: OptionalText,
  language: LanguageTag,
});
export type Conference = z.infer<typeof Conference>;

export const conference = entryType({
  type: "conference",
  lane: "internal",
  by: ["member"],
  schema: Conference,
  reduce: (state, payload, place) =>
    withCasework(state, ({ conferences }) => ({
      conferences: [...conferences, written(payload, place)],
    })),
});
