/**
 * The libsodium calls a report takes, written out on inputs of the same lengths, and nothing around them: no
 * schema, no header, no label, no padding, no encoding. What the envelope costs is what it costs beyond this.
 */
import {
  CARD_BYTES,
  CARD_HEADER_BYTES,
  ENTRY_HEADER_BYTES,
  HASH_BYTES,
  ID_BYTES,
  SEAL_OVERHEAD_BYTES,
  WRAP_BYTES,
} from "../../worker/contract/limits.ts";
import { sodium, type Sodium } from "../../web/crypto/sodium.ts";
import { KDF_CODE, LABELS } from "../../web/crypto/suite.ts";

const NONCE_BYTES = 24;
const KEY_BYTES = 32;
/** origin 32, case 16, lane 1, epoch 4. */
const WRAP_PLACE_BYTES = 53;

export interface RawReport {
  /** Of the padded text. */
  readonly bucketBytes: number;
  /** X-Wing public keys of the recipients. */
  readonly recipients: readonly Uint8Array[];
  readonly dummies: number;
}

function wrap(lib: Sodium, key: Uint8Array, recipient: Uint8Array): void {
  const { ciphertext, sharedSecret } = lib.crypto_kem_xwing_enc(recipient);
  lib.crypto_generichash(ID_BYTES, recipient, null);
  const hashed = new Uint8Array(
    LABELS.wrap.length + sharedSecret.length + ciphertext.length + ID_BYTES + WRAP_PLACE_BYTES,
  );
  const wrapping = lib.crypto_generichash(HASH_BYTES, hashed, null);
  const place = hashed.subarray(0, WRAP_PLACE_BYTES);
  const nonce = hashed.subarray(0, NONCE_BYTES);
  lib.crypto_aead_xchacha20poly1305_ietf_encrypt(key, place, null, nonce, wrapping);
}

function seal(lib: Sodium, key: Uint8Array, plaintextBytes: number, headerBytes: number): void {
  const bodyKey = lib.crypto_generichash(HASH_BYTES, key, null);
  lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
    new Uint8Array(plaintextBytes),
    new Uint8Array(headerBytes),
    null,
    lib.randombytes_buf(NONCE_BYTES),
    bodyKey,
  );
}

/** The code and its keys, the lane key, the entry and its hash, the card, a wrap each, the dummies. */
export function rawSealReport({ bucketBytes, recipients, dummies }: RawReport): void {
  const lib = sodium();
  const code = lib.randombytes_buf(ID_BYTES);
  const master = lib.crypto_generichash(HASH_BYTES, code, null);
  lib.crypto_kdf_derive_from_key(ID_BYTES, 1, KDF_CODE, master);
  lib.crypto_sign_seed_keypair(lib.crypto_kdf_derive_from_key(KEY_BYTES, 2, KDF_CODE, master));
  const reporter = lib.crypto_kem_xwing_seed_keypair(
    lib.crypto_kdf_derive_from_key(KEY_BYTES, 3, KDF_CODE, master),
  );
  lib.crypto_hash(code);
  lib.randombytes_buf(ID_BYTES);
  const laneKey = lib.randombytes_buf(KEY_BYTES);
  lib.crypto_generichash(HASH_BYTES, laneKey, null);
  seal(lib, laneKey, bucketBytes, ENTRY_HEADER_BYTES);
  lib.crypto_hash(new Uint8Array(ENTRY_HEADER_BYTES + bucketBytes + SEAL_OVERHEAD_BYTES));
  seal(lib, laneKey, CARD_BYTES, CARD_HEADER_BYTES);
  for (const recipient of [reporter.publicKey, ...recipients]) wrap(lib, laneKey, recipient);
  // What only hides a count is drawn from the browser: libsodium asks it again for every four bytes.
  for (let at = 0; at < dummies; at += 1) {
    crypto.getRandomValues(new Uint8Array(ID_BYTES + WRAP_BYTES));
  }
}
