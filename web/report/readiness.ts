/** How far the page has come in finding out, for certain, who would read a report. */
import type { FailureCode } from "../failure.ts";
import type { RosterView, SodiumBuild } from "../vault/interface.ts";

export type Readiness =
  | { readonly kind: "loading" }
  | { readonly kind: "refused"; readonly code: FailureCode }
  | { readonly kind: "ready"; readonly roster: RosterView; readonly build: SodiumBuild };
