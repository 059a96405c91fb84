/**
 * Parts of the case left Tern in somebody's hands: which, for whom, and the hash by which the copy is known again.
 * Written before anything is saved or printed, together with its entry in the audit log.
 */
import * as z from "zod/mini";
import { bytesOf } from "../../../worker/contract/bytes.ts";
import { HASH_BYTES } from "../../../worker/contract/limits.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Line } from "../text.ts";

/** What of a case can be taken out, each for itself. Who a reporter is, is not among them: no journal holds it. */
export const EXPORT_PARTS = [
  "report",
  "voice",
  "conversation",
  "work",
  "notes",
  "readers",
  "history",
] as const;
export const ExportPart = z.enum(EXPORT_PARTS);
export type ExportPart = z.infer<typeof ExportPart>;

/** What can leave Tern: parts of a copy, or the summary of case-summary.ts, which stands for itself. */
export const TAKEN_PARTS = [...EXPORT_PARTS, "summary"] as const;
export const TakenPart = z.enum(TAKEN_PARTS);
export type TakenPart = z.infer<typeof TakenPart>;

export const EXPORT_FORMS = ["file", "print"] as const;

export const Export = z.strictObject({
  type: z.literal("export"),
  form: z.enum(EXPORT_FORMS),
  parts: z.array(TakenPart).check(
    z.minLength(1),
    z.maxLength(TAKEN_PARTS.length),
    z.refine((parts) => new Set(parts).size === parts.length),
  ),
  /** Are the names of those who work on the case in it? */
  names: z.enum(["kept", "left-out"]),
  /** For whom, as the writer put it. */
  recipient: Line,
  language: LanguageTag,
  /** SHA-256 of the copy's manifest (`Manifest` in case-export.ts). */
  manifest: bytesOf(HASH_BYTES),
});
export type Export = z.infer<typeof Export>;

export const caseExport = entryType({
  type: "export",
  lane: "internal",
  by: ["member"],
  schema: Export,
  reduce: (state) => state,
});
