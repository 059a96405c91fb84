/** A clock of the team's stands still for a reason, and goes on again. It is named by the place of its start. */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { CLOCKS } from "../clock-table.ts";
import { courseOf, findClock, withClock } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { lastDayAfterPause } from "../periods.ts";
import { LanguageTag, Reason } from "../text.ts";
import { withCasework } from "../written.ts";

export const ClockPause = z.strictObject({
  type: z.literal("clock-pause"),
  clock: Seq,
  reason: Reason,
  language: LanguageTag,
  /** When somebody asks whether it still has to stand still; null: nobody is reminded. */
  untilDay: z.nullable(Day),
});

export const ClockResume = z.strictObject({ type: z.literal("clock-resume"), clock: Seq });

export const clockPause = entryType({
  type: "clock-pause",
  lane: "internal",
  by: ["member"],
  schema: ClockPause,
  permits: ({ casework }, payload) => {
    const clock = findClock(casework.clocks, payload.clock);
    return clock?.state === "running" && CLOCKS[clock.code].pause === "with-reason";
  },
  reduce: (state, payload, { day }) =>
    withCasework(state, ({ clocks }) => ({
      clocks: withClock(clocks, payload.clock, (clock) => ({
        ...clock,
        state: "paused",
        pausedDay: Math.max(day, clock.fromDay + 1),
        untilDay: payload.untilDay,
      })),
    })),
});

export const clockResume = entryType({
  type: "clock-resume",
  lane: "internal",
  by: ["member"],
  schema: ClockResume,
  permits: ({ casework }, payload) => findClock(casework.clocks, payload.clock)?.state === "paused",
  reduce: (state, payload, { day }) =>
    withCasework(state, ({ clocks }) => ({
      clocks: withClock(clocks, payload.clock, (clock) => ({
        ...clock,
        lastDay: lastDayAfterPause(clock.lastDay, clock.pausedDay ?? day, day, courseOf(clock)),
        state: "running",
        pausedDay: null,
        untilDay: null,
      })),
    })),
});
