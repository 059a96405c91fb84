/**
 * What needs a person today: every loaded case in exactly one group, the groups in the order of work.
 * Invariant: a case whose card did not open is never put away among the closed ones on the server's word alone.
 */
import type { CardView } from "../vault/interface.ts";
import type { Standing } from "../payload/case-state.ts";

/** In the order they stand on screen. */
export const TRIAGE_GROUPS = ["urgent", "unacknowledged", "news", "due", "rest", "closed"] as const;
export type TriageGroup = (typeof TRIAGE_GROUPS)[number];

/** How far ahead a due day calls for attention. */
export const DUE_SOON_DAYS = 7;

/** The sealed card is believed first; the server's columns where it could not be opened or is behind. */
export function standingOfCard({ plain, card }: CardView): Standing {
  if (plain.withdrawnDay !== null) return "withdrawn";
  if (card !== null) return card.standing;
  if (plain.closedDay !== null) return "closed";
  return plain.acknowledgedDay === null ? "received" : "acknowledged";
}

function isPutAway(view: CardView): boolean {
  if (view.card === null) return false;
  return view.card.standing === "closed" || view.card.standing === "withdrawn";
}

function isAcknowledged(view: CardView): boolean {
  return view.plain.acknowledgedDay !== null && standingOfCard(view) !== "received";
}

/** `today` is the server's day from the last answer. */
export function triageGroupOf(view: CardView, today: number): TriageGroup {
  const { plain } = view;
  if (isPutAway(view)) return view.news ? "news" : "closed";
  if (plain.urgent) return "urgent";
  if (plain.withdrawnDay === null && !isAcknowledged(view)) return "unacknowledged";
  if (view.news) return "news";
  if (plain.nextDueDay !== null && plain.nextDueDay <= today + DUE_SOON_DAYS) return "due";
  return "rest";
}

/** Earliest due first, then those that have waited longest; the id settles the rest, so nothing jumps. */
function byNeed(a: CardView, b: CardView): number {
  const due = (a.plain.nextDueDay ?? Infinity) - (b.plain.nextDueDay ?? Infinity);
  if (a.plain.nextDueDay !== b.plain.nextDueDay) return due;
  if (a.plain.receivedDay !== b.plain.receivedDay) return a.plain.receivedDay - b.plain.receivedDay;
  return a.plain.case < b.plain.case ? -1 : 1;
}

export interface Triaged {
  readonly group: TriageGroup;
  readonly cards: readonly CardView[];
}

/** Only groups that hold a case. */
export function triage(cards: readonly CardView[], today: number): readonly Triaged[] {
  return TRIAGE_GROUPS.map((group) => ({
    group,
    cards: cards.filter((view) => triageGroupOf(view, today) === group).toSorted(byNeed),
  })).filter(({ cards: held }) => held.length > 0);
}
