/** A word of the team's own on a case, put on or taken off. Doing either twice moves nothing. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { withCasework } from "../written.ts";

/** Short enough that several fit on a card. In UTF-16 code units. */
export const LABEL_MAX = 24;
export const LABELS_MAX = 20;
export const LABEL_CHANGES = ["on", "off"] as const;

export const LabelText = z.string().check(z.minLength(1), z.maxLength(LABEL_MAX));

export const Label = z.strictObject({
  type: z.literal("label"),
  label: LabelText,
  change: z.enum(LABEL_CHANGES),
});
export type Label = z.infer<typeof Label>;

export const label = entryType({
  type: "label",
  lane: "internal",
  by: ["member"],
  schema: Label,
  permits: ({ casework: { labels } }, payload) =>
    payload.change === "off" || labels.length < LABELS_MAX || labels.includes(payload.label),
  reduce: (state, payload) =>
    withCasework(state, ({ labels }) => {
      const others = labels.filter((one) => one !== payload.label);
      if (payload.change === "off") return { labels: others };
      return { labels: others.length === labels.length ? [...labels, payload.label] : labels };
    }),
});
