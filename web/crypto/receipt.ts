/**
 * Receipts: one member's signature over how promises to one reporter stand (PROTOCOL.md, "Receipts"). What a whole
 * file proves, from the root key on, is judged in receipt-file.ts.
 */
import { Receipt } from "../../worker/contract/receipt.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import type { SigningSeed, VerifyKey } from "./keys.ts";
import { openStatement, signStatement } from "./statement.ts";
import { CryptoError, LABELS } from "./suite.ts";

export function signReceipt(receipt: Receipt, seed: SigningSeed): Signed {
  return signStatement(Receipt, receipt, LABELS.receipt, seed);
}

/** @throws CryptoError `receipt-invalid`. */
export function openReceipt(signed: Signed, key: VerifyKey): Receipt {
  try {
    return openStatement(Receipt, signed, LABELS.receipt, key, "receipt-invalid").statement;
  } catch (cause) {
    // `roster-malformed` is about rosters.
    throw new CryptoError("receipt-invalid", { cause });
  }
}
