/**
 * Members' passphrases: generated, stretched by Argon2id, split into a sign-in key and a keyring key.
 * Invariant: Argon2id is checked against a known answer before its first result is used.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { PassphraseParameters } from "../../worker/contract/session.ts";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { utf8 } from "./bytes.ts";
import type { KeyringKey, SealKeyPair, SigningSeed } from "./keys.ts";
import { keyringKey, sealKeyPair, signingSeed } from "./keys.ts";
import { sodium, sodiumWithArgon2 } from "./sodium.ts";
import { CryptoError, KDF_PASSPHRASE } from "./suite.ts";
import type { WordList } from "./tracking-code.ts";

/** OWASP's and libsodium's interactive range, chosen so that a sign-in stays under a second on a laptop. */
export const PASSES = 3;
export const MEMORY_KIB = 65_536;

/** Seven of 2,048 words: 77 bits before stretching. */
export const PASSPHRASE_WORDS = 7;

export interface PassphraseKeys {
  readonly signIn: SigningSeed;
  /** Seals the keyring of a member who has no slots. */
  readonly keyring: KeyringKey;
  /** Opens the passphrase's slot. */
  readonly slot: SealKeyPair;
}

function argon2id(
  password: Uint8Array,
  salt: Uint8Array,
  passes: number,
  memoryKiB: number,
): Uint8Array {
  const { crypto_pwhash, crypto_pwhash_ALG_ARGON2ID13: argon2id13 } = sodiumWithArgon2();
  return crypto_pwhash(32, password, salt, passes, memoryKiB * 1_024, argon2id13);
}

/** Argon2id(t=2, m=64 KiB, p=1) of "tern/1 self-test" under 16 bytes 0x00..0x0f; from a second implementation. */
const SELF_TEST_ANSWER = "XxVZDoSAdYRU-fh37uJRLzEnvvgjJ_j3ikmths8PFUg";

/** @throws CryptoError `self-test` when this machine's Argon2id is not Argon2id. */
export function selfTest(): void {
  const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
  const answer = toBase64Url(argon2id(utf8("tern/1 self-test"), salt, 2, 64));
  if (answer !== SELF_TEST_ANSWER) throw new CryptoError("self-test");
}

/** Case, accents' encoding and runs of white space do not matter. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize("NFKC").trim().toLowerCase().replace(/\s+/gu, " ");
}

/**
 * 32 bytes that only whoever knows the passphrase can make again; the caller splits and wipes them.
 * @throws CryptoError `self-test`.
 */
export function stretchedRoot(passphrase: string, parameters: PassphraseParameters): Uint8Array {
  selfTest();
  const password = utf8(normalisePassphrase(passphrase));
  const { salt, passes, memoryKiB } = parameters;
  const root = argon2id(password, fromBase64Url(salt), passes, memoryKiB);
  sodium().memzero(password);
  return root;
}

/** Takes about half a second and 64 MiB. @throws CryptoError `self-test`. */
export function stretch(passphrase: string, parameters: PassphraseParameters): PassphraseKeys {
  const root = stretchedRoot(passphrase, parameters);
  const derive = (id: number): Uint8Array =>
    sodium().crypto_kdf_derive_from_key(32, id, KDF_PASSPHRASE, root);
  const keys = {
    signIn: signingSeed(derive(1)),
    keyring: keyringKey(derive(2)),
    slot: sealKeyPair(derive(3)),
  };
  sodium().memzero(root);
  return keys;
}

export function generatePassphrase(list: WordList): string {
  const words = Array.from(
    { length: PASSPHRASE_WORDS },
    () => list.words[sodium().randombytes_uniform(list.words.length)],
  );
  return words.join(" ");
}
