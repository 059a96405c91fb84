/**
 * Which refusals of a member's act are noted: those that say the act was not theirs to carry out. A mistyped request
 * or a lost race is nobody's business. Nothing is noted of anybody who is no member.
 */
import type { EndpointName } from "../contract/endpoints.ts";
import type { WireErrorCode } from "../contract/errors.ts";
import { countRefusedAct } from "../db/refused-acts.ts";
import { MembershipEnded, type Actor } from "../domain/actor.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Context } from "./context.ts";

/** What a session of a revoked member is noted as; it is answered `unauthorised`. */
const ENDED = "membership-ended";

const NOTED: readonly WireErrorCode[] = [
  "forbidden",
  "not-delegated",
  "wrong-roster",
  "wrong-signature",
  "wrong-audit",
];

export async function noteRefusedAct(
  { db, today }: Context,
  endpoint: EndpointName,
  actor: Actor | null,
  refusal: Refusal,
): Promise<void> {
  if (refusal instanceof MembershipEnded) {
    const { memberId } = refusal;
    await countRefusedAct(db, { day: today, memberId, endpoint, code: ENDED });
  } else if (actor?.kind === "member" && NOTED.includes(refusal.code)) {
    const { memberId } = actor;
    await countRefusedAct(db, { day: today, memberId, endpoint, code: refusal.code });
  }
}
