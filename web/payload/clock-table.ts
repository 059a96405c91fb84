/**
 * Every named clock, one row each. A new one is its row here and its words in the languages.
 * Periods run as Regulation (EEC, Euratom) No 1182/71 says: the day of the event is not counted, and a month ends on
 * the same date or, where there is none, on the last. The conventions of The Hague and the guidance of England have no
 * rule of counting, and are counted so too. Hours are whole days, rounded down, because nothing finer is kept.
 * Where a rule can be read two ways the earlier day stands. A row is no legal advice, and no lawyer has signed it off.
 */
import * as z from "zod/mini";
import {
  ACKNOWLEDGE_DAYS,
  FEEDBACK_EXTENDED_MONTHS,
  FEEDBACK_MONTHS,
} from "../../worker/contract/clocks.ts";

export interface Limit {
  readonly count: number;
  readonly unit: "hours" | "days" | "weeks" | "months";
}

/** What sets a clock going. */
export const CLOCK_EVENTS = [
  "SEALED",
  "ACKNOWLEDGED",
  "TRIAGE",
  "PROCEEDINGS",
  "REMOVAL",
  "APPLICATION",
  "SEISED",
  "APPEAL_READY",
  "ENFORCEMENT",
  "REFUSAL",
  "REFUSAL_NOTICE",
  "REFERRAL",
  "STRATEGY_TALK",
  "CONFERENCE",
  "AWARE",
  "REQUEST",
  "ORDER",
  "AGREEMENT",
  "SUSPICION",
] as const;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

export interface ClockRow {
  readonly starts: ClockEvent;
  readonly limit: Limit;
  /** Which days are counted: all, or a country's working days. */
  readonly calendar: "calendar" | "working";
  /**
   * Where the last day is no working day: it stands, or the next working day is the last (1182/71, Art. 3(4)). `before`:
   * it is due the day before, because less than the period must have run.
   */
  readonly lastDay: "stands" | "moves" | "before";
  /** Whether its law, or this house, lets it stand still. */
  readonly pause: "with-reason" | "never";
  /** Once, to a longer limit; to any later day, with a reason; or not at all. */
  readonly extension: "none" | "later-day" | Limit;
  /** Whether whoever starts it may name the last day themself, as an order does. */
  readonly ownDay: "as-written" | "none";
  /** The act and its article; null for a default of this house. */
  readonly source: string | null;
}

const COUNTED = {
  calendar: "calendar",
  lastDay: "stands",
  pause: "with-reason",
  extension: "none",
  ownDay: "none",
} as const;
const WORKING = { ...COUNTED, calendar: "working" } as const;
/** What nobody here can hold up. */
const RELENTLESS = { ...COUNTED, pause: "never" } as const;
/** A limit in a Regulation of the Union ends on a working day; 2019/1111 lets none stand still. */
const UNION = { ...RELENTLESS, lastDay: "moves" } as const;

const days = (count: number): Limit => ({ count, unit: "days" });
const hours = (count: number): Limit => ({ count, unit: "hours" });
const weeks = (count: number): Limit => ({ count, unit: "weeks" });
const months = (count: number): Limit => ({ count, unit: "months" });

/** Those that start and end by what else the journal says. */
export const PROMISE_CLOCKS = {
  ACK: {
    ...RELENTLESS,
    starts: "SEALED",
    limit: days(ACKNOWLEDGE_DAYS),
    source: "(EU) 2019/1937, 9(1)(b), 11(2)(b)",
  },
  /** The longer limit is for channels of an authority alone (11(2)(d)): nobody but its desk can say that it is one. */
  FB: {
    ...RELENTLESS,
    starts: "ACKNOWLEDGED",
    limit: months(FEEDBACK_MONTHS),
    extension: months(FEEDBACK_EXTENDED_MONTHS),
    source: "(EU) 2019/1937, 9(1)(f), 11(2)(d)",
  },
  /** Within the hour where somebody is on duty, within four where somebody can be called. */
  URG: { ...RELENTLESS, starts: "SEALED", limit: hours(1), source: null },
} as const satisfies Record<string, ClockRow>;

/** The first protective action, by the risk to the child that triage found. */
export const RISK_CLOCKS = {
  R_HIGH: { ...RELENTLESS, starts: "TRIAGE", limit: hours(24), source: null },
  R_MEDIUM: { ...RELENTLESS, starts: "TRIAGE", limit: hours(72), source: null },
  R_LOW: { ...RELENTLESS, starts: "TRIAGE", limit: days(7), source: null },
} as const satisfies Record<string, ClockRow>;

