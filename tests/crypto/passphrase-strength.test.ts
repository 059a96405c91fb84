/** Chosen passphrases: what a guesser would try early is refused with its worth, what they would not is taken. */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weaknessOf } from "../../web/crypto/passphrase-strength.ts";

const worth = (passphrase: string, known: readonly string[] = []): number | string => {
  const weakness = weaknessOf(passphrase, known);
  if (weakness === null) return "strong";
  return weakness.kind === "guessable" ? weakness.worth : weakness.kind;
};

describe("a chosen passphrase", () => {
  it("is strong from any six different words of the list, whichever they are", () => {
    const six = fc.shuffledSubarray([...wordlist], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six, (words) => {
        expect(worth(words.join(" "))).toBe("strong");
      }),
    );
    // Each of them alone, so that no word is left out by chance.
    for (const word of wordlist) expect(worth(word), word).toBe(1);
  });

  it("is strong from six different words on, in any script, or as a long random string", () => {
    expect(worth("orchard velvet lantern copper drift")).toBe(5);
    expect(worth("orchard velvet lantern copper drift maple")).toBe("strong");
    expect(worth("verger velours lanterne cuivre dérive érable")).toBe("strong");
    expect(worth("بستان مخمل فانوس نحاس انجراف قيقب")).toBe("strong");
    expect(worth("k7vq9mzr2x4t8wq1n5p6h3")).toBe("strong");
  });

  it("is weak when short, common, repeated or in sequence", () => {
    expect(worth("")).toBe("empty");
    expect(worth("  \t ")).toBe("empty");
    expect(worth("password")).toBe(1);
    expect(worth("P4ssw0rd!2026")).toBeTypeOf("number");
    expect(worth("correct horse battery staple")).toBe(4);
    expect(worth("maple maple maple maple maple maple maple maple")).toBe(1);
    expect(worth("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")).toBe(0);
    expect(worth("abcdefghijklmnopqrstuvwxyz 0123456789 zyxwvutsrqponm")).toBe(2);
    expect(worth("averyveryverylongwordthatgoesonandon")).toBe(1);
    expect(worth("x ".repeat(2_000))).toBe("too-long");
  });

  it("counts nothing that names the organisation", () => {
    const six = "harbour children network orchard velvet lantern";
    expect(worth(six)).toBe("strong");
    expect(worth(six, ["Harbour Children Network"])).toBe(3);
  });
});
