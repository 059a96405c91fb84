/**
 * Changing what a member does, resetting their second step, or taking them off the list: said in full before it is
 * signed.
 */
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import type { OrganisationView, PersonView, RosterChange } from "../vault/coordination.ts";
import { AssignmentFields, mistakeIn } from "./assignment.tsx";
import { FactorReset } from "./factor-reset.tsx";
import { Agreement, HeldCases, useHeldBy } from "./held-cases.tsx";
import { Revoking } from "./revoking.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

export interface PersonChangeProps {
  readonly session: DeskSession;
  readonly person: PersonView;
  readonly organisation: OrganisationView;
  readonly busy: boolean;
  /** Answers whether it was done. */
  readonly onChange: (change: RosterChange) => Promise<"done" | "not-done">;
  readonly onReset: () => void;
  readonly onPutAway: () => void;
}

function Assigning({
  session,
  person,
  organisation,
  busy,
  onChange,
  onPutAway,
}: PersonChangeProps) {
  const { t } = useDesk();
  const { id: member, name } = person;
  const [assignment, setAssignment] = useState({ roles: person.roles, desks: person.desks });
  const [mistake, setMistake] = useState<ReturnType<typeof mistakeIn>>(null);
  const [agreeing, setAgreeing] = useState<number | null>(null);
  const held = useHeldBy(session, member);
  const readsNoMore = person.roles.includes("reviewer") && !assignment.roles.includes("reviewer");

  async function publish(unreadable: number): Promise<void> {
    await onChange({ kind: "assign", member, ...assignment, unreadable });
  }
  async function submit(): Promise<void> {
    const found = mistakeIn(assignment);
    setMistake(found);
    if (found !== null || busy) return;
    const alone = readsNoMore ? ((await held.count())?.alone ?? null) : 0;
    if (alone === 0) await publish(0);
    else if (alone !== null) setAgreeing(alone);
  }
  return (
    <Form onSubmit={() => void submit()} label={t("people.change-name", { name })}>
      <AssignmentFields
        id={`person-${member}`}
        desks={organisation.desks}
        value={assignment}
        mistake={mistake}
        onChange={(next) => {
          setAssignment(next);
          setAgreeing(null);
        }}
      />
      {readsNoMore && (held.counts !== null || held.failure !== null) ? (
        <HeldCases name={name} held={held} />
      ) : null}
      {agreeing === null ? (
        <Actions>
          <Button type="submit" busy={busy}>
            {t(busy ? "people.busy" : "people.save")}
          </Button>
          <Button kind="quiet" onPress={onPutAway}>
            {t("people.put-away")}
          </Button>
        </Actions>
      ) : (
        <Agreement
          count={agreeing}
          label={t("held.agree-assign")}
          busy={busy}
          onAgree={() => void publish(agreeing)}
          onPutAway={() => setAgreeing(null)}
        />
      )}
    </Form>
  );
}

export function PersonChange(props: PersonChangeProps) {
  const { session, person, organisation } = props;
  const { t } = useDesk();
  const [step, setStep] = useState<"assigning" | "resetting" | "revoking">("assigning");
  const maySign = organisation.people.some(
    ({ id, delegated }) => id === session.self.id && delegated,
  );
  switch (step) {
    case "revoking":
      return <Revoking {...props} />;
    case "resetting":
      return <FactorReset {...props} />;
    case "assigning":
      return (
        <>
          {maySign ? <Assigning {...props} /> : null}
          <Actions>
            {person.id === session.self.id ? null : (
              <Button kind="secondary" onPress={() => setStep("resetting")}>
                {t("reset.open")}
              </Button>
            )}
            {maySign ? (
              <Button kind="secondary" onPress={() => setStep("revoking")}>
                {t("people.revoke")}
              </Button>
            ) : (
              <Button kind="quiet" onPress={props.onPutAway}>
                {t("people.put-away")}
              </Button>
            )}
          </Actions>
        </>
      );
  }
}
