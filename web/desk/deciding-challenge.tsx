/** The answer to a challenge: what it is, in words the reporter reads, and whether work begins again. */
import * as z from "zod/mini";
import type { ChallengeRecord } from "../payload/challenge.ts";
import { CHALLENGE_OUTCOMES, ChallengeOutcome } from "../payload/entries/challenge.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useCommon } from "../ui/text.ts";
import { REOPENED_STAGES } from "../vault/challenge-act.ts";
import type { CaseFile } from "./case-file.ts";
import { ActTrouble } from "./case-notices.tsx";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { StageChoice } from "./reopening.tsx";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

const OUTCOME_FIELD = "challenge-outcome";
const TEXT_FIELD = "challenge-text";

const Choices = z.strictObject({
  outcome: z.nullable(ChallengeOutcome),
  next: z.union([z.enum(REOPENED_STAGES), z.literal("stay")]),
});
/** What is upheld is taken up again, unless whoever decides says otherwise. */
const UNCHOSEN: z.infer<typeof Choices> = { outcome: null, next: "ASSESS" };

export interface DecidingChallengeProps {
  readonly file: CaseFile;
  readonly challenge: ChallengeRecord;
  readonly drafts: Drafts;
  readonly held: HeldCase;
}

export function DecidingChallenge({ file, challenge, drafts, held }: DecidingChallengeProps) {
  const common = useCommon();
  const { t } = useDesk();
  const { plain, view } = file;
  const writing = useWriting(drafts, plain.case, "challenge");
  const choices = useFormDraft({
    drafts,
    caseId: plain.case,
    kind: "challenge-choices",
    schema: Choices,
    empty: UNCHOSEN,
  });
  const { outcome, next } = choices.filled;
  const [asked, setAsked] = useState(false);
  const busy = held.busy !== null;
  const opens = view.state.closure !== null && outcome !== null && outcome !== "NOT_UPHELD";
  const missing = writing.text.trim() === "";

  async function decide(): Promise<void> {
    setAsked(true);
    if (outcome === null) {
      focusField(OUTCOME_FIELD);
      return;
    }
    if (missing || !fits(writing.text)) {
      focusField(TEXT_FIELD);
      return;
    }
    const result = await held.act({
      kind: "decide-challenge",
      challenge: challenge.seq,
      outcome,
      text: writing.text.trim(),
      language: writing.language,
      reopenedAt: opens && next !== "stay" ? next : null,
    });
    if (result !== "failed") choices.clear();
    const newer = result === "kept" && writing.clear() === "newer";
    if (newer || result === "overtaken") drafts.moveToReply(plain.case, "challenge");
  }

  return (
    <>
      <ActTrouble trouble={held.trouble} acts={["decide-challenge"]} />
      <Form onSubmit={() => void decide()} label={t("challenged.decide")}>
        <h3>{t("challenged.decide")}</h3>
        <RadioGroup<ChallengeOutcome>
          id={OUTCOME_FIELD}
          legend={t("challenged.outcome")}
          error={asked && outcome === null ? t("challenged.outcome-missing") : null}
          options={CHALLENGE_OUTCOMES.map((value) => ({
            value,
            label: t(`challenged.${value}`),
          }))}
          value={outcome}
          onChange={(chosen) => choices.change({ outcome: chosen })}
        />
        <WritingFields
          id={TEXT_FIELD}
          label={t("challenged.words")}
          hint={t("challenged.words-hint")}
          error={asked && missing ? t("challenged.words-missing") : null}
          rows={5}
          writing={writing}
          reporterLanguage={view.state.report?.language ?? common.code}
        />
        {opens ? (
          <StageChoice<"stay">
            id="challenge-then"
            value={next}
            onChange={(chosen) => choices.change({ next: chosen })}
            others={[{ value: "stay", label: t("reopen.stay") }]}
          />
        ) : null}
        <Actions>
          <Button type="submit" busy={busy}>
            {t("challenged.sign")}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
