/**
 * How a member comes in, and what they change about it: passphrase, recovery key, passkeys that unlock.
 * Invariants: the secret somebody came in by is wiped once the keyring is open, so that what is kept of it is a public
 * key; and whatever changes a way in seals the keyring under a new key.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { SALT_BYTES } from "../../worker/contract/limits.ts";
import type {
  PassphraseParameters,
  RekeyedSave,
  StoredKeyring,
} from "../../worker/contract/session.ts";
import { random } from "../crypto/bytes.ts";
import { openDrafts, sealDrafts } from "../crypto/drafts.ts";
import type { ColleagueKeys } from "../crypto/colleagues.ts";
import type { SlotOwner, WayIn } from "../crypto/keyring-slots.ts";
import { ONLY_SLOT } from "../crypto/keyring-slots.ts";
import type { SigningSeed } from "../crypto/keys.ts";
import { verifyKeyOf } from "../crypto/keys.ts";
import type { Weakness } from "../crypto/passphrase-strength.ts";
import { weaknessOf } from "../crypto/passphrase-strength.ts";
import { generatePassphrase, MEMORY_KIB, PASSES, stretch } from "../crypto/passphrase.ts";
import { recoveryKeys } from "../crypto/recovery-key.ts";
import { signChallenge } from "../crypto/sign-in.ts";
import { sodium } from "../crypto/sodium.ts";
import type { TrackingCode } from "../crypto/tracking-code.ts";
import { newTrackingCode, parseCode } from "../crypto/tracking-code.ts";
import { codeView, isCodeWord } from "./code-view.ts";
import { VaultFailure } from "./failure.ts";
import type { CodeEntry, NewPassphrase, RecoveryKeyFate, TrackingCodeView } from "./interface.ts";
import { MemberKeyring, type KeyringChange, type Way } from "./member-keyring.ts";
import {
  passkeyArrival,
  passkeyQuestion,
  passkeysAmong,
  slotOwner,
  withoutPasskey,
  withPasskey,
  withPasskeysOf,
} from "./passkey-ways.ts";
import type { PasskeyQuestion } from "./passkey-vault.ts";
import { allWordLists, wordListFor } from "./word-lists.ts";

/** Somebody with the secret of a way in, before they are let in. */
interface Arrival {
  /** Null for a way that signs nobody in. */
  readonly signIn: SigningSeed | null;
  readonly way: Way;
}

export class Account {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  #arrival: Arrival | null = null;
  #keyring: MemberKeyring | null = null;
  /** What the passphrase they came in by would be a slot of; for a keyring that has no slots yet. */
  #passphraseWay: WayIn | null = null;
  /** Made and shown, and good for nothing until it is saved. */
  #newRecoveryKey: TrackingCode | null = null;

  constructor(origin: Uint8Array) {
    this.origin = origin;
  }

  stretch(passphrase: string, parameters: PassphraseParameters): void {
    const { signIn, slot, keyring } = stretch(passphrase, parameters);
    this.#arrival = { signIn, way: { kind: "passphrase", slot, keyring } };
  }

  async enterRecoveryKey(text: string): Promise<CodeEntry> {
    const parsed = parseCode(text, await allWordLists());
    if (parsed.kind !== "code") return parsed;
    const { signIn, slot } = recoveryKeys(parsed.code);
    this.#arrival = { signIn, way: { kind: "recovery", slot, keyring: null } };
    return { kind: "complete" };
  }

  unlockingPasskeys(
    stored: Pick<StoredKeyring, "member" | "slots">,
    passkeys: readonly string[],
  ): readonly PasskeyQuestion[] {
    const owner = slotOwner(this.origin, stored);
    return passkeysAmong(stored.slots, passkeys).map((passkey) => passkeyQuestion(owner, passkey));
  }

  enterPasskey(stored: Pick<StoredKeyring, "member">, passkey: string, secret: Uint8Array): void {
    const way = passkeyArrival(slotOwner(this.origin, stored), passkey, secret);
    this.#arrival = { signIn: null, way };
  }

