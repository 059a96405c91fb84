/**
 * Why the next step is in the child's best interests (CRC, 3). Members' clients ask for one before a step that cannot
 * be taken back; the reporter's cannot see whether there is one.
 */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const IRREVERSIBLE_STEPS = ["CLOSURE", "HAND_OVER", "IDENTITY_RELEASE"] as const;
export type IrreversibleStep = (typeof IRREVERSIBLE_STEPS)[number];

export const BestInterests = z.strictObject({
  type: z.literal("best-interests"),
  step: z.enum(IRREVERSIBLE_STEPS),
  text: Text,
  language: LanguageTag,
});
export type BestInterests = z.infer<typeof BestInterests>;

/** Does that entry hold why a step serves the child? A hand-over says it itself. */
export function saysInterests({ type }: { readonly type: string }): boolean {
  return type === "best-interests" || type === "hand-over";
}

export const bestInterests = entryType({
  type: "best-interests",
  lane: "internal",
  by: ["member"],
  schema: BestInterests,
  reduce: (state, payload, place) =>
    withCasework(state, (casework) => ({
      bestInterests: [...casework.bestInterests, written(payload, place)],
    })),
});
