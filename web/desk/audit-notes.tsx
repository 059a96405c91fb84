/** What the server says by itself and nobody signs: which acts it refused. */
import type { RosterView } from "../vault/interface.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";
import type { AuditNotes } from "./use-audit.ts";

interface NotesProps {
  readonly notes: AuditNotes;
  readonly roster: RosterView;
}

export function RefusedActs({ notes, roster }: NotesProps) {
  const desk = useDesk();
  const { t, day } = desk;
  if (notes.kind !== "told") return null;
  return (
    <section aria-labelledby="audit-refused">
      <h2 id="audit-refused">{t("audit.refused")}</h2>
      <p class="field-hint">{t("audit.refused-lead")}</p>
      {notes.refused.length === 0 ? <p>{t("audit.refused-none")}</p> : null}
      <ul class="history-list">
        {notes.refused.map((one) => (
          <li
            key={`${one.day}-${one.member}-${one.endpoint}-${one.code}`}
            class="history-item"
            data-refused={one.code}
          >
            <span class="history-day">{day(one.day)}</span>
            <span class="history-words">
              {t("audit.refused-one", {
                name: memberName(roster, desk, one.member),
                count: one.count,
              })}
            </span>
            <span class="history-marks">
              <bdi>{one.endpoint}</bdi>
              <bdi>{one.code}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
