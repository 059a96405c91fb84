/**
 * A member's keyring: everything they are, sealed under one key. The server stores the bytes.
 * Layout: version 2 || member id 16 || signing seed 32 || highest roster version 4 || audit head: seq 4, hash 32 ||
 * count 1 || count x way in 32 || count 1 || count x (epoch 4 || X-Wing seed 32), integers big-endian, padded to
 * 4 KiB. Binary, so that no secret is ever a string. Version 1 had neither audit head nor ways in; it is still read.
 */
import {
  HASH_BYTES,
  ID_BYTES,
  KEYRING_BYTES,
  KEYRING_SLOTS,
} from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { ofLength } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import type { KeyringKey, SealKeyPair, SigningSeed } from "./keys.ts";
import { sealKeyPair, signingSeed } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, LABELS } from "./suite.ts";

const VERSION = 2;
const WITHOUT_AUDIT_HEAD = 1;
const SEED_BYTES = 32;

export interface SealKeySeed {
  readonly epoch: number;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

/** The newest row of the audit log this member ever verified. */
export interface AuditHead {
  /** 0 before there is one. */
  readonly seq: number;
  /** 32 bytes; zeros before there is one. */
  readonly hash: Uint8Array;
}

export interface Keyring {
  /** 16 bytes. */
  readonly memberId: Uint8Array;
  readonly signing: SigningSeed;
  /** The newest roster this member ever verified; they refuse to go back behind it. */
  readonly highestRoster: number;
  readonly auditHead: AuditHead;
  /** `wayInHash` of each way in; empty while the keyring is sealed under the passphrase's own key. */
  readonly waysIn: readonly Uint8Array[];
  /** Newest last. */
  readonly sealSeeds: readonly SealKeySeed[];
}

/** Of somebody who has seen nothing yet. */
export function newKeyring(self: Pick<Keyring, "memberId" | "signing" | "sealSeeds">): Keyring {
  const auditHead = { seq: 0, hash: new Uint8Array(HASH_BYTES) };
  return { ...self, highestRoster: 0, auditHead, waysIn: [] };
}

function associated(origin: Uint8Array): Uint8Array {
  return concat(LABELS.keyring, origin);
}

function counted(parts: readonly Uint8Array[]): Uint8Array {
  return concat(Uint8Array.of(parts.length), ...parts);
}

/**
 * @param origin 32-byte hash of the organisation's origin.
 * @throws CryptoError `text-too-long` when it holds more keys than fit.
 */
export function sealKeyring(keyring: Keyring, key: KeyringKey, origin: Uint8Array): Uint8Array {
  if (keyring.waysIn.length > KEYRING_SLOTS) throw new CryptoError("text-too-long");
  const plain = concat(
    Uint8Array.of(VERSION),
    ofLength(keyring.memberId, ID_BYTES),
    keyring.signing,
    u32(keyring.highestRoster),
    u32(keyring.auditHead.seq),
    ofLength(keyring.auditHead.hash, HASH_BYTES),
    counted(keyring.waysIn.map((way) => ofLength(way, HASH_BYTES))),
    counted(
      keyring.sealSeeds.map(({ epoch, seed }) => concat(u32(epoch), ofLength(seed, SEED_BYTES))),
    ),
  );
  const padded = padTo(plain, KEYRING_BYTES);
  const sealed = seal(padded, associated(origin), key);
  sodium().memzero(plain);
  sodium().memzero(padded);
  return sealed;
}

/** Reads from the front. @throws CryptoError `passphrase-wrong` past the end. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new CryptoError("passphrase-wrong");
    const taken = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return taken;
  }

  u8(): number {
    return new DataView(this.take(1).buffer).getUint8(0);
  }

  u32(): number {
    return new DataView(this.take(4).buffer).getUint32(0);
  }

  counted<Item>(item: () => Item): readonly Item[] {
    return Array.from({ length: this.u8() }, item);
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new CryptoError("passphrase-wrong");
  }
}

function parse(plain: Uint8Array): Keyring {
  const reader = new Reader(plain);
  const version = reader.u8();
  if (version !== VERSION && version !== WITHOUT_AUDIT_HEAD) {
    throw new CryptoError("passphrase-wrong");
  }
  const memberId = reader.take(ID_BYTES);
  const signing = signingSeed(reader.take(SEED_BYTES));
  const highestRoster = reader.u32();
  const seen =
    version === WITHOUT_AUDIT_HEAD
      ? { auditHead: { seq: 0, hash: new Uint8Array(HASH_BYTES) }, waysIn: [] }
      : {
          auditHead: { seq: reader.u32(), hash: reader.take(HASH_BYTES) },
          waysIn: reader.counted(() => reader.take(HASH_BYTES)),
        };
  const sealSeeds = reader.counted(() => ({ epoch: reader.u32(), seed: reader.take(SEED_BYTES) }));
  reader.end();
  return { memberId, signing, highestRoster, ...seen, sealSeeds };
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
