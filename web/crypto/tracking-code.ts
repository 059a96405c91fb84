/**
 * The tracking code: 128 random bits, shown as words or numbers, from which the reporter's keys derive.
 * Invariant: it is made in the browser, never sent, never stored; every derived value is one-way.
 */
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { ofLength, random } from "./bytes.ts";
import { hash } from "./hash.ts";
import type { SealKeyPair, SigningSeed, VerifyKey } from "./keys.ts";
import { sealKeyPair, signingSeed, verifyKeyOf } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { KDF_CODE, LABELS } from "./suite.ts";

declare const kind: unique symbol;
/** 16 bytes. */
export type TrackingCode = Uint8Array & { readonly [kind]: "tracking code" };

export const CODE_BYTES = 16;
export const CODE_WORDS = 12;

/** 2,048 words; its place in the list, plus one, is a word's number. */
export interface WordList {
  /** BCP 47. */
  readonly language: string;
  readonly words: readonly string[];
}

export interface ReporterKeys {
  /** 16 bytes; the server keeps only its hash. */
  readonly locator: Uint8Array;
  readonly signIn: SigningSeed;
  readonly signInKey: VerifyKey;
  readonly seal: SealKeyPair;
}

export function trackingCode(bytes: Uint8Array): TrackingCode {
  return ofLength(bytes, CODE_BYTES) as TrackingCode;
}

export function newTrackingCode(): TrackingCode {
  return trackingCode(random(CODE_BYTES));
}

/** No stretching: the code carries 128 bits, and it works where Argon2id would take minutes. */
export function reporterKeys(code: TrackingCode): ReporterKeys {
  const master = hash(LABELS.trackingCode, code);
  const derive = (length: number, id: number): Uint8Array =>
    sodium().crypto_kdf_derive_from_key(length, id, KDF_CODE, master);
  const signIn = signingSeed(derive(32, 2));
  const keys = {
    locator: derive(16, 1),
    signIn,
    signInKey: verifyKeyOf(signIn),
    seal: sealKeyPair(derive(32, 3)),
  };
  sodium().memzero(master);
  return keys;
}

/** Twelve words, the last carrying the checksum (BIP 39). */
export function codeWords(code: TrackingCode, list: WordList): readonly string[] {
  return entropyToMnemonic(code, [...list.words]).split(/\s+/u);
}

/** Twelve groups of four digits, the same in every language. */
export function codeNumbers(code: TrackingCode, list: WordList): readonly string[] {
  return codeWords(code, list).map((word) => String(list.words.indexOf(word) + 1).padStart(4, "0"));
}

export type ParsedCode =
  | { readonly kind: "code"; readonly code: TrackingCode }
  | { readonly kind: "too-few"; readonly given: number }
  | { readonly kind: "too-many"; readonly given: number }
  | {
      readonly kind: "unknown-word";
      /** 1 for the first. */
      readonly position: number;
      readonly word: string;
      readonly suggestions: readonly string[];
    }
  | { readonly kind: "checksum" };

/** Without accents or case, as people type; Arabic-Indic digits as ASCII ones. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [at, character] of Array.from(left).entries()) {
    const next = [at + 1];
    for (const [column, other] of Array.from(right).entries()) {
      next.push(
        Math.min(
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          (row[column] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

const SUGGESTIONS = 3;
const NEAR = 2;

function suggestionsFor(word: string, list: WordList): readonly string[] {
  return list.words
    .map((candidate) => {
      const plain = plainWord(candidate);
      const starts = word.length >= 3 && plain.startsWith(word);
      return { candidate, distance: starts ? 0 : editDistance(word, plain) };
    })
    .filter(({ distance }) => distance <= NEAR)
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** Digits in groups of four, however they were separated; anything else is words. */
function tokensOf(text: string): readonly string[] {
  const plain = plainWord(text);
  if (/^[\d\s\p{P}]+$/u.test(plain)) {
    return plain.replace(/\D/gu, "").match(/\d{1,4}/gu) ?? [];
  }
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bestList(tokens: readonly string[], lists: readonly WordList[]): WordList | undefined {
  const known = (list: WordList): number => {
    const words = new Set(list.words.map(plainWord));
    return tokens.filter((token) => words.has(token)).length;
  };
  return lists.toSorted((left, right) => known(right) - known(left))[0];
}

type UnknownWord = Extract<ParsedCode, { kind: "unknown-word" }>;

function wordsOf(
  tokens: readonly string[],
  list: WordList,
): UnknownWord | { readonly kind: "words"; readonly words: readonly string[] } {
  const byPlain = new Map(list.words.map((word) => [plainWord(word), word]));
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const word = /^\d+$/u.test(token) ? list.words[Number(token) - 1] : byPlain.get(token);
    if (word === undefined) {
      return {
        kind: "unknown-word",
        position: at + 1,
        word: token,
        suggestions: /^\d+$/u.test(token) ? [] : suggestionsFor(token, list),
      };
    }
    words.push(word);
  }
  return { kind: "words", words };
}

/**
 * Reads what somebody typed or pasted: words of any of the lists or numbers, any case, accents or not,
 * any separators. Never throws.
 */
export function parseCode(text: string, lists: readonly WordList[]): ParsedCode {
  const tokens = tokensOf(text);
  const list = bestList(tokens, lists);
  if (list === undefined || tokens.length === 0) return { kind: "too-few", given: 0 };
  const read = wordsOf(tokens, list);
  if (read.kind === "unknown-word") return read;
  const { words } = read;
  if (words.length < CODE_WORDS) return { kind: "too-few", given: words.length };
  if (words.length > CODE_WORDS) return { kind: "too-many", given: words.length };
  try {
    return {
      kind: "code",
      code: trackingCode(mnemonicToEntropy(words.join(" "), [...list.words])),
    };
  } catch {
    return { kind: "checksum" };
  }
}
