/**
 * A case in short, for somebody outside: one schema for every case, so that whoever gets several finds the same things
 * in the same places. What is coded or a day has words in every language; what somebody wrote stands as they wrote it.
 * Invariant: the schema is the whole list of what is told. It is made from the case's state less what never travels, and
 * whatever else an entry says is left behind.
 */
import * as z from "zod/mini";
import { Id } from "../../worker/contract/bytes.ts";
import { Seq } from "../../worker/contract/journal.ts";
import { Day } from "../../worker/contract/roster.ts";
import { STANDINGS, standingOf, type CaseState } from "./case-state.ts";
import { HAND_OVER_STATES, TASK_STATES } from "./casework.ts";
import { Channel } from "./channels.ts";
import { ClockCode } from "./clock-table.ts";
import { clocksOf, type GivenDays } from "./clocks.ts";
import { Barrier } from "./entries/barrier.ts";
import { CareItem } from "./entries/care-item.ts";
import { Conference } from "./entries/conference.ts";
import { Consent } from "./entries/consent.ts";
import type { Export } from "./entries/export.ts";
import { HandOver } from "./entries/hand-over.ts";
import { Interpreter } from "./entries/interpreter.ts";
import { Measure } from "./entries/measure.ts";
import { Need } from "./entries/need.ts";
import { Stage } from "./entries/stage.ts";
import { Task } from "./entries/task.ts";
import { Triage } from "./entries/triage.ts";
import { Voice } from "./entries/voice.ts";
import { travellingCasework } from "./never-travels.ts";
import { LanguageTag } from "./text.ts";

export const SUMMARY_FORMAT = "tern-case-summary/1";

/** Days are days since 1970-01-01, UTC; `day` is the entry's own. */
export const CaseSummary = z.object({
  format: z.literal(SUMMARY_FORMAT),
  /** In which its labels stand side by side. */
  languages: z.tuple([LanguageTag, LanguageTag]),
  case: Id,
  organisation: z.string(),
  /** The desk's names, by language. */
  desk: z.record(z.string(), z.string()),
  receivedDay: Day,
  standing: z.enum(STANDINGS),
  channel: z.nullable(Channel),
  madeDay: Day,
  madeBy: z.string(),
  /** For whom. */
  recipient: z.string(),
  /** The last entry of each lane that was read for it. */
  covers: z.object({ conversation: Seq, internal: Seq }),
  /** The child's own words, before everything that others say. */
  voice: z.array(
    z.object({
      text: Voice.shape.text,
      language: LanguageTag,
      source: Voice.shape.source,
      helper: Voice.shape.helper,
      childKnows: Voice.shape.childKnows,
      day: Day,
    }),
  ),
  /** Null until somebody decided. Why they did is the team's own. */
  triage: z.nullable(
    z.object({
      decision: Triage.shape.decision,
      riskChild: Triage.shape.riskChild,
      riskReporter: Triage.shape.riskReporter,
      day: Day,
    }),
  ),
  stage: Stage,
  /** Null while the case waits on nothing. */
  barrier: z.nullable(
    z.object({
      waitsOn: Barrier.shape.waitsOn,
      text: Barrier.shape.text,
      language: LanguageTag,
      day: Day,
    }),
  ),
  measures: z.array(
    z.object({
      kind: Measure.shape.kind,
      authority: Measure.shape.authority,
      country: Measure.shape.country,
      startDay: Day,
      endDay: z.nullable(Day),
      reviewDay: z.nullable(Day),
    }),
  ),
  consents: z.array(
    z.object({
      person: Consent.shape.person,
      action: Consent.shape.action,
      recipient: Consent.shape.recipient,
      answer: Consent.shape.answer,
      day: Day,
      withdrawnDay: z.nullable(Day),
    }),
  ),
  interpreters: z.array(
    z.object({
      person: Interpreter.shape.person,
      language: LanguageTag,
      need: Interpreter.shape.need,
      independent: Interpreter.shape.independent,
    }),
  ),
  needs: z.array(z.object({ kind: Need.shape.kind, funded: Need.shape.funded, since: Day })),
  carePlan: z.array(
    z.object({
      need: CareItem.shape.need,
      service: CareItem.shape.service,
      provider: CareItem.shape.provider,
      byDay: z.nullable(Day),
      state: z.enum(TASK_STATES),
      language: LanguageTag,
    }),
  ),
  tasks: z.array(
    z.object({
      what: Task.shape.what,
      language: LanguageTag,
      byDay: z.nullable(Day),
      state: z.enum(TASK_STATES),
      /** Whose it is, by name; null where it is nobody's, or where names are left out. */
      member: z.nullable(z.string()),
    }),
  ),
  conferences: z.array(
    z.object({
      heldDay: Day,
      /** Null where names are left out. */
      attendees: z.nullable(Conference.shape.attendees),
      agenda: Conference.shape.agenda,
      decisions: Conference.shape.decisions,
      dissent: Conference.shape.dissent,
      actions: Conference.shape.actions,
      language: LanguageTag,
    }),
  ),
  /** To whom, and what became of it. Why was for those who took that step. */
  handOvers: z.array(
    z.object({
      form: HandOver.shape.form,
      recipient: HandOver.shape.recipient,
      country: HandOver.shape.country,
      state: z.enum(HAND_OVER_STATES),
      day: Day,
    }),
  ),
  /** Those that run or stand still. */
  clocks: z.array(
    z.object({
      code: ClockCode,
      state: z.enum(["running", "paused"]),
      dueDay: z.nullable(Day),
    }),
  ),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** What stands around the case. */
export interface SummaryFrame extends Pick<
  CaseSummary,
  "languages" | "case" | "organisation" | "desk" | "madeDay" | "madeBy" | "recipient" | "covers"
> {
  readonly given: GivenDays;
  readonly names: Export["names"];
  /** A member's name, by their id. */
  readonly nameOf: (member: string) => string;
}

/** Whom the reporter took out is named nowhere in it. */
export function caseSummary(state: CaseState, frame: SummaryFrame): CaseSummary {
  const { given, names, nameOf, ...around } = frame;
  const casework = travellingCasework(state.casework);
  const unnamed = state.report?.excluded ?? [];
  function named(member: string | null): string | null {
    if (member === null || names === "left-out" || unnamed.includes(member)) return null;
    return nameOf(member);
  }
  return CaseSummary.parse({
    format: SUMMARY_FORMAT,
    ...around,
    ...casework,
    receivedDay: given.receivedDay,
    standing: standingOf(state),
    channel: state.report?.channel ?? null,
    tasks: casework.tasks.map((task) => ({ ...task, member: named(task.member) })),
    conferences: casework.conferences.map((one) =>
      names === "left-out" ? { ...one, attendees: null } : one,
    ),
    clocks: clocksOf(state, given, frame.madeDay).filter(
      ({ state: course }) => course === "running" || course === "paused",
    ),
  });
}
