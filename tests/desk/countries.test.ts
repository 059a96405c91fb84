/** Countries are picked by name, in the order of the page's language; a code of somebody else's list is shown all the same. */
import { describe, expect, it } from "vitest";
import { CountrySelect } from "../../web/ui/country-select.tsx";
import { fieldsOf } from "../../web/desk/casework-forms.ts";
import { payloadOf, typedFrom } from "../../web/desk/casework-typed.ts";
import { COUNTRIES, isCountry } from "../../web/payload/countries.ts";
import { EUROPEAN_UNION } from "../../web/report/help-lines.ts";
import { NOTHING_AROUND } from "./case-files.ts";
import { drawIn, drawnText } from "../support/drawing.ts";

const LANGUAGES = ["en", "fr", "ar"] as const;
/** What a browser has a name for and ISO 3166-1 has no code of. */
const UNLISTED = "XK";

function drawnWith(value: string): readonly string[] {
  const nothing = (): void => undefined;
  return drawnText(
    CountrySelect({
      id: "country",
      label: "Where?",
      countries: COUNTRIES,
      none: "None",
      value,
      onChange: nothing,
    }),
  )
    .split("\n")
    .filter((line) => line !== "");
}

describe("the list of countries", () => {
  it("names each once, in every language of the pages", async () => {
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
    expect(EUROPEAN_UNION.filter((code) => !isCountry(code))).toEqual([]);
    for (const code of LANGUAGES) {
      const { country } = await drawIn(code);
      expect(COUNTRIES.filter((one) => country(one) === one)).toEqual([]);
    }
    // The control: a code that is nobody's is told apart by having no name.
    const { country } = await drawIn("en");
    expect(country("QQ")).toBe("QQ");
  });

  it.each(LANGUAGES)("stands in the order of the language, in %s", async (code) => {
    const { country } = await drawIn(code);
    const [label, none, ...names] = drawnWith("");
    expect([label, none]).toEqual(["Where?", "None"]);
    expect(names.toSorted(new Intl.Collator(code).compare)).toEqual(names);
    expect(new Set(names)).toEqual(new Set(COUNTRIES.map((one) => country(one))));
  });

  it("puts letters with marks where readers of French look for them, which code points do not", async () => {
    const { country } = await drawIn("fr");
    const names = drawnWith("");
    expect(names.indexOf(country("EG"))).toBeLessThan(names.indexOf(country("FR")));
    expect(country("EG") < country("FR")).toBe(false);
  });
});

describe("a country that is not in the list", () => {
  it("is shown where it stands in a form, by its name or else its letters", async () => {
    const { country } = await drawIn("en");
    expect(drawnWith("")).not.toContain(country(UNLISTED));
    expect(drawnWith(UNLISTED)).toContain(country(UNLISTED));
    expect(drawnWith("QQ")).toContain("QQ");
  });

  it("stays what it was when a measure is written again", async () => {
    const text = await drawIn("en");
    const form = fieldsOf("measure", { ...NOTHING_AROUND, text });
    const standing = {
      kind: "SUPERVISION",
      authority: "The youth court",
      country: UNLISTED,
      startDay: 20_000,
      endDay: null,
      reviewDay: null,
    };
    const result = payloadOf("measure", form, typedFrom(form, standing), "en", 4);
    expect(result).toMatchObject({ kind: "payload", payload: { country: UNLISTED } });
    const none = payloadOf("measure", form, { ...typedFrom(form, standing), country: "" }, "en");
    expect(none).toEqual({ kind: "missing", field: "country" });
  });
});
