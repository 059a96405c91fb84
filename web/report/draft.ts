/**
 * What somebody is writing, before it is sealed. It lives in the page's memory and nowhere else.
 * Each change makes a new object, so that a sealed report can be told from one that was changed since.
 */
import type { DeskView } from "../vault/interface.ts";
import type { Channel } from "../payload/channels.ts";

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
}

export const NEW_DRAFT: Draft = {
  channel: null,
  desk: null,
  urgent: false,
  title: "",
  text: "",
  excluded: [],
};

export const STEPS = ["channel", "desk", "urgent", "text", "readers", "review"] as const;
export type Step = (typeof STEPS)[number];

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? "review";
}

/** Null before the first step. */
export function stepBefore(step: Step): Step | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null;
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

export function readersOf({ excluded }: Draft, { reviewers }: DeskView): DeskView["reviewers"] {
  return reviewers.filter(({ id }) => !excluded.includes(id));
}
