/** The joining page: its frame and its language. Another link opened on the same page begins afresh. */
import {
  applyLanguage,
  loadCommon,
  loadJoin,
  type CommonText,
  type JoinText,
  type Language,
} from "../i18n/index.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { LanguagePicker } from "../ui/language-picker.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { CommonTextContext } from "../ui/text.ts";
import type { Surroundings } from "./joining.ts";
import { JoinTextContext } from "./text.ts";
import { Way } from "./way.tsx";

export interface Texts {
  readonly common: CommonText;
  readonly join: JoinText;
}

/** Rejects when the texts cannot be fetched. */
export async function loadTexts(language: Language): Promise<Texts> {
  const [common, join] = await Promise.all([loadCommon(language), loadJoin(language)]);
  return { common, join };
}

export interface AppProps {
  readonly first: Texts;
  /** What stood behind the # when the page was opened. */
  readonly secret: string;
  /** Takes what stands behind the # now, and takes it out of the address. */
  readonly takeSecret: () => string;
  readonly surroundings: Surroundings;
}

export function App({ first, secret, takeSecret, surroundings }: AppProps) {
  const [texts, setTexts] = useState(first);
  const [link, setLink] = useState({ secret, count: 0 });

  useEffect(() => {
    const another = (): void => {
      const taken = takeSecret();
      if (taken !== "") setLink(({ count }) => ({ secret: taken, count: count + 1 }));
    };
    addEventListener("hashchange", another);
    return () => removeEventListener("hashchange", another);
  }, []);

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

  return (
    <CommonTextContext.Provider value={texts.common}>
      <JoinTextContext.Provider value={texts.join}>
        <SkipLink />
        <header class="page-header">
          <span class="page-name">
            <bdi>Tern</bdi> <span class="page-part">{texts.join.t("page.title")}</span>
          </span>
          <LanguagePicker onChoose={(language) => void chooseLanguage(language)} />
        </header>
        <main id="main" tabindex={-1}>
          <Way key={link.count} secret={link.secret} surroundings={surroundings} />
        </main>
      </JoinTextContext.Provider>
    </CommonTextContext.Provider>
  );
}
