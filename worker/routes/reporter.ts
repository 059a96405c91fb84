/**
 * The reporter's side: coming back with a code, reading on, adding something, withdrawing.
 * Invariant: a wrong code, an unknown code and a withdrawn report cost the same work and get the same answer;
 * and nothing here tells that reviewers have written among themselves.
 */
import { toBase64Url, fromBase64Url } from "../contract/bytes.ts";
import type { InputOf } from "../contract/endpoints.ts";
import type { WireErrorCode } from "../contract/errors.ts";
import {
  LANE_ENTRIES,
  REPORTER_LANE_ENTRIES,
  REPORTER_SESSION_SECONDS,
} from "../contract/limits.ts";
import { locatorPreimage } from "../contract/preimages.ts";
import { openConversation } from "../db/case-reading.ts";
import { appendToJournal, findCase, lanesOf, plainOf, type CaseRow } from "../db/cases.ts";
import { holdsEntries } from "../db/entries.ts";
import { violationOf } from "../db/open.ts";
import { findReporter } from "../db/reporters.ts";
import { asReporter, type Reporter } from "../domain/actor.ts";
import { promisedDay } from "../domain/clocks.ts";
import { digestBytes } from "../domain/digest.ts";
import { checkEnvelope } from "../domain/identity.ts";
import { appended, checkEntry, REPORTER, type CheckedEntry } from "../domain/journal.ts";
import { mark, NO_MARKS, type MarkedDays } from "../domain/lifecycle.ts";
import { noticeDay, toldPurgeDay, withdrawnPurgeDay } from "../domain/retention.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { signInHolds } from "../domain/signature.ts";
import { issueToken } from "../domain/token.ts";
import type { Handler } from "../http/mount.ts";
import { wasOvertaken } from "./overtaken.ts";
import { coverEnvelope, uncoverWraps } from "./case-keys.ts";
import type { Context } from "./context.ts";
import { checkCustodians } from "./organisation.ts";

/**
 * The challenge of a sign-in is not remembered as spent: the signature is bound to origin, day and challenge,
 * so whoever could repeat it within its two minutes has already read the request inside TLS, token and all.
 */
export const reporterSignIn: Handler<"reporterSignIn", Context> = async (input, context) => {
  const { db, config, nowSeconds } = context;
  const challenge = await checkProof(
    config.keys.challenge,
    input.proof,
    "reporter-sign-in",
    nowSeconds,
  );
  const locatorHash = await digestBytes(locatorPreimage(fromBase64Url(input.locator)));
  const row = await findReporter(db, toBase64Url(locatorHash));
  const holds = await signInHolds(
    row?.signInKey ?? null,
    input.signature,
    config.originHash,
    challenge.bytes,
    challenge.day,
  );
  if (!holds) throw new Refusal("unauthorised");
  return {
    token: await issueToken(
      config.keys.reporterToken,
      locatorHash,
      nowSeconds + REPORTER_SESSION_SECONDS,
    ),
  };
};

export const reporterRead: Handler<"reporterRead", Context> = async ({ after }, context, actor) => {
  const reporter = asReporter(actor);
  const opened = await openConversation(context.db, reporter.caseId, after.conversation);
  if (opened === null) throw new Refusal("unauthorised");
  const last = opened.page.at(-1)?.seq ?? after.conversation;
  return {
    // What reviewers owe among themselves is none of these days, nor what keeps a case past its own.
    case: {
      ...plainOf(opened.row),
      internalSeq: 0,
      holdReviewDay: null,
      purgeDay: toldPurgeDay(opened.row, context.today),
      nextDueDay: promisedDay(opened.row),
    },
    wraps: await uncoverWraps(context.shredKeys, opened.row, [
      { lane: "conversation", epoch: 0, key: reporter.wrapKey, wrap: reporter.wrap } as const,
      ...opened.wraps,
    ]),
    entries: opened.page.map(({ header, body }) => ({ header, body })),
    more: last < opened.row.conversationSeq,
    decisions: opened.decisions.toReversed(),
    day: context.today,
  };
};

