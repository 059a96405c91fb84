/** Sealing and sending, stage by stage. A failure keeps every word and says what to do. */
import { isWireErrorCode } from "../../worker/contract/errors.ts";
import { failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { Stages, type StageState } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { SENDING_STAGES, type SendingStage } from "./intake.ts";
import { isExpired, OtherHelp } from "./refusal.tsx";
import { useReportText } from "./text.ts";

export interface SendingState {
  readonly stage: SendingStage;
  /** Null while it is under way. */
  readonly failure: FailureCode | null;
}

export interface SendingProps {
  readonly state: SendingState;
  readonly onRetry: () => void;
  readonly onBack: () => void;
  readonly onSeeReaders: () => void;
}

function stateOf(stage: SendingStage, current: SendingState): StageState {
  const distance = SENDING_STAGES.indexOf(stage) - SENDING_STAGES.indexOf(current.stage);
  if (distance < 0) return "done";
  if (distance > 0) return "waiting";
  return current.failure === null ? "doing" : "failed";
}

/** The list that was shown no longer holds: the person looks again, and nothing is sent before. */
function readersChanged(code: FailureCode): boolean {
  return code === "unknown-desk" || code === "unknown-recipient";
}

/** A report that was refused is not there; after any other end nobody can say whether it is. */
function mayHaveArrived(stage: SendingStage, failure: FailureCode): boolean {
  // Of all that the server says, only that it failed leaves open whether it had stored anything.
  const refused = isExpired(failure) || (isWireErrorCode(failure) && failure !== "server-error");
  return stage === "send" && !refused;
}

function Failed({ state, failure, ...ways }: SendingProps & { readonly failure: FailureCode }) {
  const { t } = useReportText();
  const common = useCommon();
  return (
    <div>
      <Notice kind="problem">
        <p>{failureSentence(common, failure)}</p>
        <p>{t("sending.kept")}</p>
      </Notice>
      {mayHaveArrived(state.stage, failure) ? (
        <p>
          {t("sending.same")} {t("sending.change-doubles")}
        </p>
      ) : null}
      <Actions>
        {readersChanged(failure) ? (
          <Button onPress={ways.onSeeReaders}>{t("sending.see-readers")}</Button>
        ) : (
          <Button onPress={ways.onRetry}>{common.t("page.try-again")}</Button>
        )}
        <Button kind="secondary" onPress={ways.onBack}>
          {t("sending.back")}
        </Button>
      </Actions>
      {isExpired(failure) ? <p>{t("refusal.expired")}</p> : null}
      {state.stage === "check" || isExpired(failure) ? <OtherHelp id="sending-country" /> : null}
    </div>
  );
}

export function Sending(props: SendingProps) {
  const { t } = useReportText();
  const { state } = props;
  return (
    <Screen
      name="sending"
      title={t(state.failure === null ? "sending.title" : "sending.failed-title")}
    >
      <Stages
        label={t("sending.label")}
        stages={SENDING_STAGES.map((stage) => ({
          id: stage,
          label: t(`sending.${stage}`),
          state: stateOf(stage, state),
        }))}
      />
      {state.failure === null ? (
        <p>{t("sending.wait")}</p>
      ) : (
        <Failed {...props} failure={state.failure} />
      )}
    </Screen>
  );
}
