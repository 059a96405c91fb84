/**
 * The closed list of what can go wrong on the wire: code -> HTTP status.
 * Rich reasons stay inside the Worker; absent, foreign and expired all answer `unauthorised` or `not-found`.
 */
import * as z from "zod/mini";

export const WIRE_ERRORS = {
  "not-json": 400,
  "unknown-key": 400,
  "wrong-type": 400,
  "wrong-size": 400,
  "wrong-header": 400,
  "wrong-day": 400,
  /** An audit entry that is missing, is not this act of this member, or is not signed by them. */
  "wrong-audit": 400,
  "unknown-desk": 400,
  "unknown-recipient": 400,
  "wrong-signature": 400,
  /** A next roster that does not follow from the one in force. */
  "wrong-roster": 400,
  "proof-missing": 400,
  "proof-wrong": 400,
  "proof-expired": 400,
  "proof-used": 409,
  /** Many have just tried this work name: a dearer proof of work, and it goes on. */
  "proof-too-cheap": 400,
  unauthorised: 401,
  /** A member whose roles do not include this act. */
  forbidden: 403,
  /** A coordinator whom the root key has not named as somebody who may sign rosters. */
  "not-delegated": 403,
  /** A member who must have a second factor and has not used one. */
  "second-factor-required": 403,
  /** What was to be added does not prove that its holder has it. */
  "second-factor-wrong": 400,
  "last-second-factor": 409,
  /** Only ever said to somebody who has the passphrase. */
  "too-many-codes": 429,
  /** Not the code that was sent to an address of one's own. */
  "code-wrong": 400,
  /** As many messages to try a place, or codes to confirm addresses, as a day has. */
  "too-many-messages": 429,
  "not-found": 404,
  "wrong-method": 405,
  "case-exists": 409,
  "handle-taken": 409,
  conflict: 409,
  "journal-full": 409,
  /** A case, or a desk, that nobody else could read. */
  "sole-holder": 409,
  "too-large": 413,
  "wrong-media-type": 415,
  "intake-closed": 503,
  /** The keys that the stored keys of a case lie under cannot be read, so nothing of it can be handed out or taken in. */
  "keys-unavailable": 503,
  /** A stored key of the case is damaged, or what it lies under is damaged or lost: trying again does not help. */
  "key-lost": 410,
  "server-error": 500,
} as const satisfies Record<string, number>;

export type WireErrorCode = keyof typeof WIRE_ERRORS;

const codes = Object.keys(WIRE_ERRORS);

export function isWireErrorCode(text: string): text is WireErrorCode {
  return codes.includes(text);
}

/** The body of every answer that is not a success. `field` names the input at fault, never its value. */
export const WireError = z.strictObject({
  error: z.string(),
  field: z.optional(z.string()),
});
export type WireError = z.infer<typeof WireError>;
