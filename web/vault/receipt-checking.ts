/**
 * Checking a receipt that somebody kept. It takes no key, so it runs in the page; and it asks nobody anything, so that
 * it goes on working without a network once it has loaded.
 */
import { checkReceiptFile, type CheckedReceipt } from "../crypto/receipt-file.ts";
import { loadSodium } from "../crypto/sodium.ts";
import { pinnedTrust } from "./trust.ts";

export type { CheckedReceipt, ReceiptFault } from "../crypto/receipt-file.ts";

export type ReceiptCheck = (file: Uint8Array) => CheckedReceipt;

/** Against the root key that this bundle pins. Null when no build of the cryptography starts in this browser. */
export async function openReceiptCheck(): Promise<ReceiptCheck | null> {
  try {
    await loadSodium();
  } catch {
    return null;
  }
  const trust = pinnedTrust();
  return (file) => checkReceiptFile(file, trust);
}
