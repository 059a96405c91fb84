/**
 * From whatever the api or the vault threw to the one code whose sentence is shown: `error.<code>` in
 * the common texts. A code without a sentence does not compile.
 */
import type { CommonText } from "./i18n/index.ts";
import { ApiFailure, type ApiFailureCode } from "./api/failure.ts";
import { VaultFailure } from "./vault/failure.ts";
import type { VaultFailureCode } from "./vault/failure.ts";

export type FailureCode = ApiFailureCode | VaultFailureCode;

/** What is neither an ApiFailure nor a VaultFailure is a fault of this page: `internal`. */
export function failureCode(thrown: unknown): FailureCode {
  if (thrown instanceof ApiFailure || thrown instanceof VaultFailure) return thrown.code;
  return "internal";
}

export function failureSentence(text: CommonText, code: FailureCode): string {
  return text.t(`error.${code}`);
}