  /** A sign-in by the recovery key that was typed, beside the secret they come in by, which stays. Null for no key. */
  async signByRecoveryKey(text: string, challenge: OutputOf<"challenge">): Promise<string | null> {
    const parsed = parseCode(text, await allWordLists());
    if (parsed.kind !== "code") return null;
    const { signIn, slot } = recoveryKeys(parsed.code);
    const nonce = fromBase64Url(challenge.challenge);
    const signature = toBase64Url(signChallenge(signIn, this.origin, nonce, challenge.day));
    sodium().memzero(signIn);
    sodium().memzero(slot.secretKey);
    return signature;
  }

  /** What colleagues gave out, put together. */
  arriveByColleagues({ signIn, slot }: ColleagueKeys): void {
    this.#arrival = { signIn, way: { kind: "colleagues", slot, keyring: null } };
  }

  #requireArrival(): Arrival {
    if (this.#arrival === null) throw new VaultFailure("not-ready");
    return this.#arrival;
  }

  get keyring(): MemberKeyring {
    if (this.#keyring === null) throw new VaultFailure("not-ready");
    return this.#keyring;
  }

  /** base64url; for as long as the page is locked. */
  sealDrafts(text: string): string {
    return toBase64Url(sealDrafts(text, this.keyring.keyring, this.origin));
  }

  openDrafts(sealed: string): string | null {
    return openDrafts(fromBase64Url(sealed), this.keyring.keyring, this.origin);
  }

  /** base64url */
  signIn(challenge: OutputOf<"challenge">): string {
    const { signIn } = this.#requireArrival();
    if (signIn === null) throw new VaultFailure("not-ready");
    const nonce = fromBase64Url(challenge.challenge);
    return toBase64Url(signChallenge(signIn, this.origin, nonce, challenge.day));
  }

  unlock(stored: StoredKeyring): void {
    const { signIn, way } = this.#requireArrival();
    this.#keyring = MemberKeyring.open(stored, way, this.origin);
    const publicKey = toBase64Url(way.slot.publicKey);
    this.#passphraseWay =
      way.kind === "passphrase"
        ? { kind: way.kind, id: ONLY_SLOT, publicKey, signInKey: null }
        : null;
    this.#arrival = null;
    if (signIn !== null) sodium().memzero(signIn);
    sodium().memzero(way.slot.secretKey);
  }

  get #owner(): SlotOwner {
    return { origin: this.origin, memberId: this.keyring.keyring.memberId };
  }

