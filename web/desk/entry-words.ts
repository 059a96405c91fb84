/** People and entries of a case in words. A name comes from the verified roster or is said to be unknown. */
import type { CommonText, DeskText } from "../i18n/index.ts";
import { isCasework, type CaseworkPayload } from "../payload/entries/index.ts";
import { readDecision } from "../payload/release.ts";
import type { JournalItem } from "../payload/journal.ts";
import type { RosterView } from "../vault/interface.ts";

/** Enough of an id to tell two unknown people apart. */
const SHORT_ID_CHARACTERS = 6;

export function memberName(roster: RosterView, text: DeskText, memberId: string): string {
  const member = roster.members.find(({ id }) => id === memberId);
  if (member === undefined) {
    return text.t("readers.unknown", { id: memberId.slice(0, SHORT_ID_CHARACTERS) });
  }
  return member.revoked ? text.t("readers.revoked", { name: member.name }) : member.name;
}

export function authorName(roster: RosterView, text: DeskText, item: JournalItem): string {
  return item.author.kind === "reporter"
    ? text.t("author.reporter")
    : memberName(roster, text, item.author.member);
}

export interface EntryTexts {
  readonly common: CommonText;
  readonly desk: DeskText;
}

/** What an entry did, as one sentence of the history. */
export function entrySentence(
  item: JournalItem,
  roster: RosterView,
  { common, desk }: EntryTexts,
): string {
  const { t } = desk;
  switch (item.kind) {
    case "unknown":
      return item.type === ""
        ? t("entry.unknown-unnamed")
        : t("entry.unknown", { type: item.type });
    case "refused":
      return t("entry.refused", { type: item.type });
    case "known":
      break;
  }
  const name = authorName(roster, desk, item);
  const { payload } = item;
  if (isCasework(payload)) return caseworkSentence(payload, name, roster, desk);
  switch (payload.type) {
    case "report":
      return t("entry.report");
    case "message":
      return item.author.kind === "reporter"
        ? t("entry.reporter-message")
        : t("entry.member-message", { name });
    case "notice":
      return t("entry.notice", { name, what: t(`notice-name.${payload.template}`) });
    case "acknowledgement":
      return t("entry.acknowledgement", { name });
    case "feedback-extension":
      return t("entry.feedback-extension", {
        name,
        reason: common.t(`extension.${payload.reason}`),
      });
    case "grant":
    case "removal":
      return t(`entry.${payload.type}`, {
        name,
        member: memberName(roster, desk, payload.member),
        reason: payload.reason,
      });
    case "recusal":
      return payload.reason === ""
        ? t("entry.recusal", { name })
        : t("entry.recusal-why", { name, reason: payload.reason });
    case "rekey":
      return t("entry.rekey", { name });
    case "exclusion-override":
      return t("entry.override", {
        name,
        member: memberName(roster, desk, payload.member),
        reason: payload.reason,
      });
    case "closure":
      return t("entry.closure", { name, reason: common.t(`closure.${payload.reason}`) });
    case "challenge":
      return t("entry.challenge");
    case "challenge-decision":
      return t("entry.challenge-decision", { name, outcome: t(`challenged.${payload.outcome}`) });
    case "reopening":
      return t("entry.reopening", { name, reason: t(`reopen.${payload.reason}`) });
    case "receipt":
      return t("entry.receipt", { name });
    case "withdrawal":
      return t("entry.withdrawal");
    case "opening":
      return t("entry.opening", { name });
    case "note":
      return t("entry.note", { name });
    case "export":
      return t("entry.export", {
        name,
        recipient: payload.recipient,
        parts: desk.list(payload.parts.map((part) => t(`export.part.${part}`))),
      });
    case "identity-left":
      return t("entry.identity-left");
    case "identity-withdrawn":
      return t("entry.identity-withdrawn");
    case "release-request":
      return t("entry.release-request", { name });
    case "release-decision": {
      const decision = readDecision(payload.decision);
      const custodian = decision === null ? name : memberName(roster, desk, decision.custodian);
      return decision === null || decision.answer === "approved"
        ? t("entry.release-approved", { name: custodian })
        : t("entry.release-refused", {
            name: custodian,
            reason: common.t(`release.${decision.answer}`),
          });
    }
    case "release-opened":
      return t("entry.release-opened", { name });
  }
}

