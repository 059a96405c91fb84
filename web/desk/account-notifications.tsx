/** In one's account: messages without content that ask the member to look, and where they go. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import {
  DAILY_HOUR_UTC,
  NOTIFICATION_LANGUAGES,
  NotificationLanguage,
  type Destination,
} from "../../worker/contract/notifications.ts";
import { failureSentence } from "../failure.ts";
import { LANGUAGES } from "../i18n/index.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { NotificationAdding, type NotificationAddingProps } from "./notification-adding.tsx";
import { NotificationPlace } from "./notification-place.tsx";
import { couldPushHere, subscribeHere } from "./push.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { useNotifications, type Wanted } from "./use-notifications.ts";

/** What somebody wants who has never said: the message that tells nothing, and no alert before they have read of it. */
function firstWanted(pageLanguage: string): Wanted {
  const language = NotificationLanguage.safeParse(pageLanguage);
  return { language: language.success ? language.data : "en", daily: true, alerts: false };
}

const LANGUAGE_OPTIONS = NOTIFICATION_LANGUAGES.map((value) => ({
  value,
  label: LANGUAGES.find(({ code }) => code === value)?.name ?? value,
  lang: value,
}));

const DAILY_TIME = `${String(DAILY_HOUR_UTC).padStart(2, "0")}:00`;

interface WantedFormProps {
  readonly wanted: Wanted;
  readonly busy: boolean;
  readonly onSave: (wanted: Wanted) => void;
}

function WantedForm({ wanted, busy, onSave }: WantedFormProps) {
  const { t } = useDesk();
  const [chosen, setChosen] = useState(wanted);
  return (
    <Form onSubmit={() => onSave(chosen)} label={t("notify.which")}>
      <h3>{t("notify.which")}</h3>
      <Checkbox
        id="notify-daily"
        label={t("notify.daily")}
        hint={t("notify.daily-hint", { time: DAILY_TIME })}
        checked={chosen.daily}
        onChange={(daily) => setChosen({ ...chosen, daily })}
      />
      <Checkbox
        id="notify-alerts"
        label={t("notify.alerts")}
        hint={t("notify.alerts-hint")}
        checked={chosen.alerts}
        onChange={(alerts) => setChosen({ ...chosen, alerts })}
      />
      <Select
        id="notify-language"
        label={t("notify.language")}
        options={LANGUAGE_OPTIONS}
        value={chosen.language}
        onChange={(language) => setChosen({ ...chosen, language })}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={busy}>
          {t("notify.save")}
        </Button>
      </Actions>
    </Form>
  );
}

export function AccountNotifications({ session }: { readonly session: DeskSession }) {
  const { t, code } = useDesk();
  const common = useCommon();
  const held = useNotifications(session.token);
  const { notifications, busy, done, failure, save } = held;
  const [adding, setAdding] = useState<NotificationAddingProps["by"] | null>(null);
  const [refused, setRefused] = useState(false);
  const wanted = notifications?.wanted ?? firstWanted(code);
  const places = notifications?.destinations ?? [];
  const offered = notifications?.offered ?? [];

  async function add(to: Destination): Promise<void> {
    const id = toBase64Url(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
    const after = to.by === "email" ? "code-sent" : "added";
    if (await save(after, wanted, { id, to })) setAdding(null);
  }

  async function addThisBrowser(): Promise<void> {
    const pushKey = notifications?.pushKey ?? null;
    if (busy || pushKey === null) return;
    setRefused(false);
    const place = await subscribeHere(session.self.id, pushKey);
    if (place === null) setRefused(true);
    else if (!places.some(({ id }) => id === place.id)) await save("added", wanted, place);
  }

  return (
    <section class="account-part" aria-labelledby="account-notifications">
      <h2 id="account-notifications">{t("notify.title")}</h2>
      <p>{t("notify.lead")}</p>
      <p role="status">{done === null ? "" : t(`notify.${done}`)}</p>
      {failure === null ? null : (
        <Notice kind="problem">
          <p>
            {failure === "conflict"
              ? t("account.overtaken")
              : t("notify.failed", { reason: failureSentence(common, failure) })}
          </p>
        </Notice>
      )}
      {notifications !== null && places.length === 0 ? <p>{t("notify.none")}</p> : null}
      {places.length === 0 ? null : (
        <ul class="account-list">
          {places.map((place) => (
            <NotificationPlace key={place.id} place={place} session={session} held={held} />
          ))}
        </ul>
      )}
      {refused ? (
        <Notice kind="problem">
          <p>{t("notify.push-refused")}</p>
        </Notice>
      ) : null}
      {adding === null ? (
        <Actions>
          {offered.includes("email") ? (
            <Button kind="secondary" busy={busy} onPress={() => setAdding("email")}>
              {t("notify.add-email")}
            </Button>
          ) : null}
          {offered.includes("webhook") ? (
            <Button kind="secondary" busy={busy} onPress={() => setAdding("webhook")}>
              {t("notify.add-webhook")}
            </Button>
          ) : null}
          {offered.includes("push") && couldPushHere() ? (
            <Button kind="secondary" busy={busy} onPress={() => void addThisBrowser()}>
              {t("notify.add-push")}
            </Button>
          ) : null}
        </Actions>
      ) : (
        <NotificationAdding
          key={adding}
          by={adding}
          busy={busy}
          onAdd={(to) => void add(to)}
          onClose={() => setAdding(null)}
        />
      )}
      {offered.includes("push") && adding === null ? <p>{t("notify.push-hint")}</p> : null}
      {places.length === 0 ? null : (
        <WantedForm
          key={notifications?.version ?? 0}
          wanted={wanted}
          busy={busy}
          onSave={(chosen) => void save("saved", chosen, null)}
        />
      )}
    </section>
  );
}
