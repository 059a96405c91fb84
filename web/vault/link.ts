/**
 * Comlink between page and vault, set up once on each side: a failure crosses as its code and nothing else,
 * so that no message or stack of the vault can carry what it holds.
 */
import * as Comlink from "comlink";
import { failureCodeOf, isVaultFailureCode, VaultFailure } from "./failure.ts";

interface Thrown {
  readonly value: unknown;
}

function isThrown(value: unknown): value is Thrown {
  return typeof value === "object" && value !== null && "value" in value;
}

/** Replaces Comlink's own handler for what a call throws. */
export function carryFailureCodes(): void {
  const standard = Comlink.transferHandlers.get("throw");
  if (standard === undefined) throw new VaultFailure("internal");
  Comlink.transferHandlers.set("throw", {
    canHandle: (value): value is unknown => standard.canHandle(value),
    serialize: (thrown: unknown) => [failureCodeOf(isThrown(thrown) ? thrown.value : thrown), []],
    deserialize: (code: unknown) => {
      throw new VaultFailure(
        typeof code === "string" && isVaultFailureCode(code) ? code : "internal",
      );
    },
  });
}
