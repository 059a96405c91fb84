/**
 * Keys in the wrong hands, or in the right ones: what a member holds once their keyring is open, and what
 * somebody makes of a tracking code they have seen.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { openKeyring, sealKeyPairs } from "../../web/crypto/keyring.ts";
import type { SealKeyPair, SigningSeed } from "../../web/crypto/keys.ts";
import { stretch } from "../../web/crypto/passphrase.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { parseCode, reporterKeys, type ReporterKeys } from "../../web/crypto/tracking-code.ts";
import { SITE_ORIGIN, type BuiltSite, type MemberHandle } from "./site.ts";

export interface MemberKeys {
  /** base64url */
  readonly id: string;
  readonly signing: SigningSeed;
  readonly seal: SealKeyPair;
}

/** Opens a keyring as founding made it. */
export async function keysOf(
  { members }: Pick<BuiltSite, "members">,
  handle: MemberHandle,
): Promise<MemberKeys> {
  await loadSodiumWithArgon2();
  const member = members.find((candidate) => candidate.handle === handle);
  if (member === undefined) throw new Error(`insider: nobody is called ${handle}`);
  const { keyring: key } = stretch(member.passphrase, member.parameters);
  const keyring = openKeyring(fromBase64Url(member.keyring), key, originHash(SITE_ORIGIN));
  const [seal] = sealKeyPairs(keyring);
  if (seal === undefined) throw new Error(`insider: ${handle} has no seal key`);
  return { id: member.id, signing: keyring.signing, seal };
}

/** @param words twelve English ones */
export function keysOfCode(words: readonly string[]): ReporterKeys {
  const parsed = parseCode(words.join(" "), [{ language: "en", words: wordlist }]);
  if (parsed.kind !== "code") throw new Error(`insider: the code is ${parsed.kind}`);
  return reporterKeys(parsed.code);
}
