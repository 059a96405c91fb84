/**
 * The sign-in screen. Invariant: an unknown name and a wrong passphrase get the same sentence, and the
 * passphrase stands nowhere but in this form, which is gone once somebody is signed in.
 */
import { Handle, type SignInWay } from "../../worker/contract/session.ts";
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { useAsking } from "./asking.tsx";
import { usePresence } from "./presence.ts";
import { signIn, type DeskSession, type SignInRefusal, type SignInStep } from "./session.ts";
import { useDesk } from "./text.ts";

/** How the last session ended, when there was one on this page. */
export type Farewell = "signed-out" | "recovered" | "left";

const FAREWELL_TEXT = {
  "signed-out": "sign-in.signed-out",
  recovered: "sign-in.recovered",
  left: "sign-in.left",
} as const satisfies Record<Farewell, string>;

export interface SignInProps {
  readonly farewell: Farewell | null;
  /** The device's day, days since 1970-01-01, UTC. */
  readonly today: () => number;
  readonly onSignedIn: (session: DeskSession) => void;
  /** They have lost their passphrase. */
  readonly onLost: () => void;
}

export const STEP_TEXT = {
  preparing: "sign-in.step-preparing",
  stretching: "sign-in.step-stretching",
  proving: "sign-in.step-proving",
  paying: "sign-in.step-paying",
  "second-factor": "sign-in.step-second-factor",
  "proving-factor": "sign-in.step-proving",
  unlocking: "sign-in.step-unlocking",
  "checking-roster": "sign-in.step-roster",
  saving: "sign-in.step-saving",
  logging: "sign-in.step-logging",
} as const satisfies Record<SignInStep, string>;

type Mistakes = { readonly handle: string | null; readonly passphrase: string | null };
const NO_MISTAKES: Mistakes = { handle: null, passphrase: null };

const CREDENTIALS_TEXT = {
  passphrase: "sign-in.credentials",
  recovery: "recover.credentials",
  colleagues: "ask.credentials",
} as const satisfies Record<SignInWay, string>;

/** Why nobody is signed in. Said alike on both pages that sign in. */
export function Refusal({ refusal }: { readonly refusal: SignInRefusal }) {
  const common = useCommon();
  const { t } = useDesk();
  switch (refusal.kind) {
    case "credentials":
      return (
        <Notice kind="problem" title={t("sign-in.refused-title")}>
          <p>{t(CREDENTIALS_TEXT[refusal.way])}</p>
        </Notice>
      );
    case "roster":
      return (
        <Notice kind="problem" title={t("sign-in.roster-title")}>
          <p>{t("sign-in.roster-which", { reason: failureSentence(common, refusal.code) })}</p>
          <p>{t("sign-in.roster-refused")}</p>
        </Notice>
      );
    case "recovery-key":
      // Said beside the field it was typed in.
      return null;
    case "other":
      return (
        <Notice kind="problem" title={t("sign-in.refused-title")}>
          <p>{failureSentence(common, refusal.code)}</p>
        </Notice>
      );
  }
}

export function SignIn({ farewell, today, onSignedIn, onLost }: SignInProps) {
  const { t } = useDesk();
  const [handle, setHandle] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [shown, setShown] = useState(false);
  const [mistakes, setMistakes] = useState(NO_MISTAKES);
  const [step, setStep] = useState<SignInStep | null>(null);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const asking = useAsking();
  const presence = usePresence();
  const busy = step !== null;
  const typedHandle = handle.trim().toLowerCase();

  function mistakesNow(): Mistakes {
    const shape = Handle.safeParse(typedHandle).success ? null : t("sign-in.handle-shape");
    return {
      handle: typedHandle === "" ? t("sign-in.handle-missing") : shape,
      passphrase: passphrase.trim() === "" ? t("sign-in.passphrase-missing") : null,
    };
  }

  async function attempt(): Promise<void> {
    if (busy) return;
    const found = mistakesNow();
    setMistakes(found);
    setRefusal(null);
    if (found.handle !== null) return focusField("sign-in-handle");
    if (found.passphrase !== null) return focusField("sign-in-passphrase");
    setStep("preparing");
    const outcome = await signIn({
      handle: typedHandle,
      secret: { way: "passphrase", passphrase },
      today: today(),
      pageOrigin: location.origin,
      onStep: (next) => {
        if (presence.here) setStep(next);
      },
      askSecondFactor: asking.ask,
    });
    if (outcome.kind === "signed-in") {
      if (presence.here) onSignedIn(outcome.session);
      else outcome.session.end();
      return;
    }
    if (!presence.here) return;
    setStep(null);
    setRefusal(outcome.kind === "refused" ? outcome.refusal : null);
  }

  if (asking.screen !== null) return asking.screen;
  return (
    <Screen key="sign-in" name="sign-in" title={t("sign-in.title")} takesFocus={farewell !== null}>
      {farewell === null ? null : (
        <Notice kind="info" live="status">
          <p>{t(FAREWELL_TEXT[farewell])}</p>
        </Notice>
      )}
      <p>
        {t("sign-in.lead")} <a href="/">{t("sign-in.report-instead")}</a>
      </p>
      {refusal === null ? null : <Refusal refusal={refusal} />}
      <Form onSubmit={() => void attempt()}>
        <TextField
          id="sign-in-handle"
          label={t("sign-in.handle")}
          hint={t("sign-in.handle-hint")}
          error={mistakes.handle}
          value={handle}
          onInput={setHandle}
          content="code"
          autocomplete="username"
        />
        <TextField
          id="sign-in-passphrase"
          label={t("sign-in.passphrase")}
          hint={t("sign-in.passphrase-hint")}
          error={mistakes.passphrase}
          value={passphrase}
          onInput={setPassphrase}
          kind={shown ? "text" : "password"}
          content="code"
          autocomplete="current-password"
        />
        <p>
          <Button kind="secondary" pressed={shown} onPress={() => setShown(!shown)}>
            {t("sign-in.show-passphrase")}
          </Button>
        </p>
        <Actions>
          <Button type="submit" busy={busy}>
            {busy ? t("sign-in.busy") : t("sign-in.submit")}
          </Button>
        </Actions>
        <StatusLine text={step === null ? "" : t(STEP_TEXT[step])} />
      </Form>
      <p>
        <Button kind="quiet" busy={busy} onPress={onLost}>
          {t("sign-in.lost")}
        </Button>
      </p>
    </Screen>
  );
}
