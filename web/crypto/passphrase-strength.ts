/**
 * Is a passphrase that somebody chose themself hard enough to guess? Counted the way a guesser counts, in words and
 * not in characters: a word is worth one of 2,048 whatever it is; what is repeated, in sequence, or known of the
 * person is worth nothing. A line of a poem still passes, so a generated passphrase is offered first.
 */
import { normalisePassphrase } from "./passphrase.ts";

/** Six unrelated words of a list of 2,048. */
export const CHOSEN_BITS_MIN = 66;
const WORD_BITS = 11;
const LETTER_BITS = 4;
const DIGIT_BITS = 3;
/** A year, a date or a house number is one guess among a thousand, however long. */
const NUMBER_BITS = 10;
/** Longer than anybody types twice. */
const CHARACTERS_MAX = 1_000;

export type Weakness =
  | { readonly kind: "empty" }
  | { readonly kind: "too-long"; readonly charactersMax: number }
  /** So many unrelated words it is worth; `wanted` would do. */
  | { readonly kind: "guessable"; readonly worth: number; readonly wanted: number };

/**
 * "aaaa", "1234" and "dcba" are two characters each: of a run, the third and all after it are no news. Two letters
 * that happen to be neighbours, as in many words, are none.
 */
function withoutRuns(piece: string): string {
  const points = Array.from(piece, (character) => character.codePointAt(0) ?? 0);
  const kept = points.filter((point, at) => {
    const [before, beforeThat] = [points[at - 1], points[at - 2]];
    if (before === undefined || beforeThat === undefined) return true;
    const step = point - before;
    return Math.abs(step) > 1 || step !== before - beforeThat;
  });
  return String.fromCodePoint(...kept);
}

function bitsOf(piece: string): number {
  const { length } = Array.from(withoutRuns(piece));
  if (/^\p{L}/u.test(piece)) return Math.min(WORD_BITS, LETTER_BITS * length);
  return Math.min(NUMBER_BITS, DIGIT_BITS * length);
}

/** Runs of letters, of digits, and of anything else but white space. */
function piecesOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}\s]+/gu) ?? [];
}

/** Null when it is strong enough. @param known names and words anybody would try first: they count nothing */
export function weaknessOf(passphrase: string, known: readonly string[]): Weakness | null {
  const text = normalisePassphrase(passphrase);
  if (text === "") return { kind: "empty" };
  if (text.length > CHARACTERS_MAX) return { kind: "too-long", charactersMax: CHARACTERS_MAX };
  const tried = new Set(known.flatMap((words) => piecesOf(normalisePassphrase(words))));
  const pieces = new Set(piecesOf(text).filter((piece) => !tried.has(piece)));
  const bits = [...pieces].reduce((sum, piece) => sum + bitsOf(piece), 0);
  if (bits >= CHOSEN_BITS_MIN) return null;
  const wanted = Math.ceil(CHOSEN_BITS_MIN / WORD_BITS);
  return { kind: "guessable", worth: Math.floor(bits / WORD_BITS), wanted };
}
