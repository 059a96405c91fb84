/** The one thing about a report that the server can read, explained before it is chosen. */
import { RadioGroup } from "../ui/choice.tsx";
import { DangerHelp } from "./danger.tsx";
import { Question, type StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

type Answer = "no" | "yes";

export function UrgentStep({ draft, onChange, onBack, onContinue }: StepProps) {
  const { t } = useReportText();
  return (
    <Question name="urgent" title={t("urgent.title")} onBack={onBack} onSubmit={onContinue}>
      <h2>{t("urgent.explain-title")}</h2>
      <ul>
        <li>{t("urgent.explain-sees")}</li>
        <li>{t("urgent.explain-does")}</li>
        <li>{t("urgent.explain-not")}</li>
      </ul>
      <RadioGroup<Answer>
        id="urgent"
        legend={t("urgent.title")}
        legendHidden
        value={draft.urgent ? "yes" : "no"}
        options={[
          { value: "no", label: t("urgent.no") },
          { value: "yes", label: t("urgent.yes") },
        ]}
        onChange={(answer) => onChange({ urgent: answer === "yes" })}
      />
      {draft.urgent ? (
        <div role="status">
          <p>{t("urgent.call")}</p>
          <DangerHelp id="urgent-country" />
        </div>
      ) : null}
    </Question>
  );
}
