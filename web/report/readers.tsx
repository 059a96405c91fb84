/**
 * Who will read this: every reviewer the key would be sealed to, by name and role. Whoever is taken out
 * here never gets a key, because this happens before anything is sealed.
 */
import type { DeskView, MemberView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { readersOf } from "./draft.ts";
import { otherDesks, OtherDesks } from "./other-desks.tsx";
import type { StepProps } from "./step.tsx";
import { useReportText } from "./text.ts";

interface ReaderProps {
  readonly member: MemberView;
  readonly out: boolean;
  /** What it means for them to be in, and to be out. */
  readonly states: { readonly in: string; readonly out: string };
  readonly onToggle: () => void;
}

export function Reader({ member, out, states, onToggle }: ReaderProps) {
  const { t } = useReportText();
  const common = useCommon();
  const { id, name, roles } = member;
  return (
    <li class={out ? "reader reader-out" : "reader"} data-member={id} data-out={String(out)}>
      <div class="reader-who">
        <p class="reader-name">
          <bdi>{name}</bdi>
        </p>
        <p class="field-hint">{common.list(roles.map((role) => common.t(`role.${role}`)))}</p>
        <p class="checked-mark">{t("readers.checked")}</p>
        <p class="reader-state">{out ? states.out : states.in}</p>
      </div>
      <Button
        kind="secondary"
        label={t(out ? "readers.put-back-name" : "readers.take-out-name", { name })}
        onPress={onToggle}
      >
        {t(out ? "readers.put-back" : "readers.take-out")}
      </Button>
    </li>
  );
}

interface ReadersStepProps extends StepProps {
  readonly desk: DeskView;
  /** All there are. */
  readonly desks: readonly DeskView[];
  /** The list is not the one that was shown before. */
  readonly changed: boolean;
  readonly onOtherDesk: () => void;
}

export function ReadersStep(props: ReadersStepProps) {
  const { draft, desk, desks, changed, onChange, onBack, onContinue, onOtherDesk } = props;
  const text = useReportText();
  const { t } = text;
  const common = useCommon();
  const { excluded } = draft;
  const nobody = readersOf(draft, desk).length === 0;
  function toggle(id: string): void {
    const out = excluded.includes(id);
    onChange({ excluded: out ? excluded.filter((other) => other !== id) : [...excluded, id] });
  }
  return (
    <Screen name="readers" title={t("readers.title")} onBack={onBack}>
      {changed ? (
        <Notice kind="caution" live="status" title={common.t("page.important")}>
          <p>{t("readers.changed")}</p>
        </Notice>
      ) : null}
      <p>{t("readers.lead", { desk: text.pick(desk.names).text })}</p>
      <p>{t("readers.excluded-means")}</p>
      <ul class="readers">
        {desk.reviewers.map((member) => (
          <Reader
            key={member.id}
            member={member}
            out={excluded.includes(member.id)}
            states={{ in: t("readers.reads"), out: t("readers.out") }}
            onToggle={() => toggle(member.id)}
          />
        ))}
      </ul>
      <p class="field-hint">{t("readers.checked-means")}</p>
      <div role="status">
        {nobody ? (
          <Notice kind="caution" title={t("readers.nobody-title")}>
            <p>{t("readers.nobody")}</p>
            <OtherDesks
              desks={otherDesks(draft, desk, desks)}
              onChoose={(id) => onChange({ desk: id })}
            />
          </Notice>
        ) : null}
      </div>
      <Actions>
        {nobody ? null : <Button onPress={onContinue}>{common.t("page.continue")}</Button>}
        <Button kind="secondary" onPress={onOtherDesk}>
          {t("readers.other-desk")}
        </Button>
      </Actions>
    </Screen>
  );
}
