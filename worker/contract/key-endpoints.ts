/** A member's key of the month: publishing it, wrapping what is theirs anew, forgetting the one before. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { bytesOf, Id } from "./bytes.ts";
import { endpoint } from "./endpoint.ts";
import {
  KEYRING_BODY_BYTES,
  REWRAP_BODY_BYTES,
  REWRAP_PAGE_WRAPS,
  SMALL_BODY_BYTES,
  WRAP_BYTES,
} from "./limits.ts";
import { Day, Signed } from "./roster.ts";
import { RekeyedSave } from "./session.ts";

/** Which of a member's wraps; in the order they are handed out. */
export const WrapAt = z.strictObject({
  receivedDay: Day,
  case: Id,
  lane: z.enum(["conversation", "internal"]),
  epoch: z.int().check(z.gte(0)),
});
export type WrapAt = z.infer<typeof WrapAt>;

export const OwnWrap = z.strictObject({ ...WrapAt.shape, wrap: bytesOf(WRAP_BYTES) });
export type OwnWrap = z.infer<typeof OwnWrap>;

const OwnWraps = z.array(OwnWrap).check(z.maxLength(REWRAP_PAGE_WRAPS));
const KeyringVersion = z.strictObject({ keyringVersion: z.int() });

export const keyEndpoints = {
  /** The caller's next key packet, and the keyring that holds its secret beside those before: one atomic write. */
  publishPacket: endpoint({
    method: "POST",
    path: "/api/member/packet",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({
      packet: Signed,
      keyring: RekeyedSave,
      /** `keys-rotated` with the packet's epoch. */
      audit: SignedAudit,
    }),
    output: KeyringVersion,
    padding: "none",
  }),

  /**
   * The caller's wraps under one of their keys, a page at a time. `withheld`: how many of the page are not handed out,
   * because they are damaged, or what they lie under is lost.
   */
  myWraps: endpoint({
    method: "POST",
    path: "/api/member/wraps",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ key: Id, after: z.nullable(WrapAt) }),
    output: z.strictObject({ wraps: OwnWraps, withheld: z.int(), next: z.nullable(WrapAt) }),
    padding: "none",
  }),

  /** The caller's own wraps under another of their keys. One that is not under `from` any more stays as it is. */
  replaceWraps: endpoint({
    method: "POST",
    path: "/api/member/wraps/replace",
    auth: "member",
    bodyLimitBytes: REWRAP_BODY_BYTES,
    input: z.strictObject({ from: Id, to: Id, wraps: OwnWraps.check(z.minLength(1)) }),
    output: z.strictObject({ replaced: z.int() }),
    padding: "none",
  }),

  /** The keyring without that key. Refused while a wrap is left under it; afterwards nothing can be sealed to it. */
  retireKey: endpoint({
    method: "POST",
    path: "/api/member/key/retire",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({ key: Id, keyring: RekeyedSave }),
    output: KeyringVersion,
    padding: "none",
  }),
} as const;
