/**
 * One more place for a member's messages. A program's secret is made here and shown once; the screen holds it as text
 * because people must copy it, and it is gone with this part.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  Destination,
  WEBHOOK_SECRET_BYTES,
  type DestinationWay,
} from "../../worker/contract/notifications.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useDesk } from "./text.ts";

const FIELD = "notification-address";

export interface NotificationAddingProps {
  readonly by: Exclude<DestinationWay, "push">;
  readonly busy: boolean;
  readonly onAdd: (to: Destination) => void;
  readonly onClose: () => void;
}

/** As Standard Webhooks has people copy it. */
function webhookSecretText(secret: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...secret))}`;
}

export function NotificationAdding({ by, busy, onAdd, onClose }: NotificationAddingProps) {
  const { t } = useDesk();
  const [typed, setTyped] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const [secret] = useState(() => crypto.getRandomValues(new Uint8Array(WEBHOOK_SECRET_BYTES)));
  const what = by === "email" ? "email" : "url";
  useEffect(() => focusField(FIELD), []);

  function add(): void {
    if (busy) return;
    const text = typed.trim();
    const parsed = Destination.safeParse(
      by === "email" ? { by, address: text } : { by, url: text, secret: toBase64Url(secret) },
    );
    setMistake(parsed.success ? null : t(`notify.${what}-shape`));
    if (parsed.success) onAdd(parsed.data);
    else focusField(FIELD);
  }

  return (
    <Form onSubmit={add} label={t(`notify.add-${by}`)}>
      <h3>{t(`notify.add-${by}`)}</h3>
      <TextField
        id={FIELD}
        label={t(`notify.${what}`)}
        hint={t(`notify.${what}-hint`)}
        error={mistake}
        value={typed}
        onInput={setTyped}
        content="code"
      />
      {by === "email" ? null : (
        <>
          <p id="webhook-secret">{t("notify.secret-lead")}</p>
          <p>
            <code class="authenticator-key" dir="ltr" aria-labelledby="webhook-secret">
              {webhookSecretText(secret)}
            </code>
          </p>
        </>
      )}
      <Actions>
        <Button type="submit" busy={busy}>
          {t("notify.submit")}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t("notify.close")}
        </Button>
      </Actions>
    </Form>
  );
}
