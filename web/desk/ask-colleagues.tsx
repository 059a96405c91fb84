/**
 * "I have no recovery key": asking colleagues, or going on with a request that was made before.
 * Invariant: whether a name has colleagues, or exists, is not to be learnt here.
 */
import { RECOVERY_REQUEST_DAYS } from "../../worker/contract/limits.ts";
import { Handle } from "../../worker/contract/session.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { IncompleteCode, TrackingCodeView } from "../vault/interface.ts";
import { askColleagues, openAskingVault, type AskingVault } from "./asking-work.ts";
import { usePresence } from "./presence.ts";
import { useEntrySentence } from "./recovery-entry.tsx";
import { useDesk } from "./text.ts";

/** A request whose keys are in the vault. */
export interface Asked {
  readonly opened: AskingVault;
  readonly handle: string;
  readonly words: readonly string[];
  /** Null for somebody who came back with it. */
  readonly code: TrackingCodeView | null;
}

export interface AskColleaguesProps {
  readonly onBack: () => void;
  readonly onAsked: (asked: Asked) => void;
}

export function AskColleagues({ onBack, onAsked }: AskColleaguesProps) {
  const common = useCommon();
  const { t, code: language } = useDesk();
  const sentence = useEntrySentence();
  const presence = usePresence();
  const [before, setBefore] = useState(false);
  const [handle, setHandle] = useState("");
  const [code, setCode] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [entry, setEntry] = useState<IncompleteCode | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  /** Null when what was typed is no code. */
  async function prepare(opened: AskingVault, typed: string): Promise<Asked | null> {
    const { vault } = opened;
    if (before) {
      const entered = await vault.enterRecoveryRequest(code);
      if (entered.kind !== "complete") {
        if (presence.here) setEntry(entered);
        return null;
      }
      return { opened, handle: typed, words: await vault.recoveryWords(), code: null };
    }
    const made = await vault.newRecoveryRequest(language);
    await askColleagues(typed, made.request);
    return { opened, handle: typed, words: await vault.recoveryWords(), code: made.code };
  }

  async function attempt(): Promise<void> {
    if (busy) return;
    const typed = handle.trim().toLowerCase();
    const isHandle = Handle.safeParse(typed).success;
    setMistake(isHandle ? null : t("sign-in.handle-shape"));
    setFailure(null);
    setEntry(null);
    if (!isHandle) return focusField("ask-handle");
    setBusy(true);
    let opened: AskingVault | null = null;
    let asked: Asked | null = null;
    try {
      opened = await openAskingVault();
      asked = await prepare(opened, typed);
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
    }
    if (asked === null || !presence.here) opened?.end();
    if (!presence.here) return;
    setBusy(false);
    if (asked !== null) onAsked(asked);
    else if (before) focusField("ask-code");
  }

  return (
    <Screen name="ask-colleagues" title={t("ask.title")} onBack={onBack}>
      <p class="lead">{t("ask.lead")}</p>
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("ask.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <Form onSubmit={() => void attempt()}>
        <TextField
          id="ask-handle"
          label={t("sign-in.handle")}
          error={mistake}
          value={handle}
          onInput={setHandle}
          content="code"
          autocomplete="username"
        />
        {before ? (
          <TextField
            id="ask-code"
            label={t("ask.code")}
            hint={t("ask.code-hint", { days: RECOVERY_REQUEST_DAYS })}
            error={entry === null ? null : sentence(entry)}
            value={code}
            onInput={setCode}
            content="code"
            rows={3}
          />
        ) : null}
        <Actions>
          <Button type="submit" busy={busy}>
            {t(before ? "ask.go-on" : "ask.submit")}
          </Button>
          <Button kind="quiet" busy={busy} onPress={() => setBefore(!before)}>
            {t(before ? "ask.not-asked-yet" : "ask.asked-already")}
          </Button>
        </Actions>
        <StatusLine text={busy ? t("ask.busy") : ""} />
      </Form>
    </Screen>
  );
}
