/** The work on a case as it stands, and what can be said of it with one press. */
import { Button } from "../ui/button.tsx";
import type { Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import { ClockList } from "./clock-list.tsx";
import { memberName } from "./entry-words.ts";
import { LockedFacts } from "./locked-facts.tsx";
import { HandOvers } from "./hand-overs.tsx";
import { Measures } from "./measures.tsx";
import { OutcomeActs } from "./outcome-acts.tsx";
import { CarePlan, Fairness } from "./protection-record.tsx";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { Translations } from "./translations.tsx";
import { List, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

function Fact({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ casework, roster }: CaseworkRecordProps) {
  const text = useDesk();
  const { t } = text;
  const { triage, stage, assignment, barrier } = casework;
  const around = { roster, casework };
  return (
    <>
      <dl class="case-facts">
        <Fact name={t("work.stage")}>{t(`stage.${stage}`)}</Fact>
        {assignment === null ? null : (
          <Fact name={t("work.assigned")}>
            <bdi>
              {assignment.member === null
                ? t("work.nobody")
                : memberName(roster, text, assignment.member)}
            </bdi>
          </Fact>
        )}
        {triage === null ? null : (
          <>
            <Fact name={t("work.triage")}>{t(`triage.${triage.decision}`)}</Fact>
            <Fact name={t("work.triage.risk-child")}>{t(`risk.${triage.riskChild}`)}</Fact>
            <Fact name={t("work.triage.risk-reporter")}>{t(`risk.${triage.riskReporter}`)}</Fact>
          </>
        )}
        {barrier === null ? null : (
          <Fact name={t("work.barrier")}>{t(`waits.${barrier.waitsOn}`)}</Fact>
        )}
      </dl>
      {triage === null ? null : (
        <Said
          form="triage"
          said={triage}
          {...around}
          but={["decision", "riskChild", "riskReporter"]}
        />
      )}
      {barrier === null ? null : (
        <Said form="barrier" said={barrier} {...around} but={["waitsOn"]} />
      )}
    </>
  );
}

function Labels({ casework, acts, busy, act }: CaseworkRecordProps) {
  const { t } = useDesk();
  return (
    <List title={t("work.labels")}>
      {casework.labels.map((label) => (
        <li key={label}>
          <bdi>{label}</bdi>
          {acts === "shut" ? null : (
            <Button
              kind="quiet"
              busy={busy}
              label={t("work.label-off", { label })}
              onPress={() => act({ type: "label", label, change: "off" })}
            >
              <span aria-hidden="true">×</span>
            </Button>
          )}
        </li>
      ))}
    </List>
  );
}

function Tasks({ casework, roster, acts, busy, act }: CaseworkRecordProps) {
  const text = useDesk();
  const { t, day } = text;
  return (
    <List title={t("work.tasks")}>
      {casework.tasks.map((task) => (
        <li key={task.seq} data-task={task.state}>
          <strong>{t(`task.${task.state}`)}</strong> <bdi>{task.what}</bdi>{" "}
          {task.member === null ? null : <bdi>({memberName(roster, text, task.member)})</bdi>}{" "}
          {task.byDay === null ? null : t("work.task-due", { day: day(task.byDay) })}{" "}
          {acts === "shut" ? null : (
            <OutcomeActs
              what={task.what}
              state={task.state}
              busy={busy}
              onOutcome={(outcome) => act({ type: "task-outcome", task: task.seq, outcome })}
            />
          )}
        </li>
      ))}
    </List>
  );
}

function Consents({ casework, roster, acts, busy, act }: CaseworkRecordProps) {
  const { t, day } = useDesk();
  return (
    <List title={t("work.consents")}>
      {casework.consents.map(
        ({ seq, person, action, recipient, answer, withdrawnDay, ...said }) => (
          <li key={seq}>
            <strong>{t(`consent.${answer}`)}</strong>{" "}
            {t("work.pair", { name: t(`consenting.${person}`), what: t(`consent.${action}`) })} (
            <bdi>{recipient}</bdi>){" "}
            {withdrawnDay === null ? null : t("work.consent-withdrawn", { day: day(withdrawnDay) })}
            <Said form="consent" said={said} roster={roster} casework={casework} />
            {acts === "shut" || answer === "REFUSED" || withdrawnDay !== null ? null : (
              <WorkActs>
                <Button
                  kind="quiet"
                  busy={busy}
                  label={t("work.consent-withdraw-of", {
                    action: t(`consent.${action}`),
                    recipient,
                  })}
                  onPress={() => act({ type: "consent-withdrawal", consent: seq })}
                >
                  {t("work.consent-withdraw")}
                </Button>
              </WorkActs>
            )}
          </li>
        ),
      )}
    </List>
  );
}

function Others({ casework, roster }: CaseworkRecordProps) {
  const text = useDesk();
  const { t, day, language } = text;
  const around = { roster, casework };
  return (
    <>
      <List title={t("work.interpreter")}>
        {casework.interpreters.map((one) => (
          <li key={one.person}>
            <strong>{t(`interpreted.${one.person}`)}</strong>{" "}
            {t("work.pair", { name: language(one.language), what: t(`interpreter.${one.need}`) })}
            <Said form="interpreter" said={one} {...around} but={["person", "language", "need"]} />
          </li>
        ))}
      </List>
      <List title={t("work.links")}>
        {casework.links.map((one) => (
          <li key={one.case}>
            <strong>{t(`relation.${one.relation}`)}</strong> <bdi dir="ltr">{one.case}</bdi>
          </li>
        ))}
      </List>
      <List title={t("work.conferences")}>
        {casework.conferences.map((one) => (
          <li key={one.seq}>
            <strong>{day(one.heldDay)}</strong>
            <Said form="conference" said={one} {...around} but={["heldDay"]} />
          </li>
        ))}
      </List>
      <List title={t("work.best-interests")}>
        {casework.bestInterests.map((one) => (
          <li key={one.seq}>
            <strong>{t(`step.${one.step}`)}</strong>
            <Passage text={one.text} language={one.language} />
            <p class="field-hint">
              {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
            </p>
          </li>
        ))}
      </List>
    </>
  );
}

export function CaseworkRecord(props: CaseworkRecordProps) {
  return (
    <>
      <LockedFacts {...props} />
      <Translations {...props} />
      <Facts {...props} />
      <Labels {...props} />
      <CarePlan {...props} />
      <Tasks {...props} />
      <ClockList
        {...props}
        clocks={props.casework.clocks}
        reviewed={props.casework.measures.map(({ clock }) => clock)}
      />
      <Measures {...props} />
      <Consents {...props} />
      <HandOvers {...props} />
      <Fairness {...props} />
      <Others {...props} />
    </>
  );
}
