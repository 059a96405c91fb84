/** How far it has come with a case that something is owed on: the steps that the daily job marks. */
import * as z from "zod/mini";

/** In their order: the day itself, the day after it, and then whom it goes to. */
export const DUE_STEPS = ["due", "overdue", "on-call", "supervisor", "oversight"] as const;
export const DueStep = z.enum(DUE_STEPS);
export type DueStep = z.infer<typeof DueStep>;
