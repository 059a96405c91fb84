/** Five short questions about how a report was dealt with. Every one may be left out; nothing names the report unasked. */
import {
  FEEDBACK_ANSWERS,
  FEEDBACK_QUESTIONS,
  FEEDBACK_TEXT_MAX,
  NO_ANSWERS,
  type FeedbackAnswer,
} from "../payload/given-feedback.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup } from "../ui/choice.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { Face } from "./face.tsx";
import { FeedbackSending } from "./feedback-sending.ts";
import { useReportText, useReturningText } from "./text.ts";
import type { WayProps } from "./way.ts";

const TEXT_FIELD = "feedback-text";

export interface FeedbackProps extends Pick<WayProps, "surroundings" | "keepEnd"> {
  /** The report it may be about, if whoever gives it says so; null where there is none any more. */
  readonly caseId: string | null;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

type Step = "asking" | "sending" | "sent" | { readonly code: FailureCode };

function Given({
  onBack,
  onFinish,
  caseId,
}: Pick<FeedbackProps, "onBack" | "onFinish" | "caseId">) {
  const { t } = useReturningText();
  const report = useReportText();
  const common = useCommon();
  return (
    <Screen name="feedback-given" title={t("feedback.thanks-title")}>
      <p>{t("feedback.thanks")}</p>
      <Actions>
        <Button onPress={onFinish}>{report.t("case.finish")}</Button>
        {caseId === null ? null : (
          <Button kind="secondary" onPress={onBack}>
            {common.t("page.back")}
          </Button>
        )}
      </Actions>
    </Screen>
  );
}

export function Feedback({ surroundings, keepEnd, caseId, onBack, onFinish }: FeedbackProps) {
  const { t, code: language } = useReturningText();
  const report = useReportText();
  const common = useCommon();
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [text, setText] = useState("");
  const [linked, setLinked] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [step, setStep] = useState<Step>("asking");
  const [sending] = useState(() => new FeedbackSending(surroundings));
  const tooLong = text.length > FEEDBACK_TEXT_MAX;

  useEffect(() => {
    keepEnd(() => sending.end());
    return () => sending.end();
  }, []);

  async function submit(): Promise<void> {
    if (step === "sending") return;
    const answered = Object.values(answers).some((answer) => answer !== null);
    const nothing = !answered && text.trim() === "";
    setEmpty(nothing);
    if (nothing || tooLong) {
      focusField(nothing ? `feedback-${FEEDBACK_QUESTIONS[0]}` : TEXT_FIELD);
      return;
    }
    setStep("sending");
    const about = linked ? caseId : null;
    try {
      await sending.send({ language, answers, text: text.trim(), case: about });
      setStep("sent");
    } catch (thrown) {
      setStep({ code: failureCode(thrown) });
    }
  }

  if (step === "sent") return <Given caseId={caseId} onBack={onBack} onFinish={onFinish} />;
  return (
    <Screen name="feedback" title={t("feedback.title")} onBack={onBack}>
      <p class="lead">{t("feedback.lead")}</p>
      <p>{t("feedback.who")}</p>
      <Form onSubmit={() => void submit()} label={t("feedback.title")}>
        {FEEDBACK_QUESTIONS.map((question, at) => (
          <RadioGroup<FeedbackAnswer>
            key={question}
            id={`feedback-${question}`}
            legend={t(`feedback.${question}`)}
            error={empty && at === 0 ? t("feedback.empty") : null}
            options={FEEDBACK_ANSWERS.map((value) => ({
              value,
              label: (
                <>
                  <Face answer={value} />
                  {t(`answer.${value}`)}
                </>
              ),
            }))}
            value={answers[question]}
            onChange={(chosen) => {
              setEmpty(false);
              setAnswers((current) => ({ ...current, [question]: chosen }));
            }}
          />
        ))}
        <TextField
          id={TEXT_FIELD}
          label={t("feedback.text")}
          hint={t("feedback.text-hint")}
          optional
          error={tooLong ? report.t("identity.too-long") : null}
          rows={4}
          maxLength={FEEDBACK_TEXT_MAX}
          value={text}
          onInput={setText}
        />
        {caseId === null ? null : sending.mayHaveArrived && step !== "sending" ? (
          <p>{t(linked ? "feedback.link-stays" : "feedback.no-link-stays")}</p>
        ) : (
          <Checkbox
            id="feedback-linked"
            label={t("feedback.link")}
            hint={t("feedback.link-hint")}
            checked={linked}
            onChange={setLinked}
          />
        )}
        {typeof step === "object" ? (
          <Notice kind="problem" title={common.t("page.problem")}>
            <p>{failureSentence(common, step.code)}</p>
            <p>{t("feedback.kept")}</p>
          </Notice>
        ) : null}
        <Actions>
          <Button type="submit" busy={step === "sending"}>
            {t("feedback.send")}
          </Button>
        </Actions>
        <StatusLine text={step === "sending" ? report.t("case.adding") : ""} />
      </Form>
    </Screen>
  );
}
