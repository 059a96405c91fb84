/**
 * Who has used a link, as the inviter's vault finds out: by the signature on the invitation, the mark of the link on
 * what came back, and words to compare. Invariant: what is shown as joined was made with the link and by nobody else.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { Invitation, Joining } from "../../worker/contract/invitation.ts";
import { KeyPacket } from "../../worker/contract/roster.ts";
import {
  checkJoining,
  fingerprintWords,
  openInvitation,
  reopenInvitation,
} from "../crypto/invitation.ts";
import type { SealPublicKey } from "../crypto/keys.ts";
import { sealPublicKey, verifyKey } from "../crypto/keys.ts";
import { canonicalOrigin, isActive } from "../crypto/roster.ts";
import { openStatement } from "../crypto/statement.ts";
import { CryptoError, LABELS } from "../crypto/suite.ts";
import type { WordList } from "../crypto/tracking-code.ts";
import type { Coordinator } from "./coordinator.ts";
import type { InvitationView } from "./coordination.ts";
import { failureCodeOf } from "./failure.ts";

type Listed = OutputOf<"invitations">["invitations"][number];

/** Somebody whose joining held, until they are confirmed or refused. */
export interface Joined {
  readonly invitation: Invitation;
  readonly joining: Joining;
  readonly words: readonly string[];
}

/** @throws CryptoError `invitation-invalid` when no active coordinator signed it in their own name */
function signedInvitation(
  { invitation }: Listed,
  { roster, trust, today }: Coordinator,
): Invitation {
  for (const member of roster.roster.members) {
    if (!member.roles.includes("coordinator") || !isActive(member, today)) continue;
    try {
      const stated = openInvitation(invitation, verifyKey(fromBase64Url(member.key)));
      if (stated.invitedBy === member.id && stated.origin === canonicalOrigin(trust)) return stated;
    } catch {
      // Not this coordinator's; perhaps the next one's.
    }
  }
  throw new CryptoError("invitation-invalid");
}

/** The X-Wing key of a packet that the joiner signed for this place. @throws CryptoError `joining-invalid` */
export function joinedSealKey(
  { packet, key }: Joining,
  { memberId, origin }: Invitation,
  today: number,
): SealPublicKey {
  const { statement } = openStatement(
    KeyPacket,
    packet,
    LABELS.keyPacket,
    verifyKey(fromBase64Url(key)),
    "joining-invalid",
  );
  const own = statement.memberId === memberId && statement.origin === origin;
  if (!own || statement.epoch !== 0 || statement.expiresDay < today) {
    throw new CryptoError("joining-invalid");
  }
  return sealPublicKey(fromBase64Url(statement.key));
}

/** @throws CryptoError `invitation-invalid`, `joining-invalid` */
function checkedJoining(
  listed: Listed,
  joining: Joining,
  invitation: Invitation,
  coordinator: Coordinator,
  list: WordList,
): Joined {
  const { origin, keyring, today } = coordinator;
  const place = { origin, locatorHash: fromBase64Url(invitation.locatorHash) };
  const memberId = fromBase64Url(invitation.memberId);
  const key = reopenInvitation(fromBase64Url(listed.kept), place, keyring.signing);
  checkJoining(joining, memberId, place, key);
  const sealKey = joinedSealKey(joining, invitation, today);
  const signKey = verifyKey(fromBase64Url(joining.key));
  const words = fingerprintWords(memberId, signKey, sealKey, list);
  return { invitation, joining, words };
}

export interface ReadInvitation {
  readonly view: InvitationView;
  readonly joined: Joined | null;
}

/** Never throws: what does not hold is shown as that, beside the others. */
export function readInvitation(
  listed: Listed,
  coordinator: Coordinator,
  list: WordList,
): ReadInvitation {
  let invitation: Invitation;
  try {
    invitation = signedInvitation(listed, coordinator);
  } catch (error) {
    return { view: { kind: "unsigned", problem: failureCodeOf(error) }, joined: null };
  }
  const { locatorHash, invitedBy, name, handle, roles, desks, expiresDay } = invitation;
  const mine = invitedBy === toBase64Url(coordinator.keyring.memberId);
  const about = { locatorHash, invitedBy, name, handle, roles, desks, expiresDay };
  if (listed.joined === null) {
    const kind = expiresDay < coordinator.today ? "expired" : "open";
    return { view: { kind, ...about }, joined: null };
  }
  const { day, joining } = listed.joined;
  if (!mine) return { view: { kind: "joined-elsewhere", ...about, day }, joined: null };
  try {
    const joined = checkedJoining(listed, joining, invitation, coordinator, list);
    return { view: { kind: "joined", ...about, day, words: joined.words }, joined };
  } catch (error) {
    const problem = failureCodeOf(error);
    return { view: { kind: "not-theirs", ...about, day, problem }, joined: null };
  }
}
