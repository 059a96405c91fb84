/** How long a case is kept: the day it is deleted, and a hold that keeps it, with its reason and the day of its review. */
import * as z from "zod/mini";
import { addMonths, MILLISECONDS_A_DAY } from "../../worker/contract/clocks.ts";
import { HOLD_MONTHS_MAX, isDeletedSoon } from "../../worker/contract/retention.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { HOLD_REASONS, isHoldReview } from "../payload/entries/legal-hold.ts";
import { LINE_MAX } from "../payload/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import type { CaseFile } from "./case-file.ts";
import type { Drafts } from "./drafts.ts";
import { memberName } from "./entry-words.ts";
import { useFormDraft, type FormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";

export interface KeepingProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
  readonly drafts: Drafts;
  readonly acts: "open" | "shut";
  readonly busy: boolean;
  readonly act: (payload: CaseworkPayload) => Promise<ActResult>;
}

const REASON = "hold-reason";
const TEXT = "hold-text";
const REVIEW = "hold-review";
const OPEN = "open-hold";

const Filled = z.strictObject({
  reason: z.nullable(z.enum(HOLD_REASONS)),
  text: z.string(),
  /** ISO 8601, or empty. */
  review: z.string(),
});
type Filled = z.infer<typeof Filled>;
const NOTHING: Filled = { reason: null, text: "", review: "" };

function dayOf(typed: string): number {
  return typed === "" ? Number.NaN : Date.parse(`${typed}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

interface HoldFormProps {
  readonly today: number;
  readonly draft: FormDraft<Filled>;
  readonly busy: boolean;
  readonly onHold: (payload: CaseworkPayload) => void;
  readonly onPutAway: () => void;
}

function HoldForm({ today, draft, busy, onHold, onPutAway }: HoldFormProps) {
  const { t, day, code } = useDesk();
  const { filled, change } = draft;
  const [wrong, setWrong] = useState<"reason" | "review" | null>(null);
  const last = day(addMonths(today, HOLD_MONTHS_MAX));

  function submit(): void {
    if (busy) return;
    const { reason, text, review } = filled;
    const reviewDay = dayOf(review);
    const mistake =
      reason === null ? "reason" : isHoldReview(reviewDay, today) ? null : ("review" as const);
    setWrong(mistake);
    if (mistake !== null) focusField(mistake === "reason" ? REASON : REVIEW);
    else if (reason !== null) {
      onHold({ type: "legal-hold", reason, text: text.trim(), language: code, reviewDay });
    }
  }
  return (
    <Form onSubmit={submit} label={t("keeping.hold")}>
      <RadioGroup
        id={REASON}
        legend={t("keeping.reason")}
        error={wrong === "reason" ? t("keeping.reason-missing") : null}
        options={HOLD_REASONS.map((value) => ({ value, label: t(`hold.${value}`) }))}
        value={filled.reason}
        onChange={(reason) => change({ reason })}
      />
      <TextField
        id={TEXT}
        label={t("keeping.text")}
        value={filled.text}
        onInput={(text) => change({ text })}
        maxLength={LINE_MAX}
        optional
      />
      <TextField
        id={REVIEW}
        label={t("keeping.review")}
        hint={t("keeping.review-hint", { day: last })}
        error={wrong === "review" ? t("keeping.review-wrong", { day: last }) : null}
        kind="date"
        value={filled.review}
        onInput={(review) => change({ review })}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {t(busy ? "write.busy" : "keeping.save")}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("keeping.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}

type StandingProps = Pick<KeepingProps, "file" | "roster">;

function Standing({ file, roster }: StandingProps) {
  const text = useDesk();
  const { t, day } = text;
  const { plain, view, day: today } = file;
  const { hold } = view.state.casework;
  if (hold !== null) {
    const name = memberName(roster, text, hold.by);
    return (
      <>
        <p>{t("keeping.held", { name, day: day(hold.day) })}</p>
        <p>{t(`hold.${hold.reason}`)}.</p>
        {hold.text === "" ? null : <Passage text={hold.text} language={hold.language} />}
        {hold.reviewDay >= today ? (
          <p>{t("keeping.held-until", { day: day(hold.reviewDay) })}</p>
        ) : (
          <Notice kind="problem" title={t("keeping.overdue-title")}>
            <p>{t("keeping.overdue", { day: day(hold.reviewDay) })}</p>
          </Notice>
        )}
      </>
    );
  }
  const { purgeDay } = plain;
  if (purgeDay === null) return <p>{t("keeping.open")}</p>;
  return isDeletedSoon(purgeDay, today) ? (
    <Notice kind="problem" title={t("keeping.soon-title")}>
      <p>{t("keeping.soon", { day: day(purgeDay) })}</p>
    </Notice>
  ) : (
    <p>{t("keeping.on", { day: day(purgeDay) })}</p>
  );
}

export function Keeping({ file, roster, drafts, acts, busy, act }: KeepingProps) {
  const { t } = useDesk();
  const caseId = file.plain.case;
  const draft = useFormDraft({ drafts, caseId, kind: "hold", schema: Filled, empty: NOTHING });
  const [holding, setHolding] = useState(draft.begun);
  const { hold } = file.view.state.casework;
  // The notes are believed; the server deletes by its own column.
  const toldOtherwise = (hold?.reviewDay ?? null) !== file.plain.holdReviewDay;

  async function keep(payload: CaseworkPayload): Promise<void> {
    if ((await act(payload)) !== "kept") return;
    if (draft.clear() === "newer") return;
    setHolding(false);
    requestAnimationFrame(() => focusField(OPEN));
  }
  return (
    <section aria-labelledby="keeping">
      <h2 id="keeping">{t("keeping.title")}</h2>
      <Standing file={file} roster={roster} />
      {toldOtherwise ? (
        <Notice kind="problem">
          <p>{t("keeping.told-otherwise")}</p>
        </Notice>
      ) : null}
      {acts === "shut" ? null : holding ? (
        <HoldForm
          today={file.day}
          draft={draft}
          busy={busy}
          onHold={(payload) => void keep(payload)}
          onPutAway={() => {
            setHolding(false);
            requestAnimationFrame(() => focusField(OPEN));
          }}
        />
      ) : (
        <Actions>
          <Button
            id={OPEN}
            kind="secondary"
            onPress={() => {
              setHolding(true);
              requestAnimationFrame(() => focusField(REASON));
            }}
          >
            {t(hold === null ? "keeping.hold" : "keeping.hold-anew")}
          </Button>
          {hold === null ? null : (
            <Button kind="quiet" busy={busy} onPress={() => void keep({ type: "legal-hold-end" })}>
              {t("keeping.end")}
            </Button>
          )}
        </Actions>
      )}
    </section>
  );
}
