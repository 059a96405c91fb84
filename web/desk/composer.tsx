/**
 * Where words are written in a case: to the reporter, or between reviewers. Invariant: the two never look
 * alike, never share a draft and are never open together, and a text that was not sent stays.
 */
import type { Standing } from "../payload/case-state.ts";
import { noticeFault, type NoticeTemplate } from "../payload/entries/notice.ts";
import type { DeskAct } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import type { Drafts } from "./drafts.ts";
import {
  NoticeFields,
  NoticePreview,
  RECIPIENT_FIELD,
  useNotice,
  useNoticeLabel,
} from "./notice-fields.tsx";
import { usePresence } from "./presence.ts";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

/** Who will read it. */
export type Audience = "reply" | "note";

export interface ComposerProps {
  readonly audience: Audience;
  readonly caseId: string;
  readonly drafts: Drafts;
  readonly reporterLanguage: string | null;
  /** On a report nobody has confirmed yet, a reply confirms it too. */
  readonly standing: Standing;
  readonly busy: boolean;
  readonly act: (act: DeskAct) => Promise<ActResult>;
  readonly onClose: () => void;
}

export function composerField(audience: Audience): string {
  return `write-${audience}`;
}

export function Composer(props: ComposerProps) {
  const { audience, caseId, drafts, standing, busy, act, onClose } = props;
  const { t } = useDesk();
  const writing = useWriting(drafts, caseId, audience);
  const notice = useNotice(drafts, caseId);
  const template = audience === "reply" ? notice.template : null;
  const label = useNoticeLabel(template);
  const [error, setError] = useState<"write.empty" | "notice.text-missing" | null>(null);
  const [nobodyNamed, setNobodyNamed] = useState(false);
  const presence = usePresence();
  const id = composerField(audience);
  useEffect(() => focusField(id), []);

  async function sendNotice(chosen: NoticeTemplate): Promise<void> {
    const { recipient } = notice;
    const { text, language } = writing;
    const fault = noticeFault(chosen, recipient, text);
    setNobodyNamed(fault === "recipient");
    setError(fault === "text" ? "notice.text-missing" : null);
    if (fault !== null || !fits(text)) {
      focusField(fault === "recipient" ? RECIPIENT_FIELD : id);
      return;
    }
    const payload = { type: "notice", template: chosen, recipient, language, text } as const;
    if ((await act({ kind: "notice", payload })) !== "kept") return;
    if (writing.clear() === "newer") return;
    notice.clear();
    if (presence.here) onClose();
  }

  async function send(): Promise<void> {
    if (busy) return;
    if (template !== null) return sendNotice(template);
    const { text, language } = writing;
    if (text.trim() === "") setError("write.empty");
    else if (!fits(text)) setError(null);
    else {
      setError(null);
      if ((await act({ kind: audience, text, language })) === "kept") {
        if (writing.clear() === "cleared" && presence.here) onClose();
      }
      return;
    }
    focusField(id);
  }

  return (
    <div class={`composer composer-${audience}`} data-composer={audience}>
      <Form
        onSubmit={() => void send()}
        label={t(audience === "reply" ? "conversation.write" : "notes.write")}
      >
        <p class="composer-audience">{t(`${audience}.warning`)}</p>
        {audience === "reply" && standing === "received" ? (
          <p>{t("reply.also-acknowledges")}</p>
        ) : null}
        {audience === "reply" ? (
          <NoticeFields
            notice={notice}
            recipientError={nobodyNamed ? t("notice.recipient-missing") : null}
          />
        ) : null}
        <WritingFields
          id={id}
          label={audience === "reply" ? label : t("note.label")}
          error={error === null ? null : t(error)}
          rows={6}
          writing={writing}
          reporterLanguage={audience === "reply" ? props.reporterLanguage : null}
        />
        {template === null ? null : (
          <NoticePreview
            template={template}
            recipient={notice.recipient}
            text={writing.text}
            language={writing.language}
            reporterLanguage={props.reporterLanguage ?? writing.language}
          />
        )}
        <Actions>
          <Button type="submit" kind={audience === "reply" ? "primary" : "secondary"} busy={busy}>
            {busy ? t("write.busy") : t(`${audience}.send`)}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t("write.put-away")}
          </Button>
        </Actions>
        <p class="field-hint">{t("write.kept-draft")}</p>
      </Form>
    </div>
  );
}
