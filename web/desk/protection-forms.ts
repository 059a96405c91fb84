/** The forms about the care plan, about orders that are looked at again, and about fairness. */
import type { DeskText } from "../i18n/index.ts";
import type { Casework } from "../payload/casework.ts";
import { CARE_SERVICES } from "../payload/entries/care-item.ts";
import { FAIRNESS_ANSWERS, FAIRNESS_QUESTIONS, REPLIES } from "../payload/entries/fairness.ts";
import {
  maySignOff,
  REVIEW_ANSWERS,
  SIGN_OFF_ANSWERS,
  waitingReviews,
} from "../payload/entries/measure-review.ts";
import {
  asked,
  optional,
  type CaseworkField,
  type FieldOption,
  type FormSurroundings,
} from "./casework-fields.ts";

type Measure = Casework["measures"][number];

/** What tells two measures of one kind apart: who took it, and since when. */
export function measureName({ t, day }: DeskText, { kind, authority, startDay }: Measure): string {
  return t("work.measure-of", { kind: t(`measure.${kind}`), authority, day: day(startDay) });
}

/** What a review is called: its measure, or its day where that was written again since. */
export function reviewName(
  text: DeskText,
  { measures }: Casework,
  { measure, day }: { readonly measure: number; readonly day: number },
): string {
  const of = measures.find(({ seq }) => seq === measure);
  return of === undefined ? text.day(day) : measureName(text, of);
}

/** Measures that nobody has begun to look at again. */
export function reviewableMeasures(casework: Casework, text: DeskText): readonly FieldOption[] {
  const waiting = waitingReviews(casework);
  return casework.measures
    .filter(({ seq }) => !waiting.some(({ measure }) => measure === seq))
    .map((measure) => ({ value: String(measure.seq), label: measureName(text, measure) }));
}

/** Reviews of colleagues that wait for that member's answer. */
export function signableReviews(
  casework: Casework,
  self: string,
  text: DeskText,
): readonly FieldOption[] {
  return waitingReviews(casework)
    .filter((review) => maySignOff(review, self))
    .map((review) => ({
      value: String(review.seq),
      label: reviewName(text, casework, review),
    }));
}

export function protectionFields(
  form: "care-item" | "measure-review" | "review-sign-off" | "fairness-check" | "right-of-reply",
  { text, measures, reviews }: FormSurroundings,
): readonly CaseworkField[] {
  const { t } = text;
  const yesOrNo = REVIEW_ANSWERS.map((value) => ({ value, label: t(`known.${value}`) }));
  switch (form) {
    case "care-item":
      return [
        { ...asked("need", t("work.care-item.need")), kind: "line" },
        {
          ...asked("service", t("work.care-item.service")),
          kind: "select",
          options: CARE_SERVICES.map((value) => ({ value, label: t(`care.${value}`) })),
        },
        { ...optional("provider", t("work.care-item.provider")), kind: "line" },
        { ...optional("byDay", t("work.care-item.by-day")), kind: "day" },
      ];
    case "measure-review":
      return [
        {
          ...asked("measure", t("work.measure-review.measure")),
          kind: "entry",
          options: measures,
        },
        {
          ...asked("stillNeeded", t("work.measure-review.still-needed")),
          kind: "choice",
          options: yesOrNo,
        },
        {
          ...asked("leastIntrusive", t("work.measure-review.least-intrusive")),
          hint: t("work.measure-review.least-intrusive-hint"),
          kind: "choice",
          options: yesOrNo,
        },
        { ...asked("text", t("work.measure-review.text")), kind: "text" },
        {
          ...optional("nextReviewDay", t("work.measure-review.next")),
          hint: t("work.measure-review.next-hint"),
          kind: "day",
        },
      ];
    case "review-sign-off":
      return [
        { ...asked("review", t("work.review-sign-off.review")), kind: "entry", options: reviews },
        {
          ...asked("answer", t("work.review-sign-off.answer")),
          kind: "choice",
          options: SIGN_OFF_ANSWERS.map((value) => ({ value, label: t(`sign-off.${value}`) })),
        },
        {
          ...optional("text", t("work.review-sign-off.text")),
          hint: t("work.review-sign-off.text-hint"),
          kind: "text",
        },
      ];
    case "fairness-check":
      return [
        ...FAIRNESS_QUESTIONS.map((name): CaseworkField => ({
          ...asked(name, t(`fairness.${name}`)),
          kind: "choice",
          options: FAIRNESS_ANSWERS.map((value) => ({ value, label: t(`fairness.${value}`) })),
        })),
        { ...optional("text", t("work.fairness-check.text")), kind: "text" },
      ];
    case "right-of-reply":
      return [
        {
          ...asked("reply", t("work.right-of-reply.reply")),
          kind: "choice",
          options: REPLIES.map((value) => ({ value, label: t(`reply.${value}`) })),
        },
        {
          ...optional("text", t("work.right-of-reply.text")),
          hint: t("work.right-of-reply.text-hint"),
          kind: "text",
        },
      ];
  }
}
