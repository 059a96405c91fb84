/** What a coordinator types about a team, read forgivingly, and what is wrong with it. */
import { CLOSED_MONTHS, CLOSED_MONTHS_MAX } from "../../worker/contract/retention.ts";
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
  readonly closedMonths: string;
}

export const NO_DESK: TypedDesk = {
  names: {},
  country: "",
  languages: "",
  oversight: false,
  closedMonths: String(CLOSED_MONTHS),
};

export type DeskMistake = "names" | "country" | "languages" | "closedMonths";

/** The languages a name can be typed in: those of the pages, and what a desk has a name in already. */
export function nameLanguages({ names }: Pick<TypedDesk, "names">): readonly string[] {
  return [...new Set([...LANGUAGES.map(({ code }) => code), ...Object.keys(names)])];
}

export function typedFrom(plan: DeskPlan): TypedDesk {
  const { languages, closedMonths } = plan;
  return { ...plan, languages: languages.join(", "), closedMonths: String(closedMonths) };
}

/** ASCII, Arabic-Indic or extended Arabic-Indic digits; NaN for any other. */
function digitsOf(text: string): number {
  const ascii = text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
  return Number(ascii);
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
  const { country } = typed;
  const languages = [...new Set(typed.languages.toLowerCase().match(/[^\s,;،]+/gu) ?? [])];
  const named = Object.values(names);
  const soundNames = named.length > 0 && named.every(({ length }) => length <= NAME_MAX);
  const soundLanguages =
    languages.length > 0 &&
    languages.length <= LANGUAGES_MAX &&
    languages.every((code) => /^[a-z]{2,3}$/u.test(code));
  const months = typed.closedMonths.trim();
  // Digits of any script a keyboard may give.
  const closedMonths = /^\p{Nd}{1,3}$/u.test(months) ? digitsOf(months) : Number.NaN;
  const soundMonths = closedMonths >= 1 && closedMonths <= CLOSED_MONTHS_MAX;
  return {
    plan: { names, country, languages, oversight: typed.oversight, closedMonths },
    mistake: !soundNames
      ? "names"
      : country === ""
        ? "country"
        : !soundLanguages
          ? "languages"
          : !soundMonths
            ? "closedMonths"
            : null,
  };
}
