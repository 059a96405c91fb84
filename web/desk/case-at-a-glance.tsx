/**
 * The case at a glance, then the report as it was written: its language, its direction, its lines. After it the child's
 * own words, where this member reads the notes.
 */
import { Passage } from "../ui/passage.tsx";
import { ChildsWords, type ChildsWordsProps } from "./childs-words.tsx";
import { ClockChips } from "./chips.tsx";
import { useDeskName } from "./inbox-row.tsx";
import { useDesk } from "./text.ts";
import { ReportTranslations } from "./translations.tsx";

export function CaseAtAGlance({ file, roster, acts, onWrite }: ChildsWordsProps) {
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
      <ReportTranslations casework={view.state.casework} roster={roster} />
      {view.internal === "open" ? (
        <ChildsWords file={file} roster={roster} acts={acts} onWrite={onWrite} />
      ) : null}
      <ClockChips plain={plain} state={view.state} today={day} />
    </>
  );
}
