/**
 * Text as a search compares it: without case, accents or vowel signs, so that it forgives how somebody types.
 * Invariant: what is searched for is folded as what is searched in.
 */

/** Letters that are written in more than one way and that Unicode does not take apart. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  // Arabic: a stretched line is no letter, and these endings and shapes are typed either way.
  "\u0640": "",
  "\u0629": "\u0647",
  "\u0649": "\u064a",
  "\u06cc": "\u064a",
  "\u06a9": "\u0643",
  "\u0671": "\u0627",
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");
const PLAIN = /^[\n\x20-\x7e]*$/;

export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? letter);
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** In the order they stand. Words are told apart by rule where the script does, and by dictionary only elsewhere. */
export function wordsIn(text: string): readonly string[] {
  const words: readonly string[] = folded(text).match(WORDS) ?? [];
  if (!UNSPACED.test(text)) return words;
  return words.flatMap((word) =>
    UNSPACED.test(word) ? [...segmenter.segment(word)].map(({ segment }) => segment) : [word],
  );
}

/** The Arabic article, alone or behind a joined particle: with what follows it, one word of a text. */
const ARTICLE = /^[\u0648\u0641\u0628\u0643]?(?:\u0627\u0644|\u0644\u0644)(?=\p{L}{3})/u;

/** The word without a joined article; itself where there is none. */
export function bareWord(word: string): string {
  return word.replace(ARTICLE, "");
}
