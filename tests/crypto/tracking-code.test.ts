/** Tracking codes: shown one way, typed in a hundred, always the same sixteen bytes. */
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSodium } from "../../web/crypto/sodium.ts";
import {
  codeNumbers,
  codeWords,
  newTrackingCode,
  parseCode,
  plainWord,
  reporterKeys,
  trackingCode,
} from "../../web/crypto/tracking-code.ts";
import { bytes } from "./arbitraries.ts";

beforeAll(async () => {
  await loadSodium();
});

const EN = { language: "en", words: english } as const;
const FR = { language: "fr", words: french } as const;
const LISTS = [EN, FR];

const aCode = bytes(16).map(trackingCode);
const aList = fc.constantFrom(EN, FR);
const aSeparator = fc.stringMatching(/^[ \t\n\-,.;\u00a0\u2013\u2014\u060c]{1,3}$/);

/** How one word may come out of a keyboard, a phone's autocorrection or a paste. */
type Manner = (word: string) => string;
const aManner: fc.Arbitrary<Manner> = fc.constantFrom<Manner>(
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => word.normalize("NFC"),
  (word) => word.normalize("NFD"),
  (word) => word.normalize("NFD").replace(/\p{M}/gu, ""),
  (word) => word.normalize("NFC").toUpperCase(),
);

const DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"] as const;

function inDigits(text: string, digits: string): string {
  return text.replace(/\d/gu, (digit) => Array.from(digits)[Number(digit)] ?? digit);
}

describe("a word list", () => {
  it.each(LISTS)("of $language holds 2,048 words that differ without accents and case", (list) => {
    expect(list.words.length).toBe(2_048);
    expect(new Set(list.words.map(plainWord)).size).toBe(2_048);
  });
});

describe("a tracking code", () => {
  it("comes back from the words of each list, however they are typed", () => {
    const manners = fc.array(aManner, { minLength: 12, maxLength: 12 });
    const separators = fc.array(aSeparator, { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(aCode, aList, manners, separators, (code, list, typed, between) => {
        const words = codeWords(code, list);
        expect(words.length).toBe(12);
        const text = words.map((word, at) => `${between[at]}${typed[at]?.(word)}`).join("");
        expect(parseCode(`${text}${between[12]}`, LISTS)).toEqual({ kind: "code", code });
      }),
      { numRuns: 200 },
    );
  });

  it("comes back from its numbers, in any digits and any grouping", () => {
    const digits = fc.constantFrom(...DIGITS);
    const separator = fc.oneof(fc.constant(""), aSeparator);
    fc.assert(
      fc.property(aCode, aList, digits, separator, (code, list, set, between) => {
        const numbers = codeNumbers(code, list);
        expect(numbers).toEqual(codeNumbers(code, EN));
        for (const number of numbers) expect(number).toMatch(/^\d{4}$/u);
        const text = inDigits(numbers.join(between), set);
        expect(parseCode(text, LISTS)).toEqual({ kind: "code", code });
      }),
      { numRuns: 200 },
    );
  });

  it("names the one word that is in no list, and where it stands", () => {
    const known = new Set(LISTS.flatMap(({ words }) => words.map(plainWord)));
    const aStranger = fc.stringMatching(/^[a-z]{2,10}$/).filter((word) => !known.has(word));
    fc.assert(
      fc.property(aCode, aList, fc.nat({ max: 11 }), aStranger, (code, list, at, stranger) => {
        const words = codeWords(code, list).with(at, stranger);
        expect(parseCode(words.join(" "), LISTS)).toMatchObject({
          kind: "unknown-word",
          position: at + 1,
          word: stranger,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("suggests the word that was begun", () => {
    fc.assert(
      fc.property(aCode, fc.nat({ max: 11 }), (code, at) => {
        const words = codeWords(code, EN);
        const word = words[at] ?? "";
        fc.pre(word.length > 4 && !english.includes(word.slice(0, -1)));
        const read = parseCode(words.with(at, word.slice(0, -1)).join(" "), LISTS);
        expect(read).toMatchObject({ kind: "unknown-word", position: at + 1 });
        expect(read.kind === "unknown-word" ? read.suggestions : []).toContain(word);
      }),
      { numRuns: 40 },
    );
  });

  it("names a number that no list has", () => {
    fc.assert(
      fc.property(
        aCode,
        fc.nat({ max: 11 }),
        fc.constantFrom("0000", "2049", "9999"),
        (code, at, wrong) => {
          const numbers = codeNumbers(code, EN).with(at, wrong).join(" ");
          expect(parseCode(numbers, LISTS)).toEqual({
            kind: "unknown-word",
            position: at + 1,
            word: wrong,
            suggestions: [],
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("says how many words there are when there are not twelve", () => {
    fc.assert(
      fc.property(aCode, aList, fc.integer({ min: 1, max: 24 }), (code, list, count) => {
        fc.pre(count !== 12);
        const twice = [...codeWords(code, list), ...codeWords(code, list)];
        const read = parseCode(twice.slice(0, count).join(" "), LISTS);
        expect(read).toEqual({ kind: count < 12 ? "too-few" : "too-many", given: count });
      }),
      { numRuns: 40 },
    );
    for (const empty of ["", " \n", "-- .."]) {
      expect(parseCode(empty, LISTS)).toEqual({ kind: "too-few", given: 0 });
    }
  });

  it("is caught by its checksum when a word is another of the list, fifteen times in sixteen", () => {
    const another = fc.nat({ max: 2_047 });
    let caught = 0;
    const changed: [string, string][] = fc
      .sample(fc.tuple(aCode, fc.nat({ max: 11 }), another), { numRuns: 400, seed: 11 })
      .map(([code, at, index]) => {
        const words = codeWords(code, EN);
        return [words.join(" "), words.with(at, english[index] ?? "").join(" ")];
      });
    for (const [right, wrong] of changed) {
      if (right === wrong) continue;
      const read = parseCode(wrong, LISTS);
      if (read.kind === "checksum") caught += 1;
      else expect(read.kind).toBe("code");
    }
    expect(caught).toBeGreaterThan(340);
  });

  it("never throws, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(parseCode(text, LISTS).kind).toMatch(/^(too-few|too-many|unknown-word)$/u);
      }),
    );
  });

  it("is made anew each time, and one changed bit changes every derived key", () => {
    expect(newTrackingCode()).not.toEqual(newTrackingCode());
    fc.assert(
      fc.property(aCode, fc.nat({ max: 127 }), (code, bit) => {
        const other = code.slice();
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const left = reporterKeys(code);
        const right = reporterKeys(trackingCode(other));
        expect(left.locator).not.toEqual(right.locator);
        expect(left.signInKey).not.toEqual(right.signInKey);
        expect(left.seal.publicKey).not.toEqual(right.seal.publicKey);
        expect(Buffer.from(left.locator).includes(Buffer.from(code))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
