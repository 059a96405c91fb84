/**
 * Which cases hold all the words of a query, by the beginnings of words. In memory and nowhere else.
 * Of our own because a library that ranks what it finds took longer than reading all the text: here nothing is
 * ranked, the inbox has its own order.
 */
import { bareWord, wordsIn } from "./folding.ts";

/** A case that changed takes a new place; the old ones are swept out once there are this many more than cases. */
const SWEEP_AT = 1_000;

/** More than anybody types, and fewer than a byte counts. */
const QUERY_WORDS_MAX = 100;

/** The first place in a sorted list that is not before `word`. */
function placeOf(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class SearchIndex {
  /** Case ids by place; null for one that was given up. */
  #places: (string | null)[] = [];
  readonly #placeOf = new Map<string, number>();
  /** By word: the places that hold it, each once. */
  #holders = new Map<string, number[]>();
  /** Every word; null while it has to be sorted again. */
  #sorted: readonly string[] | null = [];

  get size(): number {
    return this.#placeOf.size;
  }

  /** In the place of whatever stood there of that case. */
  put(caseId: string, text: string): void {
    this.drop(caseId);
    const place = this.#places.length;
    this.#places.push(caseId);
    this.#placeOf.set(caseId, place);
    for (const word of wordsIn(text)) {
      this.#hold(word, place);
      const bare = bareWord(word);
      if (bare !== word) this.#hold(bare, place);
    }
  }

  #hold(word: string, place: number): void {
    const holders = this.#holders.get(word);
    if (holders === undefined) {
      this.#holders.set(word, [place]);
      this.#sorted = null;
    } else if (holders.at(-1) !== place) holders.push(place);
  }

  drop(caseId: string): void {
    const place = this.#placeOf.get(caseId);
    if (place === undefined) return;
    this.#places[place] = null;
    this.#placeOf.delete(caseId);
    if (this.#places.length > 2 * this.#placeOf.size + SWEEP_AT) this.#sweep();
  }

  clear(): void {
    this.#places = [];
    this.#placeOf.clear();
    this.#holders = new Map();
    this.#sorted = [];
  }

  #sweep(): void {
    const moved = new Map<number, number>();
    const places = this.#places;
    this.#places = [];
    for (const [place, caseId] of places.entries()) {
      if (caseId === null) continue;
      moved.set(place, this.#places.length);
      this.#placeOf.set(caseId, this.#places.length);
      this.#places.push(caseId);
    }
    const kept = [...this.#holders].map(([word, holders]): [string, number[]] => [
      word,
      holders.flatMap((place) => moved.get(place) ?? []),
    ]);
    this.#holders = new Map(kept.filter(([, holders]) => holders.length > 0));
    this.#sorted = null;
  }

  /** Null when nothing is asked for. */
  find(query: string): ReadonlySet<string> | null {
    const words = wordsIn(query).slice(0, QUERY_WORDS_MAX).map(bareWord);
    if (words.length === 0) return null;
    this.#sorted ??= [...this.#holders.keys()].toSorted();
    // By place: how many of the words it holds, counted in their order. Whoever lacks one is passed over from there.
    const held = new Uint8Array(this.#places.length);
    let found: number[] = [];
    for (const [before, word] of words.entries()) {
      found = this.#holding(word, this.#sorted, held, before);
      if (found.length === 0) break;
    }
    const cases = new Set<string>();
    for (const place of found) {
      const caseId = this.#places[place];
      if (caseId !== undefined && caseId !== null) cases.add(caseId);
    }
    return cases;
  }

  /** The places that held all the words `before` this one and hold a word that begins so. */
  #holding(word: string, sorted: readonly string[], held: Uint8Array, before: number): number[] {
    const found: number[] = [];
    for (let at = placeOf(sorted, word); at < sorted.length; at += 1) {
      const next = sorted[at] ?? "";
      if (!next.startsWith(word)) break;
      for (const place of this.#holders.get(next) ?? []) {
        if (held[place] !== before) continue;
        held[place] = before + 1;
        found.push(place);
      }
    }
    return found;
  }
}
