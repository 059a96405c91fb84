/** The one required answer: what worries somebody, in their own words. Sealed exactly as typed. */
import { TEXT_MAX, TITLE_MAX } from "../payload/text.ts";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import type { Draft } from "./draft.ts";
import { Question, type StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

type Fault = "missing" | "too-long" | "title-too-long";

export function faultOf({ text, title }: Draft): Fault | null {
  if (text.trim() === "") return "missing";
  if (text.length > TEXT_MAX) return "too-long";
  return title.length > TITLE_MAX ? "title-too-long" : null;
}

export function WordsStep({ draft, onChange, onBack, onContinue }: StepProps) {
  const { t } = useReportText();
  const [asked, setAsked] = useState(false);
  const fault = asked ? faultOf(draft) : null;
  function submit(): void {
    const found = faultOf(draft);
    setAsked(true);
    if (found === null) onContinue();
    else focusField(found === "title-too-long" ? "report-title" : "report-text");
  }
  return (
    <Question name="text" title={t("text.title")} onBack={onBack} onSubmit={submit}>
      <TextField
        id="report-text"
        label={t("text.label")}
        hint={
          <>
            <p>{t("text.hint")}</p>
            <p>{t("text.pictures")}</p>
          </>
        }
        error={fault === "missing" || fault === "too-long" ? t(`text.${fault}`) : null}
        rows={10}
        maxLength={TEXT_MAX}
        value={draft.text}
        onInput={(text) => onChange({ text })}
      />
      <TextField
        id="report-title"
        label={t("text.short-title")}
        optional
        hint={t("text.short-title-hint")}
        error={fault === "title-too-long" ? t("text.title-too-long") : null}
        maxLength={TITLE_MAX}
        value={draft.title}
        onInput={(title) => onChange({ title })}
      />
      <p class="field-hint">{t("text.kept")}</p>
    </Question>
  );
}
