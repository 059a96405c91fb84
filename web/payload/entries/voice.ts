/** What the child said they want, in their own words, and how it is known (CRC, 12; Brussels IIb, 21). */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalLine, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const VOICE_SOURCES = ["CHILD", "REPORTER", "INTERPRETER"] as const;
export type VoiceSource = (typeof VOICE_SOURCES)[number];
export const KNOWN = ["YES", "NO", "UNKNOWN"] as const;
export type Known = (typeof KNOWN)[number];

export const Voice = z.strictObject({
  type: z.literal("voice"),
  text: Text,
  /** The child's, or the one it was put into. */
  language: LanguageTag,
  source: z.enum(VOICE_SOURCES),
  /** Who helped the child to say it; may be empty. */
  helper: OptionalLine,
  /** Does the child know of this report? */
  childKnows: z.enum(KNOWN),
});
export type Voice = z.infer<typeof Voice>;

export const voice = entryType({
  type: "voice",
  lane: "internal",
  by: ["member"],
  schema: Voice,
  reduce: (state, payload, place) =>
    withCasework(state, ({ voice: said }) => ({ voice: [...said, written(payload, place)] })),
});
