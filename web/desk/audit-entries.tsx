/** The log's entries as sentences, newest first, some at a time: nobody reads ten thousand at once. */
import { Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import type { AuditEntryView } from "../vault/interface.ts";
import type { ReadLog } from "./audit-reading.ts";
import { entrySentence, namesFrom } from "./audit-words.ts";
import { useDesk } from "./text.ts";

const SHOWN_AT_ONCE = 100;

const AUTHOR_TEXT = {
  signed: "audit.mark-signed",
  unsigned: "audit.mark-unsigned",
  unknown: "audit.mark-unknown",
} as const satisfies Record<AuditEntryView["author"], string>;

export function AuditEntries({ log }: { readonly log: ReadLog }) {
  const desk = useDesk();
  const { t, day, number } = desk;
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const nameOf = namesFrom(log.people, desk);
  const newest = log.entries.toReversed().slice(0, shown);
  return (
    <section class="history" aria-labelledby="audit-entries">
      <h2 id="audit-entries">{t("audit.entries")}</h2>
      {newest.length === 0 ? <p>{t("audit.empty")}</p> : null}
      <ol class="history-list">
        {newest.map((entry, at) => (
          <li key={at} class="history-item" data-author={entry.author}>
            <span class="history-day">{entry.said === null ? "" : day(entry.said.day)}</span>
            <span class="history-words">{entrySentence(entry, nameOf, desk)}</span>
            <span class="history-marks">
              <span>{t("audit.number", { seq: number(entry.seq) })}</span>
              <span>{t(AUTHOR_TEXT[entry.author])}</span>
            </span>
          </li>
        ))}
      </ol>
      {shown < log.entries.length ? (
        <Button kind="secondary" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
          {t("audit.older")}
        </Button>
      ) : null}
    </section>
  );
}
