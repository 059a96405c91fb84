/** How far the work on a case has come, in the four steps of ISO 37002:2021. Any step may follow any other. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { withCasework } from "../written.ts";

export const STAGES = ["RECEIVE", "ASSESS", "ADDRESS", "CONCLUDE"] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

export const StageEntry = z.strictObject({ type: z.literal("stage"), stage: Stage });

export const stage = entryType({
  type: "stage",
  lane: "internal",
  by: ["member"],
  schema: StageEntry,
  reduce: (state, payload) => withCasework(state, () => ({ stage: payload.stage })),
});
