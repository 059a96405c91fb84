/** Another case that has to do with this one. Each case says so for itself: a link gives nobody a key. */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { entryType } from "../entry-type.ts";
import { withCasework, written } from "../written.ts";

export const RELATIONS = ["SAME_CHILD", "SAME_PERSON", "DUPLICATE", "RELATED", "NONE"] as const;
export type Relation = (typeof RELATIONS)[number];

export const Link = z.strictObject({
  type: z.literal("link"),
  case: Id,
  /** `NONE` takes back what was said of that case. */
  relation: z.enum(RELATIONS),
});
export type Link = z.infer<typeof Link>;

export const link = entryType({
  type: "link",
  lane: "internal",
  by: ["member"],
  schema: Link,
  reduce: (state, payload, place) =>
    withCasework(state, ({ links }) => {
      const others = links.filter((one) => one.case !== payload.case);
      return {
        links: payload.relation === "NONE" ? others : [...others, written(payload, place)],
      };
    }),
});
