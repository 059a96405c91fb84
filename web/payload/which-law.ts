/**
 * Which instruments may apply between the countries of a child, and whom to ask first, from the tables alone.
 * Invariant: a function of what was picked. It asks nobody and keeps nothing, so that whoever runs it learns nothing.
 */
import { HAGUE_1996_OBJECTIONS } from "./contracting-states.ts";
import {
  BOUND,
  hague1980,
  hague1996,
  INSTRUMENTS,
  regulation,
  type Instrument,
  type Provision,
} from "./instruments.ts";

/** Where the child lives (habitual residence), where they are now, and where they are being taken. */
export const PLACES = ["home", "now", "heading"] as const;
export type Place = (typeof PLACES)[number];
/** ISO 3166-1 alpha-2; null where none was picked. */
export type Places = Readonly<Record<Place, string | null>>;

/**
 * `applies`: both are bound towards each other. `accession`: one of them acceded, so that it depends on the other.
 * `objected`: the other objected. `outside`: one is certainly not bound. `unknown`: one is not in the table.
 */
export type Standing = "applies" | "accession" | "objected" | "outside" | "unknown";

export interface Between {
  readonly instrument: Instrument;
  readonly standing: Standing;
  /** Those of the two that it turns on: who acceded, who is not bound, who is not in the table. */
  readonly because: readonly string[];
}

function bindsFully(instrument: Instrument, country: string): boolean {
  return BOUND[instrument].full.some((state) => state === country);
}

function hasAcceded(instrument: Instrument, country: string): boolean {
  return BOUND[instrument].acceded.some((state) => state === country);
}

function hasObjected(one: string, other: string): boolean {
  return HAGUE_1996_OBJECTIONS.some(([by, to]) => by === one && to === other);
}

/** How one instrument stands between two countries; the same whichever of them is named first. */
export function standingBetween(instrument: Instrument, one: string, other: string): Between {
  const pair = [one, other];
  const missing = pair.filter(
    (country) => !bindsFully(instrument, country) && !hasAcceded(instrument, country),
  );
  if (missing.length > 0) {
    const standing = instrument === "BRUSSELS_IIB" ? "outside" : "unknown";
    return { instrument, standing, because: missing };
  }
  // Among the States of the Regulation both Conventions are in force: it builds on them (96, 97).
  if (pair.every((country) => bindsFully("BRUSSELS_IIB", country))) {
    return { instrument, standing: "applies", because: [] };
  }
  if (instrument === "HAGUE_1996" && (hasObjected(one, other) || hasObjected(other, one))) {
    return { instrument, standing: "objected", because: pair };
  }
  const acceded = pair.filter((country) => hasAcceded(instrument, country));
  return { instrument, standing: acceded.length > 0 ? "accession" : "applies", because: acceded };
}

export function mayApply({ standing }: Between): boolean {
  return standing === "applies" || standing === "accession";
}

export interface Pair {
  readonly one: string;
  readonly other: string;
  /** One for each instrument that can be about the two, in their order. */
  readonly between: readonly Between[];
}

interface AskingRow {
  /** Whose authority is asked. */
  readonly of: Place;
  /** The two countries between which a provision has to apply. */
  readonly from: Place;
  readonly to: Place;
  /** The first that applies counts: the Regulation goes before the Convention of 1996 (97). */
  readonly under: readonly Provision[];
}

/** Ways of asking, in the order in which they are thought of; the code is its words in the languages. */
export const ASKINGS = {
  RETURN: { of: "home", from: "home", to: "now", under: [hague1980("8")] },
  URGENT: { of: "now", from: "home", to: "now", under: [regulation("15"), hague1996("11")] },
  CUSTODY: { of: "home", from: "home", to: "now", under: [regulation("7, 9"), hague1996("5, 7")] },
  FIND: { of: "now", from: "home", to: "now", under: [regulation("79, 80"), hague1996("31, 32")] },
  PREVENT: {
    of: "home",
    from: "home",
    to: "heading",
    under: [regulation("7, 30"), hague1996("5, 24")],
  },
  WARN: {
    of: "heading",
    from: "now",
    to: "heading",
    under: [regulation("80(2)"), hague1996("36")],
  },
} as const satisfies Record<string, AskingRow>;
export type Asking = keyof typeof ASKINGS;

export interface Ask {
  readonly asking: Asking;
  readonly country: string;
  readonly provision: Provision;
}

function isAsking(code: string): code is Asking {
  return Object.hasOwn(ASKINGS, code);
}
export const ASKING_CODES: readonly Asking[] = Object.keys(ASKINGS).filter(isAsking);

export interface WhichLaw {
  /** Every two countries that differ, once. */
  readonly pairs: readonly Pair[];
  readonly asks: readonly Ask[];
  /** The country whose own law protects the child whatever the instruments say; null where nobody picked it. */
  readonly here: string | null;
}

/** A child of whom nobody said where they are now is taken to be at home. */
export function whichLaw(places: Places): WhichLaw {
  const { home, heading } = places;
  const now = places.now ?? home;
  const at: Places = { home, now, heading };
  const pairs = new Map<string, Pair>();
  for (const [one, other] of [
    [home, now],
    [home, heading],
    [now, heading],
  ] as const) {
    if (one === null || other === null || one === other) continue;
    const key = [one, other].toSorted().join(" ");
    // A return is one to the child's home: the Convention of 1980 says nothing between two other countries.
    const about = INSTRUMENTS.filter((code) => code !== "HAGUE_1980" || one === home);
    const between = about.map((instrument) => standingBetween(instrument, one, other));
    if (!pairs.has(key)) pairs.set(key, { one, other, between });
  }
  const asks = ASKING_CODES.flatMap((asking): readonly Ask[] => {
    const row: AskingRow = ASKINGS[asking];
    const [from, to, country] = [at[row.from], at[row.to], at[row.of]];
    if (from === null || to === null || country === null || from === to) return [];
    const provision = row.under.find(({ instrument }) =>
      mayApply(standingBetween(instrument, from, to)),
    );
    return provision === undefined ? [] : [{ asking, country, provision }];
  });
  return { pairs: [...pairs.values()], asks, here: now };
}
