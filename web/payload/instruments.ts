/**
 * The instruments that say, across a border, whose authority protects a child and who may be asked: what each is, whom it
 * binds, and what a table of States cannot say of it. A row is no legal advice, and no lawyer has signed it off.
 */
import {
  BRUSSELS_IIB_STATES,
  HAGUE_1980_STATES,
  HAGUE_1996_STATES,
  type BoundStates,
} from "./contracting-states.ts";

export const INSTRUMENTS = ["HAGUE_1980", "HAGUE_1996", "BRUSSELS_IIB"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const BOUND: Readonly<Record<Instrument, BoundStates>> = {
  HAGUE_1980: HAGUE_1980_STATES,
  HAGUE_1996: HAGUE_1996_STATES,
  BRUSSELS_IIB: BRUSSELS_IIB_STATES,
};

/** A place in an instrument, such as Art. 8. */
export interface Provision {
  readonly instrument: Instrument;
  /** As the instrument numbers them: `8`, `80(2)`, `11, 12`. */
  readonly articles: string;
}

export const hague1980 = (articles: string): Provision => ({ instrument: "HAGUE_1980", articles });
export const hague1996 = (articles: string): Provision => ({ instrument: "HAGUE_1996", articles });
export const regulation = (articles: string): Provision => ({
  instrument: "BRUSSELS_IIB",
  articles,
});

/** What keeps an instrument from applying though both States are bound; the code is its words in the languages. */
export const LIMITS = {
  UNDER_16: hague1980("4"),
  SINCE_FORCE: hague1980("35"),
  UNDER_18: hague1996("2"),
  MEASURES_SINCE_FORCE: hague1996("53"),
  UNDER_18_UNION: regulation("2(2)"),
  SINCE_2022: regulation("100"),
  GOES_BEFORE: regulation("96, 97"),
} as const satisfies Record<string, Provision>;
export type Limit = keyof typeof LIMITS;

function isLimit(code: string): code is Limit {
  return Object.hasOwn(LIMITS, code);
}
export const LIMIT_CODES: readonly Limit[] = Object.keys(LIMITS).filter(isLimit);

/** Past so many days the page says that a list is old, and that it has to be looked at where it is kept. */
export const STALE_AFTER_DAYS = 180;

/** Days, since 1970-01-01 UTC: what is of that day is, on this one, older than anybody should rely on. */
export function isStale(asOfDay: number, today: number): boolean {
  return today - asOfDay > STALE_AFTER_DAYS;
}
