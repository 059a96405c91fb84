/** The passphrase, shown once to be written down, and asked back by two of its words. */
import { failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Isolated } from "../ui/passage.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { useJoin } from "./text.ts";

/** 1 for the first word. */
const POSITIONS = [2, 5] as const;

export interface PassphraseProps {
  readonly words: readonly string[];
  readonly handle: string;
  readonly onContinue: () => void;
}

export function Passphrase({ words, handle, onContinue }: PassphraseProps) {
  const { t } = useJoin();
  return (
    <Screen name="join-passphrase" title={t("passphrase.title")}>
      <p class="lead">{t("passphrase.lead")}</p>
      <Notice kind="caution" title={t("passphrase.lost-title")}>
        <p>{t("passphrase.lost")}</p>
      </Notice>
      <div class="code-card">
        <h2>{t("offer.handle")}</h2>
        <p>
          <Isolated>{handle}</Isolated>
        </p>
        <h2 id="passphrase-words">{t("passphrase.words")}</h2>
        <p class="field-hint">{t("passphrase.english")}</p>
        <Words words={words} labelledBy="passphrase-words" />
      </div>
      <Actions>
        <Button onPress={onContinue}>{t("passphrase.next")}</Button>
      </Actions>
    </Screen>
  );
}

export interface PassphraseCheckProps {
  readonly check: (position: number, typed: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: FailureCode | null;
  readonly onShow: () => void;
  readonly onKept: () => void;
}

export function PassphraseCheck({ check, busy, failure, onShow, onKept }: PassphraseCheckProps) {
  const common = useCommon();
  const { t } = useJoin();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  async function submit(): Promise<void> {
    if (busy) return;
    const checks = await Promise.all(
      POSITIONS.map((position) => check(position, typed[position] ?? "")),
    );
    const failed = POSITIONS.filter((_position, at) => checks[at] !== true);
    setWrong(failed);
    const [first] = failed;
    if (first === undefined) onKept();
    else focusField(`passphrase-${first}`);
  }
  return (
    <Screen name="join-check" title={t("check.title")} onBack={onShow}>
      <p>{t("check.lead")}</p>
      <Form onSubmit={() => void submit()}>
        {POSITIONS.map((position) => (
          <TextField
            key={position}
            id={`passphrase-${position}`}
            label={t("check.word", { position })}
            content="code"
            error={wrong.includes(position) ? t("check.wrong", { position }) : null}
            value={typed[position] ?? ""}
            onInput={(word) => setTyped((current) => ({ ...current, [position]: word }))}
          />
        ))}
        {failure === null ? null : (
          <Notice kind="problem">
            <p>{t("check.failed", { reason: failureSentence(common, failure) })}</p>
          </Notice>
        )}
        <Actions>
          <Button type="submit" busy={busy}>
            {t(busy ? "check.busy" : "check.submit")}
          </Button>
          <Button kind="secondary" onPress={onShow}>
            {t("check.show")}
          </Button>
        </Actions>
      </Form>
    </Screen>
  );
}
