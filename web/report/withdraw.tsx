/** Taking a report back: explained, then confirmed, then done for good. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { useReportText, useReturningText } from "./text.ts";

export interface WithdrawProps {
  readonly withdraw: () => Promise<void>;
  readonly onKeep: () => void;
  readonly onWithdrawn: () => void;
}

export function Withdraw({ withdraw, onKeep, onWithdrawn }: WithdrawProps) {
  const { t } = useReturningText();
  const common = useCommon();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  async function confirm(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await withdraw();
      onWithdrawn();
    } catch (thrown) {
      setBusy(false);
      setFailure(failureCode(thrown));
    }
  }
  return (
    <Screen name="withdraw" title={t("withdraw.title")} onBack={onKeep}>
      <p class="lead">{t("withdraw.lead")}</p>
      <ul>
        <li>{t("withdraw.1")}</li>
        <li>{t("withdraw.2")}</li>
        <li>{t("withdraw.3")}</li>
        <li>{t("withdraw.4")}</li>
        <li>{t("withdraw.5")}</li>
      </ul>
      {failure === null ? null : (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{failureSentence(common, failure)}</p>
        </Notice>
      )}
      <Actions>
        <Button kind="warning" busy={busy} onPress={() => void confirm()}>
          {t("withdraw.confirm")}
        </Button>
        <Button kind="secondary" busy={busy} onPress={onKeep}>
          {t("withdraw.keep")}
        </Button>
      </Actions>
      <StatusLine text={busy ? t("withdraw.doing") : ""} />
    </Screen>
  );
}

export interface WithdrawnProps {
  readonly onFeedback: () => void;
  readonly onFinish: () => void;
}

export function Withdrawn({ onFeedback, onFinish }: WithdrawnProps) {
  const { t } = useReturningText();
  const report = useReportText();
  return (
    <Screen name="withdrawn" title={t("withdraw.done-title")}>
      <p>{t("withdraw.done")}</p>
      <p>{t("withdraw.again")}</p>
      <Actions>
        <Button onPress={onFinish}>{report.t("case.finish")}</Button>
        <Button kind="secondary" onPress={onFeedback}>
          {t("feedback.open")}
        </Button>
      </Actions>
    </Screen>
  );
}
