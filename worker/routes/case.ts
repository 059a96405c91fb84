/**
 * A case as its recipients work on it: read on, append, mark what was met.
 * Invariant: a case that is not wrapped to the caller and a case that does not exist are the same answer.
 */
import type { AuditHead, SignedAudit } from "../contract/audit.ts";
import type { InputOf, OutputOf } from "../contract/endpoints.ts";
import { MEMBER_LANE_ENTRIES } from "../contract/limits.ts";
import { openCase } from "../db/case-reading.ts";
import {
  appendToJournal,
  findCaseForMember,
  lanesOf,
  plainOf,
  type Append,
  type CaseRow,
} from "../db/cases.ts";
import { holdsEntries } from "../db/entries.ts";
import { hasOpened, insertOpenedCase } from "../db/opened-cases.ts";
import type { NewRelease } from "../db/releases.ts";
import type { LaneWrap } from "../db/wraps.ts";
import { asMember, type Member } from "../domain/actor.ts";
import { claimedAct } from "../domain/audit.ts";
import {
  appended,
  cardLane,
  checkCard,
  checkEntry,
  requireCurrentCard,
  type CheckedEntry,
  type Lanes,
  type Writing,
} from "../domain/journal.ts";
import { mark, NO_MARKS } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging, type LoggedAct } from "./audit.ts";
import { coverRelease, coverWraps, uncoverWraps } from "./case-keys.ts";
import type { Context } from "./context.ts";
import { deletedOn, heldUntil } from "./keeping.ts";
import { wasOvertaken } from "./overtaken.ts";
import { covering, recipientsOf, requireKeptKeys } from "./recipients.ts";

/** A journal is handed out in sessions whose opening of the case stands in the audit log, and in no other. */
async function requireOpened(
  context: Context,
  actor: Member,
  caseId: string,
  audit: SignedAudit | null,
): Promise<void> {
  const { db } = context;
  const { tokenHash } = actor;
  if (audit === null) {
    if (await hasOpened(db, tokenHash, caseId)) return;
    throw new Refusal("wrong-audit", "audit");
  }
  const { insert } = await checkAudit(context, actor, audit, { kind: "case-opened", case: caseId });
  await logging(() => db.batch([insert, insertOpenedCase(db, tokenHash, caseId)]));
}

export const readCase: Handler<"readCase", Context> = async (input, context, actor) => {
  const { db, shredKeys, today } = context;
  const member = asMember(actor);
  const opened = await openCase(db, input.case, member.memberId, input.after);
  if (opened === null) throw new Refusal("not-found");
  await requireOpened(context, member, input.case, input.audit);
  const { row, wraps, page } = opened;
  const held = { ...input.after };
  for (const { lane, seq } of page) held[lane] = seq;
  return {
    plain: plainOf(row),
    card: { header: row.cardHeader, body: row.cardBody },
    wraps: await uncoverWraps(shredKeys, row, wraps),
    entries: page.map(({ header, body }) => ({ header, body })),
    more: held.conversation < row.conversationSeq || held.internal < row.internalSeq,
    day: today,
  };
};

type Input = InputOf<"appendToCase">;

export const appendToCase: Handler<"appendToCase", Context> = async (input, context, actor) =>
  appendAs(asMember(actor), input, context, NOTHING_BESIDES);

export const exportCase: Handler<"exportCase", Context> = async (input, context, actor) => {
  const member = asMember(actor);
  const { audit, ...appends } = input;
  const act = { kind: "export", case: input.case } as const;
  const logged = await checkAudit(context, member, audit, act);
  return await appendAs(member, appends, context, { release: null, logged });
};

/** What else belongs to a write. */
export interface Besides {
  readonly release: NewRelease | null;
  /** What the audit log says of it, besides why it serves the child. */
  readonly logged: LoggedAct | null;
}

const NOTHING_BESIDES: Besides = { release: null, logged: null };

/**
 * One write of a recipient's, whatever else belongs to it.
 * @param besides what goes to custodians with it, and what the audit log says of it
 */
export async function appendAs(
  member: Member,
  input: Input,
  context: Context,
  besides: Besides,
): Promise<OutputOf<"appendToCase">> {
  const { db, config, today } = context;
  const { memberId } = member;
  const row = await findCaseForMember(db, input.case, memberId);
  if (row === null) throw new Refusal("not-found");
  const writing: Writing = {
    originHash: config.originHashText,
    caseId: row.caseId,
    author: memberId,
    today,
  };
  const entries = await Promise.all(
    input.entries.map((sealed, at) => checkEntry(sealed, writing, `entries.${at}`)),
  );
  try {
    return { plain: await append(input, entries, row, writing, { context, member, besides }) };
  } catch (error) {
    // Another's log entry came first; this case's end may still be where it was.
    const lostLog = error instanceof Refusal && error.field === "audit";
    if (lostLog || !wasOvertaken(error)) throw error;
    if (!(await holdsEntries(db, row.caseId, entries))) throw new Refusal("conflict", "entries");
    const now = await findCaseForMember(db, row.caseId, memberId);
    if (now === null) throw new Refusal("not-found");
    return { plain: plainOf(now) };
  }
}

