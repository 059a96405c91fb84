/**
 * Everything a signed-in member sees. Invariant: cards, texts and drafts live below this part and in the
 * vault, so that ending the session here forgets all of them at once.
 */
import { cardOf } from "../payload/card.ts";
import { Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { NO_FILTER } from "./card-filter.ts";
import type { CaseFile } from "./case-file.ts";
import { Case } from "./case.tsx";
import { keepDrafts } from "./drafts.ts";
import { IdleWarning } from "./idle-warning.tsx";
import { watchIdle, type IdleState } from "./idle.ts";
import { Inbox } from "./inbox.tsx";
import { KeysContext, KeysDialog, useShortcuts, type KeysState } from "./keys.tsx";
import type { DeskSession } from "./session.ts";
import type { Farewell } from "./sign-in.tsx";
import { useDesk } from "./text.ts";
import { useInbox } from "./use-inbox.ts";

export interface SignedInProps {
  readonly session: DeskSession;
  readonly onEnd: (farewell: Farewell) => void;
}

/** `null` is the inbox. */
type Place = { readonly caseId: string | null; readonly cameFrom: string | null };

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

export function SignedIn({ session, onEnd }: SignedInProps) {
  const [place, setPlace] = useState<Place>({ caseId: null, cameFrom: null });
  const [filter, setFilter] = useState(NO_FILTER);
  const [keys, setKeys] = useState<KeysState>("on");
  const [keysShown, setKeysShown] = useState(false);
  const [idle, setIdle] = useState<IdleState>("active");
  const [drafts] = useState(keepDrafts);
  const held = useInbox(session);

  useEffect(
    () =>
      watchIdle((state) => {
        if (state === "locked") onEnd("locked");
        else setIdle(state);
      }),
    [],
  );

  function open(caseId: string): void {
    // So that the browser's own way back leads to the inbox; nothing of the case stands in the address.
    history.pushState({ deskPlace: "case" }, "");
    setPlace({ caseId, cameFrom: null });
  }
  useEffect(() => {
    const back = (): void => setPlace(({ caseId }) => ({ caseId: null, cameFrom: caseId }));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);

  /** The row shows what the case has become without fetching the inbox again. */
  function showInInbox(file: CaseFile, acted: boolean): void {
    const { plain, view } = file;
    const before = held.inbox.cards.find((card) => card.plain.case === plain.case);
    held.replace({
      plain,
      card: view.state.report === null ? null : cardOf(view.state),
      news: acted ? false : (before?.news ?? false),
    });
  }

  return (
    <KeysContext.Provider value={keys}>
      <Bar
        name={session.self.name}
        onKeys={() => setKeysShown(true)}
        onSignOut={() => onEnd("signed-out")}
      />
      {place.caseId === null ? (
        <Inbox
          key="inbox"
          held={held}
          roster={session.roster}
          filter={filter}
          onFilter={setFilter}
          cameFrom={place.cameFrom}
          onOpen={open}
        />
      ) : (
        <Case
          key={place.caseId}
          session={session}
          caseId={place.caseId}
          card={held.inbox.cards.find(({ plain }) => plain.case === place.caseId)?.card ?? null}
          drafts={drafts}
          onFile={showInInbox}
          onBack={() => history.back()}
        />
      )}
      {keysShown ? (
        <KeysDialog state={keys} onState={setKeys} onClose={() => setKeysShown(false)} />
      ) : null}
      <IdleWarning state={idle} onStay={() => setIdle("active")} />
    </KeysContext.Provider>
  );
}
