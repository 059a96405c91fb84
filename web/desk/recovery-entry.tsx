/**
 * The sign-in name and the twelve words. Invariant: an unknown name, a member without a recovery key and a wrong or
 * dead key get the same sentence.
 */
import { Handle } from "../../worker/contract/session.ts";
import type { IncompleteCode } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useAsking } from "./asking.tsx";
import { usePresence } from "./presence.ts";
import { signIn, type DeskSession, type SignInRefusal, type SignInStep } from "./session.ts";
import { Refusal, STEP_TEXT } from "./sign-in.tsx";
import { useDesk } from "./text.ts";

export interface RecoveryEntryProps {
  readonly today: () => number;
  readonly onBack: () => void;
  readonly onLetIn: (session: DeskSession) => void;
  /** They have no recovery key either. */
  readonly onNoKey: () => void;
}

/** Why what was typed is no code. */
export function useEntrySentence(): (entry: IncompleteCode) => string {
  const { t } = useDesk();
  return (entry) => {
    switch (entry.kind) {
      case "too-few":
        return t("recover.too-few", { count: entry.given });
      case "too-many":
        return t("recover.too-many", { count: entry.given });
      case "unknown-word":
        return t("recover.unknown-word", { position: entry.position, word: entry.word });
      case "checksum":
        return t("recover.checksum");
    }
  };
}

export function RecoveryEntry({ today, onBack, onLetIn, onNoKey }: RecoveryEntryProps) {
  const { t } = useDesk();
  const sentence = useEntrySentence();
  const presence = usePresence();
  const asking = useAsking();
  const [handle, setHandle] = useState("");
  const [key, setKey] = useState("");
  const [handleMistake, setHandleMistake] = useState<string | null>(null);
  const [step, setStep] = useState<SignInStep | null>(null);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const busy = step !== null;
  const entry = refusal?.kind === "recovery-key" ? refusal.entry : null;
  const suggestions = entry?.kind === "unknown-word" ? entry.suggestions : [];

  async function attempt(): Promise<void> {
    if (busy) return;
    const typed = handle.trim().toLowerCase();
    const isHandle = Handle.safeParse(typed).success;
    setHandleMistake(isHandle ? null : t("sign-in.handle-shape"));
    setRefusal(null);
    if (!isHandle) return focusField("recover-handle");
    setStep("preparing");
    const outcome = await signIn({
      handle: typed,
      secret: { way: "recovery", key },
      today: today(),
      pageOrigin: location.origin,
      onStep: (next) => {
        if (presence.here) setStep(next);
      },
      askSecondFactor: asking.ask,
    });
    if (outcome.kind === "signed-in") {
      if (presence.here) onLetIn(outcome.session);
      else outcome.session.end();
      return;
    }
    if (!presence.here) return;
    setStep(null);
    if (outcome.kind === "given-up") return;
    setRefusal(outcome.refusal);
    if (outcome.refusal.kind === "recovery-key") focusField("recover-key");
  }

  function replaceWord(word: string, by: string): void {
    const at = key.toLocaleLowerCase().indexOf(word.toLocaleLowerCase());
    if (at !== -1) setKey(key.slice(0, at) + by + key.slice(at + word.length));
    setRefusal(null);
    focusField("recover-key");
  }

  if (asking.screen !== null) return asking.screen;
  return (
    <Screen name="recover" title={t("recover.title")} onBack={onBack}>
      <p class="lead">{t("recover.lead")}</p>
      {refusal === null ? null : <Refusal refusal={refusal} />}
      <Form onSubmit={() => void attempt()}>
        <TextField
          id="recover-handle"
          label={t("sign-in.handle")}
          error={handleMistake}
          value={handle}
          onInput={setHandle}
          content="code"
          autocomplete="username"
        />
        <TextField
          id="recover-key"
          label={t("recover.key")}
          hint={t("recover.key-hint")}
          error={entry === null ? null : sentence(entry)}
          value={key}
          onInput={setKey}
          content="code"
          rows={3}
        />
        {entry?.kind === "unknown-word" && suggestions.length > 0 ? (
          <div class="suggestions">
            <p>{t("recover.suggest")}</p>
            <Actions>
              {suggestions.map((word) => (
                <Button key={word} kind="secondary" onPress={() => replaceWord(entry.word, word)}>
                  {t("recover.use", { word })}
                </Button>
              ))}
            </Actions>
          </div>
        ) : null}
        <Actions>
          <Button type="submit" busy={busy}>
            {t("recover.submit")}
          </Button>
        </Actions>
        <StatusLine text={step === null ? "" : t(STEP_TEXT[step])} />
      </Form>
      <p>
        <Button kind="quiet" busy={busy} onPress={onNoKey}>
          {t("recover.no-key")}
        </Button>
      </p>
      <p class="field-hint">{t("recover.nothing")}</p>
    </Screen>
  );
}
