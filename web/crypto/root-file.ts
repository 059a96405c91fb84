/**
 * The organisation's root key as a file: its seed sealed under a passphrase, and in front of it, plain and bound
 * to the seal, everything that opening it takes (PROTOCOL.md, "Root file").
 * Layout: label 17 || version 1 || passes 4 || memory in KiB 4 || salt 16 || root public key 32 || box 72.
 * Invariant: a file that opens is, byte for byte, one that was sealed under this passphrase.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  ED25519_KEY_BYTES,
  SALT_BYTES,
  SEAL_OVERHEAD_BYTES,
} from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { PassphraseParameters } from "../../worker/contract/session.ts";
import { equal, random } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { signingSeed, verifyKey, verifyKeyOf, type SigningSeed, type VerifyKey } from "./keys.ts";
import { stretchedRoot } from "./passphrase.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, KDF_ROOT_FILE, LABELS } from "./suite.ts";

const VERSION = 1;
const AT_VERSION = LABELS.rootFile.length;
const AT_PASSES = AT_VERSION + 1;
const AT_MEMORY = AT_PASSES + 4;
const AT_SALT = AT_MEMORY + 4;
const AT_KEY = AT_SALT + SALT_BYTES;
const AT_BOX = AT_KEY + ED25519_KEY_BYTES;
const SEED_BYTES = 32;
export const ROOT_FILE_BYTES = AT_BOX + SEED_BYTES + SEAL_OVERHEAD_BYTES;

/** Opened a few times a year, and worth more than a member's keys: four times a sign-in's memory. */
export const ROOT_FILE_COST = { passes: 3, memoryKiB: 262_144 } as const;

/** A root file as anybody may read it; the seed is still sealed. */
export interface RootFile {
  readonly rootKey: VerifyKey;
  readonly parameters: PassphraseParameters;
  /** Everything in front of the box, bound to it. */
  readonly head: Uint8Array;
  readonly box: Uint8Array;
}

function sealingKey(passphrase: string, parameters: PassphraseParameters): Uint8Array {
  const root = stretchedRoot(passphrase, parameters);
  const key = sodium().crypto_kdf_derive_from_key(32, 1, KDF_ROOT_FILE, root);
  sodium().memzero(root);
  return key;
}

/** Needs `loadSodiumWithArgon2` first. Takes about a second and 256 MiB. @throws CryptoError `self-test`. */
export function sealRootFile(root: SigningSeed, passphrase: string): Uint8Array {
  const salt = random(SALT_BYTES);
  const { passes, memoryKiB } = ROOT_FILE_COST;
  const head = concat(
    LABELS.rootFile,
    Uint8Array.of(VERSION),
    u32(passes),
    u32(memoryKiB),
    salt,
    verifyKeyOf(root),
  );
  const key = sealingKey(passphrase, { salt: toBase64Url(salt), passes, memoryKiB });
  const file = concat(head, seal(root, head, key));
  sodium().memzero(key);
  return file;
}

/**
 * Null when the bytes are no root file of this version: another length, label or version, or a stretching that
 * would be cheaper, or take longer, than any client accepts.
 */
export function readRootFile(file: Uint8Array): RootFile | null {
  if (file.length !== ROOT_FILE_BYTES || file[AT_VERSION] !== VERSION) return null;
  if (!equal(file.subarray(0, AT_VERSION), LABELS.rootFile)) return null;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parameters = PassphraseParameters.safeParse({
    salt: toBase64Url(file.subarray(AT_SALT, AT_KEY)),
    passes: view.getUint32(AT_PASSES),
    memoryKiB: view.getUint32(AT_MEMORY),
  });
  if (!parameters.success) return null;
  return {
    rootKey: verifyKey(file.slice(AT_KEY, AT_BOX)),
    parameters: parameters.data,
    head: file.slice(0, AT_BOX),
    box: file.slice(AT_BOX),
  };
}

/**
 * @throws CryptoError `passphrase-wrong` when the passphrase is another, or a byte of the file is: the two cannot
 * be told apart. `self-test`.
 */
export function openRootFile(file: RootFile, passphrase: string): SigningSeed {
  const key = sealingKey(passphrase, file.parameters);
  const opened = open(file.box, file.head, key);
  sodium().memzero(key);
  if (opened === null) throw new CryptoError("passphrase-wrong");
  const root = signingSeed(opened);
  if (!equal(verifyKeyOf(root), file.rootKey)) throw new CryptoError("passphrase-wrong");
  return root;
}
