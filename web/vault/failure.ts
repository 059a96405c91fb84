/** Why the vault refused, as an error that keeps its code across the Web Worker's border. */
import { CRYPTO_ERRORS, CryptoError } from "../crypto/suite.ts";

/** Why the vault refused: what the protocol refuses, and what only a vault can. Each has its sentence. */
export const VAULT_FAILURES = [
  ...CRYPTO_ERRORS,
  "wrong-origin",
  "no-recipient",
  "unknown-desk",
  "not-a-member",
  "not-delegated",
  "no-signer",
  "roster-stale",
  "not-permitted",
  "sole-holder",
  "passphrase-weak",
  "audit-day",
  "not-ready",
  "internal",
] as const;
export type VaultFailureCode = (typeof VAULT_FAILURES)[number];

export class VaultFailure extends Error {
  readonly code: VaultFailureCode;
  constructor(code: VaultFailureCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "VaultFailure";
    this.code = code;
  }
}

export function isVaultFailureCode(text: string): text is VaultFailureCode {
  const codes: readonly string[] = VAULT_FAILURES;
  return codes.includes(text);
}

/** The code of anything thrown; `internal` for what nobody foresaw, and nothing of its message. */
export function failureCodeOf(error: unknown): VaultFailureCode {
  if (error instanceof VaultFailure) return error.code;
  if (error instanceof CryptoError && isVaultFailureCode(error.code)) return error.code;
  return "internal";
}
