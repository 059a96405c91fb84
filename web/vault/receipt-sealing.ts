/**
 * What an act owes the reporter in writing: a receipt of each promise it kept, and of each whose day has passed with
 * nobody having signed that yet. It goes with the act or not at all.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { MEMBER_LANE_ENTRIES } from "../../worker/contract/limits.ts";
import { signReceipt } from "../crypto/receipt.ts";
import type { CaseState } from "../payload/case-state.ts";
import type { Payload } from "../payload/entries/index.ts";
import { unsignedPromises } from "../payload/promises.ts";
import type { ActContext } from "./act-context.ts";
import type { LaneAt } from "./entry-sealing.ts";

/**
 * @param after the case with the act in it
 * @param at where the conversation then ends; one that is full takes no receipt, and the act stands without
 */
export function receiptsOf(
  after: CaseState,
  { head }: LaneAt,
  { journal, roster, writer }: ActContext,
): readonly Payload[] {
  const { memberId, signing, day } = writer;
  const promises = unsignedPromises(after, day);
  if (promises.length === 0 || signing === null || head.seq >= MEMBER_LANE_ENTRIES) return [];
  const receipt = signReceipt(
    {
      suite: "tern/1",
      origin: roster.roster.origin,
      case: journal.caseId,
      member: toBase64Url(memberId),
      day,
      rosterVersion: roster.roster.version,
      roster: toBase64Url(roster.hash),
      promises: [...promises],
    },
    signing,
  );
  return [{ type: "receipt", receipt }];
}
