/**
 * A summary as the parts and facts that stand on its page, in one order for every case, the child's own words before
 * everything that others say. Invariant: it is handed the summary alone.
 */
import type { DeskText } from "../i18n/index.ts";
import type { DeskMessages } from "../i18n/languages.ts";
import type { Values } from "../i18n/message.ts";
import type { CaseSummary } from "../payload/case-summary.ts";

/** Said in whichever language is asked for. */
export type InWords = (text: DeskText) => string;

export type SummaryFact =
  | {
      readonly kind: "coded";
      readonly label: InWords;
      readonly said: InWords;
      /** Of what is said, where there is no word for it in the language asked for: BCP 47. */
      readonly saidIn?: InWords;
    }
  /** Written by somebody: it stands once. `language` is null where nobody said which it is. */
  | {
      readonly kind: "written";
      readonly label: InWords;
      readonly words: string;
      readonly language: string | null;
    };

export interface SummaryPart {
  readonly id: string;
  readonly title: InWords;
  /** One for each thing of its kind; none where nothing is written down. */
  readonly items: readonly (readonly SummaryFact[])[];
}

/** A text that asks for no value. */
type Label = {
  [Key in keyof DeskMessages]: Values<DeskMessages[Key]> extends [] ? Key : never;
}[keyof DeskMessages];

function coded(label: Label, said: InWords): SummaryFact & { readonly kind: "coded" } {
  return { kind: "coded", label: ({ t }) => t(label), said };
}

/** Null is said to be so: that nobody named a day is worth knowing. */
function dated(label: Label, day: number | null): SummaryFact {
  return coded(label, (text) => (day === null ? text.t("work.not-said") : text.day(day)));
}

/** Nothing where nothing was written. */
function written(
  label: Label,
  words: string | null,
  language: string | null,
): readonly SummaryFact[] {
  if (words === null || words === "") return [];
  return [{ kind: "written", label: ({ t }) => t(label), words, language }];
}

function aboutTheCase(summary: CaseSummary): readonly SummaryFact[] {
  const { channel, standing } = summary;
  return [
    ...written("case.number", summary.case, null),
    ...written("export.organisation", summary.organisation, null),
    {
      ...coded("case.desk", (text) => text.pick(summary.desk).text),
      saidIn: (text) => text.pick(summary.desk).language,
    },
    dated("export.received", summary.receivedDay),
    coded("case.standing", ({ t }) => t(`standing.${standing}`)),
    coded("case.channel", ({ t }) =>
      channel === null ? t("work.not-said") : t(`channel.${channel}`),
    ),
    dated("summary.made-on", summary.madeDay),
    ...written("summary.made-by", summary.madeBy, null),
    ...written("export.for", summary.recipient, null),
  ];
}

function course({ triage, stage, barrier }: CaseSummary): readonly SummaryFact[] {
  return [
    ...(triage === null
      ? []
      : [
          coded("work.triage.risk-child", ({ t }) => t(`risk.${triage.riskChild}`)),
          coded("work.triage.risk-reporter", ({ t }) => t(`risk.${triage.riskReporter}`)),
          coded("work.triage", ({ t }) => t(`triage.${triage.decision}`)),
        ]),
    coded("work.stage", ({ t }) => t(`stage.${stage}`)),
    coded("work.barrier", ({ t }) =>
      barrier === null ? t("summary.waits-on-nothing") : t(`waits.${barrier.waitsOn}`),
    ),
    ...(barrier === null
      ? []
      : [
          dated("summary.barrier-since", barrier.day),
          ...written("summary.barrier-text", barrier.text, barrier.language),
        ]),
  ];
}

