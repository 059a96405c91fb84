/**
 * Feedback after a report. Invariant: whoever gives it is nobody here. No token comes with it, and what is kept of the
 * moment is its month.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import {
  decodeFeedbackHeader,
  type FeedbackHeader,
  type FeedbackWrap,
} from "../contract/feedback.ts";
import { DUMMY_MEMBER } from "../contract/journal.ts";
import { FEEDBACK_PAGE } from "../contract/limits.ts";
import { findFeedback, insertFeedback, selectFeedback, type FeedbackRow } from "../db/feedback.ts";
import { isAnyRetired } from "../db/key-epochs.ts";
import { violationOf } from "../db/open.ts";
import { asMember } from "../domain/actor.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { monthOf } from "../domain/tally.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { newestStanding, rolesOf } from "./standing.ts";

function headerOf(text: string): FeedbackHeader {
  try {
    return decodeFeedbackHeader(fromBase64Url(text));
  } catch {
    throw new Refusal("wrong-header", "feedback.header");
  }
}

/** The wraps to keep: of coordinators alone, each once, under keys they still have. */
async function checkWraps(
  wraps: readonly FeedbackWrap[],
  context: Context,
): Promise<readonly FeedbackWrap[]> {
  const kept = wraps.filter(({ member }) => member !== DUMMY_MEMBER);
  const field = "feedback.wraps";
  if (new Set(kept.map(({ member }) => member)).size !== kept.length) {
    throw new Refusal("wrong-header", field);
  }
  const standing = await newestStanding(context);
  const read = kept.every(({ member }) =>
    rolesOf(standing, member, context.today).includes("coordinator"),
  );
  if (kept.length === 0 || !read || (await isAnyRetired(context.db, kept))) {
    throw new Refusal("unknown-recipient", field);
  }
  return kept;
}

export const giveFeedback: Handler<"giveFeedback", Context> = async (input, context) => {
  const { db, config, today, nowSeconds } = context;
  const { header, body, wraps } = input.feedback;
  const { origin, feedbackId } = headerOf(header);
  if (toBase64Url(origin) !== config.originHashText) {
    throw new Refusal("wrong-header", "feedback.header");
  }
  const row = { feedbackId: toBase64Url(feedbackId), receivedMonth: monthOf(today), header, body };
  // Sent again because the answer got lost on the way.
  if (await isKept(context, row)) return {};
  const kept = await checkWraps(wraps, context);
  const challenge = await checkProof(config.keys.challenge, input.proof, "feedback", nowSeconds);
  try {
    await insertFeedback(db, row, kept, await spend(challenge));
  } catch (error) {
    const violation = violationOf(error);
    if (violation?.table === "spent") throw new Refusal("proof-used", "proof");
    if (violation?.table === "feedback") throw new Refusal("wrong-header", "feedback.header");
    if (violation?.rule === "foreign-key") throw new Refusal("unknown-recipient", "feedback.wraps");
    throw error;
  }
  return {};
};

async function isKept({ db }: Context, row: FeedbackRow): Promise<boolean> {
  const kept = await findFeedback(db, row.feedbackId);
  return kept?.header === row.header && kept.body === row.body;
}

export const readFeedback: Handler<"readFeedback", Context> = async ({ after }, { db }, actor) => {
  const found = await selectFeedback(db, asMember(actor).memberId, after);
  const page = found.slice(0, FEEDBACK_PAGE);
  const more = found.length > page.length;
  return { feedback: page, next: more ? (page.at(-1)?.feedback ?? null) : null };
};
