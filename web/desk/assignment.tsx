/** What somebody does, and for which teams: the same fields for whoever is invited and whoever is here. */
import { ROLES, type Role } from "../../worker/contract/roster.ts";
import { Checkbox } from "../ui/choice.tsx";
import { useCommon } from "../ui/text.ts";
import type { OrganisationView } from "../vault/coordination.ts";
import { useDesk } from "./text.ts";

export interface Assignment {
  readonly roles: readonly Role[];
  /** Ids. */
  readonly desks: readonly string[];
}

export type AssignmentMistake = "no-role" | "no-desk";

/** Whoever reads or keeps identities does it at a desk; the others work for all of them. */
export function mistakeIn({ roles, desks }: Assignment): AssignmentMistake | null {
  if (roles.length === 0) return "no-role";
  const seated = roles.includes("reviewer") || roles.includes("custodian");
  return seated && desks.length === 0 ? "no-desk" : null;
}

function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

export interface AssignmentFieldsProps {
  /** Stands in front of the fields' ids. */
  readonly id: string;
  readonly desks: OrganisationView["desks"];
  readonly value: Assignment;
  readonly mistake: AssignmentMistake | null;
  readonly onChange: (value: Assignment) => void;
}

export function AssignmentFields(props: AssignmentFieldsProps) {
  const { id, desks, value, mistake, onChange } = props;
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  return (
    <>
      <fieldset class={mistake === "no-role" ? "field field-with-error" : "field"}>
        <legend class="field-label">{t("people.roles")}</legend>
        {mistake === "no-role" ? <p class="field-error">{t("people.role-missing")}</p> : null}
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            id={`${id}-role-${role}`}
            label={common.t(`role.${role}`)}
            checked={value.roles.includes(role)}
            onChange={() => onChange({ ...value, roles: toggled(value.roles, role) })}
          />
        ))}
      </fieldset>
      <fieldset class={mistake === "no-desk" ? "field field-with-error" : "field"}>
        <legend class="field-label">{t("people.desks")}</legend>
        {mistake === "no-desk" ? <p class="field-error">{t("people.desk-missing")}</p> : null}
        {desks.map((desk) => (
          <Checkbox
            key={desk.id}
            id={`${id}-desk-${desk.id}`}
            label={text.pick(desk.names).text}
            checked={value.desks.includes(desk.id)}
            onChange={() => onChange({ ...value, desks: toggled(value.desks, desk.id) })}
          />
        ))}
      </fieldset>
    </>
  );
}
