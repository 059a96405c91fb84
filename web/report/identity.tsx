/** Does somebody want to say who they are? The answer is no until they say otherwise, and either is sent alike. */
import type { DeskView } from "../vault/interface.ts";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { keepersOf } from "./draft.ts";
import {
  focusIdentityFault,
  IdentityFields,
  identityFaultOf,
  Keepers,
} from "./identity-answers.tsx";
import { Reader } from "./readers.tsx";
import { Question, type StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

interface IdentityStepProps extends StepProps {
  readonly desk: DeskView;
}

export function IdentityStep({ draft, desk, onChange, onBack, onContinue }: IdentityStepProps) {
  const { t } = useReportText();
  const [asked, setAsked] = useState(false);
  const { identity, excluded } = draft;
  const keepers = keepersOf(draft, desk);
  const says = identity.says === "yes";
  const fault = says && keepers.length > 0 ? identityFaultOf(identity.answers) : null;

  function submit(): void {
    setAsked(true);
    if (fault === null) onContinue();
    else focusIdentityFault(fault);
  }
  function toggle(id: string): void {
    const out = excluded.includes(id);
    onChange({ excluded: out ? excluded.filter((other) => other !== id) : [...excluded, id] });
  }
  return (
    <Question name="identity" title={t("identity.title")} onBack={onBack} onSubmit={submit}>
      <p>{t("identity.lead")}</p>
      <RadioGroup<"no" | "yes">
        id="identity-says"
        legend={t("identity.title")}
        legendHidden
        value={identity.says}
        options={[
          { value: "no", label: t("identity.no") },
          { value: "yes", label: t("identity.yes") },
        ]}
        onChange={(answer) => onChange({ identity: { ...identity, says: answer } })}
      />
      {says ? (
        <div>
          <h2>{t("identity.who-title")}</h2>
          <Keepers keepers={keepers} threshold={Math.min(desk.identityThreshold, keepers.length)} />
          <p>{t("identity.involved")}</p>
          <ul class="readers">
            {desk.custodians.map((member) => (
              <Reader
                key={member.id}
                member={member}
                out={excluded.includes(member.id)}
                states={{ in: t("identity.keeps"), out: t("identity.out") }}
                onToggle={() => toggle(member.id)}
              />
            ))}
          </ul>
          {keepers.length === 0 ? (
            <Notice kind="caution" live="status" title={t("identity.nobody-title")}>
              <p>{t("identity.nobody")}</p>
            </Notice>
          ) : (
            <IdentityFields
              answers={identity.answers}
              fault={asked ? fault : null}
              onChange={(answers) => onChange({ identity: { ...identity, answers } })}
            />
          )}
        </div>
      ) : null}
    </Question>
  );
}
