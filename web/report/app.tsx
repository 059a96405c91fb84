/**
 * The reporter's page: its frame, its language, and which way somebody took. The ways are loaded when they
 * are taken, and stay alive once they are, so that nothing is lost by going back.
 * Invariant: the address never changes, and nothing is kept anywhere but in this page's memory.
 */
import {
  applyLanguage,
  loadCommon,
  LANGUAGES,
  loadPromises,
  loadReport,
  loadReturning,
  type CommonText,
  type Language,
  type PromisesText,
  type ReportText,
  type ReturningText,
} from "../i18n/index.ts";
import { useRef, useState } from "../ui/dom.ts";
import { LanguagePicker } from "../ui/language-picker.tsx";
import { PromisesTextContext } from "../ui/promises.tsx";
import { leave, QuickExit } from "../ui/quick-exit.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { CommonTextContext } from "../ui/text.ts";
import { DangerHelp } from "./danger.tsx";
import { Start, type Way } from "./start.tsx";
import { ReportTextContext, ReturningTextContext } from "./text.ts";
import type { Surroundings } from "./verified-vault.ts";
import type { WayProps } from "./way.ts";

export interface Texts {
  readonly common: CommonText;
  readonly report: ReportText;
}

/** What whoever comes back needs besides. */
interface ReturnTexts {
  readonly returning: ReturningText;
  readonly promises: PromisesText;
}

async function loadReturnTexts(language: Language): Promise<ReturnTexts> {
  const [returning, promises] = await Promise.all([
    loadReturning(language),
    loadPromises(language),
  ]);
  return { returning, promises };
}

export async function loadTexts(language: Language): Promise<Texts> {
  const [common, report] = await Promise.all([loadCommon(language), loadReport(language)]);
  return { common, report };
}

const loaders = {
  write: async () => (await import("./write.tsx")).Write,
  return: async () => (await import("./return.tsx")).Return,
} satisfies Record<Way, () => Promise<(props: WayProps) => unknown>>;

type Ways = { readonly [Name in Way]?: Awaited<ReturnType<(typeof loaders)[Name]>> };

export function App({ first, surroundings }: { first: Texts; surroundings: Surroundings }) {
  const [texts, setTexts] = useState(first);
  /** The texts of the way back, in the same language; null until it is taken. */
  const [returnTexts, setReturnTexts] = useState<ReturnTexts | null>(null);
  const [place, setPlace] = useState<"start" | Way>("start");
  const [ways, setWays] = useState<Ways>({});
  const [loading, setLoading] = useState<Way | null>(null);
  const [failed, setFailed] = useState(false);
  const [returning, setReturning] = useState(false);
  const ends = useRef<Set<() => void>>(new Set());
  const [wipe] = useState(() => () => {
    for (const end of ends.current ?? []) end();
  });
  const { t } = texts.common;

  async function chooseLanguage(language: Language): Promise<void> {
    try {
      const [chosen, chosenReturn] = await Promise.all([
        loadTexts(language),
        returnTexts === null ? null : loadReturnTexts(language),
      ]);
      applyLanguage(language);
      setTexts(chosen);
      setReturnTexts(chosenReturn);
    } catch {
      // Its texts could not be fetched: the page stays readable in the language it has.
      setTexts((current) => ({ ...current }));
    }
  }

  async function prepareReturn(): Promise<void> {
    const language = LANGUAGES.find(({ code }) => code === texts.common.code);
    if (language !== undefined) setReturnTexts(await loadReturnTexts(language));
  }

  async function take(way: Way): Promise<void> {
    setFailed(false);
    setLoading(way);
    try {
      const loaded = await loaders[way]();
      if (way === "return") await prepareReturn();
      setWays((current) => ({ ...current, [way]: loaded }));
      setPlace(way);
    } catch {
      setFailed(true);
    } finally {
      setLoading(null);
    }
  }

  const wayProps: Omit<WayProps, "active"> = {
    surroundings,
    onBack: () => {
      setReturning(true);
      setPlace("start");
    },
    onLeave: () => leave(wipe),
    keepEnd: (end) => ends.current?.add(end),
  };
  return (
    <CommonTextContext.Provider value={texts.common}>
      <ReportTextContext.Provider value={texts.report}>
        <SkipLink />
        <header class="page-header">
          <span class="page-name">
            <bdi>Tern</bdi>
          </span>
          <QuickExit onWipe={wipe} />
        </header>
        <section class="page-tools" aria-label={t("page.language")}>
          <LanguagePicker onChoose={(language) => void chooseLanguage(language)} />
        </section>
        <main id="main" tabindex={-1}>
          {place === "start" ? (
            <Start
              key="start"
              loading={loading}
              failed={failed}
              returning={returning}
              onChoose={(way) => void take(way)}
            />
          ) : null}
          {ways.write === undefined ? null : (
            <ways.write key="write" active={place === "write"} {...wayProps} />
          )}
          {ways.return === undefined || returnTexts === null ? null : (
            <ReturningTextContext.Provider value={returnTexts.returning}>
              <PromisesTextContext.Provider value={returnTexts.promises}>
                <ways.return key="return" active={place === "return"} {...wayProps} />
              </PromisesTextContext.Provider>
            </ReturningTextContext.Provider>
          )}
        </main>
        <footer class="page-footer">
          {place === "start" ? null : (
            <details class="footer-help">
              <summary>{texts.report.t("danger.title")}</summary>
              <p>{texts.report.t("danger.cannot")}</p>
              <DangerHelp id="footer-country" />
            </details>
          )}
          <p class="field-hint">{t("page.leave-hint")}</p>
        </footer>
      </ReportTextContext.Provider>
    </CommonTextContext.Provider>
  );
}
