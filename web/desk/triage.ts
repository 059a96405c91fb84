/**
 * What needs a person today: every loaded case in exactly one group, the groups in the order of work.
 * Invariant: a case whose card did not open is never put away among the closed ones on the server's word alone.
 */
import { DUE_SOON_DAYS } from "../../worker/contract/figures.ts";
import { isDeletedSoon } from "../../worker/contract/retention.ts";
import type { CardView } from "../vault/interface.ts";
import type { Standing } from "../payload/case-state.ts";

/** In the order they stand on screen. */
export const TRIAGE_GROUPS = [
  "urgent",
  "unacknowledged",
  "overdue",
  "news",
  "due",
  "mine",
  "nobodys",
  "rest",
  "leaving",
  "closed",
] as const;
export type TriageGroup = (typeof TRIAGE_GROUPS)[number];

/** The sealed card is believed first; the server's columns where it could not be opened or is behind. */
export function standingOfCard({ plain, card }: CardView): Standing {
  if (plain.withdrawnDay !== null) return "withdrawn";
  if (card !== null) return card.standing;
  if (plain.closedDay !== null) return "closed";
  return plain.acknowledgedDay === null ? "received" : "acknowledged";
}

function earliestOf(counted: number | null, card: CardView["card"]): number | null {
  const work = card?.casework;
  const days = [counted, work?.taskDueDay, work?.clock?.dueDay].filter(
    (day): day is number => day !== null && day !== undefined,
  );
  return days.length === 0 ? null : Math.min(...days);
}

/** The first day by which something is to be done, by what the server counts, by a task or by a clock of the team's. */
export function dueDayOf({ plain, card }: CardView): number | null {
  return earliestOf(plain.nextDueDay, card);
}

/** The same, but for the day a hold is looked at again. */
function workDayOf({ plain, card }: CardView): number | null {
  const { nextDueDay, holdReviewDay } = plain;
  return earliestOf(nextDueDay === holdReviewDay ? null : nextDueDay, card);
}

/** Has the reporter challenged a decision that nobody has looked at again? */
export function isChallenged({
  challengedDay,
  challengeDecidedDay,
  withdrawnDay,
}: CardView["plain"]): boolean {
  return challengedDay !== null && challengeDecidedDay === null && withdrawnDay === null;
}

/** Has the reporter written, and nobody answered? What came after the card was made, or what the card says of before. */
export function isUnanswered({ card, news }: CardView): boolean {
  return news || card?.unansweredSince !== undefined;
}

/** Does a colleague's review of a measure wait for that member, or anybody else, to sign it off? */
export function waitsForSignOff({ card }: CardView, self: string): boolean {
  const by = card?.casework?.signOff;
  return by !== undefined && by !== self;
}

/** A report that was taken back stays in sight while its team has a day to keep: the child may be in danger still. */
function isPutAway(view: CardView): boolean {
  const { card, plain } = view;
  if (card === null || isChallenged(plain)) return false;
  if (card.standing === "closed") return true;
  return card.standing === "withdrawn" && (plain.closedDay !== null || workDayOf(view) === null);
}

/** What is put away is taken out again for what its reporter wrote, for its hold, and before it is deleted. */
function putAwayGroupOf(view: CardView, today: number): TriageGroup {
  const { holdReviewDay, purgeDay } = view.plain;
  if (holdReviewDay !== null && holdReviewDay < today) return "overdue";
  if (isUnanswered(view)) return "news";
  if (holdReviewDay !== null) return holdReviewDay <= today + DUE_SOON_DAYS ? "due" : "closed";
  return purgeDay !== null && isDeletedSoon(purgeDay, today) ? "leaving" : "closed";
}

function isAcknowledged(view: CardView): boolean {
  return view.plain.acknowledgedDay !== null && standingOfCard(view) !== "received";
}

/** `today` is the server's day from the last answer, `self` the member who looks. */
export function triageGroupOf(view: CardView, today: number, self: string): TriageGroup {
  const { plain, card } = view;
  if (isPutAway(view)) return putAwayGroupOf(view, today);
  const unanswered = isUnanswered(view);
  const unread = plain.withdrawnDay === null && !isAcknowledged(view);
  const dueDay = dueDayOf(view);
  const overdue = dueDay !== null && dueDay < today;
  // Once somebody has answered all that was written and nothing is late, it is looked after like any other.
  if (plain.urgent && (unread || overdue || unanswered || card === null)) return "urgent";
  if (unread) return "unacknowledged";
  if (overdue) return "overdue";
  if (unanswered || isChallenged(plain)) return "news";
  if (dueDay !== null && dueDay <= today + DUE_SOON_DAYS) return "due";
  if (waitsForSignOff(view, self)) return "due";
  const assigned = card?.casework?.assigned;
  if (assigned === self) return "mine";
  return assigned === undefined ? "nobodys" : "rest";
}

interface Placed {
  readonly view: CardView;
  readonly dueDay: number;
}

/** Those marked urgent, then earliest due, then those that have waited longest; the id settles the rest. */
function byNeed(one: Placed, other: Placed): number {
  const [a, b] = [one.view.plain, other.view.plain];
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1;
  if (one.dueDay !== other.dueDay) return one.dueDay - other.dueDay;
  if (a.receivedDay !== b.receivedDay) return a.receivedDay - b.receivedDay;
  return a.case < b.case ? -1 : 1;
}

export interface Triaged {
  readonly group: TriageGroup;
  readonly cards: readonly CardView[];
}

/** Only groups that hold a case. */
export function triage(
  cards: readonly CardView[],
  today: number,
  self: string,
): readonly Triaged[] {
  const groups = new Map<TriageGroup, Placed[]>(TRIAGE_GROUPS.map((group) => [group, []]));
  for (const view of cards) {
    const group = triageGroupOf(view, today, self);
    const day = group === "leaving" ? view.plain.purgeDay : dueDayOf(view);
    groups.get(group)?.push({ view, dueDay: day ?? Infinity });
  }
  return [...groups]
    .filter(([, placed]) => placed.length > 0)
    .map(([group, placed]) => ({
      group,
      cards: placed.toSorted(byNeed).map(({ view }) => view),
    }));
}