export function summaryParts(summary: CaseSummary): readonly SummaryPart[] {
  const { voice, measures, consents, interpreters, needs } = summary;
  const { carePlan, tasks, conferences, handOvers, clocks } = summary;
  return [
    { id: "case", title: ({ t }) => t("summary.case"), items: [aboutTheCase(summary)] },
    {
      id: "voice",
      title: ({ t }) => t("work.voice"),
      items: voice.map((one) => [
        ...written("summary.voice.text", one.text, one.language),
        coded("summary.voice.source", ({ t }) => t(`voice.${one.source}`)),
        ...written("summary.voice.helper", one.helper, null),
        coded("summary.voice.child-knows", ({ t }) => t(`known.${one.childKnows}`)),
        dated("summary.written", one.day),
      ]),
    },
    { id: "course", title: ({ t }) => t("summary.course"), items: [course(summary)] },
    {
      id: "measures",
      title: ({ t }) => t("work.measures"),
      items: measures.map((one) => [
        coded("summary.kind", ({ t }) => t(`measure.${one.kind}`)),
        coded("summary.country", ({ country }) => country(one.country)),
        ...written("summary.authority", one.authority, null),
        dated("summary.start", one.startDay),
        dated("summary.end", one.endDay),
        dated("summary.review", one.reviewDay),
      ]),
    },
    {
      id: "consents",
      title: ({ t }) => t("work.consents"),
      items: consents.map((one) => [
        coded("summary.person", ({ t }) => t(`consenting.${one.person}`)),
        coded("summary.action", ({ t }) => t(`consent.${one.action}`)),
        ...written("summary.with-whom", one.recipient, null),
        coded("summary.answer", ({ t }) => t(`consent.${one.answer}`)),
        dated("summary.written", one.day),
        ...(one.withdrawnDay === null ? [] : [dated("summary.withdrawn", one.withdrawnDay)]),
      ]),
    },
    {
      id: "interpreters",
      title: ({ t }) => t("work.interpreter"),
      items: interpreters.map((one) => [
        coded("summary.for-whom", ({ t }) => t(`interpreted.${one.person}`)),
        coded("summary.which-language", ({ language }) => language(one.language)),
        coded("summary.interpreter", ({ t }) => t(`interpreter.${one.need}`)),
        coded("summary.independent", ({ t }) => t(`known.${one.independent}`)),
      ]),
    },
    {
      id: "needs",
      title: ({ t }) => t("work.needs"),
      items: needs.map((one) => [
        coded("summary.kind", ({ t }) => t(`need.${one.kind}`)),
        coded("summary.funded", ({ t }) => t(`funded.${one.funded}`)),
        dated("summary.since", one.since),
      ]),
    },
    {
      id: "care-plan",
      title: ({ t }) => t("work.care-plan"),
      items: carePlan.map((one) => [
        ...written("summary.care-need", one.need, one.language),
        coded("summary.service", ({ t }) => t(`care.${one.service}`)),
        ...(one.provider === ""
          ? [coded("summary.provider", ({ t }) => t("summary.nobody-yet"))]
          : written("summary.provider", one.provider, null)),
        coded("summary.state", ({ t }) => t(`task.${one.state}`)),
        dated("summary.by-day", one.byDay),
      ]),
    },
    {
      id: "tasks",
      title: ({ t }) => t("work.tasks"),
      items: tasks.map((one) => [
        ...written("summary.what", one.what, one.language),
        coded("summary.state", ({ t }) => t(`task.${one.state}`)),
        dated("summary.by-day", one.byDay),
        ...written("summary.member", one.member, null),
      ]),
    },
    {
      id: "conferences",
      title: ({ t }) => t("work.conferences"),
      items: conferences.map((one) => [
        dated("summary.held", one.heldDay),
        ...written("summary.attendees", one.attendees, one.language),
        ...written("summary.agenda", one.agenda, one.language),
        ...written("summary.decisions", one.decisions, one.language),
        ...written("summary.dissent", one.dissent, one.language),
        ...written("summary.actions", one.actions, one.language),
      ]),
    },
    {
      id: "hand-overs",
      title: ({ t }) => t("work.hand-overs"),
      items: handOvers.map((one) => [
        coded("summary.kind", ({ t }) => t(`hand-over.${one.form}`)),
        coded("summary.country", ({ country }) => country(one.country)),
        ...written("summary.service", one.recipient, null),
        coded("summary.state", ({ t }) => t(`hand-over.${one.state}`)),
        dated("summary.written", one.day),
      ]),
    },
    {
      id: "clocks",
      title: ({ t }) => t("summary.clocks"),
      items: clocks.map((one) => [
        coded("summary.clock", ({ t }) => t(`clock.${one.code}`)),
        one.dueDay === null
          ? coded("summary.state", ({ t }) => t("summary.paused"))
          : dated("summary.due", one.dueDay),
      ]),
    },
  ];
}
