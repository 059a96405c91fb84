/**
 * What somebody is writing, before it is sealed. It lives in the page's memory and nowhere else.
 * Each change makes a new object, so that a sealed report can be told from one that was changed since.
 */
import type { DeskView } from "../vault/interface.ts";
import type { Channel } from "../payload/channels.ts";
import type { Identity } from "../payload/identity.ts";
import type { IdentityAnswers } from "./identity-answers.tsx";

/** Not sure is an answer. */
export const UNSURE = "unsure";
export type ChannelChoice = Channel | typeof UNSURE;
/** A desk id, or not sure. */
export type DeskChoice = string;

export interface Draft {
  readonly channel: ChannelChoice | null;
  readonly desk: DeskChoice | null;
  readonly urgent: boolean;
  readonly title: string;
  /** Sealed exactly as typed. */
  readonly text: string;
  /** Member ids the reporter took out. Kept when another desk is looked at. */
  readonly excluded: readonly string[];
  readonly identity: {
    readonly says: "no" | "yes";
    /** Kept while somebody changes their mind; sealed only with a yes. */
    readonly answers: IdentityAnswers;
  };
}

export const NEW_DRAFT: Draft = {
  channel: null,
  desk: null,
  urgent: false,
  title: "",
  text: "",
  excluded: [],
  identity: { says: "no", answers: { name: "", reach: "", contact: "" } },
};

export const STEPS = [
  "channel",
  "desk",
  "urgent",
  "text",
  "identity",
  "readers",
  "review",
] as const;
export type Step = (typeof STEPS)[number];

/** Where nobody keeps identities, nobody is asked for one. */
function stepsAt(desk: DeskView | null): readonly Step[] {
  const asks = desk !== null && desk.custodians.length > 0;
  return STEPS.filter((step) => asks || step !== "identity");
}

export function stepAfter(step: Step, desk: DeskView | null): Step {
  const steps = stepsAt(desk);
  return steps[steps.indexOf(step) + 1] ?? "review";
}

/** Null before the first step. */
export function stepBefore(step: Step, desk: DeskView | null): Step | null {
  const steps = stepsAt(desk);
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** Whoever is not sure is read by people: the widest of the channels takes it. */
export function channelOf({ channel }: Draft): Channel {
  return channel === null || channel === UNSURE ? "abuse_neglect_exploitation" : channel;
}

/** For whoever is not sure: the first desk that reads their language, else the first; oversight only where it is all. */
export function deskForUnsure(desks: readonly DeskView[], language: string): DeskView | null {
  const usual = desks.filter(({ oversight }) => !oversight);
  const offered = usual.length > 0 ? usual : desks;
  return offered.find(({ languages }) => languages.includes(language)) ?? offered[0] ?? null;
}

/** In whose hands the key to who somebody is would be. */
export function keepersOf({ excluded }: Draft, { custodians }: DeskView): DeskView["custodians"] {
  return custodians.filter(({ id }) => !excluded.includes(id));
}

/** What is sealed of who somebody is: nothing without a yes, and nothing where nobody could open it. */
export function identityOf(draft: Draft, desk: DeskView, language: string): Identity | null {
  const { says, answers } = draft.identity;
  return says === "no" || keepersOf(draft, desk).length === 0 ? null : { ...answers, language };
}

export function readersOf({ excluded }: Draft, { reviewers }: DeskView): DeskView["reviewers"] {
  return reviewers.filter(({ id }) => !excluded.includes(id));
}
