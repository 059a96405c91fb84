/** Languages are picked by name, of all that people in a case may speak, and not only of those the pages are in. */
import { describe, expect, it } from "vitest";
import { languageOptions } from "../../web/desk/language-options.ts";
import { SPOKEN_LANGUAGES } from "../../web/payload/spoken-languages.ts";
import { LanguageTag } from "../../web/payload/text.ts";
import { LANGUAGES } from "../../web/i18n/index.ts";
import { drawIn } from "../support/drawing.ts";

describe("the list of languages", () => {
  it("holds each once, those of the pages among them, as an entry may name it", () => {
    expect(new Set(SPOKEN_LANGUAGES).size).toBe(SPOKEN_LANGUAGES.length);
    expect(SPOKEN_LANGUAGES.filter((tag) => !LanguageTag.safeParse(tag).success)).toEqual([]);
    const spoken: readonly string[] = SPOKEN_LANGUAGES;
    expect(LANGUAGES.filter(({ code }) => !spoken.includes(code))).toEqual([]);
  });

  it.each(["en", "fr", "ar"] as const)(
    "is named, and in the order of the language, in %s",
    async (code) => {
      const options = languageOptions(await drawIn(code));
      const labels = options.map(({ label }) => label);
      expect(labels.toSorted(new Intl.Collator(code).compare)).toEqual(labels);
      expect(options.map(({ value }) => value).toSorted()).toEqual(SPOKEN_LANGUAGES.toSorted());
    },
  );
});
