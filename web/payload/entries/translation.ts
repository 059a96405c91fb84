/**
 * What whoever reported wrote, in another language, for colleagues who do not read it: it stands beside the original and
 * never in its place, and says from which language it was put into this one, and by whom.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

/** `DEVICE`: by a program that runs on the device and sends nothing. */
export const TRANSLATORS = ["MEMBER", "INTERPRETER", "DEVICE"] as const;
export type Translator = (typeof TRANSLATORS)[number];

export const TranslationEntry = z.strictObject({
  type: z.literal("translation"),
  /** The report, or a later message of the reporter: its place in the conversation. */
  original: Seq,
  translatedFrom: LanguageTag,
  text: Text,
  /** What it was put into. */
  language: LanguageTag,
  translator: z.enum(TRANSLATORS),
});
export type TranslationEntry = z.infer<typeof TranslationEntry>;

export const translation = entryType({
  type: "translation",
  lane: "internal",
  by: ["member"],
  schema: TranslationEntry,
  // No rule asks what stands at that place: lanes are woven together in any order, and the state must not differ.
  reduce: (state, payload, place) =>
    withCasework(state, ({ translations }) => ({
      translations: [...translations, written(payload, place)],
    })),
});