/** What was written down about the work on a case. */
function caseworkSentence(
  payload: CaseworkPayload,
  name: string,
  roster: RosterView,
  desk: DeskText,
): string {
  const { t, day, language } = desk;
  switch (payload.type) {
    case "triage":
      return t("entry.triage", {
        name,
        decision: t(`triage.${payload.decision}`),
        child: t(`risk.${payload.riskChild}`),
        reporter: t(`risk.${payload.riskReporter}`),
      });
    case "stage":
      return t("entry.stage", { name, stage: t(`stage.${payload.stage}`) });
    case "assignment":
      return payload.member === null
        ? t("entry.assignment-nobody", { name })
        : t("entry.assignment", { name, member: memberName(roster, desk, payload.member) });
    case "label":
      return t(`entry.label-${payload.change}`, { name, label: payload.label });
    case "task":
      return t("entry.task", { name, what: payload.what });
    case "task-outcome":
      return t(`entry.task-${payload.outcome}`, { name });
    case "measure":
      return t("entry.measure", {
        name,
        kind: t(`measure.${payload.kind}`),
        authority: payload.authority,
      });
    case "care-item":
      return t("entry.care-item", { name, need: payload.need });
    case "care-item-outcome":
      return t(`entry.care-${payload.outcome}`, { name });
    case "measure-review":
    case "fairness-check":
      return t(`entry.${payload.type}`, { name });
    case "review-sign-off":
      return t(`entry.sign-off-${payload.answer}`, { name });
    case "right-of-reply":
      return t("entry.right-of-reply", { name, what: t(`reply.${payload.reply}`) });
    case "translation":
      return t("entry.translation", { name, language: language(payload.translatedFrom) });
    case "voice":
      return t("entry.voice", { name });
    case "interpreter":
      return t("entry.interpreter", {
        name,
        person: t(`interpreted.${payload.person}`),
        language: language(payload.language),
      });
    case "consent":
      return t(`entry.consent-${payload.answer}`, {
        name,
        action: t(`consent.${payload.action}`),
        recipient: payload.recipient,
      });
    case "consent-withdrawal":
      return t("entry.consent-withdrawal", { name });
    case "barrier":
      return t("entry.barrier", { name, what: t(`waits.${payload.waitsOn}`) });
    case "link":
      return t("entry.link", { name, relation: t(`relation.${payload.relation}`) });
    case "conference":
      return t("entry.conference", { name, day: day(payload.heldDay) });
    case "remedy":
      return t("entry.remedy", { name, kind: t(`remedy.${payload.kind}`) });
    case "hand-over":
      return t("entry.hand-over", {
        name,
        form: t(`hand-over.${payload.form}`),
        recipient: payload.recipient,
      });
    case "hand-over-outcome":
      return t("entry.hand-over-outcome", { name, state: t(`hand-over.${payload.outcome}`) });
    case "locked-fact":
      return t("entry.locked-fact", { name, kind: t(`locked-fact.${payload.kind}`) });
    case "locked-fact-lifted":
      return t("entry.locked-fact-lifted", { name });
    case "need":
      return t("entry.need", {
        name,
        kind: t(`need.${payload.kind}`),
        funded: t(`funded.${payload.funded}`),
      });
    case "explanation":
      return t("entry.explanation", { name, title: payload.title });
    case "legal-hold":
      return t("entry.legal-hold", {
        name,
        reason: t(`hold.${payload.reason}`),
        day: day(payload.reviewDay),
      });
    case "legal-hold-end":
      return t("entry.legal-hold-end", { name });
    case "best-interests":
      return t("entry.best-interests", { name, step: t(`step.${payload.step}`) });
    case "clock":
      return t("entry.clock", {
        name,
        clock: t(`clock.${payload.code}`),
        day: day(payload.fromDay),
      });
    case "clock-pause":
    case "clock-extension":
      return t(`entry.${payload.type}`, { name, reason: payload.reason });
    case "clock-resume":
      return t("entry.clock-resume", { name });
    case "clock-end":
      return t(`entry.clock-${payload.outcome}`, { name });
  }
}

/** By day; within a day the conversation first, each lane in its own order. */
export function inHistoryOrder(items: readonly JournalItem[]): readonly JournalItem[] {
  return items.toSorted((a, b) => a.day - b.day);
}
