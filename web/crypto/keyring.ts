/**
 * A member's keyring: everything they are, sealed under their passphrase. The server stores the bytes.
 * Layout: version 1 || member id 16 || signing seed 32 || highest roster version 4 || count 1 ||
 * count x (epoch 4 || X-Wing seed 32), integers big-endian, padded to 4 KiB. Binary, so that no secret
 * is ever a string.
 */
import { ID_BYTES, KEYRING_BYTES } from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { ofLength } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import type { KeyringKey, SealKeyPair, SigningSeed } from "./keys.ts";
import { sealKeyPair, signingSeed } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, LABELS } from "./suite.ts";

const VERSION = 1;
const FIXED_BYTES = 1 + ID_BYTES + 32 + 4 + 1;
const ENTRY_BYTES = 4 + 32;

export interface SealKeySeed {
  readonly epoch: number;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

export interface Keyring {
  /** 16 bytes. */
  readonly memberId: Uint8Array;
  readonly signing: SigningSeed;
  /** The newest roster this member ever verified; they refuse to go back behind it. */
  readonly highestRoster: number;
  /** Newest last. */
  readonly sealSeeds: readonly SealKeySeed[];
}

function associated(origin: Uint8Array): Uint8Array {
  return concat(LABELS.keyring, origin);
}

/** @param origin 32-byte hash of the organisation's origin. */
export function sealKeyring(keyring: Keyring, key: KeyringKey, origin: Uint8Array): Uint8Array {
  const plain = concat(
    Uint8Array.of(VERSION),
    ofLength(keyring.memberId, ID_BYTES),
    keyring.signing,
    u32(keyring.highestRoster),
    Uint8Array.of(keyring.sealSeeds.length),
    ...keyring.sealSeeds.flatMap(({ epoch, seed }) => [u32(epoch), ofLength(seed, 32)]),
  );
  const padded = padTo(plain, KEYRING_BYTES);
  const sealed = seal(padded, associated(origin), key);
  sodium().memzero(plain);
  sodium().memzero(padded);
  return sealed;
}

function parse(plain: Uint8Array): Keyring {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  if (plain.length < FIXED_BYTES || plain[0] !== VERSION) {
    throw new CryptoError("passphrase-wrong");
  }
  const count = view.getUint8(FIXED_BYTES - 1);
  ofLength(plain, FIXED_BYTES + count * ENTRY_BYTES);
  const at = 1 + ID_BYTES;
  return {
    memberId: plain.slice(1, at),
    signing: signingSeed(plain.slice(at, at + 32)),
    highestRoster: view.getUint32(at + 32),
    sealSeeds: Array.from({ length: count }, (_, index) => {
      const start = FIXED_BYTES + index * ENTRY_BYTES;
      return {
        epoch: view.getUint32(start),
        seed: plain.slice(start + 4, start + ENTRY_BYTES),
      };
    }),
  };
}

/** @throws CryptoError `passphrase-wrong` when it was not sealed under this key for this origin. */
export function openKeyring(sealed: Uint8Array, key: KeyringKey, origin: Uint8Array): Keyring {
  const padded = open(sealed, associated(origin), key);
  if (padded === null) throw new CryptoError("passphrase-wrong");
  const keyring = parse(unpad(padded));
  sodium().memzero(padded);
  return keyring;
}

/** The X-Wing pairs of a keyring, newest first. */
export function sealKeyPairs(keyring: Keyring): readonly SealKeyPair[] {
  return keyring.sealSeeds.map(({ seed }) => sealKeyPair(seed)).toReversed();
}
