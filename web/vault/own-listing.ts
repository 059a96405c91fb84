/** Who a keyring's owner is by a roster, and whether their own sealing key has run out. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { Member } from "../../worker/contract/roster.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { verifyKeyOf } from "../crypto/keys.ts";
import { isActive, type VerifiedRoster } from "../crypto/roster.ts";
import type { OwnKeyStanding } from "./coordination.ts";
import { VaultFailure } from "./failure.ts";

/** @throws VaultFailure `not-a-member` unless that roster lists the owner, active, under their own key */
export function ownListing(
  { memberId, signing }: Keyring,
  { roster }: VerifiedRoster,
  today: number,
): Member {
  const self = roster.members.find(({ id }) => id === toBase64Url(memberId));
  const mine = toBase64Url(verifyKeyOf(signing));
  if (self === undefined || self.key !== mine || !isActive(self, today)) {
    throw new VaultFailure("not-a-member");
  }
  return self;
}

export function ownKeyStanding(
  { id }: Member,
  { packetDays }: VerifiedRoster,
  today: number,
): OwnKeyStanding {
  return (packetDays.get(id) ?? today) < today ? "expired" : "good";
}
