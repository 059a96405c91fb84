/** A member's own sessions: where they are signed in, and how to be so no longer. */
import { deleteSessionOf, deleteSessionsOf, findSessionsOf } from "../db/sessions.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { sessionsBeforeDay } from "../domain/retention.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

export const sessions: Handler<"sessions", Context> = async (_input, { db, today }, actor) => {
  const { memberId, tokenHash } = asMember(actor);
  const rows = await findSessionsOf(db, memberId, sessionsBeforeDay(today));
  return {
    sessions: rows.map((row) => ({
      id: row.tokenHash,
      createdDay: row.createdDay,
      secondFactor: row.secondFactor,
      current: row.tokenHash === tokenHash,
    })),
  };
};

/** Somebody else's is answered like one that is not there. */
export const endSession: Handler<"endSession", Context> = async ({ session }, { db }, actor) => {
  if (!(await deleteSessionOf(db, asMember(actor).memberId, session))) {
    throw new Refusal("not-found", "session");
  }
  return {};
};

export const endAllSessions: Handler<"endAllSessions", Context> = async (_input, { db }, actor) => {
  await deleteSessionsOf(db, asMember(actor).memberId, null);
  return {};
};
