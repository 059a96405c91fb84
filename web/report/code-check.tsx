/** Two words of the code, asked back once, so that it is really kept. Nobody is held here for ever. */
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Screen } from "../ui/screen.tsx";
import { useReportText } from "./text.ts";

/** 1 for the first word. */
const POSITIONS = [3, 8] as const;

export interface CodeCheckProps {
  readonly check: (position: number, typed: string) => Promise<boolean>;
  readonly onShow: () => void;
  readonly onContinue: () => void;
}

export function CodeCheck({ check, onShow, onContinue }: CodeCheckProps) {
  const { t } = useReportText();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [tried, setTried] = useState(false);
  async function submit(): Promise<void> {
    const checks = await Promise.all(
      POSITIONS.map((position) => check(position, typed[position] ?? "")),
    );
    const failed = POSITIONS.filter((_position, at) => checks[at] !== true);
    setTried(true);
    setWrong(failed);
    const [first] = failed;
    if (first === undefined) onContinue();
    else focusField(`check-${first}`);
  }
  return (
    <Screen name="code-check" title={t("check.title")} onBack={onShow}>
      <p>{t("check.lead")}</p>
      <Form onSubmit={() => void submit()}>
        {POSITIONS.map((position) => (
          <TextField
            key={position}
            id={`check-${position}`}
            label={t("check.word", { position })}
            content="code"
            error={wrong.includes(position) ? t("check.wrong", { position }) : null}
            value={typed[position] ?? ""}
            onInput={(word) => setTyped((current) => ({ ...current, [position]: word }))}
          />
        ))}
        <Actions>
          <Button type="submit">{t("check.button")}</Button>
          <Button kind="secondary" onPress={onShow}>
            {t("check.show")}
          </Button>
          {tried ? (
            <Button kind="quiet" onPress={onContinue}>
              {t("check.skip")}
            </Button>
          ) : null}
        </Actions>
      </Form>
    </Screen>
  );
}
