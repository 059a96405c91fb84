/**
 * Taking somebody on: what a coordinator signs to invite them, and what their browser answers with.
 * The link's secret never comes here; the server knows an invitation by the hash of its locator.
 */
import * as z from "zod/mini";
import { bytesOf, Hash, Id, toBase64Url } from "./bytes.ts";
import { ED25519_KEY_BYTES, JOINING_MAC_BYTES } from "./limits.ts";
import { Day, Name, Role, ROLES, Signed } from "./roster.ts";
import { Handle, PassphraseParameters, SealedKeyring } from "./session.ts";

/** Signed by the coordinator who invites: as whom somebody may join, and until when. */
export const Invitation = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  locatorHash: Hash,
  invitedBy: Id,
  /** The id the new member will have. */
  memberId: Id,
  handle: Handle,
  name: Name,
  roles: z.array(Role).check(z.minLength(1), z.maxLength(ROLES.length)),
  /** Desks they will read at, keep identities at, or both, as their roles say. */
  desks: z.array(Id).check(z.maxLength(64)),
  /** The last day the link is good. */
  expiresDay: Day,
});
export type Invitation = z.infer<typeof Invitation>;

/** What the invitee's browser made; believed only after the link's key has been found on it. */
export const Joining = z.strictObject({
  /** Their Ed25519 key, which the roster will name. */
  key: bytesOf(ED25519_KEY_BYTES),
  packet: Signed,
  signInKey: bytesOf(ED25519_KEY_BYTES),
  parameters: PassphraseParameters,
  keyring: SealedKeyring,
  /** Over all of the above, under the link's key. */
  mac: bytesOf(JOINING_MAC_BYTES),
});
export type Joining = z.infer<typeof Joining>;

const NO_POINT = new Uint8Array(ED25519_KEY_BYTES);
NO_POINT[0] = 2;

/**
 * The sign-in key of somebody founded but not yet there: y = 2 is no point of the curve (RFC 8032, 5.1.3), so no
 * signature holds under it. Only an invitation puts another in its place.
 */
export const NO_SIGN_IN_KEY = toBase64Url(NO_POINT);
