/** Payloads of every entry type, as somebody could have written them. */
import * as fc from "fast-check";
import type { Lane } from "../../worker/contract/entry-header.ts";
import { CHANNELS } from "../../web/payload/channels.ts";
import { WAITS_ON } from "../../web/payload/entries/barrier.ts";
import { HOLD_REASONS } from "../../web/payload/entries/legal-hold.ts";
import { IRREVERSIBLE_STEPS } from "../../web/payload/entries/best-interests.ts";
import { STARTED_CLOCK_CODES } from "../../web/payload/clock-table.ts";
import { CLOCK_OUTCOMES } from "../../web/payload/entries/clock-end.ts";
import { EXTENSION_REASONS } from "../../web/payload/entries/feedback-extension.ts";
import { CONSENT_ACTIONS, CONSENT_ANSWERS, CONSENTING } from "../../web/payload/entries/consent.ts";
import { CHALLENGE_OUTCOMES } from "../../web/payload/entries/challenge.ts";
import { CLOSURE_REASONS } from "../../web/payload/entries/closure.ts";
import { entryTypes, type EntryTypeName, type Payload } from "../../web/payload/entries/index.ts";
import { EXPORT_FORMS, EXPORT_PARTS } from "../../web/payload/entries/export.ts";
import { CARE_SERVICES } from "../../web/payload/entries/care-item.ts";
import { FAIRNESS_ANSWERS, REPLIES } from "../../web/payload/entries/fairness.ts";
import { HAND_OVER_FORMS, HAND_OVER_OUTCOMES } from "../../web/payload/entries/hand-over.ts";
import { INTERPRETED, INTERPRETER_NEEDS } from "../../web/payload/entries/interpreter.ts";
import { LABEL_CHANGES } from "../../web/payload/entries/label.ts";
import { FUNDED, NEED_KINDS } from "../../web/payload/entries/need.ts";
import { RELATIONS } from "../../web/payload/entries/link.ts";
import { LOCKED_FACT_KINDS } from "../../web/payload/entries/locked-fact.ts";
import { MEASURE_KINDS } from "../../web/payload/entries/measure.ts";
import { REVIEW_ANSWERS, SIGN_OFF_ANSWERS } from "../../web/payload/entries/measure-review.ts";
import { REMEDIES } from "../../web/payload/entries/remedy.ts";
import { REOPENING_REASONS } from "../../web/payload/entries/reopening.ts";
import { STAGES } from "../../web/payload/entries/stage.ts";
import { TASK_OUTCOMES } from "../../web/payload/entries/task.ts";
import { TRANSLATORS } from "../../web/payload/entries/translation.ts";
import { RISKS, TRIAGE_DECISIONS } from "../../web/payload/entries/triage.ts";
import { KNOWN, VOICE_SOURCES } from "../../web/payload/entries/voice.ts";
import type { Author } from "../../web/payload/entry-type.ts";
import type { OpenedEntry } from "../../web/payload/journal.ts";

/** base64url of 16, 32 and 1,216 bytes. */
export const MEMBER = `${"B".repeat(21)}A`;
export const SECOND_MEMBER = `${"C".repeat(21)}A`;
const DESK = `${"F".repeat(21)}A`;
export const REPORT_HASH = `${"D".repeat(42)}A`;
const REPORTER_KEY = `${"E".repeat(1_621)}A`;

const language: fc.Arbitrary<string> = fc.constantFrom("en", "fr", "ar", "zh-Hans", "sr-Latn-RS");
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
const channel = fc.constantFrom(...CHANNELS);
const reason = fc.constantFrom(...CLOSURE_REASONS);
const recipients: fc.Arbitrary<string[]> = fc.constantFrom([MEMBER], [MEMBER, SECOND_MEMBER]);

const whom = fc.constantFrom(MEMBER, SECOND_MEMBER);
const why = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const notes = fc.constant(REPORT_HASH);
/** Whatever it says: what is in a statement is not this room's to check. */
const signed = fc.constant({ statement: "e30", signature: `${"G".repeat(85)}A` });

/** Small, so that entries of a random journal speak of each other. */
const earlier = fc.integer({ min: 1, max: 6 });
const someDay = fc.integer({ min: 20_500, max: 20_600 });
const maybeDay = fc.option(someDay);
const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
const maybeText = fc.string({ unit: "grapheme", maxLength: 30 });

