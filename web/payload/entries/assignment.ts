/** Who sees to a case. It gives nobody a key: only a grant does. */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { entryType } from "../entry-type.ts";
import { withCasework, written } from "../written.ts";

export const Assignment = z.strictObject({
  type: z.literal("assignment"),
  /** Null: nobody for now. */
  member: z.nullable(Id),
});
export type Assignment = z.infer<typeof Assignment>;

export const assignment = entryType({
  type: "assignment",
  lane: "internal",
  by: ["member"],
  schema: Assignment,
  reduce: (state, payload, place) =>
    withCasework(state, () => ({ assignment: written(payload, place) })),
});
