/** Why nothing is sent, in plain words; the text is kept, and other ways to get help stand beside it. */
import { failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { DangerHelp } from "./danger.tsx";
import { useReportText } from "./text.ts";

export interface RefusalProps {
  readonly code: FailureCode;
  readonly busy: boolean;
  readonly onRetry: () => void;
}

export function OtherHelp({ id }: { readonly id: string }) {
  const { t } = useReportText();
  return (
    <div>
      <h2>{t("refusal.other-help")}</h2>
      <p>{t("refusal.help-call")}</p>
      <DangerHelp id={id} />
      <p>{t("refusal.help-person")}</p>
    </div>
  );
}

/** The list ran out: said by the chain that was followed here, or by the server. Only the organisation can mend it. */
export function isExpired(code: FailureCode): boolean {
  return code === "roster-expired" || code === "intake-closed";
}

export function Refusal({ code, busy, onRetry }: RefusalProps) {
  const { t } = useReportText();
  const common = useCommon();
  return (
    <div>
      <Notice kind="problem" title={t("refusal.title")}>
        <p>{failureSentence(common, code)}</p>
        <p>{t("refusal.nothing-sent")}</p>
      </Notice>
      <Actions>
        <Button busy={busy} onPress={onRetry}>
          {common.t("page.try-again")}
        </Button>
      </Actions>
      {isExpired(code) ? <p>{t("refusal.expired")}</p> : null}
      <OtherHelp id="refusal-country" />
    </div>
  );
}
