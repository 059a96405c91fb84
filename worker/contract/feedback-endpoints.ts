/** Feedback after a report: anybody may give it, and coordinators read it. */
import * as z from "zod/mini";
import { Id } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { KeptFeedback, SealedFeedback } from "./feedback.ts";
import { FEEDBACK_PAGE, SMALL_BODY_BYTES, SUBMIT_BODY_BYTES } from "./limits.ts";
import { Proof } from "./session.ts";

/** Of nobody: a token would say of which report it is. */
export const givingEndpoints = {
  giveFeedback: endpoint({
    method: "POST",
    path: "/api/feedback",
    auth: "nobody",
    bodyLimitBytes: SUBMIT_BODY_BYTES,
    input: z.strictObject({ proof: Proof, feedback: SealedFeedback }),
    output: Nothing,
    padding: "none",
  }),
} as const;

export const feedbackEndpoints = {
  ...givingEndpoints,

  /** What was sealed to the caller, in the order of its random ids. */
  readFeedback: endpoint({
    method: "POST",
    path: "/api/feedback/read",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ after: z.nullable(Id) }),
    output: z.strictObject({
      feedback: z.array(KeptFeedback).check(z.maxLength(FEEDBACK_PAGE)),
      next: z.nullable(Id),
    }),
    padding: "none",
  }),
} as const;
