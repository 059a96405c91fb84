/** What a coordinator types about a team, read forgivingly, and what is wrong with it. */
import { LANGUAGES } from "../i18n/index.ts";
import type { DeskPlan } from "../vault/coordination.ts";

/** As long as the list of people allows. */
const NAME_MAX = 120;
const LANGUAGES_MAX = 40;

/** As it stands in the fields. */
export interface TypedDesk {
  /** By language tag. */
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly languages: string;
  readonly oversight: boolean;
}

export const NO_DESK: TypedDesk = { names: {}, country: "", languages: "", oversight: false };

export type DeskMistake = "names" | "country" | "languages";

/** The languages a name can be typed in: those of the pages, and what a desk has a name in already. */
export function nameLanguages({ names }: Pick<TypedDesk, "names">): readonly string[] {
  return [...new Set([...LANGUAGES.map(({ code }) => code), ...Object.keys(names)])];
}

export function typedFrom({ names, country, languages, oversight }: DeskPlan): TypedDesk {
  return { names, country, languages: languages.join(", "), oversight };
}

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/u.test(code)) return false;
  const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  return regions.of(code) !== undefined;
}

export function readDesk(typed: TypedDesk): {
  readonly plan: DeskPlan;
  readonly mistake: DeskMistake | null;
} {
  const names = Object.fromEntries(
    Object.entries(typed.names)
      .map(([language, name]) => [language, name.trim()] as const)
      .filter(([, name]) => name !== ""),
  );
  const country = typed.country.trim().toUpperCase();
  const languages = [...new Set(typed.languages.toLowerCase().match(/[^\s,;،]+/gu) ?? [])];
  const named = Object.values(names);
  const soundNames = named.length > 0 && named.every(({ length }) => length <= NAME_MAX);
  const soundLanguages =
    languages.length > 0 &&
    languages.length <= LANGUAGES_MAX &&
    languages.every((code) => /^[a-z]{2,3}$/u.test(code));
  return {
    plan: { names, country, languages, oversight: typed.oversight },
    mistake: !soundNames
      ? "names"
      : !isCountry(country)
        ? "country"
        : !soundLanguages
          ? "languages"
          : null,
  };
}
