/**
 * The KEM and AEAD calls that giving somebody one case takes, on inputs of the same lengths, and nothing around
 * them: no hash, no signature, no chain, no state. Two keys are unwrapped and wrapped again, one a lane; the report
 * and the opening are opened; the grant and the card are sealed.
 */
import {
  BODY_BUCKETS_BYTES,
  CARD_BYTES,
  CARD_HEADER_BYTES,
  ENTRY_HEADER_BYTES,
  SEAL_OVERHEAD_BYTES,
} from "../../worker/contract/limits.ts";
import { sodium, type Sodium } from "../../web/crypto/sodium.ts";

const NONCE_BYTES = 24;
const KEY_BYTES = 32;
/** origin 32, case 16, lane 1, epoch 4. */
const WRAP_PLACE_BYTES = 53;
const [SMALLEST_BODY_BYTES] = BODY_BUCKETS_BYTES;

const key = new Uint8Array(KEY_BYTES).fill(1);
const nonce = new Uint8Array(NONCE_BYTES).fill(2);

function sealed(lib: Sodium, plaintextBytes: number, associatedBytes: number): Uint8Array {
  return lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
    new Uint8Array(plaintextBytes),
    new Uint8Array(associatedBytes),
    null,
    nonce,
    key,
  );
}

function open(lib: Sodium, body: Uint8Array, associatedBytes: number): void {
  lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
    null,
    body,
    new Uint8Array(associatedBytes),
    nonce,
    key,
  );
}

export interface RawGrant {
  /** Of the padded text. */
  readonly reportBucketBytes: number;
  readonly granterSecret: Uint8Array;
  readonly granterPublic: Uint8Array;
  readonly member: Uint8Array;
}

/** Lays out what is only opened, so that sealing it is not counted. */
export function rawGrant(grant: RawGrant): () => void {
  const lib = sodium();
  const { ciphertext } = lib.crypto_kem_xwing_enc(grant.granterPublic);
  const wrapped = sealed(lib, KEY_BYTES, WRAP_PLACE_BYTES);
  const report = sealed(lib, grant.reportBucketBytes, ENTRY_HEADER_BYTES);
  const opening = sealed(lib, SMALLEST_BODY_BYTES, ENTRY_HEADER_BYTES);
  if (opening.length !== SMALLEST_BODY_BYTES + SEAL_OVERHEAD_BYTES - NONCE_BYTES) {
    throw new Error("bench: a body of another length");
  }
  return () => {
    for (let lane = 0; lane < 2; lane += 1) {
      lib.crypto_kem_xwing_dec(ciphertext, grant.granterSecret);
      open(lib, wrapped, WRAP_PLACE_BYTES);
    }
    open(lib, report, ENTRY_HEADER_BYTES);
    open(lib, opening, ENTRY_HEADER_BYTES);
    for (let lane = 0; lane < 2; lane += 1) {
      lib.crypto_kem_xwing_enc(grant.member);
      sealed(lib, KEY_BYTES, WRAP_PLACE_BYTES);
    }
    sealed(lib, SMALLEST_BODY_BYTES, ENTRY_HEADER_BYTES);
    sealed(lib, CARD_BYTES, CARD_HEADER_BYTES);
  };
}
