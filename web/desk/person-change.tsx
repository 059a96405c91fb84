/** Changing what a member does, or taking them off the list: said in full before it is signed. */
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import type { OrganisationView, PersonView, RosterChange } from "../vault/coordination.ts";
import { AssignmentFields, mistakeIn } from "./assignment.tsx";
import { useDesk } from "./text.ts";

export interface PersonChangeProps {
  readonly person: PersonView;
  readonly organisation: OrganisationView;
  readonly busy: boolean;
  readonly onChange: (change: RosterChange) => void;
  readonly onPutAway: () => void;
}

function Revoking({ person, organisation, busy, onChange, onPutAway }: PersonChangeProps) {
  const { t, day } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name } = person;
  return (
    <div>
      <h3 tabindex={-1} ref={heading}>
        {t("people.revoke-title", { name })}
      </h3>
      <p>{t("people.revoke-what")}</p>
      {person.roles.includes("reviewer") ? <p>{t("people.revoke-cases")}</p> : null}
      {person.delegated ? (
        <p>{t("people.revoke-delegated", { day: day(organisation.delegationDay) })}</p>
      ) : null}
      <Actions>
        <Button
          kind="warning"
          busy={busy}
          onPress={() => onChange({ kind: "revoke", member: person.id })}
        >
          {busy ? t("people.busy") : t("people.revoke-confirm", { name })}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </div>
  );
}

export function PersonChange(props: PersonChangeProps) {
  const { person, organisation, busy, onChange, onPutAway } = props;
  const { t } = useDesk();
  const [assignment, setAssignment] = useState({ roles: person.roles, desks: person.desks });
  const [mistake, setMistake] = useState<ReturnType<typeof mistakeIn>>(null);
  const [step, setStep] = useState<"assigning" | "revoking">("assigning");
  if (step === "revoking") return <Revoking {...props} />;

  function submit(): void {
    const found = mistakeIn(assignment);
    setMistake(found);
    if (found !== null || busy) return;
    onChange({ kind: "assign", member: person.id, ...assignment });
  }
  return (
    <Form onSubmit={submit} label={t("people.change-name", { name: person.name })}>
      <AssignmentFields
        id={`person-${person.id}`}
        desks={organisation.desks}
        value={assignment}
        mistake={mistake}
        onChange={setAssignment}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {t(busy ? "people.busy" : "people.save")}
        </Button>
        <Button kind="secondary" onPress={() => setStep("revoking")}>
          {t("people.revoke")}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
