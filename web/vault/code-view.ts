/** Twelve words and twelve numbers: how a tracking code or a recovery key is shown, and asked back. */
import type { TrackingCode } from "../crypto/tracking-code.ts";
import { codeNumbers, codeWords, plainWord } from "../crypto/tracking-code.ts";
import type { TrackingCodeView } from "./interface.ts";
import { loadedWordLists, wordListFor } from "./word-lists.ts";

export async function codeView(code: TrackingCode, language: string): Promise<TrackingCodeView> {
  const list = await wordListFor(language);
  return {
    words: codeWords(code, list),
    wordsLanguage: list.language,
    numbers: codeNumbers(code, list),
  };
}

/** Is that its `position`-th word, in a list it was shown in, or number? 1 for the first. */
export async function isCodeWord(
  code: TrackingCode,
  position: number,
  typed: string,
): Promise<boolean> {
  const given = plainWord(typed.trim());
  return loadedWordLists().some(
    (list) =>
      plainWord(codeWords(code, list)[position - 1] ?? "") === given ||
      codeNumbers(code, list)[position - 1] === given.padStart(4, "0"),
  );
}
