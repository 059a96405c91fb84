/** Closing a case in three steps: open, choose and write, confirm exactly what the reporter will read. */
import * as z from "zod/mini";
import { CLOSURE_REASONS, ClosureReason } from "../payload/entries/closure.ts";
import type { DeskAct } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import type { CaseFile } from "./case-file.ts";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { InterestsField } from "./interests.tsx";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";
import { fits, useWriting, WritingFields, type Writing } from "./writing.tsx";

export interface ClosingProps {
  readonly file: CaseFile;
  readonly drafts: Drafts;
  readonly busy: boolean;
  readonly act: (act: DeskAct) => Promise<ActResult>;
}

const REASON_FIELD = "close-reason";
const TEXT_FIELD = "close-text";
const INTERESTS_FIELD = "close-interests";
const OPEN_BUTTON = "open-close";

const Choices = z.strictObject({ reason: z.nullable(ClosureReason) });
const UNCHOSEN: z.infer<typeof Choices> = { reason: null };

type Missing = "nothing" | "reason" | "interests";

function lacking(reason: ClosureReason | null, interests: string): Missing {
  if (reason === null) return "reason";
  return interests.trim() === "" ? "interests" : "nothing";
}

interface ConfirmProps {
  readonly reason: ClosureReason;
  readonly writing: Writing;
  /** `gone`: withdrawn, so nobody reads words to the reporter any more. */
  readonly reporter: "there" | "gone";
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Confirm({ reason, writing, reporter, busy, onConfirm, onCancel }: ConfirmProps) {
  const common = useCommon();
  const { t } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sentence = common.t(`closure.${reason}`);
  return (
    <div class="closing-confirm">
      <h3 tabindex={-1} ref={heading}>
        {t("close.confirm-title")}
      </h3>
      {reporter === "gone" ? (
        <p>{t("case.closed-why", { reason: sentence })}</p>
      ) : (
        <>
          <p>{t("close.confirm-reason", { reason: sentence })}</p>
          {writing.text.trim() === "" ? (
            <p>{t("close.confirm-no-words")}</p>
          ) : (
            <>
              <p>{t("close.confirm-words")}</p>
              <Passage text={writing.text} language={writing.language} />
            </>
          )}
        </>
      )}
      <Actions>
        <Button kind="warning" busy={busy} onPress={onConfirm}>
          {busy
            ? t("write.busy")
            : t(reporter === "gone" ? "close.confirm-withdrawn" : "close.confirm")}
        </Button>
        <Button kind="secondary" onPress={onCancel}>
          {common.t("page.back")}
        </Button>
      </Actions>
    </div>
  );
}

export function Closing({ file, drafts, busy, act }: ClosingProps) {
  const common = useCommon();
  const caseId = file.plain.case;
  const { report, withdrawnDay, casework } = file.view.state;
  const reporterLanguage = report?.language ?? common.code;
  const reporter = withdrawnDay === null ? "there" : "gone";
  const { t } = useDesk();
  const writing = useWriting(drafts, caseId, "close");
  const interests = useWriting(drafts, caseId, "close-interests");
  const place = {
    drafts,
    caseId,
    kind: "close-choices",
    schema: Choices,
    empty: UNCHOSEN,
  } as const;
  const choices = useFormDraft(place);
  const { reason } = choices.filled;
  const [step, setStep] = useState<"shut" | "choosing" | "confirming">(() =>
    choices.begun || writing.text !== "" || interests.text !== "" ? "choosing" : "shut",
  );
  const [missing, setMissing] = useState<Missing>("nothing");

  /** What was pressed is gone in the next step, so focus is led on. */
  function go(next: typeof step): void {
    setStep(next);
    if (next === "confirming") return;
    requestAnimationFrame(() => focusField(next === "shut" ? OPEN_BUTTON : REASON_FIELD));
  }

  function review(): void {
    const lacks = lacking(reason, interests.text);
    setMissing(lacks);
    if (lacks === "reason") focusField(REASON_FIELD);
    else if (lacks === "interests" || !fits(interests.text)) focusField(INTERESTS_FIELD);
    else if (!fits(writing.text)) focusField(TEXT_FIELD);
    else go("confirming");
  }

  async function close(): Promise<void> {
    if (reason === null) return;
    const text = reporter === "gone" ? "" : writing.text.trim();
    const bestInterests = { text: interests.text.trim(), language: interests.language };
    const { language } = writing;
    const result = await act({ kind: "close", reason, text, language, bestInterests });
    const newer = result === "kept" && writing.clear() === "newer";
    if (result === "kept") interests.clear();
    if (result !== "failed") choices.clear();
    if (newer || result === "overtaken") drafts.moveToReply(caseId, "close");
  }

  return (
    <section class="closing" aria-labelledby="closing">
      <h2 id="closing">{t("close.title")}</h2>
      {step === "shut" ? (
        <Button id={OPEN_BUTTON} kind="secondary" onPress={() => go("choosing")}>
          {t("close.open")}
        </Button>
      ) : null}
      {step === "choosing" ? (
        <Form onSubmit={review} label={t("close.title")}>
          <p>{t(reporter === "gone" ? "close.lead-withdrawn" : "close.lead")}</p>
          {casework.fairness !== null ? null : <p>{t("close.fairness-unanswered")}</p>}
          <RadioGroup
            id={REASON_FIELD}
            legend={t("close.reason")}
            error={missing === "reason" ? t("close.reason-missing") : null}
            options={CLOSURE_REASONS.map((value) => ({
              value,
              label: common.t(`closure.${value}`),
            }))}
            value={reason}
            onChange={(chosen) => {
              choices.change({ reason: chosen });
              setMissing("nothing");
            }}
          />
          <InterestsField
            id={INTERESTS_FIELD}
            writing={interests}
            missing={missing === "interests" && interests.text.trim() === ""}
          />
          {reporter === "gone" ? null : (
            <WritingFields
              id={TEXT_FIELD}
              label={t("close.words")}
              error={null}
              rows={5}
              writing={writing}
              reporterLanguage={reporterLanguage}
            />
          )}
          <Actions>
            <Button type="submit">{t("close.review")}</Button>
            <Button kind="quiet" onPress={() => go("shut")}>
              {t("close.cancel")}
            </Button>
          </Actions>
        </Form>
      ) : null}
      {step === "confirming" && reason !== null ? (
        <Confirm
          reason={reason}
          writing={writing}
          reporter={reporter}
          busy={busy}
          onConfirm={() => void close()}
          onCancel={() => go("choosing")}
        />
      ) : null}
    </section>
  );
}
