/**
 * Changes of who may read a case. The server sees whose wraps come and go, never why: that is sealed, signed, and
 * judged by every reader.
 * Invariant: the keys of a new epoch arrive together with the entry that begins it, for exactly those who can read
 * afterwards, and nobody keeps a wrap who is not among them.
 */
import type { InputOf } from "../contract/endpoints.ts";
import type { MemberWrap } from "../contract/journal.ts";
import { MEMBER_LANE_ENTRIES } from "../contract/limits.ts";
import {
  appendToJournal,
  findCaseForMember,
  lanesOf,
  plainOf,
  type Append,
  type CaseRow,
} from "../db/cases.ts";
import { holdsEntries } from "../db/entries.ts";
import { findWrapsOf, type LaneWrap } from "../db/wraps.ts";
import { asMember, type Member } from "../domain/actor.ts";
import {
  appended,
  checkCard,
  requireCurrentCard,
  checkEntry,
  type CheckedEntry,
  type Lanes,
  type Writing,
} from "../domain/journal.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging, type LoggedAct } from "./audit.ts";
import { coverWraps } from "./case-keys.ts";
import type { Context } from "./context.ts";
import { hasMovedOn, wasOvertaken } from "./overtaken.ts";
import { covering, recipientsOf, requireKeptKeys, type CaseRecipients } from "./recipients.ts";
import { newestStanding, rolesOf } from "./standing.ts";

type Input = InputOf<"changeAccess">;

/** What becomes of the wraps. */
interface Step {
  readonly wraps: readonly LaneWrap[];
  readonly ended: readonly string[];
  /** Of both lanes, from here on. */
  readonly epoch: number;
}

/** How many entries a change is: a removal is followed by its rekey. */
const ENTRIES = { grant: 1, removal: 2, recusal: 1, rekey: 1 } as const satisfies Record<
  Input["change"]["kind"],
  number
>;

export const changeAccess: Handler<"changeAccess", Context> = async (input, context, actor) => {
  const { db, config, today } = context;
  const member = asMember(actor);
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
  const other = entries.findIndex(({ lane }) => lane !== "conversation");
  if (other !== -1) throw new Refusal("wrong-header", `entries.${other}.header`);
  if (entries.length !== ENTRIES[input.change.kind]) throw new Refusal("wrong-size", "entries");
  try {
    return { plain: await change(input, entries, row, writing, { context, member }) };
  } catch (error) {
    if (!wasOvertaken(error)) {
      if (!(error instanceof Refusal)) throw error;
      // Who holds which keys was read after the row. Where a colleague changed that in between, they were quicker.
      const now = await findCaseForMember(db, input.case, memberId);
      if (now === null) throw new Refusal("not-found");
      throw hasMovedOn(row, now) ? new Refusal("conflict", "entries") : error;
    }
    if (!(await holdsEntries(db, row.caseId, entries))) {
      // Another's log entry came first; this case's end may still be where it was.
      const lostLog = error instanceof Refusal && error.field === "audit";
      throw lostLog ? error : new Refusal("conflict", "entries");
    }
    const now = await findCaseForMember(db, row.caseId, memberId);
    if (now === null) throw new Refusal("not-found");
    return { plain: plainOf(now) };
  }
};

async function change(
  input: Input,
  entries: readonly CheckedEntry[],
  row: CaseRow,
  writing: Writing,
  { context, member }: { readonly context: Context; readonly member: Member },
) {
  const before = lanesOf(row);
  // Every change names the place of the notes it was made at, so there must be notes.
  if (before.internal.seq === 0) throw new Refusal("wrong-header", "card.header");
  const conversation = entries.reduce(
    (lane, entry, at) => appended(lane, entry, MEMBER_LANE_ENTRIES, `entries.${at}`),
    before.conversation,
  );
  const { wraps, ended, epoch } = await stepOf(input, row, writing, context);
  await requireKeptKeys(context, wraps);
  const after: Lanes = {
    conversation: { ...conversation, epoch },
    internal: { ...before.internal, epoch },
  };
  requireCurrentCard(input.card.header, after);
  checkCard(input.card.header, writing, after);
  checkReporterWrap(input, row, epoch);
  const entry = await entryOf(input, member, context);
  const [reporterWrap = null] = await coverWraps(
    context.shredKeys,
    row,
    input.reporterWrap === null ? [] : [input.reporterWrap],
  );
  const append: Append = {
    caseId: row.caseId,
    receivedDay: row.receivedDay,
    conversation: { before: before.conversation, after: after.conversation },
    internal: { before: before.internal, after: after.internal },
    days: {},
    entries,
    wraps: await coverWraps(context.shredKeys, row, wraps),
    ended,
    reporterWrap,
    card: { ...input.card, lane: "internal", epoch },
    spent: null,
    endsReporter: null,
    keptUntil: null,
    identity: null,
    release: null,
    logged: entry === null ? [] : [entry.insert],
  };
  await logging(() => appendToJournal(context.db, append));
  return plainOf({ ...row, conversationSeq: after.conversation.seq });
}

