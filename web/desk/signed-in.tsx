/**
 * Everything a signed-in member sees. Invariant: cards, texts and drafts live below this part and in the
 * vault, so that ending the session here forgets all of them at once.
 */
import { Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { Account } from "./account.tsx";
import { Audit } from "./audit.tsx";
import { NO_FILTER } from "./card-filter.ts";
import { Casework } from "./casework.tsx";
import { keepDrafts } from "./drafts.ts";
import { IdleWarning } from "./idle-warning.tsx";
import { watchIdle, type IdleState } from "./idle.ts";
import { KeysContext, KeysDialog, useShortcuts, type KeysState } from "./keys.tsx";
import { PlaceList } from "./place-list.tsx";
import { placesFor, type PlaceName } from "./places.ts";
import { RenewalNotice } from "./renewal-notice.tsx";
import type { DeskSession } from "./session.ts";
import type { Farewell } from "./sign-in.tsx";
import { useDesk } from "./text.ts";

export interface SignedInProps {
  readonly session: DeskSession;
  readonly onEnd: (farewell: Farewell) => void;
}

function Bar({
  name,
  onKeys,
  onSignOut,
}: {
  readonly name: string;
  readonly onKeys: () => void;
  readonly onSignOut: () => void;
}) {
  const { t } = useDesk();
  useShortcuts((shortcut) => {
    if (shortcut !== "keys") return "left";
    onKeys();
    return "taken";
  });
  return (
    <div class="member-bar">
      <p>{t("frame.signed-in-as", { name })}</p>
      <div class="member-bar-actions">
        <Button kind="quiet" onPress={onKeys}>
          {t("frame.keys")}
        </Button>
        <Button kind="secondary" onPress={onSignOut}>
          {t("frame.sign-out")}
        </Button>
      </div>
    </div>
  );
}

/** Somebody to whom the roster gives no role that has a place here. */
function Nowhere() {
  const { t } = useDesk();
  return (
    <Screen name="nowhere" title={t("place.nowhere-title")}>
      <p>{t("place.nowhere")}</p>
    </Screen>
  );
}

export function SignedIn({ session, onEnd }: SignedInProps) {
  const places = placesFor(session.self.roles);
  const [place, setPlace] = useState<PlaceName | null>(places[0] ?? null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [keys, setKeys] = useState<KeysState>("on");
  const [keysShown, setKeysShown] = useState(false);
  const [idle, setIdle] = useState<IdleState>("active");
  const [drafts] = useState(keepDrafts);

  useEffect(
    () =>
      watchIdle((state) => {
        if (state === "locked") onEnd("locked");
        else setIdle(state);
      }),
    [],
  );

  function screen() {
    switch (place) {
      case null:
        return <Nowhere key="nowhere" />;
      case "inbox":
        return (
          <Casework
            key="inbox"
            session={session}
            filter={filter}
            onFilter={setFilter}
            drafts={drafts}
          />
        );
      case "audit":
        return <Audit key="audit" session={session} />;
      case "account":
        return <Account key="account" session={session} />;
    }
  }

  return (
    <KeysContext.Provider value={keys}>
      <Bar
        name={session.self.name}
        onKeys={() => setKeysShown(true)}
        onSignOut={() => onEnd("signed-out")}
      />
      <PlaceList places={places} here={place} onGo={setPlace} />
      <RenewalNotice session={session} />
      {screen()}
      {keysShown ? (
        <KeysDialog state={keys} onState={setKeys} onClose={() => setKeysShown(false)} />
      ) : null}
      <IdleWarning state={idle} onStay={() => setIdle("active")} />
    </KeysContext.Provider>
  );
}
