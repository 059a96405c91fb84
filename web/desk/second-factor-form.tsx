/**
 * What is asked once the passphrase was right: a passkey, or the code an authenticator shows. Invariant: what can
 * be used on this page is offered, and what cannot is said.
 */
import type { SecondFactorAsked } from "../../worker/contract/second-factor.ts";
import { Code } from "../../worker/contract/second-factor.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { assertPasskey, usableHere } from "./passkey.ts";
import { usePresence } from "./presence.ts";
import type { EarlierTry, OfferedFactor } from "./signing-in.ts";
import { useDesk } from "./text.ts";

export interface SecondFactorFormProps {
  readonly asked: SecondFactorAsked;
  readonly earlier: EarlierTry;
  /** Null gives up. */
  readonly onProof: (proof: OfferedFactor | null) => void;
}

const FIELD = "sign-in-code";
const LOST_FIELD = "sign-in-recovery-key";

/** Authenticators show a space in the middle. */
export function typedDigits(text: string): string {
  return text.replaceAll(/[\s-]/gu, "");
}

/** The printed key beside the passphrase: it lets somebody add another second factor, and nothing else. */
function LostFactor({
  typed,
  onKey,
}: {
  /** What was tried before; null at first. */
  readonly typed: string | null;
  readonly onKey: (key: string) => void;
}) {
  const { t } = useDesk();
  const [open, setOpen] = useState(typed !== null);
  const [key, setKey] = useState(typed ?? "");
  const [mistake, setMistake] = useState(typed === null ? null : t("second-factor.lost-failed"));
  useEffect(() => {
    if (open) focusField(LOST_FIELD);
  }, [open]);
  if (!open) {
    return (
      <Actions>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t("second-factor.lost")}
        </Button>
      </Actions>
    );
  }
  function use(): void {
    if (key.trim() !== "") return onKey(key);
    setMistake(t("second-factor.lost-failed"));
    focusField(LOST_FIELD);
  }
  return (
    <Form onSubmit={use} label={t("second-factor.lost")}>
      <TextField
        id={LOST_FIELD}
        label={t("recover.key")}
        hint={t("second-factor.lost-what")}
        error={mistake}
        rows={3}
        content="code"
        value={key}
        onInput={setKey}
      />
      <Actions>
        <Button type="submit" kind="secondary">
          {t("second-factor.use-recovery")}
        </Button>
      </Actions>
    </Form>
  );
}

export function SecondFactorForm({ asked, earlier, onProof }: SecondFactorFormProps) {
  const { t } = useDesk();
  const [code, setCode] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [nothing, setNothing] = useState(false);
  const presence = usePresence();
  const passkeys = usableHere(asked.passkeys);
  const elsewhere = asked.passkeys.length > 0 && passkeys.length === 0;
  useEffect(() => {
    if (asked.totp && earlier.kind !== "recovery-failed") focusField(FIELD);
  }, []);

  async function usePasskey(): Promise<void> {
    if (waiting) return;
    setWaiting(true);
    setNothing(false);
    const assertion = await assertPasskey(asked.ticket, passkeys);
    if (!presence.here) return;
    setWaiting(false);
    if (assertion === null) setNothing(true);
    else onProof({ kind: "passkey", assertion });
  }

  function useCode(): void {
    const digits = typedDigits(code);
    if (Code.safeParse(digits).success) onProof({ kind: "totp", code: digits });
    else {
      setMistake(t("second-factor.code-shape"));
      focusField(FIELD);
    }
  }

  return (
    <>
      {earlier.kind === "failed" ? (
        <Notice kind="problem" title={t("sign-in.refused-title")}>
          <p>{t("second-factor.failed")}</p>
        </Notice>
      ) : null}
      <p>{t("second-factor.lead")}</p>
      {elsewhere ? <p>{t("second-factor.elsewhere")}</p> : null}
      {passkeys.length === 0 ? null : (
        <>
          <Actions>
            <Button busy={waiting} onPress={() => void usePasskey()}>
              {t("second-factor.use-passkey")}
            </Button>
          </Actions>
          <p role="status">{nothing ? t("second-factor.no-passkey") : ""}</p>
        </>
      )}
      {asked.totp ? (
        <Form onSubmit={useCode} label={t("second-factor.code")}>
          <TextField
            id={FIELD}
            label={t("second-factor.code")}
            hint={t("second-factor.code-hint")}
            error={mistake}
            value={code}
            onInput={setCode}
            content="code"
            autocomplete="one-time-code"
            inputMode="numeric"
          />
          <Actions>
            <Button type="submit" kind={passkeys.length === 0 ? "primary" : "secondary"}>
              {t("second-factor.use-code")}
            </Button>
          </Actions>
        </Form>
      ) : null}
      {asked.recovery ? (
        <LostFactor
          typed={earlier.kind === "recovery-failed" ? earlier.key : null}
          onKey={(key) => onProof({ kind: "recovery", key })}
        />
      ) : null}
      <Actions>
        <Button kind="quiet" onPress={() => onProof(null)}>
          {t("second-factor.give-up")}
        </Button>
      </Actions>
    </>
  );
}
