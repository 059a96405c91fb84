/** The Member States of the European Union, by ISO 3166-1 alpha-2. */

export const EUROPEAN_UNION = [
  "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
  "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
] as const; // oxfmt-ignore
