/** Who somebody is, in their own words: three fields, none of which has to be filled, and who could ever open them. */
import type { MemberView } from "../vault/interface.ts";
import { IDENTITY_ANSWER_MAX, IDENTITY_NAME_MAX, type Identity } from "../payload/identity.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { useCommon } from "../ui/text.ts";
import { useReportText } from "./text.ts";

export type IdentityAnswers = Omit<Identity, "language">;

export const NO_ANSWERS: IdentityAnswers = { name: "", reach: "", contact: "" };

const FIELDS = ["name", "reach", "contact"] as const satisfies readonly (keyof IdentityAnswers)[];
type FieldName = (typeof FIELDS)[number];

const MAX: Record<FieldName, number> = {
  name: IDENTITY_NAME_MAX,
  reach: IDENTITY_ANSWER_MAX,
  contact: IDENTITY_ANSWER_MAX,
};

function fieldId(field: FieldName): string {
  return `identity-${field}`;
}

export type IdentityFault = { readonly kind: "empty" | "too-long"; readonly field: FieldName };

/** All three empty says nothing; whoever chose to say it is asked for one of them. */
export function identityFaultOf(answers: IdentityAnswers): IdentityFault | null {
  const long = FIELDS.find((field) => answers[field].length > MAX[field]);
  if (long !== undefined) return { kind: "too-long", field: long };
  const empty = FIELDS.every((field) => answers[field].trim() === "");
  return empty ? { kind: "empty", field: "name" } : null;
}

export function focusIdentityFault({ field }: IdentityFault): void {
  focusField(fieldId(field));
}

export interface IdentityFieldsProps {
  readonly answers: IdentityAnswers;
  readonly fault: IdentityFault | null;
  readonly onChange: (answers: IdentityAnswers) => void;
}

export function IdentityFields({ answers, fault, onChange }: IdentityFieldsProps) {
  const { t } = useReportText();
  return (
    <>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          id={fieldId(field)}
          label={t(`identity.${field}`)}
          hint={field === "name" ? undefined : t(`identity.${field}-hint`)}
          optional
          error={fault?.field === field ? t(`identity.${fault.kind}`) : null}
          maxLength={MAX[field]}
          value={answers[field]}
          onInput={(value) => onChange({ ...answers, [field]: value })}
          {...(field === "name" ? {} : { rows: 3 })}
        />
      ))}
    </>
  );
}

export interface KeepersProps {
  readonly keepers: readonly MemberView[];
  readonly threshold: number;
}

/** Who would have to agree, and what the reporter would see of it. */
export function Keepers({ keepers, threshold }: KeepersProps) {
  const { t } = useReportText();
  const common = useCommon();
  const names = common.list(keepers.map(({ name }) => name));
  return (
    <ul>
      <li>{t("identity.keepers", { names })}</li>
      <li>
        {keepers.length === 1
          ? t("identity.alone")
          : t("identity.needed", { threshold, all: keepers.length })}
      </li>
      <li>{t("identity.seen")}</li>
      <li>{t("identity.back")}</li>
    </ul>
  );
}
