/**
 * What a member must know about a case before reading on: broken, not fetched, not sent, not theirs to
 * write in, withdrawn, closed.
 */
import type { DeskText } from "../i18n/index.ts";
import { failureSentence } from "../failure.ts";
import { useEffect, useRef } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import type { CaseState } from "../payload/case-state.ts";
import type { CaseAct } from "./case-act.ts";
import { isReader, type CaseFile } from "./case-file.ts";
import { memberName } from "./entry-words.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { CaseNews, CaseTrouble, HeldCase } from "./use-case.ts";

const KEPT_TEXT = {
  acknowledge: "acknowledge.done",
  reply: "reply.sent",
  notice: "reply.sent",
  note: "note.sent",
  "extend-feedback": "extend.done",
  close: "close.done",
  "decide-challenge": "challenged.done",
  reopen: "reopen.done",
  override: "access.overridden",
  grant: "access.granted",
  removal: "access.removed",
  rekey: "access.rekeyed",
  "ask-identity": "identity.asked",
  "record-decisions": "identity.recorded",
  "open-identity": "identity.told",
  casework: "work.kept",
  export: "export.done",
} as const satisfies Record<Extract<CaseNews, { kind: "kept" }>["act"], string>;

/** For the polite line: what just happened. */
export function newsText(t: DeskText["t"], news: CaseNews | null): string {
  if (news === null) return "";
  switch (news.kind) {
    case "opened":
      return t("case.opened");
    case "read-again":
      return news.added > 0 ? t("case.refreshed", { count: news.added }) : t("case.nothing-new");
    case "undone":
      return t("undo.done");
    case "kept":
      return news.meanwhile === 0
        ? t(KEPT_TEXT[news.act])
        : `${t(KEPT_TEXT[news.act])} ${t("case.meanwhile", { count: news.meanwhile })}`;
  }
}

/** What leaves no words behind when it fails. */
const CHANGES: readonly CaseAct["kind"][] = ["grant", "override", "removal", "recusal", "rekey"];

export interface ActTroubleProps {
  readonly trouble: CaseTrouble | null;
  /** What is done at this place of the page. */
  readonly acts: readonly CaseAct["kind"][];
}

