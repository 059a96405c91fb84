/**
 * What a locked page shows: whose it is, and the way back. Invariant: nothing of any case stands here, and the
 * passphrase stands nowhere but in this form.
 */
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import {
  unlock,
  unlocksByPasskey,
  type Locked,
  type Unlocked,
  type UnlockSecret,
} from "./locked.ts";
import { usePresence } from "./presence.ts";
import type { SignInRefusal, SignInStep } from "./session.ts";
import { Refusal, STEP_TEXT } from "./sign-in.tsx";
import { useDesk } from "./text.ts";

export interface LockedScreenProps {
  readonly locked: Locked;
  readonly today: () => number;
  readonly onUnlocked: (unlocked: Unlocked) => void;
  /** The session has ended meanwhile, or is to end now. */
  readonly onEnded: () => void;
}

const FIELD = "unlock-passphrase";

export function LockedScreen({ locked, today, onUnlocked, onEnded }: LockedScreenProps) {
  const { t } = useDesk();
  const [passphrase, setPassphrase] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [step, setStep] = useState<SignInStep | null>(null);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [drafts, setDrafts] = useState<"waiting" | "none" | "sealed" | "lost">("waiting");
  const [passkey, setPasskey] = useState<"none" | "offered" | "failed">("none");
  const presence = usePresence();
  const busy = step !== null;
  useEffect(() => {
    void tellDrafts();
    void tellPasskey();
  }, []);

  async function tellDrafts(): Promise<void> {
    const { kind } = await locked.drafts;
    if (presence.here) setDrafts(kind);
  }

  async function tellPasskey(): Promise<void> {
    const offered = await unlocksByPasskey(locked);
    if (presence.here && offered) setPasskey("offered");
  }

  async function attemptPassphrase(): Promise<void> {
    if (busy) return;
    const missing = passphrase.trim() === "";
    setMistake(missing ? t("sign-in.passphrase-missing") : null);
    if (missing) return focusField(FIELD);
    await attempt({ way: "passphrase", passphrase });
  }

  async function attempt(secret: UnlockSecret): Promise<void> {
    if (busy) return;
    setRefusal(null);
    if (passkey === "failed") setPasskey("offered");
    setStep("preparing");
    const outcome = await unlock(locked, {
      secret,
      today: today(),
      pageOrigin: location.origin,
      onStep: (next) => {
        if (presence.here) setStep(next);
      },
    });
    if (!presence.here) {
      if (outcome.kind === "unlocked") outcome.unlocked.session.end();
      return;
    }
    switch (outcome.kind) {
      case "unlocked":
        return onUnlocked(outcome.unlocked);
      case "ended":
        return onEnded();
      case "no-passkey":
        setStep(null);
        setPasskey("failed");
        return;
      case "refused":
        setStep(null);
        setRefusal(outcome.refusal);
    }
  }

  return (
    <Screen name="locked" title={t("locked.title")}>
      <p>{t("locked.text", { name: locked.name })}</p>
      <p role="status">
        {drafts === "sealed" ? t("locked.drafts-sealed") : ""}
        {drafts === "lost" ? t("locked.drafts-lost") : ""}
      </p>
      {refusal === null ? null : <Refusal refusal={refusal} />}
      {passkey === "none" ? null : (
        <>
          <Actions>
            <Button kind="secondary" busy={busy} onPress={() => void attempt({ way: "passkey" })}>
              {t("locked.use-passkey")}
            </Button>
          </Actions>
          <p role="status">{passkey === "failed" && !busy ? t("locked.no-passkey") : ""}</p>
        </>
      )}
      <Form onSubmit={() => void attemptPassphrase()}>
        <TextField
          id={FIELD}
          label={t("sign-in.passphrase")}
          error={mistake}
          value={passphrase}
          onInput={setPassphrase}
          kind="password"
          content="code"
          autocomplete="current-password"
        />
        <Actions>
          <Button type="submit" busy={busy}>
            {busy ? t("locked.busy") : t("locked.unlock")}
          </Button>
          <Button kind="secondary" onPress={onEnded}>
            {t("frame.sign-out")}
          </Button>
        </Actions>
        <StatusLine text={step === null ? "" : t(STEP_TEXT[step])} />
      </Form>
    </Screen>
  );
}
