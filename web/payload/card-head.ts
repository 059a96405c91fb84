/** What a card says from the first entry on. A reporter's page seals no more than this, and loads no more for it. */
import * as z from "zod/mini";
import { STANDINGS, standingOf, type CaseState } from "./case-state.ts";
import { Channel } from "./channels.ts";
import { LanguageTag, TITLE_MAX } from "./text.ts";

/** The fields of its schema. */
export const CardHead = {
  title: z.string().check(z.maxLength(TITLE_MAX)),
  channel: Channel,
  language: LanguageTag,
  standing: z.enum(STANDINGS),
};

/** Cut at a whole character, so that a card always fits its one size. */
export function cut(text: string, max: number): string {
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

/** Always fits the one size of a card. @throws when the case holds no report yet. */
export function cardHead(state: CaseState): {
  [Field in keyof typeof CardHead]: z.infer<(typeof CardHead)[Field]>;
} {
  const { report } = state;
  if (report === null) throw new Error("card: a case without a report has none");
  return {
    title: cardTitle(report.title, report.text),
    channel: report.channel,
    language: report.language,
    standing: standingOf(state),
  };
}
