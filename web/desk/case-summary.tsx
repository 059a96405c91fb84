/** The case at a glance, then the report as it was written: its language, its direction, its lines. */
import { Passage } from "../ui/passage.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { ClockChips } from "./chips.tsx";
import { useDeskName } from "./inbox-row.tsx";
import { useDesk } from "./text.ts";

export interface CaseSummaryProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
}

export function CaseSummary({ file, roster }: CaseSummaryProps) {
  const { t, language } = useDesk();
  const deskName = useDeskName(roster);
  const { plain, view, day } = file;
  const { report } = view.state;
  return (
    <>
      <dl class="case-facts">
        <div>
          <dt>{t("case.standing")}</dt>
          <dd>{t(`standing.${view.standing}`)}</dd>
        </div>
        {report === null ? null : (
          <div>
            <dt>{t("case.channel")}</dt>
            <dd>{t(`channel.${report.channel}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t("case.desk")}</dt>
          <dd>
            <bdi>{deskName(plain.desk)}</bdi>
          </dd>
        </div>
        {report === null ? null : (
          <div>
            <dt>{t("case.language")}</dt>
            <dd>{language(report.language)}</dd>
          </div>
        )}
      </dl>
      <section class="case-report" aria-labelledby="case-report">
        <h2 id="case-report">{t("case.report")}</h2>
        {report === null ? (
          <p>{t("case.no-report")}</p>
        ) : (
          <Passage text={report.text} language={report.language} />
        )}
      </section>
      <ClockChips plain={plain} state={view.state} today={day} />
    </>
  );
}
