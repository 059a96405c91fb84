/** The word lists tracking codes are shown in, each loaded when asked for. One line a list. */
import type { WordList } from "../crypto/tracking-code.ts";

const loaders: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  en: async () => (await import("@scure/bip39/wordlists/english.js")).wordlist,
  fr: async () => (await import("@scure/bip39/wordlists/french.js")).wordlist,
};

/** By language, once they have been asked for. */
const loaded = new Map<string, WordList>();

/** For a language without a list the English one; the numbers are the same in all. */
export async function wordListFor(language: string): Promise<WordList> {
  const [primary = ""] = language.split("-");
  const chosen = primary in loaders ? primary : "en";
  const load = loaders[chosen];
  const list = { language: chosen, words: load === undefined ? [] : await load() };
  loaded.set(chosen, list);
  return list;
}

/** The only ones a code can have been shown in here. */
export function loadedWordLists(): readonly WordList[] {
  return [...loaded.values()];
}

export async function allWordLists(): Promise<readonly WordList[]> {
  return Promise.all(Object.keys(loaders).map(wordListFor));
}