async function append(
  input: Input,
  entries: readonly CheckedEntry[],
  row: CaseRow,
  writing: Writing,
  {
    context,
    member,
    besides,
  }: { readonly context: Context; readonly member: Member; readonly besides: Besides },
) {
  const { db, shredKeys, today } = context;
  const before = lanesOf(row);
  const after = entries.reduce<Lanes>(
    (lanes, entry, at) => ({
      ...lanes,
      [entry.lane]: appended(lanes[entry.lane], entry, MEMBER_LANE_ENTRIES, `entries.${at}`),
    }),
    before,
  );
  const wraps = await checkWraps(input, row, before, after, context);
  requireCurrentCard(input.card.header, after);
  const { epoch } = checkCard(input.card.header, writing, after);
  const { acknowledged, feedback, feedbackExtended, closed, reopened, challengeDecided } = input;
  if (feedbackExtended && (row.feedbackDay ?? row.feedbackExtendedDay) !== null) {
    throw new Refusal("conflict", "feedbackExtended");
  }
  // Whoever reported is told of each of these by an entry they read: none is so because a member says it is.
  const isSaid = after.conversation.seq > before.conversation.seq;
  const isMarked = acknowledged || feedback || feedbackExtended || closed || reopened;
  if ((isMarked || challengeDecided) && !isSaid) throw new Refusal("wrong-header", "entries");
  const holdReviewDay = heldUntil(row, input.hold, today);
  const now = {
    ...row,
    holdReviewDay,
    caseworkDueDay: input.dueDay,
    internalSeq: after.internal.seq,
  };
  const told = { acknowledged, feedback, feedbackExtended, closed, reopened, challengeDecided };
  const moved = { ...mark(now, { ...NO_MARKS, ...told }, today), holdReviewDay };
  const days = { ...moved, purgeDay: await deletedOn(context, row, moved) };
  const { release, logged } = besides;
  const interests = await checkInterests(input, entries, member, context, logged?.head);
  const write: Append = {
    caseId: row.caseId,
    receivedDay: row.receivedDay,
    conversation: { before: before.conversation, after: after.conversation },
    internal: { before: before.internal, after: after.internal },
    days,
    entries,
    wraps: await coverWraps(shredKeys, row, wraps),
    ended: [],
    reporterWrap: null,
    card: { ...input.card, lane: cardLane(after), epoch },
    spent: null,
    endsReporter: null,
    keptUntil: null,
    identity: null,
    release: await coverRelease(shredKeys, row, release),
    logged: [logged, interests].flatMap((entry) => (entry === null ? [] : [entry.insert])),
  };
  await logging(() => appendToJournal(db, write));
  return plainOf({
    ...row,
    ...days,
    conversationSeq: after.conversation.seq,
    internalSeq: after.internal.seq,
  });
}

/**
 * What the audit log says of why a step serves the child: that one of these very entries holds it, in a lane the
 * reporter does not read. Whether it does is sealed; that no case is closed without saying so is not.
 * @param after the log's end, where another entry of this write comes first
 * @throws Refusal `wrong-audit`, or as `checkAudit`
 */
async function checkInterests(
  input: Input,
  entries: readonly CheckedEntry[],
  member: Member,
  context: Context,
  after: AuditHead | undefined,
): Promise<LoggedAct | null> {
  if (input.audit === undefined) {
    if (input.closed) throw new Refusal("wrong-audit", "audit");
    return null;
  }
  const said = claimedAct(input.audit);
  const entry = entries.find(
    ({ lane, hash }) =>
      lane === "internal" && said?.kind === "best-interests" && said.entry === hash,
  );
  if (entry === undefined) throw new Refusal("wrong-audit", "audit");
  const act = { kind: "best-interests", case: input.case, entry: entry.hash } as const;
  return await checkAudit(context, member, input.audit, act, after);
}

/**
 * The wraps of the internal lane, if these entries open it: one to each recipient of the case who can still read and
 * none to anybody else, so that whoever opens it can neither leave a colleague out nor let another in.
 * Otherwise there are none.
 */
async function checkWraps(
  input: Input,
  row: CaseRow,
  before: Lanes,
  after: Lanes,
  context: Context,
): Promise<LaneWrap[]> {
  const opens = before.internal.seq === 0 && after.internal.seq > 0;
  const wraps = input.wraps.map((wrap, at): LaneWrap => {
    if (!opens || wrap.lane !== "internal" || wrap.epoch !== after.internal.epoch) {
      throw new Refusal("wrong-header", `wraps.${at}`);
    }
    return { ...wrap, lane: wrap.lane };
  });
  if (!opens) return wraps;
  const kept = covering(wraps, await recipientsOf(context, row), ["internal"]);
  await requireKeptKeys(context, kept);
  return kept;
}