/** Those that somebody starts because of something that happened outside. */
export const STARTED_CLOCKS = {
  /** After it the reasons for the delay may be asked for; it bars nothing. */
  H80_6W: { ...RELENTLESS, starts: "PROCEEDINGS", limit: weeks(6), source: "Hague 1980, 11" },
  /** Proceedings must begin while less than a year has run, so the anniversary itself may be too late. */
  H80_1Y: {
    ...RELENTLESS,
    starts: "REMOVAL",
    limit: months(12),
    lastDay: "before",
    source: "Hague 1980, 12",
  },
  B2_ACK: {
    ...RELENTLESS,
    calendar: "working",
    starts: "APPLICATION",
    limit: days(5),
    source: "(EU) 2019/1111, 23",
  },
  B2_6A: {
    ...UNION,
    starts: "SEISED",
    limit: weeks(6),
    extension: "later-day",
    source: "(EU) 2019/1111, 24(2)",
  },
  B2_6B: {
    ...UNION,
    starts: "APPEAL_READY",
    limit: weeks(6),
    extension: "later-day",
    source: "(EU) 2019/1111, 24(3)",
  },
  B2_6C: { ...UNION, starts: "ENFORCEMENT", limit: weeks(6), source: "(EU) 2019/1111, 28" },
  B2_1M: { ...UNION, starts: "REFUSAL", limit: months(1), source: "(EU) 2019/1111, 29(3)" },
  B2_3M: { ...UNION, starts: "REFUSAL_NOTICE", limit: months(3), source: "(EU) 2019/1111, 29(5)" },
  UK_1: { ...WORKING, starts: "REFERRAL", limit: days(1), source: "Working Together (England)" },
  UK_45: { ...WORKING, starts: "REFERRAL", limit: days(45), source: "Working Together (England)" },
  UK_15: {
    ...WORKING,
    starts: "STRATEGY_TALK",
    limit: days(15),
    source: "Working Together (England)",
  },
  UK_RC: {
    ...COUNTED,
    starts: "CONFERENCE",
    limit: months(3),
    source: "Working Together (England)",
  },
  UK_RC_NEXT: {
    ...COUNTED,
    starts: "CONFERENCE",
    limit: months(6),
    source: "Working Together (England)",
  },
  /** In hours, so it ends on any day (1182/71, Art. 3(4)); that Art. 3(5) adds working days to it is not relied on. */
  BR72: { ...RELENTLESS, starts: "AWARE", limit: hours(72), source: "(EU) 2016/679, 33" },
  /** It stands still while somebody is asked who they are (12(6)). */
  DSR: {
    ...UNION,
    pause: "with-reason",
    starts: "REQUEST",
    limit: months(1),
    extension: months(3),
    source: "(EU) 2016/679, 12(3)",
  },
  ORD: {
    ...COUNTED,
    starts: "ORDER",
    limit: months(3),
    extension: "later-day",
    ownDay: "as-written",
    source: null,
  },
  PAX: { ...COUNTED, starts: "AGREEMENT", limit: months(12), extension: "later-day", source: null },
  CAL_36: {
    ...RELENTLESS,
    starts: "SUSPICION",
    limit: hours(36),
    source: "California Penal Code, 11166(a)",
  },
} as const satisfies Record<string, ClockRow>;

export type PromiseClockCode = keyof typeof PROMISE_CLOCKS;
export type RiskClockCode = keyof typeof RISK_CLOCKS;
export type StartedClockCode = keyof typeof STARTED_CLOCKS;
/** Those whose course stands in the internal lane. */
export type TeamClockCode = RiskClockCode | StartedClockCode;
export type ClockCode = PromiseClockCode | TeamClockCode;

function keysOf<Key extends string>(rows: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  const names = Object.keys(rows).filter((name): name is Key => Object.hasOwn(rows, name));
  const [first, ...others] = names;
  if (first === undefined) throw new Error("clocks: there is none");
  return [first, ...others];
}

export const STARTED_CLOCK_CODES = keysOf(STARTED_CLOCKS);
export const StartedClockCode = z.enum(STARTED_CLOCK_CODES);
export const TeamClockCode = z.enum([...keysOf(RISK_CLOCKS), ...STARTED_CLOCK_CODES]);
export const ClockCode = z.enum([...keysOf(PROMISE_CLOCKS), ...TeamClockCode.options]);

export const CLOCKS: Readonly<Record<ClockCode, ClockRow>> = {
  ...PROMISE_CLOCKS,
  ...RISK_CLOCKS,
  ...STARTED_CLOCKS,
};

/** Whether its days cannot be told without knowing the holidays of some country. */
export function needsCountry(code: ClockCode): boolean {
  const { calendar, lastDay } = CLOCKS[code];
  return calendar === "working" || lastDay === "moves";
}