/** Why something was not sent, said where it was written. */
export function ActTrouble({ trouble, acts }: ActTroubleProps) {
  const common = useCommon();
  const { t } = useDesk();
  if (trouble === null || !("act" in trouble) || !acts.includes(trouble.act)) return null;
  if (trouble.kind === "overtaken") {
    return (
      <Notice kind="problem">
        <p>{t("write.overtaken")}</p>
      </Notice>
    );
  }
  const reason = failureSentence(common, trouble.code);
  const isChange = CHANGES.includes(trouble.act);
  if (isChange) {
    return (
      <Notice kind="problem">
        <p>{t("access.failed", { reason })}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="problem">
      <p>{trouble.code === "conflict" ? t("write.conflict") : t("write.failed", { reason })}</p>
    </Notice>
  );
}

interface ReadTroubleProps {
  readonly trouble: CaseTrouble | null;
  /** Is an earlier, verified reading still on screen? */
  readonly shown: "earlier-reading" | "nothing";
}

/** Brought into view: whoever is writing further down must not miss it. */
function ReadTrouble({ trouble, shown }: ReadTroubleProps) {
  const common = useCommon();
  const { t } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const kind = trouble === null || "act" in trouble ? null : trouble.kind;
  useEffect(() => {
    if (kind !== null) place.current?.scrollIntoView({ block: "center" });
  }, [kind]);
  if (trouble === null || "act" in trouble) return null;
  const reason = failureSentence(common, trouble.code);
  return (
    <div ref={place}>
      {trouble.kind === "broken" ? (
        <Notice kind="problem" title={t("case.broken-title")}>
          <p>{t("case.broken-which", { reason })}</p>
          <p>{t("case.broken")}</p>
          {shown === "earlier-reading" ? <p>{t("case.broken-shown")}</p> : null}
        </Notice>
      ) : (
        <Notice kind="problem">
          <p>{t("case.failed", { reason })}</p>
        </Notice>
      )}
    </div>
  );
}

function Ended({ state }: { readonly state: CaseState }) {
  const common = useCommon();
  const { t, day } = useDesk();
  const { withdrawnDay, closure } = state;
  return (
    <>
      {withdrawnDay === null ? null : (
        <Notice kind="caution" title={t("case.withdrawn-title", { day: day(withdrawnDay) })}>
          <p>{t("case.withdrawn")}</p>
        </Notice>
      )}
      {closure === null ? null : (
        <Notice kind="info" title={t("case.closed-title", { day: day(closure.day) })}>
          <p>{t("case.closed-why", { reason: common.t(`closure.${closure.reason}`) })}</p>
        </Notice>
      )}
    </>
  );
}

interface NotYoursProps {
  readonly file: CaseFile;
  readonly session: DeskSession;
}

/** Why a case that can be read takes no word of this member's. */
function NotYours({ file, session }: NotYoursProps) {
  const text = useDesk();
  const { t } = text;
  const { view } = file;
  const { internal, internalOpener } = view;
  const reads = view.state.report === null || isReader(view, session.self.id);
  return (
    <>
      {internal !== "not-sealed-to-you" ? null : (
        <Notice kind="problem" title={t("notes.not-sealed-to-you")}>
          <p>{t("notes.not-sealed-what")}</p>
          {internalOpener === null ? null : (
            <p>
              {t("notes.not-sealed-by", { name: memberName(session.roster, text, internalOpener) })}
            </p>
          )}
        </Notice>
      )}
      {reads ? null : (
        <Notice kind="problem" title={t("readers.not-you")}>
          <p>{t("readers.not-you-what")}</p>
        </Notice>
      )}
    </>
  );
}

/** The server routes by desk and urgent mark; the report says, sealed, what the reporter chose. */
function ToldOtherwise({ file }: { readonly file: CaseFile }) {
  const { t } = useDesk();
  const { plain, view } = file;
  const { report } = view.state;
  if (report === null) return null;
  const urgent = report.urgent !== undefined && report.urgent !== plain.urgent;
  const desk = report.desk !== undefined && report.desk !== plain.desk;
  if (!urgent && !desk) return null;
  return (
    <Notice kind="problem" title={t("case.told-otherwise-title")}>
      {urgent ? (
        <p>{t(report.urgent === true ? "case.was-urgent" : "case.was-not-urgent")}</p>
      ) : null}
      {desk ? <p>{t("case.was-other-desk")}</p> : null}
    </Notice>
  );
}

/** Somebody was shown another list of people: whose entries say so. */
function OtherLists({ file, session }: NotYoursProps) {
  const text = useDesk();
  const { t } = text;
  if (file.otherLists.length === 0) return null;
  const names = file.otherLists.map(({ author }) =>
    author.kind === "reporter"
      ? t("author.reporter")
      : memberName(session.roster, text, author.member),
  );
  return (
    <Notice kind="problem" title={t("lists.title")}>
      <p>{t("lists.what")}</p>
      <p>{t("lists.by", { names: text.list([...new Set(names)]) })}</p>
    </Notice>
  );
}

export interface CaseNoticesProps {
  readonly held: HeldCase;
  readonly session: DeskSession;
}

export function CaseNotices({ held, session }: CaseNoticesProps) {
  const { file, trouble } = held;
  return (
    <>
      <ReadTrouble trouble={trouble} shown={file === null ? "nothing" : "earlier-reading"} />
      {file === null ? null : <ToldOtherwise file={file} />}
      {file === null ? null : <OtherLists file={file} session={session} />}
      {file === null ? null : <NotYours file={file} session={session} />}
      {file === null ? null : <Ended state={file.view.state} />}
    </>
  );
}
