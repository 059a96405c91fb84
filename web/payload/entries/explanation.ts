/** What a paper of a court or an expert says, in words that everybody who works on the case understands. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Line, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const Explanation = z.strictObject({
  type: z.literal("explanation"),
  /** Which paper. */
  title: Line,
  text: Text,
  language: LanguageTag,
});
export type Explanation = z.infer<typeof Explanation>;

export const explanation = entryType({
  type: "explanation",
  lane: "internal",
  by: ["member"],
  schema: Explanation,
  reduce: (state, payload, place) =>
    withCasework(state, ({ explanations }) => ({
      explanations: [...explanations, written(payload, place)],
    })),
});
