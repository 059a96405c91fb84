/**
 * Intake: a case, its reporter, its wraps, its first entry and its card, written together or not at all.
 * Invariant: the same submission sent again answers as it did the first time, whatever has happened since.
 */
import type { InputOf } from "../contract/endpoints.ts";
import type { WireErrorCode } from "../contract/errors.ts";
import { DUMMY_MEMBER } from "../contract/journal.ts";
import { LANE_ENTRIES } from "../contract/limits.ts";
import { acknowledgeByDay } from "../contract/clocks.ts";
import { findCase, insertCase } from "../db/cases.ts";
import { violationOf } from "../db/open.ts";
import type { LaneWrap } from "../db/wraps.ts";
import { digest } from "../domain/digest.ts";
import { checkEnvelope } from "../domain/identity.ts";
import {
  appended,
  checkCard,
  checkEntry,
  NO_ENTRY,
  REPORTER,
  type CheckedEntry,
  type Lanes,
  type Writing,
} from "../domain/journal.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { concat, label } from "../contract/preimages.ts";
import type { Handler } from "../http/mount.ts";
import { coverSubmission } from "./case-keys.ts";
import type { Context } from "./context.ts";
import { checkSealedTo } from "./organisation.ts";

type Submission = InputOf<"submitReport">;

const NOTHING_YET: Lanes = {
  conversation: { seq: 0, head: NO_ENTRY, epoch: 0 },
  internal: { seq: 0, head: NO_ENTRY, epoch: 0 },
};

/** What may be wrong by now with a submission that was right: what was received once was received. */
const PASSING: ReadonlySet<WireErrorCode> = new Set([
  "proof-wrong",
  "proof-expired",
  "proof-used",
  "wrong-day",
  "unknown-desk",
  "unknown-recipient",
  "intake-closed",
  "case-exists",
]);

export const submitReport: Handler<"submitReport", Context> = async (input, context) => {
  try {
    return answer(await receive(input, context));
  } catch (error) {
    const passed = error instanceof Refusal && PASSING.has(error.code);
    const day = passed ? await receivedBefore(input, context) : null;
    if (day !== null) return answer(day);
    throw error;
  }
};

/** The day it was received: today. @throws Refusal */
async function receive(input: Submission, context: Context): Promise<number> {
  const { db, shredKeys, config, today, nowSeconds } = context;
  const recipients = checkWraps(input);
  const entry = await checkFirstEntry(input, context);
  const place = { originHash: config.originHashText, caseId: input.case };
  const envelope = checkEnvelope(input.identity, place);
  await checkSealedTo(context, input.desk, recipients, envelope);
  const challenge = await checkProof(config.keys.challenge, input.proof, "submit", nowSeconds);
  const { locatorHash, signInKey, wrap } = input.reporter;
  const covered = await coverSubmission(
    shredKeys,
    { caseId: input.case, receivedDay: today },
    { reporter: wrap, recipients, envelope },
  );
  const submission = {
    caseId: input.case,
    submissionHash: await digestSubmission(input),
    deskId: input.desk,
    urgent: input.urgent,
    receivedDay: today,
    card: input.card,
    entry,
    reporter: {
      locatorHash,
      signInKey,
      wrapKey: covered.reporter.key,
      wrap: covered.reporter.wrap,
    },
    wraps: covered.recipients,
    envelope: covered.envelope,
    spent: await spend(challenge),
  };
  try {
    await insertCase(db, submission);
  } catch (error) {
    throw refusalOf(error);
  }
  return today;
}

function answer(receivedDay: number) {
  return { receivedDay, acknowledgeByDay: acknowledgeByDay(receivedDay) };
}

/** The wraps to store: the dummy slots have done their work on the way here. */
function checkWraps(input: Submission): LaneWrap[] {
  const { wrap } = input.reporter;
  if (wrap.lane !== "conversation" || wrap.epoch !== 0) {
    throw new Refusal("wrong-header", "reporter.wrap");
  }
  const seen = new Set<string>();
  const kept = input.wraps.flatMap(({ member, lane, epoch, key, wrap: sealed }, at): LaneWrap[] => {
    if (lane !== "conversation" || epoch !== 0) throw new Refusal("wrong-header", `wraps.${at}`);
    if (member === DUMMY_MEMBER) return [];
    if (seen.has(member)) throw new Refusal("wrong-header", `wraps.${at}.member`);
    seen.add(member);
    return [{ member, lane, epoch, key, wrap: sealed }];
  });
  if (kept.length === 0) throw new Refusal("unknown-recipient", "wraps");
  return kept;
}

/** The first entry of the conversation, and a card that covers it and nothing else. */
async function checkFirstEntry(input: Submission, context: Context): Promise<CheckedEntry> {
  const writing: Writing = {
    originHash: context.config.originHashText,
    caseId: input.case,
    author: REPORTER,
    today: context.today,
  };
  const entry = await checkEntry(input.entry, writing, "entry");
  if (entry.seq !== 1 || entry.prev !== NO_ENTRY) throw new Refusal("wrong-header", "entry.header");
  const conversation = appended(NOTHING_YET.conversation, entry, LANE_ENTRIES, "entry");
  checkCard(input.card.header, writing, { ...NOTHING_YET, conversation });
  return entry;
}

/** Over everything that was submitted but the proof, which a repeated submission may have had to renew. */
async function digestSubmission(input: Submission): Promise<string> {
  const { proof: _proof, ...rest } = input;
  return digest(concat(label("submission"), new TextEncoder().encode(JSON.stringify(rest))));
}

/** Why a case could not be inserted; the error itself where that was nobody's mistake. */
function refusalOf(error: unknown): unknown {
  const violation = violationOf(error);
  if (violation?.rule === "foreign-key") return new Refusal("unknown-recipient", "wraps");
  if (violation?.table === "cases") return new Refusal("case-exists", "case");
  if (violation?.table === "reporters") return new Refusal("case-exists", "reporter.locatorHash");
  if (violation?.table === "spent") return new Refusal("proof-used", "proof");
  return error;
}

/** The day this very submission was received, or null when it never was. */
async function receivedBefore(input: Submission, { db }: Context): Promise<number | null> {
  const stored = await findCase(db, input.case);
  return stored?.submissionHash === (await digestSubmission(input)) ? stored.receivedDay : null;
}
