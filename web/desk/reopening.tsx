/** Taking a closed case up again: why, in words the reporter reads, and where the work begins. */
import * as z from "zod/mini";
import { REOPENING_REASONS, ReopeningReason } from "../payload/entries/reopening.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup, type Option } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useCommon } from "../ui/text.ts";
import { REOPENED_STAGES, type ReopenedStage } from "../vault/challenge-act.ts";
import type { DeskAct } from "../vault/interface.ts";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

const REASON_FIELD = "reopen-reason";
const TEXT_FIELD = "reopen-text";
const OPEN_BUTTON = "open-reopen";

/** Of the reasons the one that an answer to a challenge gives is never chosen by hand. */
const REASONS = REOPENING_REASONS.filter((reason) => reason !== "CHALLENGE_UPHELD");

const Choices = z.strictObject({
  reason: z.nullable(ReopeningReason),
  stage: z.enum(REOPENED_STAGES),
});
const UNCHOSEN: z.infer<typeof Choices> = { reason: null, stage: "ASSESS" };

export interface StageChoiceProps<Value extends string> {
  readonly id: string;
  readonly value: Value | ReopenedStage;
  readonly onChange: (value: Value | ReopenedStage) => void;
  readonly others: readonly Option<Value>[];
}

/** Where the work begins, or what else may be answered. */
export function StageChoice<Value extends string>(props: StageChoiceProps<Value>) {
  const { t } = useDesk();
  const { id, value, onChange, others } = props;
  return (
    <RadioGroup<Value | ReopenedStage>
      id={id}
      legend={t("reopen.stage")}
      options={[
        ...REOPENED_STAGES.map((stage) => ({ value: stage, label: t(`reopen.${stage}`) })),
        ...others,
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

export interface ReopeningProps {
  readonly caseId: string;
  readonly drafts: Drafts;
  readonly reporterLanguage: string | null;
  readonly busy: boolean;
  readonly act: (act: DeskAct) => Promise<ActResult>;
}

export function Reopening({ caseId, drafts, reporterLanguage, busy, act }: ReopeningProps) {
  const common = useCommon();
  const { t } = useDesk();
  const writing = useWriting(drafts, caseId, "reopen");
  const place = {
    drafts,
    caseId,
    kind: "reopen-choices",
    schema: Choices,
    empty: UNCHOSEN,
  } as const;
  const choices = useFormDraft(place);
  const { reason, stage } = choices.filled;
  const [open, setOpen] = useState(() => choices.begun || writing.text !== "");
  const [missing, setMissing] = useState(false);

  /** What was pressed is gone in the next step, so focus is led on. */
  function go(next: "open" | "shut"): void {
    setOpen(next === "open");
    requestAnimationFrame(() => focusField(next === "open" ? REASON_FIELD : OPEN_BUTTON));
  }

  async function reopen(): Promise<void> {
    setMissing(reason === null);
    if (reason === null) {
      focusField(REASON_FIELD);
      return;
    }
    if (!fits(writing.text)) {
      focusField(TEXT_FIELD);
      return;
    }
    const text = writing.text.trim();
    const result = await act({ kind: "reopen", reason, text, language: writing.language, stage });
    if (result !== "failed") choices.clear();
    const newer = result === "kept" && writing.clear() === "newer";
    if (newer || result === "overtaken") drafts.moveToReply(caseId, "reopen");
  }

  return (
    <section class="reopening" aria-labelledby="reopening">
      <h2 id="reopening">{t("reopen.title")}</h2>
      {open ? (
        <Form onSubmit={() => void reopen()} label={t("reopen.title")}>
          <p>{t("reopen.lead")}</p>
          <RadioGroup<ReopeningReason>
            id={REASON_FIELD}
            legend={t("reopen.reason")}
            error={missing ? t("reopen.reason-missing") : null}
            options={REASONS.map((value) => ({ value, label: t(`reopen.${value}`) }))}
            value={reason}
            onChange={(chosen) => {
              choices.change({ reason: chosen });
              setMissing(false);
            }}
          />
          <WritingFields
            id={TEXT_FIELD}
            label={t("close.words")}
            error={null}
            rows={4}
            writing={writing}
            reporterLanguage={reporterLanguage ?? common.code}
          />
          <StageChoice<never>
            id="reopen-stage"
            value={stage}
            onChange={(chosen) => choices.change({ stage: chosen })}
            others={[]}
          />
          <Actions>
            <Button type="submit" busy={busy}>
              {t("reopen.sign")}
            </Button>
            <Button kind="quiet" onPress={() => go("shut")}>
              {t("reopen.cancel")}
            </Button>
          </Actions>
        </Form>
      ) : (
        <Button id={OPEN_BUTTON} kind="secondary" onPress={() => go("open")}>
          {t("reopen.open")}
        </Button>
      )}
    </section>
  );
}
