/**
 * The members' page: its frame, its language, and whether anybody is signed in. Invariant: whatever ends a
 * session (sign-out, lock, leaving the page) ends its vault and takes everything off the screen.
 */
import {
  applyLanguage,
  loadCommon,
  loadDesk,
  loadPromises,
  type CommonText,
  type DeskText,
  type Language,
  type PromisesText,
} from "../i18n/index.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { LanguagePicker } from "../ui/language-picker.tsx";
import { PromisesTextContext } from "../ui/promises.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { CommonTextContext } from "../ui/text.ts";
import { giveUp, lock, type Locked, type Whereabouts } from "./locked.ts";
import { LockedScreen } from "./locked-screen.tsx";
import type { DeskSession } from "./session.ts";
import { Recover } from "./recover.tsx";
import { SignIn, type Farewell } from "./sign-in.tsx";
import { SignedIn } from "./signed-in.tsx";
import { DeskTextContext } from "./text.ts";

export interface Texts {
  readonly common: CommonText;
  readonly desk: DeskText;
  readonly promises: PromisesText;
}

/** Rejects when the texts cannot be fetched. */
export async function loadTexts(language: Language): Promise<Texts> {
  const [common, desk, promises] = await Promise.all([
    loadCommon(language),
    loadDesk(language),
    loadPromises(language),
  ]);
  return { common, desk, promises };
}

export interface AppProps {
  readonly first: Texts;
  /** The device's day, days since 1970-01-01, UTC. */
  readonly today: () => number;
}

type Presence =
  | { readonly kind: "signed-out"; readonly farewell: Farewell | null }
  | { readonly kind: "recovering" }
  | { readonly kind: "locked"; readonly locked: Locked }
  | {
      readonly kind: "signed-in";
      readonly session: DeskSession;
      /** Where they were before the page locked. */
      readonly back: Whereabouts | null;
    };

export function App({ first, today }: AppProps) {
  const [texts, setTexts] = useState(first);
  const [presence, setPresence] = useState<Presence>({ kind: "signed-out", farewell: null });

  function end(session: DeskSession, farewell: Farewell): void {
    session.end();
    setPresence({ kind: "signed-out", farewell });
  }

  useEffect(() => {
    if (presence.kind !== "signed-in" && presence.kind !== "locked") return undefined;
    // A page kept for the browser's way back must not keep keys, nor a token.
    const leave = (): void => {
      if (presence.kind === "locked") giveUp(presence.locked);
      else presence.session.end();
      setPresence({ kind: "signed-out", farewell: "signed-out" });
    };
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [presence]);

  async function chooseLanguage(language: Language): Promise<void> {
    try {
      const chosen = await loadTexts(language);
      applyLanguage(language);
      setTexts(chosen);
    } catch {
      // Its texts could not be fetched: the page stays readable in the language it has.
      setTexts((current) => ({ ...current }));
    }
  }

  function screen() {
    switch (presence.kind) {
      case "signed-out":
        return (
          <SignIn
            key="sign-in"
            farewell={presence.farewell}
            today={today}
            onSignedIn={(session) => setPresence({ kind: "signed-in", session, back: null })}
            onLost={() => setPresence({ kind: "recovering" })}
          />
        );
      case "recovering":
        return (
          <Recover
            key="recover"
            today={today}
            onBack={() => setPresence({ kind: "signed-out", farewell: null })}
            onRecovered={() => setPresence({ kind: "signed-out", farewell: "recovered" })}
          />
        );
      case "locked":
        return (
          <LockedScreen
            key="locked"
            locked={presence.locked}
            today={today}
            onUnlocked={({ session, whereabouts }) =>
              setPresence({ kind: "signed-in", session, back: whereabouts })
            }
            onEnded={() => {
              giveUp(presence.locked);
              setPresence({ kind: "signed-out", farewell: "signed-out" });
            }}
          />
        );
      case "signed-in":
        return (
          <SignedIn
            key="signed-in"
            session={presence.session}
            back={presence.back}
            onLock={(whereabouts) =>
              setPresence({ kind: "locked", locked: lock(presence.session, whereabouts) })
            }
            onEnd={(farewell) => end(presence.session, farewell)}
          />
        );
    }
  }

  return (
    <CommonTextContext.Provider value={texts.common}>
      <DeskTextContext.Provider value={texts.desk}>
        <PromisesTextContext.Provider value={texts.promises}>
          <SkipLink />
          <header class="page-header">
            <span class="page-name">
              <bdi>
                {presence.kind === "signed-in" ? presence.session.roster.organisation : null}
                {presence.kind === "locked" ? presence.locked.organisation : null}
                {presence.kind === "signed-out" || presence.kind === "recovering" ? "Tern" : null}
              </bdi>{" "}
              <span class="page-part">{texts.desk.t("page.title")}</span>
            </span>
            <LanguagePicker onChoose={(language) => void chooseLanguage(language)} />
          </header>
          <main id="main" class="desk-main" tabindex={-1}>
            {screen()}
          </main>
        </PromisesTextContext.Provider>
      </DeskTextContext.Provider>
    </CommonTextContext.Provider>
  );
}