  passkeysThatUnlock(passkeys: readonly string[]): readonly string[] {
    return passkeysAmong(this.#ways, passkeys);
  }

  unlocksByPasskey(): boolean {
    return this.#ways.some(({ kind }) => kind === "passkey");
  }

  keepPasskeyUnlocks(passkeys: readonly string[]): RekeyedSave | null {
    const kept = withPasskeysOf(this.#ways, passkeys);
    return kept === null ? null : this.keyring.saveUnderNewKey(kept);
  }

  passkeyQuestion(passkey: string): PasskeyQuestion {
    return passkeyQuestion(this.#owner, passkey);
  }

  addPasskeyUnlock(passkey: string, secret: Uint8Array): RekeyedSave {
    return this.keyring.saveUnderNewKey(withPasskey(this.#ways, this.#owner, passkey, secret));
  }

  removePasskeyUnlock(passkey: string): RekeyedSave {
    return this.keyring.saveUnderNewKey(withoutPasskey(this.#ways, passkey));
  }

  /** The ways in as they are; for a keyring without slots, the passphrase they came in by. */
  get #ways(): readonly WayIn[] {
    const { waysIn } = this.keyring;
    const own = this.#passphraseWay;
    return waysIn.length === 0 && own !== null ? [own] : waysIn;
  }

  #waysBut(kind: WayIn["kind"]): readonly WayIn[] {
    return this.#ways.filter((way) => way.kind !== kind);
  }

  /** The same ways in, and a new key: what was sealed before does not open with what is held from here on. */
  saveUnderNewKey(change: KeyringChange): RekeyedSave {
    return this.keyring.saveUnderNewKey(this.#ways, change);
  }

  async newRecoveryKey(language: string): Promise<TrackingCodeView> {
    const code = newTrackingCode();
    const view = await codeView(code, language);
    this.#newRecoveryKey = code;
    return view;
  }

  #requireNewRecoveryKey(): TrackingCode {
    if (this.#newRecoveryKey === null) throw new VaultFailure("not-ready");
    return this.#newRecoveryKey;
  }

  async isRecoveryWord(position: number, typed: string): Promise<boolean> {
    return isCodeWord(this.#requireNewRecoveryKey(), position, typed);
  }

  #recoveryWay(code: TrackingCode): WayIn {
    const { signIn, slot } = recoveryKeys(code);
    const way: WayIn = {
      kind: "recovery",
      id: ONLY_SLOT,
      publicKey: toBase64Url(slot.publicKey),
      signInKey: toBase64Url(verifyKeyOf(signIn)),
    };
    sodium().memzero(signIn);
    sodium().memzero(slot.secretKey);
    return way;
  }

  /** The key just shown becomes a way in, in the place of any before it. */
  saveRecoveryKey(): RekeyedSave {
    const way = this.#recoveryWay(this.#requireNewRecoveryKey());
    return this.keyring.saveUnderNewKey([...this.#waysBut("recovery"), way]);
  }

  /** Colleagues as a way in, in the place of any before; null takes them away. */
  saveColleagues(way: WayIn | null): RekeyedSave {
    const others = this.#waysBut("colleagues");
    return this.keyring.saveUnderNewKey(way === null ? others : [...others, way]);
  }

  async proposePassphrase(known: readonly string[]): Promise<string> {
    const words = await wordListFor("en");
    for (;;) {
      const proposed = generatePassphrase(words);
      // A word drawn twice, or one of the person's own names, counts for nothing: drawn again.
      if (weaknessOf(proposed, known) === null) return proposed;
    }
  }

  weaknessOf(passphrase: string, known: readonly string[]): Weakness | null {
    return weaknessOf(passphrase, known);
  }

  /**
   * A new passphrase. `kept`: every other way in stays one, whatever was shown since; `renewed`: the recovery key just
   * shown takes the place of the one before, and neither passkeys nor colleagues are ways in any more. @throws VaultFailure `passphrase-weak`, `not-ready` when none was shown.
   */
  replacePassphrase(
    passphrase: string,
    known: readonly string[],
    recovery: RecoveryKeyFate,
  ): NewPassphrase {
    if (weaknessOf(passphrase, known) !== null) throw new VaultFailure("passphrase-weak");
    const parameters = {
      salt: toBase64Url(random(SALT_BYTES)),
      passes: PASSES,
      memoryKiB: MEMORY_KIB,
    };
    const { signIn, slot, keyring } = stretch(passphrase, parameters);
    const publicKey = toBase64Url(slot.publicKey);
    const way: WayIn = { kind: "passphrase", id: ONLY_SLOT, publicKey, signInKey: null };
    const others = this.#waysBut("passphrase");
    const ways = [way, ...this.#withRecovery(others, recovery)];
    const save = this.keyring.saveUnderNewKey(ways);
    const signInKey = toBase64Url(verifyKeyOf(signIn));
    for (const secret of [signIn, slot.secretKey, keyring]) sodium().memzero(secret);
    return { ...save, passphrase: { signInKey, parameters } };
  }

  #withRecovery(ways: readonly WayIn[], fate: RecoveryKeyFate): readonly WayIn[] {
    switch (fate) {
      case "kept":
        return ways;
      case "renewed": {
        const renewed = this.#recoveryWay(this.#requireNewRecoveryKey());
        // Whoever lost their passphrase may have lost the device as well: its owner turns it on again.
        const gone: readonly WayIn["kind"][] = ["recovery", "passkey", "colleagues"];
        return [...ways.filter(({ kind }) => !gone.includes(kind)), renewed];
      }
    }
  }

  /** The server has what was handed out last. */
  saved(version: number): void {
    this.keyring.saved(version);
    this.#newRecoveryKey = null;
  }
}
