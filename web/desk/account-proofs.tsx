/**
 * What proves that it is them besides a passphrase, and where they are signed in. Fetched together, so that what is
 * shown of one fits the other.
 */
import { call } from "./call.ts";
import { failureSentence } from "../failure.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { SecondFactors } from "./second-factors.tsx";
import type { DeskSession } from "./session.ts";
import { Sessions } from "./sessions.tsx";
import { useDesk } from "./text.ts";
import { useAccount, type Done } from "./use-account.ts";

export interface AccountProofsProps {
  readonly session: DeskSession;
  /** `needed` until a second proof was added: nothing else is offered before. */
  readonly enrolment: "needed" | "open";
  readonly onEnrolled: () => void;
  /** Signed out everywhere, here too. */
  readonly onSignedOut: () => void;
}

const DONE_TEXT = {
  added: "proofs.added",
  removed: "proofs.removed",
  "unlock-added": "unlock.added",
  "unlock-removed": "unlock.removed",
  "session-ended": "proofs.session-ended",
} as const satisfies Record<Exclude<Done, "nothing">, string>;

export function AccountProofs(props: AccountProofsProps) {
  const { session, enrolment, onEnrolled, onSignedOut } = props;
  const common = useCommon();
  const { t } = useDesk();
  const held = useAccount(session);
  const { account, done, failure } = held;
  const { token } = session;

  function signOutEverywhere(): void {
    void held.run("nothing", async () => {
      await call("endAllSessions", {}, { token });
      session.endedByServer();
      onSignedOut();
      return "left";
    });
  }

  return (
    <>
      <p role="status">{done === "nothing" ? "" : t(DONE_TEXT[done])}</p>
      {failure === null ? null : (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{failureSentence(common, failure)}</p>
        </Notice>
      )}
      {account === null ? (
        <p role="status">{failure === null ? common.t("page.loading") : ""}</p>
      ) : (
        <>
          <SecondFactors
            session={session}
            factors={account.factors}
            unlocking={account.unlocking}
            held={held}
            onEnrolled={onEnrolled}
          />
          {enrolment === "needed" ? null : (
            <Sessions
              token={token}
              sessions={account.sessions}
              held={held}
              onEverywhere={signOutEverywhere}
            />
          )}
        </>
      )}
    </>
  );
}

/** For whoever must have a second proof and has none yet: the first thing they see, and the only one. */
export function Enrolment(props: Omit<AccountProofsProps, "enrolment">) {
  const { t } = useDesk();
  return (
    <Screen name="enrolment" title={t("proofs.needed-title")}>
      <p class="lead">{t("proofs.needed")}</p>
      <AccountProofs {...props} enrolment="needed" />
    </Screen>
  );
}
