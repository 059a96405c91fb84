/** Why a call did not give an answer. Free of schemas, so that the first page may name it cheaply. */
import type { WireErrorCode } from "../../worker/contract/errors.ts";

/** `offline`: no answer came. `unreadable-answer`: one came that the contract does not know. */
export type ApiFailureCode = WireErrorCode | "offline" | "unreadable-answer";

export class ApiFailure extends Error {
  readonly code: ApiFailureCode;
  /** The input at fault, where the server named one. */
  readonly field: string | undefined;
  constructor(
    code: ApiFailureCode,
    { field, cause }: { field?: string | undefined; cause?: unknown } = {},
  ) {
    super(code, { cause });
    this.name = "ApiFailure";
    this.code = code;
    this.field = field;
  }
}
