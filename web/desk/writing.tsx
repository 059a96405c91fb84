/** A text being written in a case and the language it is written in. The draft outlives this part. */
import { TEXT_MAX } from "../payload/text.ts";
import { LANGUAGES } from "../i18n/index.ts";
import { Select } from "../ui/choice.tsx";
import { useState, type Child } from "../ui/dom.ts";
import { TextField } from "../ui/field.tsx";
import type { Cleared, DraftKind, Drafts } from "./drafts.ts";
import { usePresence } from "./presence.ts";
import { useDesk } from "./text.ts";

export interface Writing {
  readonly text: string;
  readonly language: string;
  readonly setText: (text: string) => void;
  readonly setLanguage: (language: string) => void;
  /** Once it was sent, as it is here; words that were typed since stay. */
  readonly clear: () => Cleared;
}

export function useWriting(drafts: Drafts, caseId: string, kind: DraftKind): Writing {
  const { code } = useDesk();
  const presence = usePresence();
  const [draft, setDraft] = useState(
    () => drafts.read(caseId, kind) ?? { text: "", language: code },
  );
  function change(next: typeof draft): void {
    drafts.write(caseId, kind, next);
    setDraft(next);
  }
  return {
    ...draft,
    setText: (text) => change({ ...draft, text }),
    setLanguage: (language) => change({ ...draft, language }),
    clear: () => {
      if ((drafts.read(caseId, kind)?.text ?? draft.text) !== draft.text) return "newer";
      drafts.forget(caseId, kind);
      if (presence.here) setDraft({ ...draft, text: "" });
      return "cleared";
    },
  };
}

/** Is it short enough to be sealed? Empty is for the caller to judge. */
export function fits(text: string): boolean {
  return text.length <= TEXT_MAX;
}

export interface WritingFieldsProps {
  readonly id: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error: string | null;
  readonly rows: number;
  readonly writing: Writing;
  /** Of the report; null where the reporter will not read it. */
  readonly reporterLanguage: string | null;
}

export function WritingFields(props: WritingFieldsProps) {
  const { id, writing, reporterLanguage } = props;
  const { t, language } = useDesk();
  const tags = LANGUAGES.map(({ code }) => code);
  const others = [writing.language, ...(reporterLanguage === null ? [] : [reporterLanguage])];
  const offered = [...new Set([...tags, ...others])];
  return (
    <>
      <TextField
        id={id}
        label={props.label}
        hint={props.hint}
        error={props.error}
        rows={props.rows}
        value={writing.text}
        onInput={writing.setText}
        maxLength={TEXT_MAX}
      />
      <Select
        id={`${id}-language`}
        label={t("write.language")}
        {...(reporterLanguage === null
          ? {}
          : { hint: t("write.language-hint", { language: language(reporterLanguage) }) })}
        value={writing.language}
        options={offered.map((tag) => ({ value: tag, label: language(tag) }))}
        onChange={writing.setLanguage}
      />
    </>
  );
}
