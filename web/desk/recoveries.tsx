/**
 * A colleague's place: who has lost their passphrase and asks to be let back in. Invariant: nothing is given out but
 * by one act beside the words it was compared by, and what was shown is what is answered.
 */
import type { RecoveryAnswer } from "../../worker/contract/recovery.ts";
import { call } from "./call.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import type { RecoveryRequestView } from "../vault/colleague-views.ts";
import { withAudit } from "./audited.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

interface RequestProps {
  readonly request: RecoveryRequestView;
  readonly busy: boolean;
  readonly onAnswer: (answer: RecoveryAnswer) => void;
}

function Request({ request, busy, onAnswer }: RequestProps) {
  const { t, day } = useDesk();
  if (request.kind === "refused") {
    return (
      <li>
        <Notice kind="problem" title={t("recoveries.broken-title")}>
          <p>{t("recoveries.broken")}</p>
        </Notice>
      </li>
    );
  }
  const { name, words, threshold, answer } = request;
  const heading = `recovery-words-${request.owner}`;
  return (
    <li>
      <h2>{t("recoveries.who", { name })}</h2>
      <p>{t("recoveries.since", { day: day(request.day), threshold })}</p>
      {answer === null ? (
        <>
          <p>{t("recoveries.compare", { name })}</p>
          <p id={heading}>{t("recoveries.words", { name })}</p>
          <Words words={words} labelledBy={heading} />
          <Actions>
            <Button busy={busy} onPress={() => onAnswer("approved")}>
              {t("recoveries.approve", { name })}
            </Button>
            <Button kind="warning" busy={busy} onPress={() => onAnswer("declined")}>
              {t("recoveries.decline", { name })}
            </Button>
          </Actions>
        </>
      ) : (
        <p>{t(answer === "approved" ? "recoveries.approved" : "recoveries.declined")}</p>
      )}
    </li>
  );
}

export function Recoveries({ session }: { readonly session: DeskSession }) {
  const common = useCommon();
  const { t } = useDesk();
  const presence = usePresence();
  const [requests, setRequests] = useState<readonly RecoveryRequestView[] | null>(null);
  const [day, setDay] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [done, setDone] = useState(false);
  const { vault, token } = session;

  async function fetchRequests(): Promise<void> {
    const fetched = await call("recoveryRequests", {}, { token });
    const opened = await vault.openRecoveryRequests(fetched);
    if (!presence.here) return;
    setRequests(opened);
    setDay(fetched.day);
  }
  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    setDone(false);
    try {
      await session.inTurn(work);
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
    } finally {
      if (presence.here) setBusy(false);
    }
  }
  async function answer(owner: string, given: RecoveryAnswer): Promise<void> {
    await alone(async () => {
      const decided = await vault.decideRecovery(owner, given, day);
      const kind = given === "approved" ? "recovery-approval" : "recovery-refusal";
      await withAudit(session, { kind, member: owner }, (audit) =>
        call("decideRecovery", { ...decided, audit }, { token }),
      );
      await fetchRequests();
      if (presence.here) setDone(true);
    });
  }
  useEffect(() => void alone(fetchRequests), []);

  return (
    <Screen name="recoveries" title={t("recoveries.title")}>
      <p>{t("recoveries.lead")}</p>
      <Actions>
        <Button kind="secondary" busy={busy} onPress={() => void alone(fetchRequests)}>
          {t("recoveries.refresh")}
        </Button>
      </Actions>
      <StatusLine text={busy ? t("recoveries.loading") : done ? t("recoveries.done") : ""} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>
            {failure === "conflict"
              ? t("recoveries.changed")
              : t("recoveries.failed", { reason: failureSentence(common, failure) })}
          </p>
        </Notice>
      )}
      {requests?.length === 0 ? <p>{t("recoveries.none")}</p> : null}
      <ul class="people-list">
        {(requests ?? []).map((request) => (
          <Request
            key={`${request.owner} ${request.signInKey}`}
            request={request}
            busy={busy}
            onAnswer={(given) => void answer(request.owner, given)}
          />
        ))}
      </ul>
    </Screen>
  );
}
