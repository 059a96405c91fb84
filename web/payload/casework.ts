/**
 * What a team has done about a case and still means to do: only ever folded from the internal lane, which the
 * reporter holds no key to. What was written is never unwritten: a later entry stands beside it and counts.
 */
import type { TeamClock } from "./clocks.ts";
import type { Assignment } from "./entries/assignment.ts";
import type { Barrier } from "./entries/barrier.ts";
import type { BestInterests } from "./entries/best-interests.ts";
import type { CareItem } from "./entries/care-item.ts";
import type { Conference } from "./entries/conference.ts";
import type { Consent } from "./entries/consent.ts";
import type { FairnessCheck, RightOfReply } from "./entries/fairness.ts";
import type { HandOver } from "./entries/hand-over.ts";
import type { Interpreter } from "./entries/interpreter.ts";
import type { LegalHold } from "./entries/legal-hold.ts";
import type { Link } from "./entries/link.ts";
import type { LockedFact, LockedFactLifted } from "./entries/locked-fact.ts";
import type { MeasureReview, ReviewSignOff } from "./entries/measure-review.ts";
import type { Measure } from "./entries/measure.ts";
import type { Remedy } from "./entries/remedy.ts";
import type { Explanation } from "./entries/explanation.ts";
import type { Need } from "./entries/need.ts";
import type { Stage, StageSince } from "./entries/stage.ts";
import type { Task } from "./entries/task.ts";
import type { TranslationEntry } from "./entries/translation.ts";
import type { Triage } from "./entries/triage.ts";
import type { Voice } from "./entries/voice.ts";

/** What an entry says, by whom and when it was said. `seq` names it: its place in the internal lane. */
export type Written<Payload> = Omit<Payload, "type"> & {
  readonly seq: number;
  readonly day: number;
  /** Member id. */
  readonly by: string;
};

export const TASK_STATES = ["open", "done", "dropped"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** `offered` until the service outside has answered. */
export const HAND_OVER_STATES = ["offered", "accepted", "declined", "revoked", "done"] as const;
export type HandOverState = (typeof HAND_OVER_STATES)[number];

export interface Casework {
  /** The newest; null until somebody decided. */
  readonly triage: Written<Triage> | null;
  readonly stage: Stage;
  /**
   * Every stage the work came to, with the day, in their order. Before the first it was at RECEIVE from the day the
   * report came. Of several on one day the last counts.
   */
  readonly stageSince: readonly StageSince[];
  readonly assignment: Written<Assignment> | null;
  /** In the order they were put on. */
  readonly labels: readonly string[];
  readonly tasks: readonly (Written<Task> & { readonly state: TaskState })[];
  /** What is to be done for the child, by whom and by when. */
  readonly carePlan: readonly (Written<CareItem> & { readonly state: TaskState })[];
  /** In the order they were started. */
  readonly clocks: readonly TeamClock[];
  /**
   * A measure that was written again, say with its end, stands once, as it was written last. `clock` is the seq of the
   * clock of its next review; null where it has none. `reviewDay` is as it was written, or signed off since.
   */
  readonly measures: readonly (Written<Measure> & { readonly clock: number | null })[];
  /** In the order they were written; `signOff` is null until somebody else has answered. */
  readonly measureReviews: readonly (Written<MeasureReview> & {
    readonly signOff: Written<ReviewSignOff> | null;
  })[];
  readonly voice: readonly Written<Voice>[];
  /** In the order they were written; none stands in the place of what it was made from. */
  readonly translations: readonly Written<TranslationEntry>[];
  /** The newest for each person. */
  readonly interpreters: readonly Written<Interpreter>[];
  readonly consents: readonly (Written<Consent> & { readonly withdrawnDay: number | null })[];
  /** What the case waits on now; null when it waits on nothing. */
  readonly barrier: Written<Barrier> | null;
  /** Null while nothing keeps the case from being deleted. */
  readonly hold: Written<LegalHold> | null;
  readonly links: readonly Written<Link>[];
  /** In the order they were written; `lifted` is null while a fact must not travel. */
  readonly lockedFacts: readonly (Written<LockedFact> & {
    readonly lifted: Written<LockedFactLifted> | null;
  })[];
  readonly conferences: readonly Written<Conference>[];
  readonly handOvers: readonly (Written<HandOver> & { readonly state: HandOverState })[];
  readonly bestInterests: readonly Written<BestInterests>[];
  /** Null until somebody answered the questions of fairness. */
  readonly fairness: Written<FairnessCheck> | null;
  /** Null until somebody wrote whether the person of concern was heard. */
  readonly rightOfReply: Written<RightOfReply> | null;
  readonly remedies: readonly Written<Remedy>[];
  /** The newest of each kind, with the day since which it is, or was, waited for. */
  readonly needs: readonly (Written<Need> & { readonly since: number })[];
  readonly explanations: readonly Written<Explanation>[];
}

export const NO_CASEWORK: Casework = {
  triage: null,
  stage: "RECEIVE",
  stageSince: [],
  assignment: null,
  labels: [],
  tasks: [],
  carePlan: [],
  clocks: [],
  measures: [],
  measureReviews: [],
  voice: [],
  translations: [],
  interpreters: [],
  consents: [],
  barrier: null,
  hold: null,
  links: [],
  lockedFacts: [],
  conferences: [],
  handOvers: [],
  bestInterests: [],
  fairness: null,
  rightOfReply: null,
  remedies: [],
  needs: [],
  explanations: [],
};
