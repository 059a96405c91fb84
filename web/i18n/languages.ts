/**
 * The languages there are: one line each. A language is complete or not listed.
 */
import type { waysIn } from "./locales/en/ways-in.ts";
import type { access } from "./locales/en/access.ts";
import type { onCase } from "./locales/en/case.ts";
import type { auditing } from "./locales/en/audit.ts";
import type { identities } from "./locales/en/identity.ts";
import type { ownCase } from "./locales/en/own-case.ts";
import type { board } from "./locales/en/board.ts";
import type { casework } from "./locales/en/casework.ts";
import type { feedback } from "./locales/en/feedback.ts";
import type { challenges } from "./locales/en/challenges.ts";
import type { clocks } from "./locales/en/clocks.ts";
import type { protection } from "./locales/en/protection.ts";
import type { common } from "./locales/en/common.ts";
import type { lockingFacts } from "./locales/en/locked-facts.ts";
import type { notifying } from "./locales/en/notifications.ts";
import type { exporting } from "./locales/en/export.ts";
import type { inbox } from "./locales/en/inbox.ts";
import type { desk } from "./locales/en/desk.ts";
import type { keeping } from "./locales/en/keeping.ts";
import type { law } from "./locales/en/law.ts";
import type { join } from "./locales/en/join.ts";
import type { people } from "./locales/en/people.ts";
import type { promises } from "./locales/en/promises.ts";
import type { report } from "./locales/en/report.ts";
import type { returning } from "./locales/en/returning.ts";
import type { summarising } from "./locales/en/summary.ts";
import type { Translation } from "./message.ts";

export type CommonMessages = typeof common;
export type ReportMessages = typeof report;
export type DeskMessages = typeof desk;
/** The part of the members' texts that is about people. */
export type PeopleMessages = typeof people;
/** The part of the members' texts that is about work on a case. */
export type CaseworkMessages = typeof casework;
/** The part of the members' texts that is about copies of a case. */
export type ExportMessages = typeof exporting;
/** The part of the members' texts that is about facts that must not travel. */
export type LockedFactMessages = typeof lockingFacts;
/** The part of the members' texts that is about the summary of a case. */
export type SummaryMessages = typeof summarising;
/** The part of the members' texts that is about the inbox. */
export type InboxMessages = typeof inbox;
/** The part of the members' texts that is about figures. */
export type BoardMessages = typeof board;
/** What a reporter who comes back is told besides: whoever reports needs none of it. */
export type ReturningMessages = typeof returning;
/** The part of the members' texts that is about challenged decisions. */
export type ChallengeMessages = typeof challenges;
/** The part of the members' texts that is about messages that ask them to look. */
export type NotificationMessages = typeof notifying;
/** The part of the members' texts that is about feedback. */
export type FeedbackMessages = typeof feedback;
/** The part of the members' texts that is about how long a case is kept. */
export type KeepingMessages = typeof keeping;
/** The part of the members' texts that is about clocks. */
export type ClocksMessages = typeof clocks;
/** The part of the members' texts that is about countries and their law. */
export type LawMessages = typeof law;

/** The part of the members' texts that is about care plans, reviews of measures and fairness. */
export type ProtectionMessages = typeof protection;
export type JoinMessages = typeof join;
/** What a reporter is told and promised: read by them, written by members, checked by anybody. */
export type PromisesMessages = typeof promises;
/** The part of the members' texts that is about signing in, second proofs and coming back. */
export type WaysInMessages = typeof waysIn;
/** The part of the members' texts that is about who reads a case, and leaving. */
export type AccessMessages = typeof access;
/** The part of the members' texts that is about one case: what it says, its conversation, notes and history. */
export type CaseMessages = typeof onCase;
/** The part of the members' texts that is about the audit log. */
export type AuditMessages = typeof auditing;
/** The part of the members' texts that is about who a reporter is, and who is told. */
export type IdentityMessages = typeof identities;
/** The part of the reporter's texts that is about a report that somebody comes back to. */
export type OwnCaseMessages = typeof ownCase;
export type Direction = "ltr" | "rtl";

export interface Language {
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: Direction;
  readonly common: () => Promise<{ readonly common: Translation<CommonMessages> }>;
  readonly report: () => Promise<{ readonly report: Translation<ReportMessages> }>;
  readonly returning: () => Promise<{ readonly returning: Translation<ReturningMessages> }>;
  readonly desk: () => Promise<{ readonly desk: Translation<DeskMessages> }>;
  readonly join: () => Promise<{ readonly join: Translation<JoinMessages> }>;
  readonly promises: () => Promise<{ readonly promises: Translation<PromisesMessages> }>;
}

// oxfmt-ignore
export const LANGUAGES: readonly [Language, ...Language[]] = [
  { code: "en", name: "English", direction: "ltr", common: () => import("./locales/en/common.ts"), report: () => import("./locales/en/report.ts"), returning: () => import("./locales/en/returning.ts"), desk: () => import("./locales/en/desk.ts"), join: () => import("./locales/en/join.ts"), promises: () => import("./locales/en/promises.ts") },
  { code: "fr", name: "Français", direction: "ltr", common: () => import("./locales/fr/common.ts"), report: () => import("./locales/fr/report.ts"), returning: () => import("./locales/fr/returning.ts"), desk: () => import("./locales/fr/desk.ts"), join: () => import("./locales/fr/join.ts"), promises: () => import("./locales/fr/promises.ts") },
  { code: "ar", name: "العربية", direction: "rtl", common: () => import("./locales/ar/common.ts"), report: () => import("./locales/ar/report.ts"), returning: () => import("./locales/ar/returning.ts"), desk: () => import("./locales/ar/desk.ts"), join: () => import("./locales/ar/join.ts"), promises: () => import("./locales/ar/promises.ts") },
];

/** The first of the wanted BCP 47 tags that is listed here, else the first language of the list. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find(({ code }) => code === tag.toLowerCase().split("-")[0]);
    if (found !== undefined) return found;
  }
  return LANGUAGES[0];
}
