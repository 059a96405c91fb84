/** What web/crypto/envelope.ts would be if it sealed nothing: the same lengths, the words themselves inside. */
import { concat } from "../../worker/contract/preimages.ts";

const NONCE_BYTES = 24;
const TAG_BYTES = 16;

export function seal(plaintext: Uint8Array): Uint8Array {
  return concat(new Uint8Array(NONCE_BYTES), plaintext, new Uint8Array(TAG_BYTES));
}

export function open(sealed: Uint8Array): Uint8Array {
  return sealed.slice(NONCE_BYTES, -TAG_BYTES);
}
