/**
 * What can be written down about the work on a case, as forms: which fields, in which order, in the reader's words.
 */
import type { DeskText } from "../i18n/index.ts";
import { IRREVERSIBLE_STEPS } from "../payload/entries/best-interests.ts";
import { WAITS_ON } from "../payload/entries/barrier.ts";
import {
  CONSENT_ACTIONS,
  CONSENT_ANSWERS,
  CONSENTING,
  type Consent,
} from "../payload/entries/consent.ts";
import { HAND_OVER_FORMS } from "../payload/entries/hand-over.ts";
import { INTERPRETED, INTERPRETER_NEEDS } from "../payload/entries/interpreter.ts";
import { LABEL_MAX } from "../payload/entries/label.ts";
import { FUNDED, NEED_KINDS } from "../payload/entries/need.ts";
import { RELATIONS } from "../payload/entries/link.ts";
import { MEASURE_KINDS } from "../payload/entries/measure.ts";
import { STAGES } from "../payload/entries/stage.ts";
import { TRANSLATORS } from "../payload/entries/translation.ts";
import { RISKS, TRIAGE_DECISIONS } from "../payload/entries/triage.ts";
import { KNOWN, VOICE_SOURCES } from "../payload/entries/voice.ts";
import {
  asked,
  optional,
  type CaseworkField,
  type Common,
  type FieldOption,
  type FormSurroundings,
} from "./casework-fields.ts";
import { clockFields } from "./clock-forms.ts";
import { lockedFactFields } from "./locked-fact-forms.ts";
import { languageOptions } from "./language-options.ts";
import { protectionFields } from "./protection-forms.ts";

export type { CaseworkField, FieldOption } from "./casework-fields.ts";

/** What has a form; the other types are acts on something that stands there already. */
export const CASEWORK_FORMS = [
  "triage",
  "assignment",
  "stage",
  "task",
  "voice",
  "barrier",
  "label",
  "consent",
  "interpreter",
  "translation",
  "care-item",
  "measure",
  "measure-review",
  "review-sign-off",
  "fairness-check",
  "right-of-reply",
  "link",
  "conference",
  "best-interests",
  "hand-over",
  "locked-fact",
  "locked-fact-lifted",
  "need",
  "explanation",
  "clock",
  "clock-pause",
  "clock-extension",
] as const;
export type CaseworkFormName = (typeof CASEWORK_FORMS)[number];

/** Stands for nobody, where a member's id would stand. */
export const NOBODY = "";

/** What tells two consents apart: whose, to what, and to or with whom. */
export function consentName({ t }: DeskText, { person, action, recipient }: AskedConsent): string {
  const whose = t("work.pair", { name: t(`consenting.${person}`), what: t(`consent.${action}`) });
  return `${whose} (${recipient})`;
}
type AskedConsent = Pick<Consent, "person" | "action" | "recipient">;

