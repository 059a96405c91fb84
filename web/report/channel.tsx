/** What the report is about: one of the channels, or not sure. It may be skipped. */
import { CHANNELS } from "../payload/channels.ts";
import { RadioGroup } from "../ui/choice.tsx";
import { useCommon } from "../ui/text.ts";
import { UNSURE, type ChannelChoice } from "./draft.ts";
import { Question, type StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

/** The words for a choice, wherever it is shown. */
export function useChannelLabel(): (choice: ChannelChoice | null) => string {
  const { t } = useReportText();
  const common = useCommon();
  return (choice) =>
    choice === null || choice === UNSURE ? t("channel.unsure") : common.t(`channel.${choice}`);
}

export function ChannelStep({ draft, onChange, onBack, onContinue }: StepProps) {
  const { t } = useReportText();
  const label = useChannelLabel();
  return (
    <Question name="channel" title={t("channel.title")} onBack={onBack} onSubmit={onContinue}>
      <RadioGroup<ChannelChoice>
        id="channel"
        legend={t("channel.title")}
        legendHidden
        hint={t("channel.hint")}
        value={draft.channel}
        options={[
          ...CHANNELS.map((value) => ({
            value,
            label: label(value),
            hint: t(`channel.${value}-hint`),
          })),
          { value: UNSURE, label: label(UNSURE), hint: t("channel.unsure-hint") },
        ]}
        onChange={(channel) => onChange({ channel })}
      />
    </Question>
  );
}
