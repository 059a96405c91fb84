/** How long a case is kept: the day it is deleted, and the hold that keeps it, as a member's act leaves them. */
import type { CaseRow } from "../db/cases.ts";
import type { MarkedDays } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import { isHoldDay, purgeDayAfter } from "../domain/retention.ts";
import type { Context } from "./context.ts";
import { newestStanding } from "./standing.ts";

/**
 * @param hold as it was asked for: a day, null to end it, undefined to leave it
 * @throws Refusal `wrong-day` for a hold that would not be looked at again in time
 */
export async function keptDays(
  context: Context,
  before: CaseRow,
  after: MarkedDays,
  hold: number | null | undefined,
): Promise<Pick<CaseRow, "purgeDay" | "holdReviewDay">> {
  const { today } = context;
  if (hold !== undefined && hold !== null && !isHoldDay(hold, today)) {
    throw new Refusal("wrong-day", "hold");
  }
  const ended = after.closedDay !== null || after.withdrawnDay !== null;
  // The list is asked only where it has something to say.
  const standing = ended ? await newestStanding(context) : null;
  const rule = standing?.roster.desks.find(({ id }) => id === before.deskId)?.retention;
  const holdReviewDay = hold === undefined ? before.holdReviewDay : hold;
  return {
    purgeDay: purgeDayAfter(before, { ...after, holdReviewDay }, rule, today),
    holdReviewDay,
  };
}
