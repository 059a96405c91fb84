/** The wraps of a submission: as many slots as the next count there is, so that traffic does not count recipients. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { MemberWrap } from "../../worker/contract/journal.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { ID_BYTES, WRAP_BYTES, WRAP_SLOTS } from "../../worker/contract/limits.ts";
import type { Member } from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import type { LaneKey, SealPublicKey } from "../crypto/keys.ts";
import { keyIdOf } from "../crypto/keys.ts";
import type { WrapPlace } from "../crypto/wrap.ts";
import { wrapLaneKey } from "../crypto/wrap.ts";
import { VaultFailure } from "./failure.ts";

/** One wrap per recipient, then dummies of the same shape up to the next count of slots. */
export function paddedWraps(
  recipients: readonly Member[],
  sealKeys: ReadonlyMap<string, SealPublicKey>,
  key: LaneKey,
  place: WrapPlace,
): MemberWrap[] {
  const wraps = recipients.map(({ id }): MemberWrap => {
    const recipient = sealKeys.get(id);
    if (recipient === undefined) throw new VaultFailure("packet-invalid");
    return {
      member: id,
      lane: "conversation",
      epoch: 0,
      key: toBase64Url(keyIdOf(recipient)),
      wrap: toBase64Url(wrapLaneKey(key, recipient, place)),
    };
  });
  const slots = WRAP_SLOTS.find((count) => count >= wraps.length);
  if (slots === undefined) throw new VaultFailure("no-recipient");
  while (wraps.length < slots) {
    wraps.push({
      member: DUMMY_MEMBER,
      lane: "conversation",
      epoch: 0,
      key: toBase64Url(random(ID_BYTES)),
      wrap: toBase64Url(random(WRAP_BYTES)),
    });
  }
  return wraps;
}
