/**
 * Why a step that cannot be taken back is in the best interests of the child: asked for before it is taken, kept in
 * the notes, and never shown to the reporter. The language is the one this page speaks.
 */
import { TEXT_MAX } from "../payload/text.ts";
import { TextField } from "../ui/field.tsx";
import { useDesk } from "./text.ts";
import type { Writing } from "./writing.tsx";

export interface InterestsFieldProps {
  readonly id: string;
  readonly writing: Writing;
  readonly missing: boolean;
}

export function InterestsField({ id, writing, missing }: InterestsFieldProps) {
  const { t } = useDesk();
  return (
    <TextField
      id={id}
      label={t("interests.label")}
      hint={t("interests.hint")}
      error={missing ? t("interests.missing") : null}
      rows={4}
      maxLength={TEXT_MAX}
      value={writing.text}
      onInput={writing.setText}
    />
  );
}
