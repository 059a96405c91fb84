/** A clock of the team's is over: what it asked for was done, or it asks for nothing any more. */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { findClock, isOpen, withClock, type ClockState } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { withCasework } from "../written.ts";

export const CLOCK_OUTCOMES = ["MET", "NOT_APPLICABLE"] as const;
export type ClockOutcome = (typeof CLOCK_OUTCOMES)[number];

export const ClockEnd = z.strictObject({
  type: z.literal("clock-end"),
  clock: Seq,
  outcome: z.enum(CLOCK_OUTCOMES),
  /** What was done, or why nothing is owed; may be empty. */
  text: OptionalText,
  language: LanguageTag,
});

const STATE_AFTER = {
  MET: "met",
  NOT_APPLICABLE: "ended",
} as const satisfies Record<ClockOutcome, ClockState>;

export const clockEnd = entryType({
  type: "clock-end",
  lane: "internal",
  by: ["member"],
  schema: ClockEnd,
  permits: ({ casework }, payload) => {
    const clock = findClock(casework.clocks, payload.clock);
    return clock !== null && isOpen(clock);
  },
  reduce: (state, payload) =>
    withCasework(state, ({ clocks }) => ({
      clocks: withClock(clocks, payload.clock, (clock) => ({
        ...clock,
        state: STATE_AFTER[payload.outcome],
        pausedDay: null,
        untilDay: null,
      })),
    })),
});