/** What the audit log says of a change. @throws Refusal `wrong-audit`, or as `checkAudit` */
async function entryOf(
  { case: caseId, change: asked, audit }: Input,
  member: Member,
  context: Context,
): Promise<LoggedAct | null> {
  if (asked.kind === "rekey") {
    if (audit !== null) throw new Refusal("wrong-audit", "audit");
    return null;
  }
  if (audit === null) throw new Refusal("wrong-audit", "audit");
  const act =
    asked.kind === "recusal"
      ? ({ kind: "removal", case: caseId, member: member.memberId } as const)
      : { ...asked, case: caseId };
  return await checkAudit(context, member, audit, act);
}

async function stepOf(
  input: Input,
  row: CaseRow,
  writing: Writing,
  context: Context,
): Promise<Step> {
  const { change: asked } = input;
  const epoch = row.conversationEpoch;
  const recipients = await recipientsOf(context, row);
  switch (asked.kind) {
    case "grant":
      return {
        wraps: await granted(input, asked.member, recipients, row, writing, context),
        ended: [],
        epoch,
      };
    case "removal":
      if (asked.member === writing.author || !recipients.all.has(asked.member)) {
        throw new Refusal("conflict", "change.member");
      }
      return nextEpoch(input, recipients, asked.member, epoch + 1);
    case "rekey":
      return nextEpoch(input, recipients, null, epoch + 1);
    case "recusal": {
      if (input.wraps.length > 0) throw new Refusal("wrong-header", "wraps");
      const others = [...recipients.reading].filter((id) => id !== writing.author);
      if (others.length === 0) throw new Refusal("sole-holder");
      return { wraps: [], ended: [writing.author], epoch };
    }
  }
}

/** In a wrap the identity lane has a place; among a case's readers it has none. */
function journalWrap(wrap: MemberWrap, at: number): LaneWrap {
  const { lane } = wrap;
  if (lane === "identity") throw new Refusal("wrong-header", `wraps.${at}`);
  return { ...wrap, lane };
}

/** Exactly the keys the granter holds, for one active reviewer who holds none. */
async function granted(
  input: Input,
  member: string,
  recipients: CaseRecipients,
  row: CaseRow,
  writing: Writing,
  context: Context,
): Promise<readonly LaneWrap[]> {
  const { db, today } = context;
  const roles = rolesOf(await newestStanding(context), member, today);
  if (!roles.includes("reviewer")) throw new Refusal("unknown-recipient", "change.member");
  if (recipients.all.has(member)) throw new Refusal("conflict", "change.member");
  const held = await findWrapsOf(db, row.caseId, row.receivedDay, writing.author);
  const wanted = new Set(held.map(({ lane, epoch }) => `${lane} ${epoch}`));
  const wraps = input.wraps.map(journalWrap);
  const given = new Set(wraps.map(({ lane, epoch }) => `${lane} ${epoch}`));
  const exact =
    wraps.length === given.size &&
    given.size === wanted.size &&
    [...given].every((key) => wanted.has(key)) &&
    wraps.every((wrap) => wrap.member === member);
  if (!exact) throw new Refusal("wrong-header", "wraps");
  return wraps;
}

/** New keys of both lanes, for everybody who can read but the one taken out. */
function nextEpoch(
  input: Input,
  recipients: CaseRecipients,
  removed: string | null,
  epoch: number,
): Step {
  const staying = (ids: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...ids].filter((id) => id !== removed));
  const wraps = input.wraps.map(journalWrap);
  if (wraps.some((wrap) => wrap.epoch !== epoch)) throw new Refusal("wrong-header", "wraps");
  const kept = covering(
    wraps,
    {
      all: staying(recipients.all),
      inForce: staying(recipients.inForce),
      reading: staying(recipients.reading),
    },
    ["conversation", "internal"],
  );
  const keeps = new Set(kept.map(({ member }) => member));
  return { wraps: kept, ended: [...recipients.all].filter((id) => !keeps.has(id)), epoch };
}

/** One for the reporter with every new key, while their code works, and none otherwise. */
function checkReporterWrap({ reporterWrap }: Input, row: CaseRow, epoch: number): void {
  const due = epoch !== row.conversationEpoch && row.withdrawnDay === null;
  const fits =
    reporterWrap === null
      ? !due
      : due && reporterWrap.lane === "conversation" && reporterWrap.epoch === epoch;
  if (!fits) throw new Refusal("wrong-header", "reporterWrap");
}
