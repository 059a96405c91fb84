/** The teams, what the list says of each, and a new one. Who belongs to them stands with the people. */
import { Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import type { OrganisationView, RosterChange } from "../vault/coordination.ts";
import { DeskForm } from "./desk-form.tsx";
import { NO_DESK, typedFrom } from "./desk-plan.ts";
import { useDesk } from "./text.ts";

export interface DeskListProps {
  readonly organisation: OrganisationView;
  readonly busy: boolean;
  /** Answers whether it was done. */
  readonly onChange: (change: RosterChange) => Promise<"done" | "not-done">;
}

/** The form of a new one, among the ids of those there are. */
const NEW = "new";

export function DeskList({ organisation, busy, onChange }: DeskListProps) {
  const text = useDesk();
  const { t } = text;
  const [open, setOpen] = useState<string | null>(null);
  const { desks, people } = organisation;
  const reviewers = people.filter(
    ({ roles, revokedDay, keyDay }) =>
      roles.includes("reviewer") && revokedDay === null && keyDay !== null,
  );
  async function change(next: RosterChange): Promise<void> {
    if ((await onChange(next)) === "done") setOpen(null);
  }
  const putAway = (): void => setOpen(null);
  return (
    <section aria-labelledby="teams">
      <h2 id="teams">{t("team.title")}</h2>
      <ul class="people-list">
        {desks.map((desk) => {
          const { id, country, languages, oversight } = desk;
          const name = text.pick(desk.names).text;
          return (
            <li key={id} data-desk={id}>
              <p class="person-name">{name}</p>
              <p>
                {t("team.about", {
                  country: text.country(country),
                  languages: text.list(languages.map((code) => text.language(code))),
                })}
              </p>
              {oversight ? <p class="field-hint">{t("team.is-oversight")}</p> : null}
              {open === id ? (
                <DeskForm
                  id={`team-${id}`}
                  label={t("team.change-name", { name })}
                  first={typedFrom(desk)}
                  reviewers={null}
                  busy={busy}
                  onPlan={(plan) => void change({ kind: "change-desk", desk: id, ...plan })}
                  onPutAway={putAway}
                />
              ) : (
                <Button
                  kind="quiet"
                  label={t("team.change-name", { name })}
                  onPress={() => setOpen(id)}
                >
                  {t("people.change")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {open === NEW ? (
        <DeskForm
          id="team-new"
          label={t("team.add-title")}
          first={NO_DESK}
          reviewers={reviewers}
          busy={busy}
          onPlan={(plan, members) => void change({ kind: "add-desk", members, ...plan })}
          onPutAway={putAway}
        />
      ) : (
        <Button kind="secondary" onPress={() => setOpen(NEW)}>
          {t("team.add")}
        </Button>
      )}
    </section>
  );
}