const fairnessAnswer = fc.constantFrom(...FAIRNESS_ANSWERS);

export const caseworkPayloads = {
  triage: fc.record({
    type: fc.constant("triage" as const),
    decision: fc.constantFrom(...TRIAGE_DECISIONS),
    riskChild: fc.constantFrom(...RISKS),
    riskReporter: fc.constantFrom(...RISKS),
    text: maybeText,
    language,
  }),
  stage: fc.record({ type: fc.constant("stage" as const), stage: fc.constantFrom(...STAGES) }),
  assignment: fc.record({ type: fc.constant("assignment" as const), member: fc.option(whom) }),
  label: fc.record({
    type: fc.constant("label" as const),
    label: fc.constantFrom("court", "school", "محكمة"),
    change: fc.constantFrom(...LABEL_CHANGES),
  }),
  task: fc.record({
    type: fc.constant("task" as const),
    what: line,
    language,
    member: fc.option(whom),
    byDay: maybeDay,
  }),
  "task-outcome": fc.record({
    type: fc.constant("task-outcome" as const),
    task: earlier,
    outcome: fc.constantFrom(...TASK_OUTCOMES),
  }),
  "care-item": fc.record({
    type: fc.constant("care-item" as const),
    need: line,
    service: fc.constantFrom(...CARE_SERVICES),
    provider: maybeText,
    byDay: maybeDay,
    language,
  }),
  "care-item-outcome": fc.record({
    type: fc.constant("care-item-outcome" as const),
    item: earlier,
    outcome: fc.constantFrom(...TASK_OUTCOMES),
  }),
  "measure-review": fc.record({
    type: fc.constant("measure-review" as const),
    measure: earlier,
    stillNeeded: fc.constantFrom(...REVIEW_ANSWERS),
    leastIntrusive: fc.constantFrom(...REVIEW_ANSWERS),
    text,
    language,
    nextReviewDay: maybeDay,
  }),
  "review-sign-off": fc.record({
    type: fc.constant("review-sign-off" as const),
    review: earlier,
    answer: fc.constantFrom(...SIGN_OFF_ANSWERS),
    text,
    language,
  }),
  "fairness-check": fc.record({
    type: fc.constant("fairness-check" as const),
    factsApart: fairnessAnswer,
    otherExplanation: fairnessAnswer,
    sameForAnybody: fairnessAnswer,
    noTie: fairnessAnswer,
    neutralWords: fairnessAnswer,
    text: maybeText,
    language,
  }),
  "right-of-reply": fc.record({
    type: fc.constant("right-of-reply" as const),
    reply: fc.constantFrom(...REPLIES),
    text,
    language,
  }),
  measure: fc.record({
    type: fc.constant("measure" as const),
    kind: fc.constantFrom(...MEASURE_KINDS),
    authority: line,
    country: fc.constantFrom("FR", "TN"),
    startDay: someDay,
    endDay: maybeDay,
    reviewDay: maybeDay,
    replaces: fc.option(earlier),
  }),
  voice: fc.record({
    type: fc.constant("voice" as const),
    text,
    language,
    source: fc.constantFrom(...VOICE_SOURCES),
    helper: maybeText,
    childKnows: fc.constantFrom(...KNOWN),
  }),
  translation: fc.record({
    type: fc.constant("translation" as const),
    original: earlier,
    translatedFrom: language,
    text,
    language,
    translator: fc.constantFrom(...TRANSLATORS),
  }),
  interpreter: fc.record({
    type: fc.constant("interpreter" as const),
    person: fc.constantFrom(...INTERPRETED),
    language,
    need: fc.constantFrom(...INTERPRETER_NEEDS),
    independent: fc.constantFrom(...KNOWN),
  }),
  consent: fc.record({
    type: fc.constant("consent" as const),
    action: fc.constantFrom(...CONSENT_ACTIONS),
    recipient: line,
    person: fc.constantFrom(...CONSENTING),
    answer: fc.constantFrom(...CONSENT_ANSWERS),
    how: maybeText,
  }),
  "consent-withdrawal": fc.record({
    type: fc.constant("consent-withdrawal" as const),
    consent: earlier,
  }),
  barrier: fc.record({
    type: fc.constant("barrier" as const),
    waitsOn: fc.constantFrom(...WAITS_ON),
    text: maybeText,
    language,
  }),
  link: fc.record({
    type: fc.constant("link" as const),
    case: fc.constantFrom(DESK, MEMBER),
    relation: fc.constantFrom(...RELATIONS),
  }),
  conference: fc.record({
    type: fc.constant("conference" as const),
    heldDay: someDay,
    agenda: text,
    attendees: text,
    decisions: text,
    dissent: maybeText,
    actions: maybeText,
    language,
  }),
  "hand-over": fc.record({
    type: fc.constant("hand-over" as const),
    form: fc.constantFrom(...HAND_OVER_FORMS),
    recipient: line,
    country: fc.constantFrom("IE", "TN"),
    consent: fc.option(earlier),
    withoutConsent: line,
    withheld: maybeText,
    interests: text,
    language,
  }),
  "hand-over-outcome": fc.record({
    type: fc.constant("hand-over-outcome" as const),
    handOver: earlier,
    outcome: fc.constantFrom(...HAND_OVER_OUTCOMES),
  }),
  need: fc.record({
    type: fc.constant("need" as const),
    kind: fc.constantFrom(...NEED_KINDS),
    funded: fc.constantFrom(...FUNDED),
  }),
  explanation: fc.record({
    type: fc.constant("explanation" as const),
    title: line,
    text,
    language,
  }),
  "locked-fact": fc.record({
    type: fc.constant("locked-fact" as const),
    kind: fc.constantFrom(...LOCKED_FACT_KINDS),
    text,
    language,
    danger: text,
  }),
  "locked-fact-lifted": fc.record({
    type: fc.constant("locked-fact-lifted" as const),
    fact: earlier,
    reason: why,
    language,
  }),
  "legal-hold": fc.record({
    type: fc.constant("legal-hold" as const),
    reason: fc.constantFrom(...HOLD_REASONS),
    text: maybeText,
    language,
    reviewDay: someDay,
  }),
  "legal-hold-end": fc.record({ type: fc.constant("legal-hold-end" as const) }),
  clock: fc.oneof(
    fc.record({
      type: fc.constant("clock" as const),
      code: fc.constantFrom("H80_6W" as const, "PAX" as const, "ORD" as const, "CAL_36" as const),
      fromDay: someDay,
      country: fc.option(fc.constantFrom("FR", "TN")),
      ownDay: maybeDay,
      text: maybeText,
      language,
    }),
    fc.record({
      type: fc.constant("clock" as const),
      code: fc.constantFrom(...STARTED_CLOCK_CODES),
      fromDay: someDay,
      country: fc.constantFrom("FR", "EG"),
      ownDay: fc.constant(null),
      text: maybeText,
      language,
    }),
  ),
  "clock-pause": fc.record({
    type: fc.constant("clock-pause" as const),
    clock: earlier,
    reason: why,
    language,
    untilDay: maybeDay,
  }),
  "clock-resume": fc.record({ type: fc.constant("clock-resume" as const), clock: earlier }),
  "clock-extension": fc.record({
    type: fc.constant("clock-extension" as const),
    clock: earlier,
    toDay: maybeDay,
    reason: why,
    language,
  }),
  "clock-end": fc.record({
    type: fc.constant("clock-end" as const),
    clock: earlier,
    outcome: fc.constantFrom(...CLOCK_OUTCOMES),
    text: maybeText,
    language,
  }),
  "best-interests": fc.record({
    type: fc.constant("best-interests" as const),
    step: fc.constantFrom(...IRREVERSIBLE_STEPS),
    text,
    language,
  }),
  remedy: fc.record({
    type: fc.constant("remedy" as const),
    kind: fc.constantFrom(...REMEDIES),
    challenge: earlier,
    text,
    language,
  }),
};

