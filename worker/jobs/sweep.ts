/**
 * Forgets what has served its time: spent challenges past their expiry, sessions past their last hour and what they
 * had opened, invitations nobody used, requests to colleagues that were left open, messages of before yesterday, counts of
 * codes of other days, feedback of a year ago, and where messages went to members who are none any more.
 */
import { deleteRecoveryRequestsBefore } from "../db/colleagues.ts";
import { deleteFeedbackBefore } from "../db/feedback.ts";
import { deleteInvitationsBefore } from "../db/invitations.ts";
import { deleteCodesBefore, forgetNotifications } from "../db/notifications.ts";
import { deleteOpenedWithoutSession } from "../db/opened-cases.ts";
import { openDatabase } from "../db/open.ts";
import { deleteMessagesBefore } from "../db/outbox.ts";
import { deleteSessionsBefore } from "../db/sessions.ts";
import { deleteSpentBefore } from "../db/spent.ts";
import {
  feedbackBeforeDay,
  invitationsBeforeDay,
  messagesBeforeDay,
  recoveryRequestsBeforeDay,
  sessionsBeforeDay,
  spentBeforeDay,
} from "../domain/retention.ts";
import type { Bindings } from "../env.ts";

export async function sweep(bindings: Bindings, today: number): Promise<void> {
  const db = openDatabase(bindings.DB);
  await deleteSpentBefore(db, spentBeforeDay(today));
  await deleteSessionsBefore(db, sessionsBeforeDay(today));
  await deleteInvitationsBefore(db, invitationsBeforeDay(today));
  await deleteRecoveryRequestsBefore(db, recoveryRequestsBeforeDay(today));
  await deleteFeedbackBefore(db, feedbackBeforeDay(today));
  await deleteOpenedWithoutSession(db);
  await deleteCodesBefore(db, today);
  await deleteMessagesBefore(db, messagesBeforeDay(today));
  await db.batch(forgetNotifications(db, today));
}
