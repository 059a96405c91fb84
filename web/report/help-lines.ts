/**
 * Numbers to call, by country, as they were known on a day that the screen shows. Whoever changes a number
 * looks all of them up at their source and moves the day.
 */

export const HELP_LINES_AS_OF = "2026-11-23";

export const HELP_KINDS = ["emergency", "child-helpline", "missing-child", "trafficking"] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

export interface HelpLine {
  readonly kind: HelpKind;
  readonly number: string;
  /** Reserved all over Europe, but not in service in every country. */
  readonly notEverywhere?: true;
}

/** The Member States, by ISO 3166-1 alpha-2. */
export const EUROPEAN_UNION = [
  "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
  "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
] as const; // oxfmt-ignore

const EUROPEAN_LINES: readonly HelpLine[] = [
  { kind: "emergency", number: "112" },
  { kind: "child-helpline", number: "116 111", notEverywhere: true },
  { kind: "missing-child", number: "116 000" },
];

const LINES: ReadonlyMap<string, readonly HelpLine[]> = new Map([
  ...EUROPEAN_UNION.map((country) => [country, EUROPEAN_LINES] as const),
  [
    "GB",
    [
      { kind: "emergency", number: "999" },
      { kind: "emergency", number: "112" },
      { kind: "child-helpline", number: "0800 1111" },
      { kind: "missing-child", number: "116 000" },
    ],
  ],
  [
    "US",
    [
      { kind: "emergency", number: "911" },
      { kind: "missing-child", number: "1-800-843-5678" },
      { kind: "trafficking", number: "1-888-373-7888" },
    ],
  ],
  ["CA", [{ kind: "emergency", number: "911" }]],
]);

/**
 * Shown before anybody has chosen a country, as on the static page: nobody in danger should have to choose first.
 * `places`: ISO 3166-1 alpha-2, or `europe`, which browsers have no name for.
 */
export const FIRST_LINES = [
  { places: ["europe"], number: "112" },
  { places: ["GB"], number: "999" },
  { places: ["US", "CA"], number: "911" },
] as const;

export const HELP_COUNTRIES: readonly string[] = [...LINES.keys()];

/** Empty for a country we have no checked numbers for. */
export function helpLinesOf(country: string): readonly HelpLine[] {
  return LINES.get(country) ?? [];
}