export function fieldsOf(
  form: CaseworkFormName,
  surroundings: FormSurroundings,
): readonly CaseworkField[] {
  const { text, readers, consents } = surroundings;
  const { t } = text;
  const known = KNOWN.map((value) => ({ value, label: t(`known.${value}`) }));
  const members = [{ value: NOBODY, label: t("work.nobody") }, ...readers];
  const languages = languageOptions(text);
  const choice = (common: Common, options: readonly FieldOption[]): CaseworkField => ({
    ...common,
    kind: "choice",
    options,
  });
  switch (form) {
    case "triage":
      return [
        choice(
          asked("decision", t("work.triage.decision")),
          TRIAGE_DECISIONS.map((value) => ({ value, label: t(`triage.${value}`) })),
        ),
        choice(
          asked("riskChild", t("work.triage.risk-child")),
          RISKS.map((value) => ({ value, label: t(`risk.${value}`) })),
        ),
        choice(
          asked("riskReporter", t("work.triage.risk-reporter")),
          RISKS.map((value) => ({ value, label: t(`risk.${value}`) })),
        ),
        { ...optional("text", t("work.triage.text")), kind: "text" },
      ];
    case "assignment":
      return [
        {
          ...optional("member", t("work.assignment.member")),
          kind: "select",
          options: members,
        },
      ];
    case "stage":
      return [
        choice(
          asked("stage", t("work.stage.stage")),
          STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
        ),
      ];
    case "task":
      return [
        { ...asked("what", t("work.task.what")), kind: "line" },
        { ...optional("member", t("work.task.member")), kind: "select", options: members },
        { ...optional("byDay", t("work.task.by-day")), kind: "day" },
      ];
    case "voice":
      return [
        { ...asked("text", t("work.voice.text")), kind: "text" },
        { ...optional("language", t("work.language")), kind: "select", options: languages },
        choice(
          asked("source", t("work.voice.source")),
          VOICE_SOURCES.map((value) => ({ value, label: t(`voice.${value}`) })),
        ),
        { ...optional("helper", t("work.voice.helper")), kind: "line" },
        choice(asked("childKnows", t("work.voice.child-knows")), known),
      ];
    case "barrier":
      return [
        choice(
          asked("waitsOn", t("work.barrier.waits-on")),
          WAITS_ON.map((value) => ({ value, label: t(`waits.${value}`) })),
        ),
        { ...optional("text", t("work.barrier.text")), kind: "text" },
      ];
    case "label":
      return [{ ...asked("label", t("work.label.label", { count: LABEL_MAX })), kind: "line" }];
    case "consent":
      return [
        choice(
          asked("person", t("work.consent.person")),
          CONSENTING.map((value) => ({ value, label: t(`consenting.${value}`) })),
        ),
        choice(
          asked("action", t("work.consent.action")),
          CONSENT_ACTIONS.map((value) => ({ value, label: t(`consent.${value}`) })),
        ),
        { ...asked("recipient", t("work.consent.recipient")), kind: "line" },
        choice(
          asked("answer", t("work.consent.answer")),
          CONSENT_ANSWERS.map((value) => ({ value, label: t(`consent.${value}`) })),
        ),
        { ...optional("how", t("work.consent.how")), kind: "line" },
      ];
    case "interpreter":
      return [
        choice(
          asked("person", t("work.interpreter.person")),
          INTERPRETED.map((value) => ({ value, label: t(`interpreted.${value}`) })),
        ),
        {
          ...asked("language", t("work.interpreter.language")),
          kind: "select",
          options: languages,
        },
        choice(
          asked("need", t("work.interpreter.need")),
          INTERPRETER_NEEDS.map((value) => ({ value, label: t(`interpreter.${value}`) })),
        ),
        choice(asked("independent", t("work.interpreter.independent")), known),
      ];
    case "translation":
      return [
        {
          ...asked("original", t("work.translation.original")),
          kind: "entry",
          options: surroundings.originals,
        },
        {
          ...asked("translatedFrom", t("work.translation.from")),
          ...(surroundings.reportLanguage !== null && { initial: surroundings.reportLanguage }),
          kind: "select",
          options: languages,
        },
        { ...asked("text", t("work.translation.text")), kind: "text" },
        { ...asked("language", t("work.translation.into")), kind: "select", options: languages },
        choice(
          asked("translator", t("work.translation.translator")),
          TRANSLATORS.map((value) => ({ value, label: t(`translator.${value}`) })),
        ),
      ];
    case "measure":
      return [
        choice(
          asked("kind", t("work.measure.kind")),
          MEASURE_KINDS.map((value) => ({ value, label: t(`measure.${value}`) })),
        ),
        { ...asked("authority", t("work.measure.authority")), kind: "line" },
        { ...asked("country", t("work.measure.country")), kind: "country" },
        { ...asked("startDay", t("work.measure.start-day")), kind: "day" },
        { ...optional("endDay", t("work.measure.end-day")), kind: "day" },
        { ...optional("reviewDay", t("work.measure.review-day")), kind: "day" },
      ];
    case "link":
      return [
        { ...asked("case", t("work.link.case")), kind: "code" },
        choice(
          asked("relation", t("work.link.relation")),
          RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) })),
        ),
      ];
    case "conference":
      return [
        { ...asked("heldDay", t("work.conference.held-day")), kind: "day" },
        { ...asked("agenda", t("work.conference.agenda")), kind: "text" },
        { ...asked("attendees", t("work.conference.attendees")), kind: "text" },
        { ...asked("decisions", t("work.conference.decisions")), kind: "text" },
        { ...optional("dissent", t("work.conference.dissent")), kind: "text" },
        { ...optional("actions", t("work.conference.actions")), kind: "text" },
      ];
    case "need":
      return [
        choice(
          asked("kind", t("work.need.kind")),
          NEED_KINDS.map((value) => ({ value, label: t(`need.${value}`) })),
        ),
        choice(
          asked("funded", t("work.need.funded")),
          FUNDED.map((value) => ({ value, label: t(`funded.${value}`) })),
        ),
      ];
    case "explanation":
      return [
        { ...asked("title", t("work.explanation.title")), kind: "line" },
        { ...asked("text", t("work.explanation.text")), kind: "text" },
        { ...optional("language", t("work.language")), kind: "select", options: languages },
      ];
    case "best-interests":
      return [
        choice(
          asked("step", t("work.best-interests.step")),
          IRREVERSIBLE_STEPS.map((value) => ({ value, label: t(`step.${value}`) })),
        ),
        { ...asked("text", t("work.best-interests.text")), kind: "text" },
      ];
    case "hand-over":
      return [
        choice(
          asked("form", t("work.hand-over.form")),
          HAND_OVER_FORMS.map((value) => ({ value, label: t(`hand-over.${value}`) })),
        ),
        { ...asked("recipient", t("work.hand-over.recipient")), kind: "line" },
        { ...asked("country", t("work.hand-over.country")), kind: "country" },
        { ...optional("consent", t("work.hand-over.consent")), kind: "entry", options: consents },
        { ...optional("withoutConsent", t("work.hand-over.without-consent")), kind: "text" },
        { ...optional("withheld", t("work.hand-over.withheld")), kind: "text" },
        { ...asked("interests", t("interests.label")), kind: "text" },
      ];
    case "care-item":
    case "measure-review":
    case "review-sign-off":
    case "fairness-check":
    case "right-of-reply":
      return protectionFields(form, surroundings);
    case "locked-fact":
    case "locked-fact-lifted":
      return lockedFactFields(form, surroundings);
    case "clock":
    case "clock-pause":
    case "clock-extension":
      return clockFields(form, surroundings);
  }
}
