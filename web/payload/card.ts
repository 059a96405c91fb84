/** A card: the sealed snapshot an inbox shows without reading the journal. */
import * as z from "zod/mini";
import { STANDINGS, standingOf, type CaseState } from "./case-state.ts";
import { Channel } from "./channels.ts";
import { LanguageTag, TITLE_MAX } from "./text.ts";

export const Card = z.strictObject({
  title: z.string().check(z.maxLength(TITLE_MAX)),
  channel: Channel,
  language: LanguageTag,
  standing: z.enum(STANDINGS),
});
export type Card = z.infer<typeof Card>;

/** Cut at a whole character, so that a card always fits its one size. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > max) break;
    kept += segment;
  }
  return kept;
}

/** The title, or the first words where the reporter gave none. In any script at most 400 bytes of UTF-8. */
export function cardTitle(title: string, text: string): string {
  const chosen = title.trim() === "" ? text.trim().replace(/\s+/g, " ") : title.trim();
  return cut(chosen, TITLE_MAX).trimEnd();
}

/** @throws when the case holds no report yet. */
export function cardOf(state: CaseState): Card {
  const { report } = state;
  if (report === null) throw new Error("card: a case without a report has none");
  return {
    title: cardTitle(report.title, report.text),
    channel: report.channel,
    language: report.language,
    standing: standingOf(state),
  };
}
