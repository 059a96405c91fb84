/**
 * A signed statement: JSON bytes, and an Ed25519 signature over a label and exactly those bytes.
 * Invariant: nothing is parsed before its signature has held.
 */
import type * as z from "zod/mini";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import type { SigningSeed, VerifyKey } from "./keys.ts";
import { sign, signatureHolds } from "./keys.ts";
import type { CryptoErrorCode } from "./suite.ts";
import { CryptoError } from "./suite.ts";

export interface Opened<Statement> {
  readonly statement: Statement;
  /** The bytes that were signed. */
  readonly bytes: Uint8Array;
}

export function signStatement<Schema extends z.ZodMiniType>(
  schema: Schema,
  statement: z.infer<Schema>,
  label: Uint8Array,
  seed: SigningSeed,
): Signed {
  const bytes = utf8(JSON.stringify(schema.parse(statement)));
  return { statement: toBase64Url(bytes), signature: toBase64Url(sign(seed, label, bytes)) };
}

/** The bytes of a statement whose signature holds. @throws CryptoError with `code` otherwise. */
function signedBytes(
  signed: Signed,
  label: Uint8Array,
  key: VerifyKey,
  code: CryptoErrorCode,
): Uint8Array {
  try {
    const bytes = fromBase64Url(signed.statement);
    if (signatureHolds(fromBase64Url(signed.signature), key, label, bytes)) return bytes;
  } catch {
    // Not base64url: no signature can hold over it.
  }
  throw new CryptoError(code);
}

/**
 * @throws CryptoError `code` when the signature does not hold, `roster-malformed` when what was signed is
 * not a statement of this schema.
 */
export function openStatement<Schema extends z.ZodMiniType>(
  schema: Schema,
  signed: Signed,
  label: Uint8Array,
  key: VerifyKey,
  code: CryptoErrorCode,
): Opened<z.infer<Schema>> {
  const bytes = signedBytes(signed, label, key, code);
  try {
    return { statement: schema.parse(JSON.parse(fromUtf8(bytes))), bytes };
  } catch (cause) {
    throw new CryptoError("roster-malformed", { cause });
  }
}
