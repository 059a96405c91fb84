/** One form about the work on a case. What was typed stays until it was kept, through a failure and a lock too. */
import { COUNTRIES } from "../payload/countries.ts";
import { LINE_MAX, TEXT_MAX } from "../payload/text.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup, Select } from "../ui/choice.tsx";
import { CountrySelect } from "../ui/country-select.tsx";
import { useEffect, useState, type Child } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { fieldsOf, type CaseworkField, type CaseworkFormName } from "./casework-forms.ts";
import type { FormSurroundings } from "./casework-fields.ts";
import { payloadOf, typedFrom, untyped, type FormResult, type Typed } from "./casework-typed.ts";
import { LawNotes } from "./law-notes.tsx";
import { useDesk } from "./text.ts";

export interface CaseworkFormProps {
  readonly form: CaseworkFormName;
  /** What it can be about, but for the words it is made in. */
  readonly surroundings: Omit<FormSurroundings, "text">;
  /** What whoever fills it in is reminded of. */
  readonly reminder: Child;
  /** The entry that the form begins with where it is about one, by its seq. */
  readonly about: number | null;
  /** What was typed before; null for a new form. */
  readonly typed: Typed | null;
  /** The entry that is written again, with what stands in it; null for a new one. */
  readonly again: { readonly seq: number; readonly standing: object } | null;
  readonly onTyped: (typed: Typed) => void;
  readonly busy: boolean;
  readonly onSign: (payload: CaseworkPayload) => void;
  readonly onPutAway: () => void;
}

type Mistake = Exclude<FormResult, { readonly kind: "payload" }>;

const TEXT_ROWS = 4;

function fieldId(form: CaseworkFormName, name: string): string {
  return `work-${form}-${name}`;
}

interface FieldProps {
  readonly id: string;
  readonly field: CaseworkField;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

function Field({ id, field, value, error, onChange }: FieldProps) {
  const { t } = useDesk();
  const shared = { id, error, value, onInput: onChange, label: field.label };
  const need = {
    ...(field.need === "optional" && { optional: true }),
    ...(field.hint !== undefined && { hint: field.hint }),
  };
  switch (field.kind) {
    case "choice":
      return (
        <RadioGroup
          id={id}
          legend={field.label}
          {...(field.hint !== undefined && { hint: field.hint })}
          error={error}
          options={field.options}
          value={value === "" ? null : value}
          onChange={onChange}
        />
      );
    case "entry":
    case "select":
      return (
        <Select
          id={id}
          label={field.label}
          options={field.options}
          value={value}
          onChange={onChange}
        />
      );
    case "line":
      return <TextField {...shared} {...need} maxLength={LINE_MAX} />;
    case "code":
      return <TextField {...shared} {...need} content="code" />;
    case "country":
      return (
        <CountrySelect
          id={id}
          label={field.label}
          {...need}
          error={error}
          countries={COUNTRIES}
          none={t(field.need === "asked" ? "country.choose" : "country.none")}
          value={value}
          onChange={onChange}
        />
      );
    case "day":
      return <TextField {...shared} {...need} kind="date" />;
    case "text":
      return <TextField {...shared} {...need} rows={TEXT_ROWS} maxLength={TEXT_MAX} />;
  }
}

export function CaseworkForm(props: CaseworkFormProps) {
  const { form, surroundings } = props;
  const { again, about, onTyped, busy, onSign, onPutAway } = props;
  const text = useDesk();
  const { t, code } = text;
  const fields = fieldsOf(form, { ...surroundings, text });
  const [typed, setTyped] = useState<Typed>(() => {
    if (props.typed !== null) return props.typed;
    return again === null ? untyped(fields, code, about) : typedFrom(fields, again.standing);
  });
  const [error, setError] = useState<Mistake | null>(null);
  useEffect(() => {
    const [first] = fields;
    if (first !== undefined) focusField(fieldId(form, first.name));
  }, []);

  function change(name: string, value: string): void {
    const next = { ...typed, [name]: value };
    setTyped(next);
    onTyped(next);
  }

  function sign(): void {
    if (busy) return;
    const result = payloadOf(form, fields, typed, code, again?.seq ?? null);
    if (result.kind === "payload") {
      setError(null);
      onSign(result.payload);
      return;
    }
    setError(result);
    focusField(fieldId(form, result.field));
  }

  return (
    <Form onSubmit={sign} label={t(`work.${form}`)}>
      {again === null ? null : <p class="field-hint">{t("work.again")}</p>}
      {props.reminder}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={fieldId(form, field.name)}
          field={field}
          value={typed[field.name] ?? ""}
          error={error?.field === field.name ? t(`work.${error.kind}`) : null}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      <LawNotes step={form} />
      <Actions>
        <Button type="submit" busy={busy}>
          {busy ? t("write.busy") : t("work.save")}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("work.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
