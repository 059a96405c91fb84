/** A fixed notice in one language's words: the same sentence wherever it is read. */
import type { PromisesText } from "../i18n/index.ts";

export interface NoticeSlots {
  readonly template: "RECEIVED" | "NEED_MORE" | "PASSED_ON" | "UNDER_WAY" | "NO_ACTION";
  readonly recipient: string;
}

export function noticeSentence({ t }: PromisesText, { template, recipient }: NoticeSlots): string {
  return template === "PASSED_ON" ? t("notice.PASSED_ON", { recipient }) : t(`notice.${template}`);
}
