/** A member's saved views as they travel: sealed in the browser, of one size whatever they hold. */
import * as z from "zod/mini";
import { bytesOf } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import {
  KEYRING_BODY_BYTES,
  SAVED_VIEWS_BYTES,
  SEAL_OVERHEAD_BYTES,
  SMALL_BODY_BYTES,
} from "./limits.ts";

const SealedViews = bytesOf(SAVED_VIEWS_BYTES + SEAL_OVERHEAD_BYTES);

export const SavedViews = z.strictObject({
  /** 1 for the first that was saved. */
  version: z.int().check(z.positive()),
  sealed: SealedViews,
});
export type SavedViews = z.infer<typeof SavedViews>;

export const ViewsSave = z.strictObject({
  /** 0 where there were none. */
  replacesVersion: z.int().check(z.nonnegative()),
  sealed: SealedViews,
});
export type ViewsSave = z.infer<typeof ViewsSave>;

export const savedViewsEndpoints = {
  /** The caller's own; null where they never kept any. */
  ownViews: endpoint({
    method: "POST",
    path: "/api/member/views",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({ views: z.nullable(SavedViews) }),
    padding: "none",
  }),

  /** Answers `conflict` once another browser has saved. */
  saveViews: endpoint({
    method: "POST",
    path: "/api/member/views/save",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: ViewsSave,
    output: z.strictObject({ version: z.int() }),
    padding: "none",
  }),
};
