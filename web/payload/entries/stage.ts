/** How far the work on a case has come, in the four steps of ISO 37002:2021. Any step may follow any other. */
import * as z from "zod/mini";
import { Day } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { withCasework } from "../written.ts";

export const STAGES = ["RECEIVE", "ASSESS", "ADDRESS", "CONCLUDE"] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** A stage, and the day the work came to it: days since 1970-01-01, UTC. */
export const StageSince = z.strictObject({ stage: Stage, day: Day });
export type StageSince = z.infer<typeof StageSince>;

export const StageEntry = z.strictObject({ type: z.literal("stage"), stage: Stage });

export const stage = entryType({
  type: "stage",
  lane: "internal",
  by: ["member"],
  schema: StageEntry,
  reduce: (state, payload, { day }) =>
    withCasework(state, ({ stage: before, stageSince }) => ({
      stage: payload.stage,
      stageSince:
        payload.stage === before
          ? stageSince
          : [...stageSince.filter((earlier) => earlier.day !== day), { stage: payload.stage, day }],
    })),
});
