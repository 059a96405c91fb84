/** The people of the organisation, for coordinators: who is here, who is coming, and what runs out. */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { PersonView, RosterChange } from "../vault/coordination.ts";
import { DeskList } from "./desk-list.tsx";
import { Expiry, NewDelegation } from "./expiry.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { Inviting } from "./inviting.tsx";
import { PeopleList } from "./people-list.tsx";
import {
  cancelInvitation,
  changeRoster,
  resetSecondFactor,
  verifyAgain,
  type People as Read,
} from "./people-work.ts";
import { RecoveryThreshold } from "./recovery-threshold.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { usePeople, type HeldPeople } from "./use-people.ts";

export interface PeopleProps {
  readonly session: DeskSession;
  /** Another roster is in force; a lapsed session is one like any other then. */
  readonly onRoster: () => void;
}

interface ShownProps extends PeopleProps {
  readonly held: HeldPeople;
  readonly people: Read;
}

function Shown({ session, onRoster, held, people }: ShownProps) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const [said, setSaid] = useState("");
  const { organisation, invitations, day } = people;
  const { busy, failure, carryOut } = held;
  const self = organisation.people.find(({ id }) => id === session.self.id);

  async function change(next: RosterChange, done: string): Promise<"done" | "not-done"> {
    setSaid("");
    const outcome = await carryOut(async () => changeRoster(session, next));
    if (outcome === "not-done") return outcome;
    setSaid(done);
    onRoster();
    return outcome;
  }
  async function reset({ id, name }: PersonView): Promise<"done" | "not-done"> {
    setSaid("");
    const outcome = await carryOut(async () => resetSecondFactor(session, id));
    if (outcome === "done") setSaid(t("reset.done", { name }));
    return outcome;
  }
  async function cancel(locatorHash: string): Promise<void> {
    setSaid("");
    const outcome = await carryOut(async () => cancelInvitation(session, locatorHash));
    if (outcome === "done") setSaid(t("invitation.cancelled"));
  }

  return (
    <>
      <p>
        {t("people.version", {
          version: text.number(organisation.version),
          day: text.day(organisation.expiresDay),
        })}
      </p>
      {self?.delegated === true ? null : (
        <Notice kind="caution" title={t("people.not-delegated-title")}>
          <p>{t("people.not-delegated")}</p>
        </Notice>
      )}
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("people.not-done", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <StatusLine text={busy ? t("people.busy") : said} />
      <Expiry
        organisation={organisation}
        today={day}
        busy={busy}
        onRenew={(next) => void change(next, t("people.done"))}
      />
      <NewDelegation
        session={session}
        organisation={organisation}
        busy={busy}
        onRenew={(next) => void change(next, t("people.done"))}
      />
      {organisation.standing === "lapsed" ? null : (
        <section aria-labelledby="invitations">
          <h2 id="invitations">{t("invitation.title")}</h2>
          <InvitationList
            invitations={invitations}
            roster={session.roster}
            busy={busy}
            onConfirm={(locatorHash, name) =>
              void change({ kind: "confirm", locatorHash }, t("invitation.confirmed", { name }))
            }
            onCancel={(locatorHash) => void cancel(locatorHash)}
          />
          {self?.delegated === true ? (
            <Inviting
              session={session}
              desks={organisation.desks}
              today={day}
              onInvited={held.fetchAgain}
            />
          ) : null}
        </section>
      )}
      {self?.delegated === true && organisation.standing === "in-force" ? (
        <DeskList
          organisation={organisation}
          busy={busy}
          onChange={(next) => change(next, t("people.done"))}
        />
      ) : null}
      <PeopleList
        session={session}
        organisation={organisation}
        busy={busy}
        onChange={(next) => change(next, t("people.done"))}
        onReset={reset}
      />
      <RecoveryThreshold
        key={`recovery-${organisation.version}`}
        organisation={organisation}
        busy={busy}
        onChange={(next) => void change(next, t("people.done"))}
      />
    </>
  );
}

export function People({ session, onRoster }: PeopleProps) {
  const common = useCommon();
  const { t } = useDesk();
  const held = usePeople(session);
  const { people, failure, busy, carryOut } = held;
  return (
    <Screen name="people" title={t("people.title")}>
      <p>{t("people.lead")}</p>
      {people === null ? (
        <>
          <StatusLine text={busy ? t("people.loading") : ""} />
          {failure === null ? null : (
            <Notice kind="problem">
              <p>{t("people.failed", { reason: failureSentence(common, failure) })}</p>
            </Notice>
          )}
        </>
      ) : (
        <Shown session={session} onRoster={onRoster} held={held} people={people} />
      )}
      <Actions>
        <Button
          kind="secondary"
          busy={busy}
          onPress={() => void carryOut(async () => verifyAgain(session))}
        >
          {t("people.refresh")}
        </Button>
      </Actions>
    </Screen>
  );
}
