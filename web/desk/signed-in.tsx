/**
 * Everything a signed-in member sees. Invariant: cards, texts and drafts live below this part and in the
 * vault, so that ending the session here forgets all of them at once.
 */
import { needsSecondFactor } from "../../worker/contract/second-factor.ts";
import { Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { Enrolment } from "./account-proofs.tsx";
import { Account } from "./account.tsx";
import { Audit } from "./audit.tsx";
import { Board } from "./board.tsx";
import { NO_FILTER } from "./card-filter.ts";
import { keepSearch } from "./case-search.ts";
import { Casework } from "./casework.tsx";
import { keepDrafts } from "./drafts.ts";
import { FailedTries } from "./failed-tries.tsx";
import { Feedback } from "./feedback.tsx";
import { IdleWarning } from "./idle-warning.tsx";
import { watchIdle, type IdleState } from "./idle.ts";
import { KeysContext, KeysDialog, useShortcuts, type KeysState } from "./keys.tsx";
import { Leaving } from "./leaving.tsx";
import type { Whereabouts } from "./locked.ts";
import { OwnKey } from "./own-key.tsx";
import { People } from "./people.tsx";
import { PlaceList } from "./place-list.tsx";
import { placesFor, type PlaceName } from "./places.ts";
import { Recoveries } from "./recoveries.tsx";
import { RecoveryNotices } from "./recovery-notices.tsx";
import { Releases } from "./releases.tsx";
import { RenewalNotice } from "./renewal-notice.tsx";
import type { DeskSession } from "./session.ts";
import type { Farewell } from "./sign-in.tsx";
import { useDesk } from "./text.ts";

export interface SignedInProps {
  readonly session: DeskSession;
  /** Where they were before the page locked; null for somebody who has just signed in. */
  readonly back: Whereabouts | null;
  readonly onEnd: (farewell: Farewell) => void;
  readonly onLock: (whereabouts: Whereabouts) => void;
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

/** Past the last day of the list of people there is one thing to do: sign the next. */
function placesIn({ standing, self, roster }: DeskSession): readonly PlaceName[] {
  if (standing === "lapsed") return ["people"];
  const recovering = roster.recoveryThreshold !== null;
  return placesFor(self.roles).filter((name) => name !== "recoveries" || recovering);
}

export function SignedIn({ session, back, onEnd, onLock }: SignedInProps) {
  const [ownKey, setOwnKey] = useState(session.ownKey);
  const places = placesIn(session);
  const [rosterVersion, setRosterVersion] = useState(session.roster.version);
  const needsFactor = needsSecondFactor(session.self.roles);
  const [enrolment, setEnrolment] = useState<"needed" | "open">(
    session.secondFactor === "recovery" || (needsFactor && session.secondFactor === "none")
      ? "needed"
      : "open",
  );
  const [place, setPlace] = useState<PlaceName | null>(
    back === null ? (places[0] ?? null) : back.place,
  );
  const [filter, setFilter] = useState(back?.filter ?? NO_FILTER);
  const [keys, setKeys] = useState<KeysState>("on");
  const [keysShown, setKeysShown] = useState(false);
  const [idle, setIdle] = useState<IdleState>("active");
  const [drafts] = useState(() => back?.drafts ?? keepDrafts());
  const [search] = useState(keepSearch);
  // Read when the page locks, which a later drawing would not reach.
  const [now] = useState(() => ({ place, caseId: back?.caseId ?? null, filter }));
  now.place = place;
  now.filter = filter;

  useEffect(
    () =>
      watchIdle((state) => {
        if (state === "locked") onLock({ ...now, drafts });
        else setIdle(state);
      }),
    [],
  );

  useEffect(() => () => search.forget(), []);

  function screen() {
    if (enrolment === "needed") {
      return (
        <Enrolment
          key="enrolment"
          session={session}
          onEnrolled={() => setEnrolment("open")}
          onSignedOut={() => onEnd("signed-out")}
        />
      );
    }
    if (ownKey === "expired") {
      return (
        <OwnKey
          key="own-key"
          session={session}
          onRenewed={() => {
            setOwnKey(session.ownKey);
            setPlace(placesIn(session)[0] ?? null);
          }}
        />
      );
    }
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
            search={search}
            first={now.caseId}
            onCase={(caseId) => {
              now.caseId = caseId;
            }}
          />
        );
      case "releases":
        return <Releases key="releases" session={session} />;
      case "people":
        return (
          <People
            key="people"
            session={session}
            onRoster={() => setRosterVersion(session.roster.version)}
          />
        );
      case "board":
        return <Board key="board" session={session} />;
      case "feedback":
        return <Feedback key="feedback" session={session} />;
      case "audit":
        return <Audit key="audit" session={session} />;
      case "recoveries":
        return <Recoveries key="recoveries" session={session} />;
      case "account":
        return <Account key="account" session={session} onSignedOut={() => onEnd("signed-out")} />;
      case "leaving":
        return <Leaving key="leaving" session={session} onLeft={() => onEnd("left")} />;
    }
  }

  return (
    <KeysContext.Provider value={keys}>
      <Bar
        key={rosterVersion}
        name={session.self.name}
        onKeys={() => setKeysShown(true)}
        onSignOut={() => onEnd("signed-out")}
      />
      {enrolment === "needed" || ownKey === "expired" ? null : (
        <PlaceList places={places} here={place} onGo={setPlace} />
      )}
      <FailedTries count={session.failedTries} />
      {enrolment === "needed" || session.standing === "lapsed" ? null : (
        <RenewalNotice session={session} />
      )}
      {enrolment === "needed" || !places.includes("recoveries") ? null : (
        <RecoveryNotices
          session={session}
          here={place}
          onRecoveries={() => setPlace("recoveries")}
          onAccount={() => setPlace("account")}
        />
      )}
      {screen()}
      {keysShown ? (
        <KeysDialog state={keys} onState={setKeys} onClose={() => setKeysShown(false)} />
      ) : null}
      <IdleWarning state={idle} onStay={() => setIdle("active")} />
    </KeysContext.Provider>
  );
}
