/**
 * Putting an authenticator's secret where it belongs. It is made here, shown once, and the first code shows that it
 * has arrived. The screen holds it as text because people must read it; it is gone with this part.
 */
import { base32nopad } from "@scure/base";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { AUTHENTICATOR_SECRET_BYTES } from "../../worker/contract/limits.ts";
import { Code } from "../../worker/contract/second-factor.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { SquareCode } from "../ui/square-code.tsx";
import { typedDigits } from "./second-factor-form.tsx";
import { useDesk } from "./text.ts";

export interface AuthenticatorSetupProps {
  readonly organisation: string;
  readonly handle: string;
  readonly busy: boolean;
  /** Secret in base64url, and a code made from it. */
  readonly onSecret: (secret: string, code: string) => void;
  readonly onClose: () => void;
}

const FIELD = "authenticator-code";
const GROUP = /.{1,4}/gu;

/** The address authenticators read (the Key Uri Format). */
function keyAddress(organisation: string, handle: string, secret: Uint8Array): string {
  const name = `${encodeURIComponent(organisation)}:${encodeURIComponent(handle)}`;
  const issuer = encodeURIComponent(organisation);
  return `otpauth://totp/${name}?secret=${base32nopad.encode(secret)}&issuer=${issuer}`;
}

export function AuthenticatorSetup(props: AuthenticatorSetupProps) {
  const { organisation, handle, busy, onSecret, onClose } = props;
  const { t } = useDesk();
  const [secret] = useState(() =>
    crypto.getRandomValues(new Uint8Array(AUTHENTICATOR_SECRET_BYTES)),
  );
  const [code, setCode] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  useEffect(() => focusField(FIELD), []);

  function add(): void {
    if (busy) return;
    const digits = typedDigits(code);
    const fits = Code.safeParse(digits).success;
    setMistake(fits ? null : t("second-factor.code-shape"));
    if (fits) onSecret(toBase64Url(secret), digits);
    else focusField(FIELD);
  }

  return (
    <Form onSubmit={add} label={t("authenticator.title")}>
      <h3>{t("authenticator.title")}</h3>
      <p>{t("authenticator.lead")}</p>
      <SquareCode
        text={keyAddress(organisation, handle, secret)}
        label={t("authenticator.square-code")}
      />
      <p id="authenticator-key">{t("authenticator.key")}</p>
      <p>
        <code class="authenticator-key" dir="ltr" aria-labelledby="authenticator-key">
          {(base32nopad.encode(secret).match(GROUP) ?? []).join(" ")}
        </code>
      </p>
      <TextField
        id={FIELD}
        label={t("authenticator.code")}
        hint={t("second-factor.code-hint")}
        error={mistake}
        value={code}
        onInput={setCode}
        content="code"
        autocomplete="one-time-code"
        inputMode="numeric"
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {t("authenticator.add")}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t("authenticator.close")}
        </Button>
      </Actions>
    </Form>
  );
}
