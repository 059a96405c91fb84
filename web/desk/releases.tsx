/**
 * A custodian's place: who asks to know who a reporter is, and why. Invariant: nothing of any report is here, nor of
 * any case nobody asked about; and an answer, once given, is not given again.
 */
import { call } from "./call.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import type { ReleaseAnswer } from "../../worker/contract/release.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { withAudit } from "./audited.ts";
import { Deciding } from "./deciding.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { RequestView } from "../vault/release-views.ts";

export function Releases({ session }: { readonly session: DeskSession }) {
  const common = useCommon();
  const { t } = useDesk();
  const [requests, setRequests] = useState<readonly RequestView[] | null>(null);
  const [day, setDay] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [done, setDone] = useState(false);
  const { vault, token } = session;

  async function fetchRequests(): Promise<void> {
    const fetched = await call("releaseRequests", {}, { token });
    setRequests(await vault.openRequests(fetched));
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
      setFailure(failureCode(thrown));
    } finally {
      setBusy(false);
    }
  }
  async function answer(
    { release, case: caseId }: RequestView,
    given: ReleaseAnswer,
  ): Promise<void> {
    await alone(async () => {
      const decided = await vault.decide(release, given, day);
      const kind = given === "approved" ? "release-approval" : "release-refusal";
      await withAudit(session, { kind, case: caseId }, (audit) =>
        call("decideRelease", { ...decided, audit }, { token }),
      );
      await fetchRequests();
      setDone(true);
    });
  }
  useEffect(() => void alone(fetchRequests), []);

  return (
    <Screen name="releases" title={t("releases.title")}>
      <p>{t("releases.lead")}</p>
      <Actions>
        <Button kind="secondary" busy={busy} onPress={() => void alone(fetchRequests)}>
          {t("releases.refresh")}
        </Button>
      </Actions>
      <StatusLine text={busy ? t("releases.loading") : done ? t("releases.done") : ""} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("releases.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      {requests?.length === 0 ? <p>{t("releases.none")}</p> : null}
      <ul class="release-list">
        {(requests ?? []).map((request) => (
          <Deciding
            key={request.release}
            request={request}
            session={session}
            busy={busy}
            onAnswer={(given) => void answer(request, given)}
          />
        ))}
      </ul>
    </Screen>
  );
}
