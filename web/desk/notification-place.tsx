/** One place a member's messages go to: whether it works, a test, an end; for an address, the code it waits for. */
import { AddressCode } from "../../worker/contract/notifications.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { call } from "./call.ts";
import { forgetPlace } from "./push.ts";
import { typedDigits } from "./second-factor-form.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { HeldNotifications, Place } from "./use-notifications.ts";

export interface NotificationPlaceProps {
  readonly place: Place;
  readonly session: DeskSession;
  readonly held: Pick<HeldNotifications, "busy" | "run">;
}

function CodeForm({ place, session: { token }, held }: NotificationPlaceProps) {
  const { t } = useDesk();
  const [code, setCode] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const field = `code-${place.id}`;

  function confirm(): void {
    if (held.busy) return;
    const digits = typedDigits(code);
    const fits = AddressCode.safeParse(digits).success;
    setMistake(fits ? null : t("notify.code-shape"));
    if (!fits) {
      focusField(field);
      return;
    }
    void held.run("confirmed", async () =>
      call("confirmDestination", { destination: place.id, code: digits }, { token }),
    );
  }

  return (
    <Form onSubmit={confirm} label={t("notify.code", { name: place.name })}>
      <TextField
        id={field}
        label={t("notify.code", { name: place.name })}
        hint={t("notify.code-hint")}
        error={mistake}
        value={code}
        onInput={setCode}
        content="code"
        autocomplete="one-time-code"
        inputMode="numeric"
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={held.busy}>
          {t("notify.confirm")}
        </Button>
      </Actions>
    </Form>
  );
}

export function NotificationPlace(props: NotificationPlaceProps) {
  const { place, session, held } = props;
  const { token } = session;
  const { t } = useDesk();
  const words = t(`notify.by-${place.by}`, { name: place.name });
  const again = place.confirmed ? "test" : "again";

  return (
    <li class="notification-place">
      <p>
        <bdi>{words}</bdi>
      </p>
      {place.confirmed ? null : <p>{t("notify.waiting")}</p>}
      {place.failing ? <p>{t("notify.failing")}</p> : null}
      {place.confirmed ? null : <CodeForm {...props} />}
      <Actions>
        <Button
          kind="secondary"
          busy={held.busy}
          label={t(`notify.${again}-which`, { place: words })}
          onPress={() =>
            void held.run(place.confirmed ? "test-sent" : "code-sent", async () =>
              call("testDestination", { destination: place.id }, { token }),
            )
          }
        >
          {t(`notify.${again}`)}
        </Button>
        <Button
          kind="quiet"
          busy={held.busy}
          label={t("notify.remove-which", { place: words })}
          onPress={() =>
            void held.run("removed", async () => {
              await call("removeDestination", { destination: place.id }, { token });
              await forgetPlace(session.self.id, place.id);
            })
          }
        >
          {t("notify.remove")}
        </Button>
      </Actions>
    </li>
  );
}
