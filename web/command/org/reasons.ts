/** Why a link of the chain does not hold, in words. */
import { CryptoError } from "../../crypto/suite.ts";
import { Complaint } from "./command.ts";

const REASONS: Readonly<Record<string, string>> = {
  "roster-signature": "it is not signed by who must sign it",
  "roster-malformed": "it is signed, but is no statement of this version",
  "roster-origin": "it is another organisation's",
  "roster-expired": "its last day is past; renew it (docs/operations.md)",
  "roster-rolled-back": "it is older than the trust file allows",
  "roster-duplicate": "an id or a key stands in it twice",
  "roster-no-reviewer": "a desk has no reviewer",
  "packet-invalid": "a reviewer's key packet is missing, or not signed by them",
  "wrong-length": "a key in it has the wrong length",
};

/** @throws whatever was thrown, when it was no refusal. */
export function reasonFor(thrown: unknown): string {
  if (thrown instanceof Complaint) return thrown.message;
  if (!(thrown instanceof CryptoError)) throw thrown;
  return REASONS[thrown.code] ?? thrown.code;
}
