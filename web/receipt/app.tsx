/** The page that checks receipts: its frame and its language. Nothing is fetched once it is drawn. */
import {
  applyLanguage,
  LANGUAGES,
  loadCommon,
  loadPromises,
  type CommonText,
  type Language,
  type PromisesText,
} from "../i18n/index.ts";
import { useState } from "../ui/dom.ts";
import { LanguagePicker } from "../ui/language-picker.tsx";
import { PromisesTextContext } from "../ui/promises.tsx";
import { QuickExit } from "../ui/quick-exit.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { CommonTextContext } from "../ui/text.ts";
import type { ReceiptCheck } from "../vault/receipt-checking.ts";
import { Check } from "./check.tsx";

export interface Texts {
  readonly common: CommonText;
  readonly promises: PromisesText;
}

/** By language code. */
export type EveryLanguage = ReadonlyMap<string, Texts>;

/** Rejects when any cannot be fetched. */
export async function loadEveryLanguage(): Promise<EveryLanguage> {
  const loaded = await Promise.all(
    LANGUAGES.map(async (language) => {
      const [common, promises] = await Promise.all([loadCommon(language), loadPromises(language)]);
      return [language.code, { common, promises }] as const;
    }),
  );
  return new Map(loaded);
}

export interface AppProps {
  readonly first: Language;
  readonly texts: EveryLanguage;
  /** Null where nothing can be checked. */
  readonly check: ReceiptCheck | null;
}

export function App({ first, texts, check }: AppProps) {
  const [code, setCode] = useState(first.code);
  // Whatever was chosen and shown goes with the document, which leaving empties.
  const [wipe] = useState(() => () => {});
  const chosen = texts.get(code);
  if (chosen === undefined) return null;

  function turnTo(language: Language): void {
    applyLanguage(language);
    setCode(language.code);
  }

  return (
    <CommonTextContext.Provider value={chosen.common}>
      <PromisesTextContext.Provider value={chosen.promises}>
        <SkipLink />
        <header class="page-header">
          <span class="page-name">
            <bdi>Tern</bdi> <span class="page-part">{chosen.promises.t("check.part")}</span>
          </span>
          <QuickExit onWipe={wipe} />
        </header>
        <section class="page-tools" aria-label={chosen.common.t("page.language")}>
          <LanguagePicker onChoose={turnTo} />
        </section>
        <main id="main" tabindex={-1}>
          <Check check={check} />
        </main>
        <footer class="page-footer">
          <p>
            <a href="/">{chosen.promises.t("check.first-page")}</a>
          </p>
          <p class="field-hint">{chosen.common.t("page.leave-hint")}</p>
        </footer>
      </PromisesTextContext.Provider>
    </CommonTextContext.Provider>
  );
}
