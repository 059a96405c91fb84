/** The signed list by team: who does what, whose key runs out when, and who has left. */
import { Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { useCommon } from "../ui/text.ts";
import type { OrganisationView, PersonView, RosterChange } from "../vault/coordination.ts";
import { PersonChange } from "./person-change.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

export interface PeopleListProps {
  readonly session: DeskSession;
  readonly organisation: OrganisationView;
  readonly busy: boolean;
  /** Answers whether it was done. */
  readonly onChange: (change: RosterChange) => Promise<"done" | "not-done">;
  /** The same, for a member's second step. */
  readonly onReset: (person: PersonView) => Promise<"done" | "not-done">;
}

interface PersonProps extends PeopleListProps {
  readonly person: PersonView;
  readonly changing: boolean;
  readonly onOpen: () => void;
  readonly onPutAway: () => void;
}

function Person({ person, changing, onOpen, onPutAway, ...list }: PersonProps) {
  const common = useCommon();
  const text = useDesk();
  const { t, day } = text;
  const { name, revokedDay, keyDay } = person;
  const self = list.session.self.id;
  const signs = list.organisation.people.some(({ id, delegated }) => id === self && delegated);
  const mayChange = signs || person.id !== self;
  async function putAwayAfter<Outcome>(outcome: Promise<Outcome>): Promise<Outcome> {
    const answered = await outcome;
    if (answered === "done") onPutAway();
    return answered;
  }
  return (
    <li data-person={person.id}>
      <p class="person-name">
        <bdi>{person.id === self ? t("people.you", { name }) : name}</bdi>
      </p>
      <p>{text.list(person.roles.map((role) => common.t(`role.${role}`)))}</p>
      {revokedDay === null ? null : <p>{t("people.left", { day: day(revokedDay) })}</p>}
      {revokedDay !== null || keyDay === null ? null : (
        <p class="field-hint">{t("people.key-until", { day: day(keyDay) })}</p>
      )}
      {person.delegated && revokedDay === null ? (
        <p class="field-hint">{t("people.delegated")}</p>
      ) : null}
      {revokedDay !== null || !mayChange || changing ? null : (
        <Button kind="quiet" label={t("people.change-name", { name })} onPress={onOpen}>
          {t("people.change")}
        </Button>
      )}
      {changing ? (
        <PersonChange
          session={list.session}
          person={person}
          organisation={list.organisation}
          busy={list.busy}
          onChange={(next) => putAwayAfter(list.onChange(next))}
          onReset={() => void putAwayAfter(list.onReset(person))}
          onPutAway={onPutAway}
        />
      ) : null}
    </li>
  );
}

export function PeopleList(props: PeopleListProps) {
  const text = useDesk();
  const { desks, people } = props.organisation;
  /** Somebody at two teams stands under both: which of the two was opened. */
  const [open, setOpen] = useState<string | null>(null);
  const groups = [
    ...desks.map(({ id, names }) => ({
      id,
      title: text.pick(names).text,
      members: people.filter((person) => person.desks.includes(id)),
    })),
    {
      id: "none",
      title: text.t("people.no-desk"),
      members: people.filter((person) => person.desks.length === 0),
    },
  ];
  return (
    <>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ id, title, members }) => (
          <section key={id} aria-labelledby={`people-${id}`}>
            <h2 id={`people-${id}`}>{title}</h2>
            <ul class="people-list">
              {members.map((person) => {
                const place = `${id} ${person.id}`;
                return (
                  <Person
                    key={person.id}
                    person={person}
                    changing={open === place}
                    onOpen={() => setOpen(place)}
                    onPutAway={() => setOpen(null)}
                    {...props}
                  />
                );
              })}
            </ul>
          </section>
        ))}
    </>
  );
}
