/** Who is to hold a share: enough of them, and not more than can be. */
import { RECOVERY_COLLEAGUES_MAX } from "../../worker/contract/limits.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import type { MemberView } from "../vault/interface.ts";
import { useDesk } from "./text.ts";

export interface ChooseColleaguesProps {
  /** Active members but oneself. */
  readonly others: readonly MemberView[];
  readonly threshold: number;
  readonly busy: boolean;
  /** Ids. */
  readonly onChosen: (colleagues: readonly string[]) => void;
  readonly onPutAway: () => void;
}

export function ChooseColleagues(props: ChooseColleaguesProps) {
  const { others, threshold, busy, onChosen, onPutAway } = props;
  const { t } = useDesk();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [mistake, setMistake] = useState<string | null>(null);

  function submit(): void {
    const few = chosen.length < threshold;
    const many = chosen.length > RECOVERY_COLLEAGUES_MAX;
    if (few) setMistake(t("colleagues.too-few", { count: threshold }));
    else if (many) setMistake(t("colleagues.too-many", { count: RECOVERY_COLLEAGUES_MAX }));
    else return onChosen(chosen);
    focusField(`colleague-${others[0]?.id ?? ""}`);
  }

  if (others.length < threshold) return <p>{t("colleagues.too-few-people")}</p>;
  return (
    <Form onSubmit={submit}>
      <fieldset
        class={mistake === null ? "field" : "field field-with-error"}
        aria-describedby={mistake === null ? "colleagues-hint" : "colleagues-hint colleagues-error"}
      >
        <legend class="field-label">{t("colleagues.which")}</legend>
        <p class="field-hint" id="colleagues-hint">
          {t("colleagues.which-hint")}
        </p>
        {mistake === null ? null : (
          <p class="field-error" id="colleagues-error">
            {mistake}
          </p>
        )}
        {others.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={`colleague-${id}`}
            label={name}
            checked={chosen.includes(id)}
            onChange={(checked) => {
              setMistake(null);
              setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id));
            }}
          />
        ))}
      </fieldset>
      <Actions>
        <Button type="submit" busy={busy}>
          {t("colleagues.save")}
        </Button>
        <Button kind="quiet" busy={busy} onPress={onPutAway}>
          {t("colleagues.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
