/** Telling the reporter that feedback takes longer, and why: what they will read stands in the form. */
import * as z from "zod/mini";
import { feedbackDueDay } from "../../worker/contract/clocks.ts";
import {
  EXTENSION_REASONS,
  ExtensionReason,
  isExtendable,
} from "../payload/entries/feedback-extension.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useCommon } from "../ui/text.ts";
import type { DeskAct } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { ActTrouble } from "./case-notices.tsx";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";
import type { ActResult, HeldCase } from "./use-case.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

export interface ExtendingProps {
  readonly file: CaseFile;
  readonly drafts: Drafts;
  readonly held: HeldCase;
  readonly act: (act: DeskAct) => Promise<ActResult>;
}

const OPEN_BUTTON = "open-extend";
const REASON_FIELD = "extend-reason";
const TEXT_FIELD = "extend-text";

const Choices = z.strictObject({ reason: z.nullable(ExtensionReason) });
const UNCHOSEN: z.infer<typeof Choices> = { reason: null };

/** The day that would be promised then; words to the reporter acknowledge too. */
function extendedDay({ plain, view, day }: CaseFile): number {
  const { reopenedDay } = view.state;
  return feedbackDueDay({
    receivedDay: plain.receivedDay,
    acknowledgedDay: view.state.acknowledgedDay ?? day,
    reopenedDay,
    feedbackExtendedDay: day,
  });
}

/** Nothing where feedback was given, or has been put off before. */
export function Extending(props: ExtendingProps) {
  const { file, held } = props;
  const extendable = isExtendable(file.view.state);
  return (
    <>
      <ActTrouble trouble={held.trouble} acts={["extend-feedback"]} />
      {extendable ? <ExtensionForm {...props} /> : null}
    </>
  );
}

function ExtensionForm({ file, drafts, held, act }: ExtendingProps) {
  const busy = held.busy !== null;
  const caseId = file.plain.case;
  const common = useCommon();
  const { t, day } = useDesk();
  const writing = useWriting(drafts, caseId, "extend");
  const place = {
    drafts,
    caseId,
    kind: "extend-choices",
    schema: Choices,
    empty: UNCHOSEN,
  } as const;
  const choices = useFormDraft(place);
  const { reason } = choices.filled;
  const [open, setOpen] = useState(() => choices.begun || writing.text !== "");
  const [missing, setMissing] = useState(false);

  function show(shown: boolean): void {
    setOpen(shown);
    requestAnimationFrame(() => focusField(shown ? REASON_FIELD : OPEN_BUTTON));
  }

  async function send(): Promise<void> {
    if (busy) return;
    setMissing(reason === null);
    if (reason === null) return focusField(REASON_FIELD);
    if (!fits(writing.text)) return focusField(TEXT_FIELD);
    const { language } = writing;
    const text = writing.text.trim();
    const result = await act({ kind: "extend-feedback", reason, text, language });
    if (result !== "failed") choices.clear();
    const newer = result === "kept" && writing.clear() === "newer";
    if (newer || result === "overtaken") drafts.moveToReply(caseId, "extend");
  }

  if (!open) {
    return (
      <Actions>
        <Button id={OPEN_BUTTON} kind="quiet" onPress={() => show(true)}>
          {t("extend.open")}
        </Button>
      </Actions>
    );
  }
  return (
    <Form onSubmit={() => void send()} label={t("extend.title")}>
      <h3>{t("extend.title")}</h3>
      <p>{t("extend.lead", { day: day(extendedDay(file)) })}</p>
      <RadioGroup
        id={REASON_FIELD}
        legend={t("extend.reason")}
        error={missing && reason === null ? t("extend.reason-missing") : null}
        options={EXTENSION_REASONS.map((value) => ({
          value,
          label: common.t(`extension.${value}`),
        }))}
        value={reason}
        onChange={(chosen) => choices.change({ reason: chosen })}
      />
      <WritingFields
        id={TEXT_FIELD}
        label={t("extend.words")}
        error={null}
        rows={4}
        writing={writing}
        reporterLanguage={file.view.state.report?.language ?? common.code}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {busy ? t("write.busy") : t("extend.send")}
        </Button>
        <Button kind="quiet" onPress={() => show(false)}>
          {t("work.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