/** What may be wrong by now with an entry that was right, and that may be stored already. */
const PASSING: ReadonlySet<WireErrorCode> = new Set([
  "proof-wrong",
  "proof-expired",
  "proof-used",
  "conflict",
]);

export const reporterAppend: Handler<"reporterAppend", Context> = async (input, context, actor) => {
  const { db, config, today } = context;
  const reporter = asReporter(actor);
  const entry = await checkEntry(
    input.entry,
    { originHash: config.originHashText, caseId: reporter.caseId, author: REPORTER, today },
    "entry",
  );
  try {
    await append(input, entry, reporter, context);
  } catch (error) {
    const refusal = refusalOf(error);
    const passed = refusal instanceof Refusal && PASSING.has(refusal.code);
    // Had this entry been a withdrawal, nobody would have been let in to send it again.
    if (!passed || input.withdraw || !(await holdsEntries(db, reporter.caseId, [entry]))) {
      throw refusal;
    }
  }
  return { conversationSeq: entry.seq };
};

/** A session is not enough: each entry is paid for like a report, or one report would buy them all. */
async function append(
  input: InputOf<"reporterAppend">,
  entry: CheckedEntry,
  reporter: Reporter,
  context: Context,
): Promise<void> {
  const { db, shredKeys, config, today, nowSeconds } = context;
  const { withdraw } = input;
  const challenge = await checkProof(
    config.keys.challenge,
    input.proof,
    "reporter-append",
    nowSeconds,
  );
  const row = await findCase(db, reporter.caseId);
  if (row === null) throw new Refusal("unauthorised");
  const before = lanesOf(row).conversation;
  const envelope = checkEnvelope(input.identity, {
    originHash: config.originHashText,
    caseId: row.caseId,
  });
  await checkCustodians(context, row.deskId, envelope);
  const most = withdraw ? LANE_ENTRIES : REPORTER_LANE_ENTRIES;
  await appendToJournal(db, {
    caseId: row.caseId,
    receivedDay: row.receivedDay,
    conversation: { before, after: appended(before, entry, most, "entry") },
    internal: null,
    days: reportersDays(input, row, today),
    entries: [entry],
    wraps: [],
    ended: [],
    reporterWrap: null,
    card: null,
    spent: await spend(challenge),
    endsReporter: withdraw
      ? { locatorHash: reporter.locatorHash, purgeDay: withdrawnPurgeDay(today) }
      : null,
    // Nobody has read yet what they add. Of an open case there is no day to move, and the index of days stays as it is.
    keptUntil: withdraw || row.purgeDay === null ? null : noticeDay(today),
    // Whoever takes the report back takes back who they are.
    identity: {
      envelope: withdraw ? null : await coverEnvelope(shredKeys, row, envelope),
      before: withdraw || input.forgetIdentity ? "forgotten" : "kept",
    },
    release: null,
    logged: [],
  });
}

/** Why an entry could not be added; the error itself where that was nobody's mistake. */
function refusalOf(error: unknown): unknown {
  if (wasOvertaken(error)) return new Refusal("conflict", "entry");
  return violationOf(error)?.table === "spent" ? new Refusal("proof-used", "proof") : error;
}

/** Only what a reporter moves: the other days may be moving under a reviewer's hand at this moment. */
function reportersDays(
  { withdraw, challenge }: Pick<InputOf<"reporterAppend">, "withdraw" | "challenge">,
  row: CaseRow,
  today: number,
): Partial<MarkedDays> {
  const marked = mark(row, { ...NO_MARKS, withdrawn: withdraw, challenged: challenge }, today);
  const { withdrawnDay, challengedDay, challengeDecidedDay, nextDueDay } = marked;
  if (withdraw) return { withdrawnDay, nextDueDay };
  return challenge ? { challengedDay, challengeDecidedDay, nextDueDay } : {};
}
