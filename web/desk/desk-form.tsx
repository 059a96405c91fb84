/** One team as the list describes it: names, country, languages, how long it keeps cases, oversight; and for a new one, who reads there. */
import { CLOSED_MONTHS_MAX } from "../../worker/contract/retention.ts";
import { Actions, Button } from "../ui/button.tsx";
import { COUNTRIES } from "../payload/countries.ts";
import { Checkbox } from "../ui/choice.tsx";
import { CountrySelect } from "../ui/country-select.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import type { DeskPlan, PersonView } from "../vault/coordination.ts";
import { nameLanguages, readDesk, type DeskMistake, type TypedDesk } from "./desk-plan.ts";
import { useDesk } from "./text.ts";

export interface DeskFormProps {
  /** Stands in front of the fields' ids. */
  readonly id: string;
  readonly label: string;
  readonly first: TypedDesk;
  /** Who could read at a new one; null where it is there already. */
  readonly reviewers: readonly PersonView[] | null;
  readonly busy: boolean;
  readonly onPlan: (plan: DeskPlan, members: readonly string[]) => void;
  readonly onPutAway: () => void;
}

export function DeskForm(props: DeskFormProps) {
  const { id, label, first, reviewers, busy, onPlan, onPutAway } = props;
  const text = useDesk();
  const { t } = text;
  const [typed, setTyped] = useState(first);
  const [members, setMembers] = useState<readonly string[]>([]);
  const [mistake, setMistake] = useState<DeskMistake | "members" | null>(null);
  const tags = nameLanguages(first);
  const fieldOf = {
    names: `${id}-name-${tags[0] ?? ""}`,
    country: `${id}-country`,
    languages: `${id}-languages`,
    closedMonths: `${id}-closed-months`,
  } as const satisfies Record<DeskMistake, string>;

  function submit(): void {
    if (busy) return;
    const { plan, mistake: wrong } = readDesk(typed);
    const nobody = reviewers !== null && members.length === 0;
    setMistake(wrong ?? (nobody ? "members" : null));
    if (wrong !== null) focusField(fieldOf[wrong]);
    else if (nobody) focusField(`${id}-member-${reviewers[0]?.id ?? ""}`);
    else onPlan(plan, members);
  }
  return (
    <Form onSubmit={submit} label={label}>
      {tags.map((language, at) => (
        <TextField
          key={language}
          id={`${id}-name-${language}`}
          label={t("team.name", { language: text.language(language) })}
          error={mistake === "names" && at === 0 ? t("team.name-missing") : null}
          value={typed.names[language] ?? ""}
          onInput={(name) => setTyped({ ...typed, names: { ...typed.names, [language]: name } })}
          optional={at > 0}
        />
      ))}
      <CountrySelect
        id={fieldOf.country}
        label={t("team.country")}
        error={mistake === "country" ? t("team.country-missing") : null}
        countries={COUNTRIES}
        none={t("country.choose")}
        value={typed.country}
        onChange={(country) => setTyped({ ...typed, country })}
      />
      <TextField
        id={fieldOf.languages}
        label={t("team.languages")}
        hint={t("team.languages-hint")}
        error={mistake === "languages" ? t("team.languages-wrong") : null}
        content="code"
        value={typed.languages}
        onInput={(languages) => setTyped({ ...typed, languages })}
      />
      <TextField
        id={fieldOf.closedMonths}
        label={t("team.closed-months")}
        hint={t("team.closed-months-hint")}
        error={
          mistake === "closedMonths"
            ? t("team.closed-months-wrong", { most: CLOSED_MONTHS_MAX })
            : null
        }
        content="code"
        inputMode="numeric"
        value={typed.closedMonths}
        onInput={(closedMonths) => setTyped({ ...typed, closedMonths })}
      />
      <Checkbox
        id={`${id}-oversight`}
        label={t("team.oversight")}
        hint={t("team.oversight-hint")}
        checked={typed.oversight}
        onChange={(oversight) => setTyped({ ...typed, oversight })}
      />
      {reviewers === null ? null : (
        <fieldset class={mistake === "members" ? "field field-with-error" : "field"}>
          <legend class="field-label">{t("team.members")}</legend>
          {mistake === "members" ? <p class="field-error">{t("team.members-missing")}</p> : null}
          {reviewers.map((person) => (
            <Checkbox
              key={person.id}
              id={`${id}-member-${person.id}`}
              label={person.name}
              checked={members.includes(person.id)}
              onChange={(checked) =>
                setMembers(
                  checked ? [...members, person.id] : members.filter((one) => one !== person.id),
                )
              }
            />
          ))}
        </fieldset>
      )}
      <Actions>
        <Button type="submit" busy={busy}>
          {t(busy ? "people.busy" : "people.save")}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
