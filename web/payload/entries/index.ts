/** Every journal entry type there is. A new one is its file and its line in this table. */
import * as z from "zod/mini";
import type { CaseState } from "../case-state.ts";
import type { EntryPlace } from "../entry-type.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { challenge, challengeDecision } from "./challenge.ts";
import { closure } from "./closure.ts";
import { clock } from "./clock.ts";
import { clockEnd } from "./clock-end.ts";
import { clockExtension } from "./clock-extension.ts";
import { clockPause, clockResume } from "./clock-pause.ts";
import { exclusionOverride } from "./exclusion-override.ts";
import { caseExport } from "./export.ts";
import { feedbackExtension } from "./feedback-extension.ts";
import { grant } from "./grant.ts";
import { identityLeft, identityWithdrawn } from "./identity.ts";
import { message } from "./message.ts";
import { note } from "./note.ts";
import { notice } from "./notice.ts";
import { opening } from "./opening.ts";
import { receipt } from "./receipt.ts";
import { recusal } from "./recusal.ts";
import { rekey } from "./rekey.ts";
import { releaseDecision, releaseOpened, releaseRequest } from "./release.ts";
import { removal } from "./removal.ts";
import { reopening } from "./reopening.ts";
import { report } from "./report.ts";
import { withdrawal } from "./withdrawal.ts";
import { assignment } from "./assignment.ts";
import { barrier } from "./barrier.ts";
import { bestInterests } from "./best-interests.ts";
import { careItem, careItemOutcome } from "./care-item.ts";
import { conference } from "./conference.ts";
import { consent, consentWithdrawal } from "./consent.ts";
import { fairnessCheck, rightOfReply } from "./fairness.ts";
import { handOver, handOverOutcome } from "./hand-over.ts";
import { explanation } from "./explanation.ts";
import { interpreter } from "./interpreter.ts";
import { label } from "./label.ts";
import { legalHold, legalHoldEnd } from "./legal-hold.ts";
import { link } from "./link.ts";
import { lockedFact, lockedFactLifted } from "./locked-fact.ts";
import { measureReview, reviewSignOff } from "./measure-review.ts";
import { measure } from "./measure.ts";
import { remedy } from "./remedy.ts";
import { need } from "./need.ts";
import { stage } from "./stage.ts";
import { task, taskOutcome } from "./task.ts";
import { translation } from "./translation.ts";
import { triage } from "./triage.ts";
import { voice } from "./voice.ts";

/** What a team writes for itself: work on a case, in the lane its reporter holds no key to. */
export const caseworkTypes = {
  triage,
  stage,
  assignment,
  label,
  task,
  "task-outcome": taskOutcome,
  "care-item": careItem,
  "care-item-outcome": careItemOutcome,
  measure,
  "measure-review": measureReview,
  "review-sign-off": reviewSignOff,
  voice,
  translation,
  interpreter,
  consent,
  "consent-withdrawal": consentWithdrawal,
  barrier,
  link,
  conference,
  "best-interests": bestInterests,
  "fairness-check": fairnessCheck,
  "right-of-reply": rightOfReply,
  remedy,
  "hand-over": handOver,
  "hand-over-outcome": handOverOutcome,
  need,
  explanation,
  "locked-fact": lockedFact,
  "locked-fact-lifted": lockedFactLifted,
  "legal-hold": legalHold,
  "legal-hold-end": legalHoldEnd,
  clock,
  "clock-pause": clockPause,
  "clock-resume": clockResume,
  "clock-extension": clockExtension,
  "clock-end": clockEnd,
} as const;

export const entryTypes = {
  report,
  message,
  notice,
  acknowledgement,
  "feedback-extension": feedbackExtension,
  closure,
  challenge,
  "challenge-decision": challengeDecision,
  reopening,
  receipt,
  withdrawal,
  opening,
  note,
  grant,
  "exclusion-override": exclusionOverride,
  recusal,
  removal,
  rekey,
  "identity-left": identityLeft,
  "identity-withdrawn": identityWithdrawn,
  "release-request": releaseRequest,
  "release-decision": releaseDecision,
  "release-opened": releaseOpened,
  export: caseExport,
  ...caseworkTypes,
} as const;

type EntryTypes = typeof entryTypes;
export type EntryTypeName = keyof EntryTypes;
export type PayloadOf<Name extends EntryTypeName> = z.infer<EntryTypes[Name]["schema"]>;
export type Payload = PayloadOf<EntryTypeName>;
export type CaseworkPayload = PayloadOf<keyof typeof caseworkTypes>;

export function isCasework(payload: Payload): payload is CaseworkPayload {
  return Object.hasOwn(caseworkTypes, payload.type);
}

const schemas = Object.values(entryTypes).map(({ schema }) => schema);
const [first, ...others] = schemas;
if (first === undefined) throw new Error("entries: there is no type");
export const Payload = z.discriminatedUnion("type", [first, ...others]);

/** The table told apart by name: the rules of `name` take a PayloadOf<name>. */
const rules: {
  readonly [Name in EntryTypeName]: {
    permits?(state: CaseState, payload: PayloadOf<Name>, place: EntryPlace): boolean;
    reduce(state: CaseState, payload: PayloadOf<Name>, place: EntryPlace): CaseState;
  };
} = entryTypes;

/** May this entry do what it says, as the case stands before it? */
export function permitsEntry<Name extends EntryTypeName>(
  state: CaseState,
  payload: PayloadOf<Name> & { readonly type: Name },
  place: EntryPlace,
): boolean {
  return rules[payload.type].permits?.(state, payload, place) ?? true;
}

/** The case after this entry; the same case when it may not do what it says. */
export function reduceEntry<Name extends EntryTypeName>(
  state: CaseState,
  payload: PayloadOf<Name> & { readonly type: Name },
  place: EntryPlace,
): CaseState {
  return permitsEntry<Name>(state, payload, place)
    ? rules[payload.type].reduce(state, payload, place)
    : state;
}
