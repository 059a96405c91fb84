/** Confirming that a report has arrived: one press, and a first message for whoever wants to add one. */
import type { DeskAct } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import type { Drafts } from "./drafts.ts";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

export interface AcknowledgingProps {
  readonly caseId: string;
  readonly drafts: Drafts;
  readonly reporterLanguage: string;
  readonly busy: boolean;
  readonly act: (act: DeskAct) => Promise<ActResult>;
}

const FIELD = "acknowledge-text";

export function Acknowledging(props: AcknowledgingProps) {
  const { caseId, drafts, reporterLanguage, busy, act } = props;
  const { t } = useDesk();
  const writing = useWriting(drafts, caseId, "acknowledge");
  const [adding, setAdding] = useState(writing.text !== "");

  async function send(): Promise<void> {
    if (busy) return;
    const text = adding ? writing.text.trim() : "";
    if (!fits(text)) return focusField(FIELD);
    const { language } = writing;
    const result = await act({ kind: "acknowledge", text, language });
    const sent = result === "kept" && (adding ? writing.clear() === "cleared" : false);
    if (result === "overtaken" || (result === "kept" && !sent))
      drafts.moveToReply(caseId, "acknowledge");
  }

  return (
    <div class="acknowledging">
      <h3>{t("acknowledge.title")}</h3>
      <p>{t("acknowledge.lead")}</p>
      <p>
        <Button
          kind="quiet"
          expanded={adding}
          controls="acknowledge-words"
          onPress={() => setAdding(!adding)}
        >
          {t("acknowledge.first")}
        </Button>
      </p>
      <Form onSubmit={() => void send()} label={t("acknowledge.title")}>
        <div id="acknowledge-words">
          {adding ? (
            <WritingFields
              id={FIELD}
              label={t("reply.label")}
              hint={t("reply.warning")}
              error={null}
              rows={4}
              writing={writing}
              reporterLanguage={reporterLanguage}
            />
          ) : null}
        </div>
        <Actions>
          <Button type="submit" busy={busy}>
            {busy ? t("write.busy") : t("acknowledge.submit")}
          </Button>
        </Actions>
      </Form>
    </div>
  );
}
