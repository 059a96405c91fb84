/**
 * The front door of i18n: choose a language, load its texts, tell the document. Nothing is stored; the
 * choice lasts as long as the page.
 */
import type {
  CommonMessages,
  DeskMessages,
  JoinMessages,
  Language,
  PromisesMessages,
  ReportMessages,
  ReturningMessages,
} from "./languages.ts";
import { translator, type Translator } from "./translator.ts";

export { chooseLanguage, LANGUAGES } from "./languages.ts";
export type { Language } from "./languages.ts";

export type CommonText = Translator<CommonMessages>;
export type ReportText = Translator<ReportMessages>;
export type ReturningText = Translator<ReturningMessages>;
export type DeskText = Translator<DeskMessages>;
export type JoinText = Translator<JoinMessages>;
export type PromisesText = Translator<PromisesMessages>;

/** Rejects when the texts cannot be fetched. */
export async function loadCommon(language: Language): Promise<CommonText> {
  return translator<CommonMessages>(language, (await language.common()).common);
}

export async function loadReport(language: Language): Promise<ReportText> {
  return translator<ReportMessages>(language, (await language.report()).report);
}

export async function loadReturning(language: Language): Promise<ReturningText> {
  return translator<ReturningMessages>(language, (await language.returning()).returning);
}

export async function loadDesk(language: Language): Promise<DeskText> {
  return translator<DeskMessages>(language, (await language.desk()).desk);
}

export async function loadJoin(language: Language): Promise<JoinText> {
  return translator<JoinMessages>(language, (await language.join()).join);
}

export async function loadPromises(language: Language): Promise<PromisesText> {
  return translator<PromisesMessages>(language, (await language.promises()).promises);
}

/** Screen readers and the style sheet follow the document's language and direction. */
export function applyLanguage({ code, direction }: Language): void {
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
}
