/** A receipt counts only as its author signed it, for this very case, on the day it was written. */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { verifyKey } from "../crypto/keys.ts";
import { openReceipt } from "../crypto/receipt.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { Vetting } from "./release-vetting.ts";

/** @throws CryptoError `receipt-invalid`. */
export function requireReceipt(
  signed: Signed,
  author: string,
  day: number,
  { caseId, roster }: Vetting,
): void {
  const member = roster.members.find(({ id }) => id === author);
  if (member === undefined) throw new CryptoError("receipt-invalid");
  const receipt = openReceipt(signed, verifyKey(fromBase64Url(member.key)));
  const isOfHere =
    receipt.member === author &&
    receipt.day === day &&
    receipt.case === caseId &&
    receipt.origin === roster.origin;
  if (!isOfHere) throw new CryptoError("receipt-invalid");
}
