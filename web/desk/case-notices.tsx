/** What a member must know about a case before reading on: broken, not fetched, not sent, withdrawn, closed. */
import type { DeskText } from "../i18n/index.ts";
import { failureSentence } from "../failure.ts";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import type { CaseState } from "../payload/case-state.ts";
import { useDesk } from "./text.ts";
import type { CaseNews, CaseTrouble, HeldCase } from "./use-case.ts";

const KEPT_TEXT = {
  acknowledge: "acknowledge.done",
  reply: "reply.sent",
  note: "note.sent",
  close: "close.done",
} as const satisfies Record<Extract<CaseNews, { kind: "kept" }>["act"], string>;

/** For the polite line: what just happened. */
export function newsText(t: DeskText["t"], news: CaseNews | null): string {
  if (news === null) return "";
  switch (news.kind) {
    case "opened":
      return t("case.opened");
    case "read-again":
      return news.added > 0 ? t("case.refreshed", { count: news.added }) : t("case.nothing-new");
    case "kept":
      return t(KEPT_TEXT[news.act]);
  }
}

function Trouble({
  trouble,
  shown,
}: {
  readonly trouble: CaseTrouble;
  /** Is an earlier, verified reading still on screen? */
  readonly shown: "earlier-reading" | "nothing";
}) {
  const common = useCommon();
  const { t } = useDesk();
  switch (trouble.kind) {
    case "broken":
      return (
        <Notice kind="problem" title={t("case.broken-title")}>
          <p>{t("case.broken-which", { reason: failureSentence(common, trouble.code) })}</p>
          <p>{t("case.broken")}</p>
          {shown === "earlier-reading" ? <p>{t("case.broken-shown")}</p> : null}
        </Notice>
      );
    case "not-read":
      return (
        <Notice kind="problem">
          <p>{t("case.failed", { reason: failureSentence(common, trouble.code) })}</p>
        </Notice>
      );
    case "not-sent":
      // Opening the notes sends nothing of anybody's; its failure is said in their column.
      if (trouble.act === "open") return null;
      return (
        <Notice kind="problem">
          <p>
            {trouble.code === "conflict"
              ? t("write.conflict")
              : t("write.failed", { reason: failureSentence(common, trouble.code) })}
          </p>
        </Notice>
      );
    case "overtaken":
      return (
        <Notice kind="problem">
          <p>{t("write.overtaken")}</p>
        </Notice>
      );
  }
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

export function CaseNotices({ held }: { readonly held: HeldCase }) {
  const { file, trouble } = held;
  return (
    <>
      {trouble === null ? null : (
        <Trouble trouble={trouble} shown={file === null ? "nothing" : "earlier-reading"} />
      )}
      {file === null ? null : <Ended state={file.view.state} />}
    </>
  );
}
