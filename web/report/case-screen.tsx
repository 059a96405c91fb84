/** Somebody's own report: where it stands, what was promised, what happened, and a way to add to it. */
import type { Reading } from "./correspondence.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { openPromises } from "../payload/promises.ts";
import { TEXT_MAX } from "../payload/text.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { ChallengeStanding } from "./challenge-standing.tsx";
import { IdentityStanding } from "./identity-standing.tsx";
import { Timeline } from "./timeline.tsx";
import { useReportText, useReturningText } from "./text.ts";

function Status({ view, plain, day }: Reading) {
  const text = useReportText();
  const returning = useReturningText();
  const { t } = text;
  const { state, standing } = view;
  const open = standing === "received" || standing === "acknowledged";
  // Counted from the journal: the server's own clocks are not for the reporter, and nobody signs them.
  const due = open ? (openPromises(state)[0]?.dueDay ?? null) : null;
  const missed = due !== null && due < day;
  // The day of deletion is the server's: nobody else deletes.
  const { purgeDay } = plain;
  return (
    <div>
      <div class="standing" data-standing={standing}>
        <h2>{t("case.status")}</h2>
        {standing === "received" ? <p>{t("case.received")}</p> : null}
        {standing === "acknowledged" ? (
          <p>
            {state.reopenedDay === null
              ? t("case.acknowledged")
              : returning.t("reopening.standing", { day: text.day(state.reopenedDay) })}
          </p>
        ) : null}
        {standing === "closed" && state.closure !== null ? (
          <p>{t("case.closed", { day: text.day(state.closure.day) })}</p>
        ) : null}
        {standing === "withdrawn" && state.withdrawnDay !== null ? (
          <p>{t("case.withdrawn", { day: text.day(state.withdrawnDay) })}</p>
        ) : null}
        {standing === "closed" && purgeDay !== null ? (
          <p>{returning.t("case.deleted-on", { day: text.day(purgeDay) })}</p>
        ) : null}
        {due === null || missed ? null : (
          <p>
            {t(standing === "received" ? "case.ack-due" : "case.feedback-due", {
              day: text.day(due),
            })}
          </p>
        )}
      </div>
      {due !== null && missed ? (
        <Notice kind="caution" title={t("case.missed-title")}>
          <p>{t("case.missed", { day: text.day(due) })}</p>
        </Notice>
      ) : null}
    </div>
  );
}

type AddState =
  | { readonly kind: "writing" | "sending" | "sent" | "missing" | "too-long" }
  | { readonly kind: "failed"; readonly code: FailureCode };

interface AddProps {
  /** Kept outside this screen, which goes away when the record does not hold. */
  readonly typed: string;
  readonly onTyped: (text: string) => void;
  readonly onAdd: (text: string) => Promise<void>;
}

function Add({ typed, onTyped, onAdd }: AddProps) {
  const { t } = useReportText();
  const common = useCommon();
  const [state, setState] = useState<AddState>({ kind: "writing" });
  async function submit(): Promise<void> {
    if (state.kind === "sending") return;
    const kind = typed.trim() === "" ? "missing" : typed.length > TEXT_MAX ? "too-long" : "sending";
    setState({ kind });
    if (kind !== "sending") {
      focusField("addition");
      return;
    }
    try {
      await onAdd(typed);
      setState({ kind: "sent" });
    } catch (thrown) {
      setState({ kind: "failed", code: failureCode(thrown) });
    }
  }
  const error =
    state.kind === "missing"
      ? t("case.add-missing")
      : state.kind === "too-long"
        ? t("text.too-long")
        : null;
  return (
    <Form onSubmit={() => void submit()} label={t("case.add-title")}>
      <h2>{t("case.add-title")}</h2>
      <TextField
        id="addition"
        label={t("case.add-label")}
        hint={t("case.add-hint")}
        error={error}
        rows={5}
        maxLength={TEXT_MAX}
        value={typed}
        onInput={onTyped}
      />
      {state.kind === "failed" ? (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{failureSentence(common, state.code)}</p>
          <p>{t("case.add-kept")}</p>
        </Notice>
      ) : null}
      <Actions>
        <Button type="submit" busy={state.kind === "sending"}>
          {t("case.add-button")}
        </Button>
      </Actions>
      <StatusLine
        text={
          state.kind === "sending" ? t("case.adding") : state.kind === "sent" ? t("case.added") : ""
        }
      />
    </Form>
  );
}

type RefreshState = "idle" | "busy" | "done" | { readonly code: FailureCode };

export interface CaseScreenProps {
  readonly reading: Reading;
  readonly onRefresh: () => Promise<void>;
  readonly receiptFile: (seq: number) => Promise<string>;
  /** What is being written, and was not sent yet. */
  readonly addition: string;
  readonly onAddition: (text: string) => void;
  readonly onAdd: (text: string) => Promise<void>;
  readonly onChallenge: () => void;
  readonly onFeedback: () => void;
  readonly onTellIdentity: () => void;
  readonly onTakeIdentityBack: () => Promise<void>;
  readonly onWithdraw: () => void;
  readonly onFinish: () => void;
}

export function CaseScreen(props: CaseScreenProps) {
  const { reading, onRefresh, addition, onAddition, onAdd, onWithdraw, onFinish } = props;
  const { onChallenge, onFeedback, onTellIdentity, onTakeIdentityBack } = props;
  const { t } = useReportText();
  const returning = useReturningText();
  const common = useCommon();
  const [refresh, setRefresh] = useState<RefreshState>("idle");
  const { items } = reading.view;
  const answered = items.some(({ author }) => author.kind === "member");
  async function look(): Promise<void> {
    setRefresh("busy");
    try {
      await onRefresh();
      setRefresh("done");
    } catch (thrown) {
      setRefresh({ code: failureCode(thrown) });
    }
  }
  return (
    <Screen name="case" title={t("case.title")}>
      <Status {...reading} />
      <ChallengeStanding reading={reading} onChallenge={onChallenge} />
      {reading.view.standing === "closed" ? (
        <Actions>
          <Button kind="secondary" onPress={onFeedback}>
            {returning.t("feedback.open")}
          </Button>
        </Actions>
      ) : null}
      <h2>{t("case.timeline")}</h2>
      <Timeline items={items} roster={reading.roster} receiptFile={props.receiptFile} />
      {answered ? null : <p>{t("case.nothing-new")}</p>}
      <Actions>
        <Button kind="secondary" busy={refresh === "busy"} onPress={() => void look()}>
          {t("case.refresh")}
        </Button>
      </Actions>
      <StatusLine text={refresh === "done" ? t("case.refreshed") : ""} />
      {typeof refresh === "object" ? (
        <Notice kind="problem">
          <p>{failureSentence(common, refresh.code)}</p>
        </Notice>
      ) : null}
      <IdentityStanding reading={reading} onTell={onTellIdentity} onTakeBack={onTakeIdentityBack} />
      <Add typed={addition} onTyped={onAddition} onAdd={onAdd} />
      <hr />
      <p>{t("case.come-back")}</p>
      <Actions>
        <Button kind="secondary" onPress={onFinish}>
          {t("case.finish")}
        </Button>
        <Button kind="quiet" onPress={onWithdraw}>
          {returning.t("withdraw.open")}
        </Button>
      </Actions>
    </Screen>
  );
}
