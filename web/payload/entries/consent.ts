/**
 * What somebody agreed to: one action, one recipient. Refusing is an answer too, and what was given can be withdrawn;
 * nothing that was done before is undone by it (GDPR, 7(3)).
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { entryType } from "../entry-type.ts";
import { Line, OptionalLine } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const CONSENT_ACTIONS = [
  "CONTACT",
  "SHARE",
  "REFER",
  "TRANSFER",
  "IDENTITY_RELEASE",
  "STATISTICS",
] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];
export const CONSENTING = ["CHILD", "REPORTER", "GUARDIAN"] as const;
export type Consenting = (typeof CONSENTING)[number];
export const CONSENT_ANSWERS = ["GIVEN", "REFUSED"] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

export const Consent = z.strictObject({
  type: z.literal("consent"),
  action: z.enum(CONSENT_ACTIONS),
  /** To or with whom. */
  recipient: Line,
  person: z.enum(CONSENTING),
  answer: z.enum(CONSENT_ANSWERS),
  /** How it was asked; may be empty. */
  how: OptionalLine,
});
export type Consent = z.infer<typeof Consent>;

export const ConsentWithdrawal = z.strictObject({
  type: z.literal("consent-withdrawal"),
  consent: Seq,
});

export const consent = entryType({
  type: "consent",
  lane: "internal",
  by: ["member"],
  schema: Consent,
  reduce: (state, payload, place) =>
    withCasework(state, ({ consents }) => ({
      consents: [...consents, { ...written(payload, place), withdrawnDay: null }],
    })),
});

export const consentWithdrawal = entryType({
  type: "consent-withdrawal",
  lane: "internal",
  by: ["member"],
  schema: ConsentWithdrawal,
  permits: ({ casework }, payload) =>
    casework.consents.some(({ seq, answer }) => seq === payload.consent && answer === "GIVEN"),
  reduce: (state, payload, { day }) =>
    withCasework(state, ({ consents }) => ({
      consents: consents.map((one) =>
        one.seq === payload.consent ? { ...one, withdrawnDay: one.withdrawnDay ?? day } : one,
      ),
    })),
});
