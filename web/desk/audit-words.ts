/** Entries and findings of the audit log as sentences. A name is from the rosters; a case is known by its number. */
import type { AuditAct } from "../../worker/contract/audit.ts";
import type { DeskText } from "../i18n/index.ts";
import type { AuditEntryView, AuditFault, AuditFinding, FormerMember } from "../vault/interface.ts";

/** Enough of an id to tell two apart. */
const SHORT_ID_CHARACTERS = 6;

export type NameOf = (memberId: string) => string;

export function namesFrom(people: readonly FormerMember[], { t }: DeskText): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? t("readers.unknown", { id: id.slice(0, SHORT_ID_CHARACTERS) });
}

function actSentence(act: AuditAct, name: string, nameOf: NameOf, text: DeskText): string {
  const { t, day, list } = text;
  switch (act.kind) {
    case "sign-in":
      return t("audit.sign-in", { name });
    case "case-opened":
      return t("audit.case-opened", { name, case: act.case });
    case "export":
      return t("audit.export", { name, case: act.case });
    case "grant":
      return t("audit.grant", { name, case: act.case, member: nameOf(act.member) });
    case "removal":
      return t("audit.removal", { name, case: act.case, member: nameOf(act.member) });
    case "release-request":
      return t("audit.release-request", { name, case: act.case });
    case "release-approval":
      return t("audit.release-approval", { name, case: act.case });
    case "release-refusal":
      return t("audit.release-refusal", { name, case: act.case });
    case "release-opened":
      return t("audit.release-opened", { name, case: act.case });
    case "roster":
      return t("audit.roster", { name, version: act.version });
    case "invitation":
      return t("audit.invitation", { name });
    case "passphrase-changed":
      return t("audit.passphrase-changed", { name });
    case "recovered":
      return t("audit.recovered", { name });
    case "keys-rotated":
      return t("audit.keys-rotated", { name });
    case "second-factor":
      return act.change === "added"
        ? t("audit.second-factor-added", { name })
        : t("audit.second-factor-removed", { name });
    case "left":
      return t("audit.left", { name });
    case "revocation":
      return t("audit.revocation", {
        name,
        member: nameOf(act.member),
        version: act.version,
        reason: t(`revocation.${act.reason}`),
      });
    case "second-factor-reset":
      return t("audit.second-factor-reset", { name, member: nameOf(act.member) });
    case "recovery-key":
      return t("audit.recovery-key", { name });
    case "passkey-unlock":
      return act.change === "added"
        ? t("audit.passkey-unlock-added", { name })
        : t("audit.passkey-unlock-removed", { name });
    case "colleagues":
      return act.change === "added"
        ? t("audit.colleagues-added", { name })
        : t("audit.colleagues-removed", { name });
    case "recovery-approval":
      return t("audit.recovery-approval", { name, member: nameOf(act.member) });
    case "recovery-refusal":
      return t("audit.recovery-refusal", { name, member: nameOf(act.member) });
    case "deletion":
      return t("audit.deletion", {
        name,
        day: day(act.deletedDay),
        reason: t(`deletion.${act.reason}`),
        cases: list(act.cases),
      });
    case "best-interests":
      return t("audit.best-interests", { name, case: act.case });
  }
}

export function entrySentence({ said }: AuditEntryView, nameOf: NameOf, text: DeskText): string {
  if (said === null) return text.t("audit.unreadable");
  return actSentence(said.act, nameOf(said.member), nameOf, text);
}

const FAULT_TEXT = {
  missing: ["audit.missing", "audit.missing-several"],
  reordered: ["audit.reordered", "audit.reordered-several"],
  inserted: ["audit.inserted", "audit.inserted-several"],
  changed: ["audit.changed", "audit.changed-several"],
  "back-dated": ["audit.back-dated", "audit.back-dated-several"],
  unsigned: ["audit.unsigned", "audit.unsigned-several"],
  "unknown-member": ["audit.unknown-member", "audit.unknown-member-several"],
  truncated: ["audit.truncated", "audit.truncated-several"],
} as const satisfies Record<AuditFault, readonly [string, string]>;

export function findingSentence({ fault, seq, through }: AuditFinding, { t }: DeskText): string {
  const [one, several] = FAULT_TEXT[fault];
  return seq === through ? t(one, { seq }) : t(several, { seq, through });
}
