/** The forms about facts that must not travel: one is written down, one is lifted. */
import type { DeskText } from "../i18n/index.ts";
import { cut } from "../payload/card-head.ts";
import type { Casework } from "../payload/casework.ts";
import { LOCKED_FACT_KINDS } from "../payload/entries/locked-fact.ts";
import {
  asked,
  optional,
  type CaseworkField,
  type FieldOption,
  type FormSurroundings,
} from "./casework-fields.ts";
import { languageOptions } from "./language-options.ts";

type Fact = Casework["lockedFacts"][number];

/** In UTF-16 code units: enough to tell two facts of one kind apart. */
const SHORT_TEXT_MAX = 40;

export function factName({ t }: DeskText, { kind, text }: Fact): string {
  return t("work.pair", { name: t(`locked-fact.${kind}`), what: cut(text, SHORT_TEXT_MAX) });
}

/** Those that nobody has lifted. */
export function standingFacts({ lockedFacts }: Casework): readonly Fact[] {
  return lockedFacts.filter(({ lifted }) => lifted === null);
}

export function factOptions(facts: readonly Fact[], text: DeskText): readonly FieldOption[] {
  return facts.map((fact) => ({ value: String(fact.seq), label: factName(text, fact) }));
}

export function lockedFactFields(
  form: "locked-fact" | "locked-fact-lifted",
  { text, lockedFacts }: FormSurroundings,
): readonly CaseworkField[] {
  const { t } = text;
  switch (form) {
    case "locked-fact":
      return [
        {
          ...asked("kind", t("work.locked-fact.kind")),
          kind: "choice",
          options: LOCKED_FACT_KINDS.map((value) => ({ value, label: t(`locked-fact.${value}`) })),
        },
        {
          ...asked("text", t("work.locked-fact.text")),
          hint: t("work.locked-fact.text-hint"),
          kind: "text",
        },
        { ...asked("danger", t("work.locked-fact.danger")), kind: "text" },
        {
          ...optional("language", t("work.language")),
          kind: "select",
          options: languageOptions(text),
        },
      ];
    case "locked-fact-lifted":
      return [
        {
          ...asked("fact", t("work.locked-fact-lifted.fact")),
          kind: "entry",
          options: lockedFacts,
        },
        {
          ...asked("reason", t("work.locked-fact-lifted.reason")),
          hint: t("work.locked-fact-lifted.reason-hint"),
          kind: "text",
        },
      ];
  }
}
