/**
 * The audit log's end: appending to it, alone or in the batch of the act an entry tells of, and reading it.
 * Invariant: an act that is to be logged is written together with its entry, or not at all.
 */
import type { AuditAct, AuditHead, SignedAudit } from "../contract/audit.ts";
import { findAuditHead, findAuditPage, insertAudit, lostAuditRace } from "../db/audit.ts";
import { findCaseForMember } from "../db/cases.ts";
import { selectRefusedActs } from "../db/refused-acts.ts";
import { markSessionLogged } from "../db/sessions.ts";
import { asMember, type Member } from "../domain/actor.ts";
import { checkAuditEntry, claimedAct } from "../domain/audit.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { isActive, newestStanding } from "./standing.ts";

export interface LoggedAct {
  /** The first statement of the batch that carries out the act. */
  readonly insert: ReturnType<typeof insertAudit>;
  /** The log's end once that batch is written. */
  readonly head: AuditHead;
}

/** @throws Refusal `forbidden` for somebody the newest roster does not list, or no longer does */
async function keyOf(context: Context, { memberId }: Member): Promise<string> {
  const member = (await newestStanding(context))?.members.get(memberId);
  if (member === undefined || !isActive(member, context.today)) {
    throw new Refusal("forbidden", "audit");
  }
  return member.key;
}

/**
 * Checks the entry an act came with. Write `insert` first in the act's own batch, inside `logging`.
 * @param after the log's end, where another entry of the same batch comes first
 * @throws Refusal `wrong-audit`, `forbidden`; `conflict` with the field `audit`, upon which the client signs anew
 */
export async function checkAudit(
  context: Context,
  actor: Member,
  audit: SignedAudit,
  expected: AuditAct,
  after?: AuditHead,
): Promise<LoggedAct> {
  const { db, config, today } = context;
  const author = { memberId: actor.memberId, key: await keyOf(context, actor) };
  const place = { origin: config.origin, head: after ?? (await findAuditHead(db)), today };
  const entry = await checkAuditEntry(audit, author, expected, place);
  return { insert: insertAudit(db, entry), head: { seq: entry.seq, hash: entry.hash } };
}

/**
 * Runs a batch that carries an entry.
 * @throws Refusal `conflict` with the field `audit` when somebody else's entry was written first; else what it throws
 */
export async function logging<Written>(write: () => Promise<Written>): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (lostAuditRace(error)) throw new Refusal("conflict", "audit");
    throw error;
  }
}

export const auditHead: Handler<"auditHead", Context> = async (_input, { db, today }) => ({
  head: await findAuditHead(db),
  day: today,
});

/** Of the acts that are nothing but their entry, one that may be this member's. @throws Refusal */
async function requireAlone(
  context: Context,
  actor: Member,
  act: AuditAct | null,
): Promise<Extract<AuditAct, { kind: "sign-in" | "export" }>> {
  if (act?.kind === "sign-in") return act;
  if (act?.kind !== "export") throw new Refusal("wrong-audit", "audit");
  if (!actor.logged) throw new Refusal("unauthorised");
  const found = await findCaseForMember(context.db, act.case, actor.memberId);
  if (found === null) throw new Refusal("not-found");
  return act;
}

export const appendAudit: Handler<"appendAudit", Context> = async ({ audit }, context, actor) => {
  const { db } = context;
  const member = asMember(actor);
  const act = await requireAlone(context, member, claimedAct(audit));
  const { insert, head } = await checkAudit(context, member, audit, act);
  await logging(async () =>
    act.kind === "sign-in"
      ? db.batch([insert, markSessionLogged(db, member.tokenHash)])
      : db.batch([insert]),
  );
  return { head };
};

export const readAudit: Handler<"readAudit", Context> = async ({ after }, { db, today }) => {
  const { entries, next, head } = await findAuditPage(db, after);
  return { entries: [...entries], next, head, day: today };
};

export const refusedActs: Handler<"refusedActs", Context> = async (_input, { db }) => ({
  refused: await selectRefusedActs(db),
});
