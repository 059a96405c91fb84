/** People and entries of a case in words. A name comes from the verified roster or is said to be unknown. */
import type { CommonText, DeskText } from "../i18n/index.ts";
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
  switch (payload.type) {
    case "report":
      return t("entry.report");
    case "message":
      return item.author.kind === "reporter"
        ? t("entry.reporter-message")
        : t("entry.member-message", { name });
    case "acknowledgement":
      return t("entry.acknowledgement", { name });
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
    case "withdrawal":
      return t("entry.withdrawal");
    case "opening":
      return t("entry.opening", { name });
    case "note":
      return t("entry.note", { name });
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

/** By day; within a day the conversation first, each lane in its own order. */
export function inHistoryOrder(items: readonly JournalItem[]): readonly JournalItem[] {
  return items.toSorted((a, b) => a.day - b.day);
}
