/** What reviewers tell each other; the reporter holds no key to it. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";

export const Note = z.strictObject({
  type: z.literal("note"),
  language: LanguageTag,
  text: Text,
});

export const note = entryType({
  type: "note",
  lane: "internal",
  by: ["member"],
  schema: Note,
  reduce: (state) => state,
});
