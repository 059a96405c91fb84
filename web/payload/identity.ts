/**
 * Who somebody is, as they chose to say it: three free answers, each of which may be empty. Sealed in an envelope of
 * its own; no entry, card or note ever holds it.
 */
import * as z from "zod/mini";
import { LanguageTag } from "./text.ts";

/** In UTF-16 code units; with JSON around them they fit the one size in any script. */
export const IDENTITY_NAME_MAX = 120;
export const IDENTITY_ANSWER_MAX = 500;

export const Identity = z.strictObject({
  name: z.string().check(z.maxLength(IDENTITY_NAME_MAX)),
  /** How to reach them safely. */
  reach: z.string().check(z.maxLength(IDENTITY_ANSWER_MAX)),
  /** Anything else about being contacted. */
  contact: z.string().check(z.maxLength(IDENTITY_ANSWER_MAX)),
  /** Of the page they wrote on. */
  language: LanguageTag,
});
export type Identity = z.infer<typeof Identity>;

/** What an envelope holds when nothing was said. */
export const NO_IDENTITY: Identity = { name: "", reach: "", contact: "", language: "en" };

export function isEmptyIdentity({ name, reach, contact }: Identity): boolean {
  return [name, reach, contact].every((answer) => answer.trim() === "");
}
