/**
 * A protective measure that some authority took: which, by whom, from when to when, and when it is to be reviewed
 * (Hague 1996, 11 and 12). Writing one again replaces it, so that an end or a review can be added.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { clocksAfterMeasure } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { Country, Line } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const MEASURE_KINDS = [
  "EMERGENCY_PROTECTION",
  "PREVENTION_OF_REMOVAL",
  "TEMPORARY_CUSTODY",
  "SUPERVISION",
  "GUARDIANSHIP",
  "CONTACT_SUSPENDED",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const Measure = z.strictObject({
  type: z.literal("measure"),
  kind: z.enum(MEASURE_KINDS),
  authority: Line,
  country: Country,
  startDay: Day,
  endDay: z.nullable(Day),
  reviewDay: z.nullable(Day),
  /** The measure this one is written again for; null for a new one. */
  replaces: z.nullable(Seq),
});
export type Measure = z.infer<typeof Measure>;

export const measure = entryType({
  type: "measure",
  lane: "internal",
  by: ["member"],
  schema: Measure,
  permits: ({ casework }, { replaces, startDay, endDay }) =>
    (replaces === null || casework.measures.some(({ seq }) => seq === replaces)) &&
    (endDay === null || endDay >= startDay),
  reduce: (state, payload, place) =>
    withCasework(state, ({ measures, measureReviews, clocks }) => {
      const { replaces } = payload;
      const { clocks: running, clock } = clocksAfterMeasure(clocks, measures, payload, place);
      const next = { ...written(payload, place), clock };
      return {
        measures:
          replaces === null
            ? [...measures, next]
            : measures.map((one) => (one.seq === replaces ? next : one)),
        // What was signed off stays with it; a review that nobody answered was of what stood before.
        measureReviews: measureReviews.map((review) =>
          review.measure === replaces && review.signOff !== null
            ? { ...review, measure: next.seq }
            : review,
        ),
        clocks: running,
      };
    }),
});
