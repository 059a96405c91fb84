/**
 * Choosing a fixed notice, and what it says before it is sent: in the reporter's language beside the reviewer's own.
 * The choice is a draft like the words under it, and outlives this part.
 */
import * as z from "zod/mini";
import { chooseLanguage, loadPromises, type PromisesText } from "../i18n/index.ts";
import {
  NOTICE_RULES,
  NOTICE_TEMPLATES,
  NoticeTemplate,
  type NoticeTemplate as Template,
} from "../payload/entries/notice.ts";
import { LINE_MAX } from "../payload/text.ts";
import { Select } from "../ui/choice.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { TextField } from "../ui/field.tsx";
import { noticeSentence } from "../ui/notice-words.ts";
import { Passage } from "../ui/passage.tsx";
import { usePromises } from "../ui/promises.tsx";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";

const OWN = "OWN";
const CHOICES = [OWN, ...NOTICE_TEMPLATES] as const;

const Choice = z.strictObject({
  template: z.union([z.literal(OWN), NoticeTemplate]),
  recipient: z.string(),
});
type Choice = z.infer<typeof Choice>;

const NOTHING_CHOSEN: Choice = { template: OWN, recipient: "" };

export interface NoticeChoice {
  /** Null for the reviewer's own words and nothing else. */
  readonly template: Template | null;
  readonly recipient: string;
  readonly choose: (template: Template | typeof OWN) => void;
  readonly setRecipient: (recipient: string) => void;
  readonly clear: () => void;
}

export function useNotice(drafts: Drafts, caseId: string): NoticeChoice {
  const { filled, change, clear } = useFormDraft<Choice>({
    drafts,
    caseId,
    kind: "notice",
    schema: Choice,
    empty: NOTHING_CHOSEN,
  });
  const { template, recipient } = filled;
  return {
    template: template === OWN ? null : template,
    recipient: template !== OWN && NOTICE_RULES[template].recipient === "asked" ? recipient : "",
    choose: (chosen) => change({ template: chosen }),
    setRecipient: (named) => change({ recipient: named }),
    clear,
  };
}

export const RECIPIENT_FIELD = "notice-recipient";

interface NoticeFieldsProps {
  readonly notice: NoticeChoice;
  readonly recipientError: string | null;
}

export function NoticeFields({ notice, recipientError }: NoticeFieldsProps) {
  const { t } = useDesk();
  const { template } = notice;
  return (
    <>
      <Select
        id="notice-template"
        label={t("notice.choose")}
        hint={t("notice.choose-hint")}
        value={template ?? OWN}
        options={CHOICES.map((value) => ({
          value,
          label: t(`notice-name.${value}`),
        }))}
        onChange={notice.choose}
      />
      {template !== null && NOTICE_RULES[template].recipient === "asked" ? (
        <TextField
          id={RECIPIENT_FIELD}
          label={t("notice.recipient")}
          error={recipientError}
          maxLength={LINE_MAX}
          value={notice.recipient}
          onInput={notice.setRecipient}
        />
      ) : null}
    </>
  );
}

/** The label of the words that go with it. */
export function useNoticeLabel(template: Template | null): string {
  const { t } = useDesk();
  if (template === null) return t("reply.label");
  return template === "NEED_MORE" || template === "NO_ACTION"
    ? t(`notice.text-${template}`)
    : t("notice.text-more");
}

interface NoticePreviewProps {
  readonly template: Template;
  readonly recipient: string;
  /** The words that go with it, and their language. */
  readonly text: string;
  readonly language: string;
  readonly reporterLanguage: string;
}

export function NoticePreview(props: NoticePreviewProps) {
  const { template, recipient, text, language, reporterLanguage } = props;
  const desk = useDesk();
  const own = usePromises();
  const [theirs, setTheirs] = useState<PromisesText | "loading" | "failed">("loading");
  const page = chooseLanguage([reporterLanguage]);
  useEffect(() => {
    let here = true;
    loadPromises(page).then(
      (loaded) => here && setTheirs(loaded),
      () => here && setTheirs("failed"),
    );
    return () => {
      here = false;
    };
  }, [page.code]);
  const differs = page.code !== own.code;
  const words = text.trim() === "" ? null : <Passage text={text} language={language} />;
  const slots = { template, recipient };
  return (
    <section class="notice-preview" aria-label={desk.t("notice.preview")}>
      <h3>{desk.t("notice.preview")}</h3>
      {differs ? (
        <div data-preview="theirs">
          <p class="field-hint">
            {desk.t("notice.theirs", { language: desk.language(page.code) })}
          </p>
          {typeof theirs === "string" ? (
            <p role="status">{theirs === "failed" ? desk.t("notice.no-preview") : ""}</p>
          ) : (
            <p lang={theirs.code} dir={theirs.direction}>
              {noticeSentence(theirs, slots)}
            </p>
          )}
        </div>
      ) : null}
      <div data-preview="own">
        {differs ? <p class="field-hint">{desk.t("notice.own")}</p> : null}
        <p>{noticeSentence(own, slots)}</p>
      </div>
      {words}
    </section>
  );
}
