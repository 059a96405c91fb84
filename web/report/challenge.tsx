/** Challenging a decision: what that means, who will look at it, by which day, and one field. */
import { challengeByDay } from "../../worker/contract/clocks.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { TEXT_MAX } from "../payload/text.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { Reading } from "./correspondence.ts";
import { useReportText, useReturningText } from "./text.ts";

const FIELD = "challenge-text";

/** Who may answer: whoever reads the report and did not take the decision. */
function Who({ view, roster }: Reading) {
  const { t } = useReportText();
  const returning = useReturningText();
  const { closure, access } = view.state;
  if (closure === null) return null;
  function nameOf(member: string): string {
    return roster.members.find(({ id }) => id === member)?.name ?? t("case.somebody");
  }
  const others = access.readers.filter((member) => member !== closure.by);
  const name = nameOf(closure.by);
  if (others.length === 0) return <p>{returning.t("challenge.nobody", { name })}</p>;
  return (
    <>
      <p>{returning.t("challenge.who", { names: returning.list(others.map(nameOf)) })}</p>
      <p>{returning.t("challenge.not-decider", { name })}</p>
    </>
  );
}

export interface ChallengeProps {
  readonly reading: Reading;
  /** Kept outside this screen, which goes away when the record does not hold. */
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onChallenge: (text: string) => Promise<void>;
  readonly onBack: () => void;
}

export function Challenge({ reading, typed, onTyped, onChallenge, onBack }: ChallengeProps) {
  const { t } = useReportText();
  const returning = useReturningText();
  const common = useCommon();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const fault =
    typed.trim() === ""
      ? returning.t("challenge.missing")
      : typed.length > TEXT_MAX
        ? t("text.too-long")
        : null;

  async function submit(): Promise<void> {
    if (busy) return;
    setAsked(true);
    if (fault !== null) {
      focusField(FIELD);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await onChallenge(typed);
    } catch (thrown) {
      setBusy(false);
      setFailure(failureCode(thrown));
    }
  }
  return (
    <Screen name="challenge" title={returning.t("challenge.title")} onBack={onBack}>
      <p class="lead">{returning.t("challenge.lead")}</p>
      <Who {...reading} />
      <p>
        <strong>
          {returning.t("challenge.by", { day: returning.day(challengeByDay(reading.day)) })}
        </strong>
      </p>
      <p>{returning.t("challenge.free")}</p>
      <p>{returning.t("challenge.once")}</p>
      <Form onSubmit={() => void submit()} label={returning.t("challenge.title")}>
        <TextField
          id={FIELD}
          label={returning.t("challenge.label")}
          hint={returning.t("challenge.hint")}
          error={asked ? fault : null}
          rows={6}
          maxLength={TEXT_MAX}
          value={typed}
          onInput={onTyped}
        />
        {failure === null ? null : (
          <Notice kind="problem" title={common.t("page.problem")}>
            <p>{failureSentence(common, failure)}</p>
            <p>{t("case.add-kept")}</p>
          </Notice>
        )}
        <Actions>
          <Button type="submit" busy={busy}>
            {returning.t("challenge.send")}
          </Button>
          <Button kind="secondary" busy={busy} onPress={onBack}>
            {returning.t("challenge.back")}
          </Button>
        </Actions>
        <StatusLine text={busy ? t("case.adding") : ""} />
      </Form>
    </Screen>
  );
}
