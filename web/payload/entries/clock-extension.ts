/** A clock of the team's gets longer, for a reason: to the longer limit its law knows, or to a later day. */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { CLOCKS } from "../clock-table.ts";
import { courseOf, findClock, isOpen, withClock, type TeamClock } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { lastDayOf } from "../periods.ts";
import { LanguageTag, Reason } from "../text.ts";
import { withCasework } from "../written.ts";

export const ClockExtension = z.strictObject({
  type: z.literal("clock-extension"),
  clock: Seq,
  /** The new last day; null for the longer limit of the clock's own row. */
  toDay: z.nullable(Day),
  reason: Reason,
  language: LanguageTag,
});

/** The last day after it; null when it may not be extended so. What pauses have added stays added. */
function extendedTo(clock: TeamClock, toDay: number | null): number | null {
  const { extension, limit } = CLOCKS[clock.code];
  if (!isOpen(clock) || extension === "none") return null;
  if (extension === "later-day") return toDay !== null && toDay > clock.lastDay ? toDay : null;
  if (toDay !== null || clock.extended) return null;
  const course = courseOf(clock);
  const { fromDay, lastDay } = clock;
  return lastDay + lastDayOf(fromDay, extension, course) - lastDayOf(fromDay, limit, course);
}

export const clockExtension = entryType({
  type: "clock-extension",
  lane: "internal",
  by: ["member"],
  schema: ClockExtension,
  permits: ({ casework }, payload) => {
    const clock = findClock(casework.clocks, payload.clock);
    return clock !== null && extendedTo(clock, payload.toDay) !== null;
  },
  reduce: (state, payload) =>
    withCasework(state, ({ clocks }) => ({
      clocks: withClock(clocks, payload.clock, (clock) => ({
        ...clock,
        lastDay: extendedTo(clock, payload.toDay) ?? clock.lastDay,
        extended: true,
      })),
    })),
});
