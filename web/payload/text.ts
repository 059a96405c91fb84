/** How much one passage may hold, and what every passage says of itself. */
import * as z from "zod/mini";

/** In UTF-16 code units; with JSON and padding around it, it fits the largest bucket in any script. */
export const TEXT_MAX = 60_000;
export const TITLE_MAX = 120;
/** Why somebody was let in or taken out: a sentence or two, which the reporter reads. */
export const REASON_MAX = 2_000;

export const Text = z.string().check(z.minLength(1), z.maxLength(TEXT_MAX));
export const Reason = z.string().check(z.minLength(1), z.maxLength(REASON_MAX));
export const Title = z.string().check(z.maxLength(TITLE_MAX));
/** BCP 47, as the writer's page was set; RFC 5646 4.4.1 asks for room for 35 characters, and a card has no more. */
export const LanguageTag = z
  .string()
  .check(z.maxLength(35), z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
/** A name, a place or a task in a few words. In UTF-16 code units. */
export const LINE_MAX = 200;
export const Line = z.string().check(z.minLength(1), z.maxLength(LINE_MAX));
/** A passage that may be left empty. */
export const OptionalText = z.string().check(z.maxLength(TEXT_MAX));
export const OptionalLine = z.string().check(z.maxLength(LINE_MAX));
/** ISO 3166-1 alpha-2. */
export const Country = z.string().check(z.regex(/^[A-Z]{2}$/));
