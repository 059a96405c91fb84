/** Whether somebody said who they are, who could open it, what was asked and decided, and a way to take it back. */
import type { Reading } from "./correspondence.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { MemberView } from "../vault/interface.ts";
import { Keepers } from "./identity-answers.tsx";
import { useReportText } from "./text.ts";

/** Who would keep it now: the custodians of the desk somebody chose, less those they took out. */
export function keepersIn({ view, roster }: Reading): {
  readonly keepers: readonly MemberView[];
  readonly threshold: number;
} {
  const { report } = view.state;
  const desk = roster.desks.find(({ id }) => id === report?.desk);
  const keepers = (desk?.custodians ?? []).filter(
    ({ id }) => report?.excluded.includes(id) !== true,
  );
  return { keepers, threshold: Math.min(desk?.identityThreshold ?? 0, keepers.length) };
}

/** Decisions the server holds and the record does not say. */
function Waiting({ view, roster }: Reading) {
  const { t } = useReportText();
  const common = useCommon();
  const nameOf = (id: string): string =>
    roster.members.find((member) => member.id === id)?.name ?? t("case.somebody");
  const { waiting } = view;
  const unasked = waiting.filter(({ kind }) => kind === "unasked");
  return (
    <>
      {waiting.map((decision, at) =>
        decision.kind === "unrecorded" ? (
          <Notice key={at} kind="info">
            <p>
              {decision.answer === "approved"
                ? t("case.release-approved", { name: nameOf(decision.custodian) })
                : t("case.release-refused", { name: nameOf(decision.custodian) })}
            </p>
            {decision.answer === "approved" ? null : (
              <p>{common.t(`release.${decision.answer}`)}</p>
            )}
            <p>{t("case.waiting")}</p>
          </Notice>
        ) : null,
      )}
      {unasked.length === 0 ? null : (
        <Notice kind="problem" title={t("case.unasked-title")}>
          <p>
            {t("case.unasked", {
              names: common.list(
                unasked.flatMap((found) =>
                  found.kind === "unasked" ? [nameOf(found.custodian)] : [],
                ),
              ),
            })}
          </p>
        </Notice>
      )}
      {waiting.some(({ kind }) => kind === "forged") ? (
        <Notice kind="problem">
          <p>{t("case.forged")}</p>
        </Notice>
      ) : null}
    </>
  );
}

export interface IdentityStandingProps {
  readonly reading: Reading;
  readonly onTell: () => void;
  readonly onTakeBack: () => Promise<void>;
}

export function IdentityStanding({ reading, onTell, onTakeBack }: IdentityStandingProps) {
  const text = useReportText();
  const { t } = text;
  const common = useCommon();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const { identity, withdrawnDay } = reading.view.state;
  const { keepers } = keepersIn(reading);
  const left = identity?.standing === "left" ? identity : null;
  // Nothing to say where nobody could ever open it.
  if (left === null && identity?.standing !== "withdrawn" && keepers.length === 0) return null;
  const holders = reading.roster.members.filter(({ id }) => left?.custodians.includes(id));

  async function takeBack(): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      await onTakeBack();
    } catch (thrown) {
      setFailure(failureCode(thrown));
    } finally {
      setBusy(false);
    }
  }
  return (
    <section aria-labelledby="case-identity">
      <h2 id="case-identity">{t("case.identity-title")}</h2>
      <Waiting {...reading} />
      {left === null ? (
        <p>
          {identity?.standing === "withdrawn"
            ? t("case.identity-withdrawn", { day: text.day(identity.day) })
            : t("case.identity-none")}
        </p>
      ) : (
        <>
          <p>{t("case.identity-left", { day: text.day(left.day) })}</p>
          <Keepers keepers={holders} threshold={left.threshold} />
        </>
      )}
      {failure === null ? null : (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{failureSentence(common, failure)}</p>
        </Notice>
      )}
      {withdrawnDay === null ? (
        <Actions>
          {keepers.length === 0 ? null : (
            <Button kind="secondary" busy={busy} onPress={onTell}>
              {t(left === null ? "case.identity-tell" : "case.identity-change")}
            </Button>
          )}
          {left === null ? null : (
            <Button kind="quiet" busy={busy} onPress={() => void takeBack()}>
              {t("case.identity-take-back")}
            </Button>
          )}
        </Actions>
      ) : null}
      <StatusLine text={busy ? t("case.identity-taking") : ""} />
    </section>
  );
}
