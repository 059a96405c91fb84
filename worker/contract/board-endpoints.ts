/**
 * Numbers for those who see to it that cases go on: a coordinator's board, and how promises were kept. No case is named,
 * and none can be opened from here. Each is counted a part at a time, so that no request reads more than a part.
 */
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { CountCursor, DeskCounts, MonthCounts, ReaderCounts } from "./figures.ts";
import { SMALL_BODY_BYTES } from "./limits.ts";
import { Day } from "./roster.ts";

const Part = z.strictObject({
  /** Null, and then what the answer before said. */
  from: z.nullable(CountCursor),
});

export const boardEndpoints = {
  /** How the clocks of every case were kept, by desk and by the month it came. */
  caseCounts: endpoint({
    method: "POST",
    path: "/api/audit/counts",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Part,
    output: z.strictObject({
      months: z.array(MonthCounts),
      next: z.nullable(CountCursor),
      day: Day,
    }),
    padding: "none",
  }),

  /** The open cases of the caller's desks by age and due day, how long things took, and who can read how many. */
  board: endpoint({
    method: "POST",
    path: "/api/board",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Part,
    output: z.strictObject({
      desks: z.array(DeskCounts),
      readers: z.array(ReaderCounts),
      next: z.nullable(CountCursor),
      day: Day,
    }),
    padding: "none",
  }),
} as const;
