/**
 * Feedback, sealed to every active coordinator of the verified list. Loaded when somebody gives it, in a vault of its
 * own that never held a code: what it makes cannot carry anything of a session.
 */
import type { SealedFeedback } from "../../worker/contract/feedback.ts";
import { sealFeedback as sealTo, type FeedbackReader } from "../crypto/feedback.ts";
import { isActive } from "../crypto/roster.ts";
import { Feedback } from "../payload/given-feedback.ts";
import { VaultFailure } from "./failure.ts";
import type { ReadUnder } from "./reporter-reading.ts";

/** @throws VaultFailure `no-recipient` where no coordinator has a key; CryptoError `text-too-long`. */
export function sealFeedback(
  feedback: Feedback,
  { roster, today }: ReadUnder,
  origin: Uint8Array,
): SealedFeedback {
  const readers = roster.roster.members.flatMap((member): readonly FeedbackReader[] => {
    const key = roster.sealKeys.get(member.id);
    const reads = member.roles.includes("coordinator") && isActive(member, today);
    return reads && key !== undefined ? [{ id: member.id, key }] : [];
  });
  if (readers.length === 0) throw new VaultFailure("no-recipient");
  const text = JSON.stringify(Feedback.parse(feedback));
  return sealTo(text, readers, { origin, rosterHash: roster.hash });
}
