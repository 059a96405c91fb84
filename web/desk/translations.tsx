/** What the reporter wrote, put into other languages, each marked as no original. */
import type { DeskText } from "../i18n/index.ts";
import type { JournalItem } from "../payload/journal.ts";
import { Passage } from "../ui/passage.tsx";
import type { FieldOption } from "./casework-fields.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";
import { List, type CaseworkRecordProps } from "./work-list.tsx";

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

export function Translations({
  casework,
  roster,
}: Pick<CaseworkRecordProps, "casework" | "roster">) {
  const text = useDesk();
  const { t, day, language } = text;
  return (
    <List title={t("work.translations")}>
      {casework.translations.map((one) => (
        <li key={one.seq} data-translation={one.original}>
          <strong>
            {t("work.translated-from", {
              number: one.original,
              language: language(one.translatedFrom),
            })}
          </strong>
          <Passage text={one.text} language={one.language} />
          <p class="field-hint">
            {t(`translator.${one.translator}`)}.{" "}
            {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
          </p>
        </li>
      ))}
    </List>
  );
}
