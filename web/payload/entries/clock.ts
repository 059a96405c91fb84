/** Somebody sets one of the named clocks going: which, since which day, and where its working days are counted. */
import * as z from "zod/mini";
import { Day } from "../../../worker/contract/roster.ts";
import { CLOCKS, needsCountry, StartedClockCode } from "../clock-table.ts";
import { startedClock } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { Country, LanguageTag, OptionalText } from "../text.ts";
import { withCasework } from "../written.ts";

/** How far ahead an event may lie that sets a clock going. */
export const CLOCK_AHEAD_DAYS = 366;

export const Clock = z.strictObject({
  type: z.literal("clock"),
  code: StartedClockCode,
  /** The day of the event; it is not counted. */
  fromDay: Day,
  /** Null where every day counts. */
  country: z.nullable(Country),
  /** The last day as an order names it; null for the limit of the clock's own row. */
  ownDay: z.nullable(Day),
  /** What it is about; may be empty. */
  text: OptionalText,
  language: LanguageTag,
});
export type Clock = z.infer<typeof Clock>;

export const clock = entryType({
  type: "clock",
  lane: "internal",
  by: ["member"],
  schema: Clock,
  permits: (_state, { code, fromDay, country, ownDay }, { day }) =>
    fromDay <= day + CLOCK_AHEAD_DAYS &&
    (country !== null || !needsCountry(code)) &&
    (ownDay === null || (CLOCKS[code].ownDay === "as-written" && ownDay >= fromDay)),
  reduce: (state, { code, fromDay, country, ownDay }, { seq }) =>
    withCasework(state, ({ clocks }) => ({
      clocks: [...clocks, startedClock({ seq, code, fromDay, country }, ownDay)],
    })),
});
