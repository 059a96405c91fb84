/** Coming back to say who one is, or to say it differently: the same fields, sealed to the same few people. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { Reading } from "./correspondence.ts";
import {
  focusIdentityFault,
  IdentityFields,
  identityFaultOf,
  Keepers,
  NO_ANSWERS,
  type IdentityAnswers,
} from "./identity-answers.tsx";
import { keepersIn } from "./identity-standing.tsx";
import { useReportText } from "./text.ts";

export interface TellIdentityProps {
  readonly reading: Reading;
  readonly onTell: (answers: IdentityAnswers) => Promise<void>;
  readonly onBack: () => void;
}

export function TellIdentity({ reading, onTell, onBack }: TellIdentityProps) {
  const { t } = useReportText();
  const common = useCommon();
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const { keepers, threshold } = keepersIn(reading);
  const fault = identityFaultOf(answers);

  async function submit(): Promise<void> {
    if (busy) return;
    setAsked(true);
    if (fault !== null) {
      focusIdentityFault(fault);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await onTell(answers);
    } catch (thrown) {
      setBusy(false);
      setFailure(failureCode(thrown));
    }
  }
  return (
    <Screen name="tell-identity" title={t("identity.tell-title")} onBack={onBack}>
      <p>{t("identity.lead")}</p>
      <Keepers keepers={keepers} threshold={threshold} />
      <Form onSubmit={() => void submit()} label={t("identity.tell-title")}>
        <IdentityFields answers={answers} fault={asked ? fault : null} onChange={setAnswers} />
        {failure === null ? null : (
          <Notice kind="problem" title={common.t("page.problem")}>
            <p>{failureSentence(common, failure)}</p>
            <p>{t("case.add-kept")}</p>
          </Notice>
        )}
        <Actions>
          <Button type="submit" busy={busy}>
            {t("case.add-button")}
          </Button>
        </Actions>
        <StatusLine text={busy ? t("case.adding") : ""} />
      </Form>
    </Screen>
  );
}
