/** Words between the reporter and the reviewers; both read them. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { withWords } from "../feedback.ts";
import { LanguageTag, Text } from "../text.ts";
import { afterWords } from "../unanswered.ts";

export const Message = z.strictObject({
  type: z.literal("message"),
  language: LanguageTag,
  text: Text,
});

export const message = entryType({
  type: "message",
  lane: "conversation",
  by: ["reporter", "member"],
  schema: Message,
  reduce: (state, _payload, place) => withWords(afterWords(state, place), place),
});
