/** Searching and filtering the inbox: over cards already opened, in this browser; the server learns nothing of it. */
import { STANDINGS, type Standing } from "../payload/case-state.ts";
import { CHANNELS, type Channel } from "../payload/channels.ts";
import type { CardView } from "../vault/interface.ts";
import { standingOfCard } from "./triage.ts";

export interface CardFilter {
  readonly words: string;
  readonly channel: Channel | null;
  readonly standing: Standing | null;
}

export const NO_FILTER: CardFilter = { words: "", channel: null, standing: null };

export function channelNamed(text: string): Channel | null {
  return CHANNELS.find((channel) => channel === text) ?? null;
}

export function standingNamed(text: string): Standing | null {
  return STANDINGS.find((standing) => standing === text) ?? null;
}

/** Without case, accents or vowel signs, so that a search forgives how somebody types. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Every word must stand somewhere in the title or in `labels`, the row's other visible words. */
export function passesFilter(
  view: CardView,
  filter: CardFilter,
  labels: readonly string[],
): boolean {
  if (filter.channel !== null && view.card?.channel !== filter.channel) return false;
  if (filter.standing !== null && standingOfCard(view) !== filter.standing) return false;
  const words = folded(filter.words)
    .split(/\s+/)
    .filter((word) => word !== "");
  const text = folded([view.card?.title ?? "", ...labels].join("\n"));
  return words.every((word) => text.includes(word));
}
