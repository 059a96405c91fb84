/**
 * A fixed notice to whoever reported: a template and what fills it. Each reader's page says it in its own words and its
 * own language; only what was written freely stays in the language it was written in. That a case is closed, and why,
 * is no template: it is the closure's own reason.
 */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { withWords } from "../feedback.ts";
import { LanguageTag, OptionalLine, OptionalText } from "../text.ts";
import { afterWords } from "../unanswered.ts";

interface NoticeTemplateRule {
  /** Who it was passed on to. */
  readonly recipient: "asked" | "none";
  /** In the reviewer's own words: a question, a reason, or more. */
  readonly text: "asked" | "optional";
}

export const NOTICE_TEMPLATES = [
  "RECEIVED",
  "NEED_MORE",
  "PASSED_ON",
  "UNDER_WAY",
  "NO_ACTION",
] as const;
export const NoticeTemplate = z.enum(NOTICE_TEMPLATES);
export type NoticeTemplate = z.infer<typeof NoticeTemplate>;

/** What each asks for: one row a template. */
export const NOTICE_RULES: Readonly<Record<NoticeTemplate, NoticeTemplateRule>> = {
  RECEIVED: { recipient: "none", text: "optional" },
  NEED_MORE: { recipient: "none", text: "asked" },
  PASSED_ON: { recipient: "asked", text: "optional" },
  UNDER_WAY: { recipient: "none", text: "optional" },
  NO_ACTION: { recipient: "none", text: "asked" },
};

/** The first thing a notice lacks, or has too much of; null when it says all that its template asks. */
export function noticeFault(
  template: NoticeTemplate,
  recipient: string,
  text: string,
): "recipient" | "text" | null {
  const rule = NOTICE_RULES[template];
  if ((rule.recipient === "asked") === (recipient.trim() === "")) return "recipient";
  return rule.text === "asked" && text.trim() === "" ? "text" : null;
}

export const Notice = z
  .strictObject({
    type: z.literal("notice"),
    template: NoticeTemplate,
    recipient: OptionalLine,
    language: LanguageTag,
    text: OptionalText,
  })
  .check(
    z.refine(({ template, recipient, text }) => noticeFault(template, recipient, text) === null),
  );
export type Notice = z.infer<typeof Notice>;

export const notice = entryType({
  type: "notice",
  lane: "conversation",
  by: ["member"],
  schema: Notice,
  /** That a report arrived tells nobody what was done about it, and answers nothing without a word of somebody's own. */
  reduce: (state, { template, text }, place) => {
    if (template !== "RECEIVED") return withWords(afterWords(state, place), place);
    return text.trim() === "" ? state : afterWords(state, place);
  },
});