export const payloads = {
  report: fc.record({
    type: fc.constant("report" as const),
    desk: fc.constant(DESK),
    urgent: fc.boolean(),
    channel,
    language,
    title: fc.string({ unit: "grapheme", maxLength: 20 }),
    text,
    recipients,
    excluded: fc.constant<string[]>([]),
    reporterKey: fc.constant(REPORTER_KEY),
  }),
  message: fc.record({ type: fc.constant("message" as const), language, text }),
  acknowledgement: fc.constant({ type: "acknowledgement" as const }),
  "feedback-extension": fc.record({
    type: fc.constant("feedback-extension" as const),
    reason: fc.constantFrom(...EXTENSION_REASONS),
    language,
    text: maybeText,
  }),
  closure: fc.record({ type: fc.constant("closure" as const), reason, language, text }),
  challenge: fc.record({
    type: fc.constant("challenge" as const),
    about: earlier,
    language,
    text,
  }),
  "challenge-decision": fc.record({
    type: fc.constant("challenge-decision" as const),
    challenge: earlier,
    outcome: fc.constantFrom(...CHALLENGE_OUTCOMES),
    language,
    text,
  }),
  reopening: fc.record({
    type: fc.constant("reopening" as const),
    reason: fc.constantFrom(...REOPENING_REASONS),
    language,
    text: maybeText,
  }),
  withdrawal: fc.constant({ type: "withdrawal" as const }),
  opening: fc.record({
    type: fc.constant("opening" as const),
    recipients,
    report: fc.constant(REPORT_HASH),
  }),
  note: fc.record({ type: fc.constant("note" as const), language, text }),
  grant: fc.record({
    type: fc.constant("grant" as const),
    member: whom,
    reason: why,
    language,
    notes,
  }),
  "exclusion-override": fc.record({
    type: fc.constant("exclusion-override" as const),
    member: whom,
    reason: why,
    language,
  }),
  recusal: fc.record({ type: fc.constant("recusal" as const), reason: why, language, notes }),
  removal: fc.record({
    type: fc.constant("removal" as const),
    member: whom,
    reason: why,
    language,
    notes,
  }),
  rekey: fc.record({
    type: fc.constant("rekey" as const),
    epoch: fc.integer({ min: 1, max: 3 }),
    recipients,
    conversationKeyHash: fc.constant(REPORT_HASH),
    internalKeyHash: fc.constant(REPORT_HASH),
    notes,
  }),
  "identity-left": fc.record({
    type: fc.constant("identity-left" as const),
    envelope: fc.constant(REPORT_HASH),
    threshold: fc.constant(1),
    custodians: fc.constantFrom([MEMBER], [MEMBER, SECOND_MEMBER]),
  }),
  "identity-withdrawn": fc.constant({ type: "identity-withdrawn" as const }),
  "release-request": fc.record({ type: fc.constant("release-request" as const), request: signed }),
  "release-decision": fc.record({
    type: fc.constant("release-decision" as const),
    decision: signed,
  }),
  export: fc.record({
    type: fc.constant("export" as const),
    form: fc.constantFrom(...EXPORT_FORMS),
    parts: fc.uniqueArray(fc.constantFrom(...EXPORT_PARTS), { minLength: 1 }),
    names: fc.constantFrom("kept" as const, "left-out" as const),
    recipient: line,
    language,
    manifest: notes,
  }),
  notice: fc.record({
    type: fc.constant("notice" as const),
    template: fc.constant("PASSED_ON" as const),
    recipient: line.filter((name) => name.trim() !== ""),
    language,
    text: maybeText,
  }),
  receipt: fc.record({ type: fc.constant("receipt" as const), receipt: signed }),
  "release-opened": fc.record({
    type: fc.constant("release-opened" as const),
    release: fc.constant(DESK),
  }),
  ...caseworkPayloads,
} satisfies { readonly [Name in EntryTypeName]: fc.Arbitrary<Extract<Payload, { type: Name }>> };

export const reporter: Author = { kind: "reporter" };
export const member: Author = { kind: "member", member: MEMBER };

/** Somebody who may write that type. */
export function allowedAuthor(name: EntryTypeName): Author {
  const by: readonly string[] = entryTypes[name].by;
  return by.includes("reporter") ? reporter : member;
}

export function opened(
  json: string,
  lane: Lane,
  seq: number,
  author: Author,
  day = 20_500 + seq,
): OpenedEntry {
  return { lane, seq, day, author, json };
}
