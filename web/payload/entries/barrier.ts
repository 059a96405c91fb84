/** What a case waits on. The newest counts; `NONE` says that it waits no longer. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const WAITS_ON = [
  "REPORTER",
  "PARTNER",
  "COURT",
  "TRANSLATION",
  "DOCUMENT",
  "FUNDING",
  /** Nobody is sure which authority is competent. */
  "COMPETENCE",
  /** Acting now would not be safe for somebody. */
  "SECURITY",
  "NONE",
] as const;
export const WaitsOn = z.enum(WAITS_ON);
export type WaitsOn = z.infer<typeof WaitsOn>;

export const Barrier = z.strictObject({
  type: z.literal("barrier"),
  waitsOn: WaitsOn,
  /** What exactly; may be empty. */
  text: OptionalText,
  language: LanguageTag,
});
export type Barrier = z.infer<typeof Barrier>;

export const barrier = entryType({
  type: "barrier",
  lane: "internal",
  by: ["member"],
  schema: Barrier,
  reduce: (state, payload, place) =>
    withCasework(state, () => ({
      barrier: payload.waitsOn === "NONE" ? null : written(payload, place),
    })),
});
