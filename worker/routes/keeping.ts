/** How long a case is kept: the day it is deleted, and the hold that keeps it, as a member's act leaves them. */
import type { CaseRow } from "../db/cases.ts";
import type { MarkedDays } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import { isHoldDay, purgeDayAfter } from "../domain/retention.ts";
import type { Context } from "./context.ts";
import { newestStanding } from "./standing.ts";

/**
 * The day its hold is looked at again, after a member's act; null where nothing holds it then.
 * @param hold as it was asked for: a day, null to end it, undefined to leave it
 * @throws Refusal `wrong-day` for a hold that would not be looked at again in time
 */
export function heldUntil(
  before: CaseRow,
  hold: number | null | undefined,
  today: number,
): number | null {
  if (hold === undefined) return before.holdReviewDay;
  if (hold !== null && !isHoldDay(hold, today)) throw new Refusal("wrong-day", "hold");
  return hold;
}

/** The day it is deleted, after that act; null while it is open. */
export async function deletedOn(
  context: Context,
  before: CaseRow,
  after: MarkedDays & Pick<CaseRow, "holdReviewDay">,
): Promise<number | null> {
  const ended = after.closedDay !== null || after.withdrawnDay !== null;
  // The list is asked only where it has something to say.
  const standing = ended ? await newestStanding(context) : null;
  const rule = standing?.roster.desks.find(({ id }) => id === before.deskId)?.retention;
  return purgeDayAfter(before, after, rule, context.today);
}
