/**
 * Facts that must not travel, as the record of work shows them, and as whoever hands a case over is reminded of them.
 * Invariant: no copy of a case draws any of this.
 */
import type { Casework } from "../payload/casework.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import { memberName } from "./entry-words.ts";
import { factName, standingFacts } from "./locked-fact-forms.ts";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { List, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

/** A padlock, drawn; the words beside it say the same. */
function Lock() {
  return (
    <svg class="lock" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5 7V5a3 3 0 0 1 6 0v2h1.5v7h-9V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z" />
    </svg>
  );
}

function Mark() {
  const { t } = useDesk();
  return (
    <span class="lock-mark">
      <Lock /> {t("locked-fact.mark")}
    </span>
  );
}

type Fact = Casework["lockedFacts"][number];

function FactLine(props: CaseworkRecordProps & { readonly fact: Fact }) {
  const { fact, casework, roster, acts, busy, forms } = props;
  const text = useDesk();
  const { t, day } = text;
  const { lifted } = fact;
  const around = { roster, casework };
  return (
    <li data-locked-fact={lifted === null ? "locked" : "lifted"}>
      {lifted === null ? <Mark /> : t("work.locked-fact-lifted-on", { day: day(lifted.day) })}{" "}
      <strong>{t(`locked-fact.${fact.kind}`)}</strong>
      <Passage text={fact.text} language={fact.language} />
      <Said form="locked-fact" said={fact} {...around} but={["kind", "text", "language"]} />
      <p class="field-hint">
        {t("work.by", { name: memberName(roster, text, fact.by), day: day(fact.day) })}
      </p>
      {lifted === null ? null : (
        <>
          <Said form="locked-fact-lifted" said={lifted} {...around} but={["fact"]} />
          <p class="field-hint">
            {t("work.by", { name: memberName(roster, text, lifted.by), day: day(lifted.day) })}
          </p>
        </>
      )}
      {lifted !== null || acts === "shut" || forms === undefined ? null : (
        <WorkActs>
          <Button
            kind="quiet"
            busy={busy}
            label={t("work.locked-fact-lift-of", { fact: factName(text, fact) })}
            onPress={() => forms.open({ form: "locked-fact-lifted", about: fact.seq, again: null })}
          >
            {t("work.locked-fact-lift")}
          </Button>
        </WorkActs>
      )}
    </li>
  );
}

export function LockedFacts(props: CaseworkRecordProps) {
  const { t } = useDesk();
  return (
    <List title={t("work.locked-facts")}>
      {props.casework.lockedFacts.map((fact) => (
        <FactLine key={fact.seq} {...props} fact={fact} />
      ))}
    </List>
  );
}

export interface LockedFactsReminderProps {
  readonly casework: Casework;
  /** What to do about them here. */
  readonly words: string;
}

/** For a form whose words leave this house: what must not be among them. */
export function LockedFactsReminder({ casework, words }: LockedFactsReminderProps) {
  const { t } = useDesk();
  const facts = standingFacts(casework);
  if (facts.length === 0) return null;
  return (
    <Notice kind="caution" title={<Mark />}>
      <p>{words}</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact.seq}>
            <strong>{t(`locked-fact.${fact.kind}`)}</strong>
            <Passage text={fact.text} language={fact.language} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
