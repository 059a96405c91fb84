/** A recovery key: shown once, printed or written down, and asked back by two of its words. */
import type { TrackingCodeView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { CodeGroups } from "../ui/code-groups.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

/** 1 for the first word. */
const POSITIONS = [3, 8] as const;

export interface NewRecoveryKeyProps {
  readonly session: DeskSession;
  readonly busy: boolean;
  readonly onBack: () => void;
  /** They have it, as far as two words tell. */
  readonly onKept: () => void;
}

function Card({ view }: { readonly view: TrackingCodeView }) {
  const text = useDesk();
  const { t } = text;
  return (
    <div class="code-card">
      <h2>{t("recovery-key.words")}</h2>
      {view.wordsLanguage === text.code ? null : (
        <p class="field-hint">
          {t("recovery-key.words-in", { language: text.language(view.wordsLanguage) })}
        </p>
      )}
      <div data-testid="recovery-words">
        <CodeGroups groups={view.words} language={view.wordsLanguage} />
      </div>
      <h2>{t("recovery-key.numbers")}</h2>
      <p class="field-hint">{t("recovery-key.numbers-hint")}</p>
      <CodeGroups groups={view.numbers} />
    </div>
  );
}

export function NewRecoveryKey({ session, busy, onBack, onKept }: NewRecoveryKeyProps) {
  const { t, code: language } = useDesk();
  const presence = usePresence();
  const [view, setView] = useState<TrackingCodeView | null>(null);
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);

  async function make(): Promise<void> {
    const made = await session.vault.newRecoveryKey(language);
    if (presence.here) setView(made);
  }
  useEffect(() => void make(), []);

  async function check(): Promise<void> {
    if (busy) return;
    const checks = await Promise.all(
      POSITIONS.map((position) => session.vault.isRecoveryWord(position, typed[position] ?? "")),
    );
    const failed = POSITIONS.filter((_position, at) => checks[at] !== true);
    setWrong(failed);
    const [first] = failed;
    if (first === undefined) onKept();
    else focusField(`recovery-check-${first}`);
  }

  if (asking) {
    return (
      <Screen
        key="recovery-key-check"
        name="recovery-key-check"
        title={t("recovery-key.check-title")}
        onBack={() => setAsking(false)}
      >
        <p>{t("recovery-key.check-lead")}</p>
        <Form onSubmit={() => void check()}>
          {POSITIONS.map((position) => (
            <TextField
              key={position}
              id={`recovery-check-${position}`}
              label={t("recovery-key.word", { position })}
              content="code"
              error={wrong.includes(position) ? t("recovery-key.word-wrong", { position }) : null}
              value={typed[position] ?? ""}
              onInput={(word) => setTyped((current) => ({ ...current, [position]: word }))}
            />
          ))}
          <Actions>
            <Button type="submit" busy={busy}>
              {t("recovery-key.check")}
            </Button>
          </Actions>
          <StatusLine text={busy ? t("recovery-key.saving") : ""} />
        </Form>
      </Screen>
    );
  }
  return (
    <Screen key="recovery-key" name="recovery-key" title={t("recovery-key.title")} onBack={onBack}>
      <p class="lead">{t("recovery-key.lead")}</p>
      <Notice kind="caution">
        <p>{t("recovery-key.keep")}</p>
      </Notice>
      {view === null ? null : <Card view={view} />}
      <Actions>
        <Button onPress={() => setAsking(true)}>{t("recovery-key.kept")}</Button>
        <Button kind="secondary" onPress={() => window.print()}>
          {t("recovery-key.print")}
        </Button>
      </Actions>
    </Screen>
  );
}
