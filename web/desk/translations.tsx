/** What the reporter wrote, put into other languages, each marked as no original. */
import type { DeskText } from "../i18n/index.ts";
import type { Casework } from "../payload/casework.ts";
import type { JournalItem } from "../payload/journal.ts";
import { Passage } from "../ui/passage.tsx";
import type { FieldOption } from "./casework-fields.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";
import { List, type CaseworkRecordProps } from "./work-list.tsx";

/** The report begins its conversation. */
const REPORT_SEQ = 1;

/** The reporter's own texts, by their place in the conversation. */
export function originalOptions(
  items: readonly JournalItem[],
  { t, day }: DeskText,
): readonly FieldOption[] {
  return items.flatMap((item) => {
    if (item.kind !== "known" || item.author.kind !== "reporter") return [];
    const { type } = item.payload;
    if (type !== "report" && type !== "message" && type !== "challenge") return [];
    const label = t(`original.${type}`, { day: day(item.day) });
    return [{ value: String(item.seq), label }];
  });
}

type Translation = Casework["translations"][number];

interface TranslatedProps extends Pick<CaseworkRecordProps, "roster"> {
  readonly one: Translation;
  /** What it is, and from which language. */
  readonly title: string;
}

function Translated({ one, title, roster }: TranslatedProps) {
  const text = useDesk();
  const { t, day } = text;
  return (
    <>
      <strong>{title}</strong>
      <Passage text={one.text} language={one.language} />
      <p class="field-hint">
        {t(`translator.${one.translator}`)}.{" "}
        {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
      </p>
    </>
  );
}

type TranslationsProps = Pick<CaseworkRecordProps, "casework" | "roster">;

/** Right under the report, for whoever does not read it. */
export function ReportTranslations({ casework, roster }: TranslationsProps) {
  const { t, language } = useDesk();
  return (
    <>
      {casework.translations
        .filter(({ original }) => original === REPORT_SEQ)
        .map((one) => {
          const title = t("work.report-translated-from", {
            language: language(one.translatedFrom),
          });
          return (
            <section
              key={one.seq}
              class="case-report"
              aria-label={title}
              data-translation={one.original}
            >
              <Translated one={one} title={title} roster={roster} />
            </section>
          );
        })}
    </>
  );
}

/** Of what the reporter wrote later. */
export function Translations({ casework, roster }: TranslationsProps) {
  const { t, language } = useDesk();
  return (
    <List title={t("work.translations")}>
      {casework.translations
        .filter(({ original }) => original !== REPORT_SEQ)
        .map((one) => (
          <li key={one.seq} data-translation={one.original}>
            <Translated
              one={one}
              title={t("work.translated-from", {
                number: one.original,
                language: language(one.translatedFrom),
              })}
              roster={roster}
            />
          </li>
        ))}
    </List>
  );
}
