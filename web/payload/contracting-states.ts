/**
 * Which States the two Conventions of The Hague bind, and which the Regulation, each as it stood on a day of its own: the
 * last day for which a count or a list of the depositary was read. docs/operations.md says how a list is renewed.
 * A State whose standing was found in no source that could be read is left out: what is not here is not known, which is
 * not the same as not bound. Territories to which a State extended a Convention are left out too.
 * ISO 3166-1 alpha-2.
 */
import type { CountryCode } from "./countries.ts";

export interface BoundStates {
  /** Days since 1970-01-01, UTC: the list is of this day. */
  readonly asOfDay: number;
  /** Where it is kept, and by whom. */
  readonly source: string;
  /** Bound towards each other with nothing more to ask: who ratified, or succeeded to a State that had. */
  readonly full: readonly CountryCode[];
  /** Who acceded: towards whom they are bound depends on what the others said of it. */
  readonly acceded: readonly CountryCode[];
}

/** Ratified or succeeded (Art. 37), and acceded (Art. 38). Of 103 in all: GN, LS, ZM and China are left out. */
export const HAGUE_1980_STATES: BoundStates = {
  /** 2022-11-14. */
  asOfDay: 19_310,
  source: "hcch.net, Convention 28, status table",
  full: [
    "AR", "AT", "AU", "BA", "BE", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HR",
    "IE", "IL", "IT", "JP", "LU", "ME", "MK", "NL", "NO", "PT", "RS", "SE", "SK", "TR", "US", "VE",
  ],
  acceded: [
    "AD", "AL", "AM", "BB", "BF", "BG", "BO", "BR", "BS", "BW", "BY", "BZ", "CL", "CO", "CR", "CU",
    "CV", "CY", "DO", "EC", "EE", "FJ", "GA", "GE", "GT", "GY", "HN", "HU", "IQ", "IS", "JM", "KN", "KR",
    "KZ", "LK", "LT", "LV", "MA", "MC", "MD", "MT", "MU", "MX", "NI", "NZ", "PA", "PE", "PH", "PK",
    "PL", "PY", "RO", "RU", "SC", "SG", "SI", "SM", "SV", "TH", "TM", "TN", "TT", "UA", "UY", "UZ",
    "ZA", "ZW",
  ],
}; // oxfmt-ignore

/** Ratified (Art. 57), and acceded (Art. 58). TR and UY are left out. */
export const HAGUE_1996_STATES: BoundStates = {
  /** 2025-03-13. */
  asOfDay: 20_160,
  source: "hcch.net, Convention 34, status table",
  full: [
    "AT", "AU", "BE", "CH", "CY", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "IT", "LU", "LV", "MA", "MC", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
  ],
  acceded: [
    "AL", "AM", "BB", "BG", "BZ", "CR", "CU", "CV", "DO", "EC", "EE", "FJ", "GE", "GY", "HN", "LS",
    "LT", "ME", "MT", "NI", "PY", "RS", "RU", "SV", "UA",
  ],
}; // oxfmt-ignore

/** Objections to an accession to the Convention of 1996 (Art. 58(3)): who objected, and to whose. */
export const HAGUE_1996_OBJECTIONS: readonly (readonly [CountryCode, CountryCode])[] = [
  ["DK", "SV"],
];

/** The Regulation binds every Member State but Denmark (Protocol No 22). A closed list: nobody else is. */
export const BRUSSELS_IIB_STATES: BoundStates = {
  /** 2026-09-30. */
  asOfDay: 20_726,
  source: "eur-lex.europa.eu, 32019R1111",
  full: [
    "AT", "BE", "BG", "CY", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ],
  acceded: [],
}; // oxfmt-ignore
