/** Which desk gets the report: the verified ones, by name and country, or not sure. */
import type { RosterView, SodiumBuild } from "../vault/interface.ts";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { deskForUnsure, UNSURE } from "./draft.ts";
import type { Readiness } from "./readiness.ts";
import { Refusal } from "./refusal.tsx";
import { Question, type StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

interface DeskQuestionProps extends StepProps {
  readonly roster: RosterView;
  readonly build: SodiumBuild;
}

function DeskQuestion({ draft, onChange, onBack, onContinue, roster, build }: DeskQuestionProps) {
  const text = useReportText();
  const { t } = text;
  const [missing, setMissing] = useState(false);
  const known = draft.desk === UNSURE || roster.desks.some(({ id }) => id === draft.desk);
  function submit(): void {
    setMissing(!known);
    if (!known) {
      focusField("desk");
      return;
    }
    // Settled now, so that neither a language nor a newer list moves the report to other readers unseen.
    if (draft.desk === UNSURE) {
      onChange({ desk: deskForUnsure(roster.desks, text.code)?.id ?? null });
    }
    onContinue();
  }
  return (
    <Question name="desk" title={t("desk.title")} onBack={onBack} onSubmit={submit}>
      {build === "fallback" ? <p class="status-line">{t("desk.slow")}</p> : null}
      <RadioGroup<string>
        id="desk"
        legend={t("desk.title")}
        legendHidden
        hint={t("desk.hint", { organisation: roster.organisation })}
        error={missing && !known ? t("desk.missing") : null}
        value={draft.desk}
        options={[
          ...roster.desks.map(({ id, names, country, languages, oversight }) => {
            const name = text.pick(names);
            return {
              value: id,
              label: name.text,
              lang: name.language,
              hint: t(oversight ? "desk.oversight" : "desk.languages", {
                country: text.country(country),
                languages: text.list(languages.map(text.language)),
              }),
            };
          }),
          { value: UNSURE, label: t("desk.unsure"), hint: t("desk.unsure-hint") },
        ]}
        onChange={(desk) => onChange({ desk })}
      />
    </Question>
  );
}

interface DeskStepProps extends StepProps {
  readonly readiness: Readiness;
  readonly onRetry: () => void;
}

export function DeskStep(props: DeskStepProps) {
  const { readiness, onBack, onRetry } = props;
  const { t } = useReportText();
  switch (readiness.kind) {
    case "ready":
      return <DeskQuestion {...props} roster={readiness.roster} build={readiness.build} />;
    case "loading":
      return (
        <Screen name="desk" title={t("desk.title")} onBack={onBack}>
          <StatusLine text={t("desk.loading")} />
        </Screen>
      );
    case "refused":
      return (
        <Screen name="refusal" title={t("desk.title")} onBack={onBack}>
          <Refusal code={readiness.code} busy={false} onRetry={onRetry} />
        </Screen>
      );
  }
}
