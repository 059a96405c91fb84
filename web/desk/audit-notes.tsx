/** What the server says by itself and nobody signs: how many cases there are, and which acts it refused. */
import { failureSentence } from "../failure.ts";
import { useCommon } from "../ui/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { memberName } from "./entry-words.ts";
import { useDeskName } from "./inbox-row.tsx";
import { useDesk } from "./text.ts";
import type { AuditNotes } from "./use-audit.ts";

interface NotesProps {
  readonly notes: AuditNotes;
  readonly roster: RosterView;
}

const COUNTED = ["received", "unacknowledged", "overdue", "closed", "withdrawn"] as const;

export function CaseCounts({ notes, roster }: NotesProps) {
  const common = useCommon();
  const { t, number } = useDesk();
  const deskName = useDeskName(roster);
  return (
    <section aria-labelledby="audit-counts">
      <h2 id="audit-counts">{t("audit.counts")}</h2>
      <p class="field-hint">{t("audit.counts-lead")}</p>
      {notes.kind === "failed" ? <p>{failureSentence(common, notes.code)}</p> : null}
      {notes.kind !== "told" ? null : (
        <ul class="audit-counts">
          {notes.counts.desks.map((desk) => (
            <li key={desk.desk}>
              <h3>{deskName(desk.desk)}</h3>
              <dl>
                {COUNTED.map((what) => (
                  <div key={what}>
                    <dt>{t(`audit.count-${what}`)}</dt>
                    <dd>{number(desk[what])}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
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
