/**
 * "I have lost my passphrase": in by the recovery key or by colleagues, out with a new passphrase and a new recovery key.
 * Invariant: nothing of the account has changed until the last step, which changes all of it at once.
 */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { AskColleagues, type Asked } from "./ask-colleagues.tsx";
import { AwaitColleagues } from "./await-colleagues.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { NewRecoveryKey } from "./new-recovery-key.tsx";
import { usePresence } from "./presence.ts";
import { RecoveryEntry } from "./recovery-entry.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { preparePassphrase, type Prepared } from "./ways-in.ts";

export interface RecoverProps {
  /** The device's day, days since 1970-01-01, UTC. */
  readonly today: () => number;
  readonly onBack: () => void;
  readonly onRecovered: () => void;
}

type At =
  | { readonly kind: "entry" }
  | { readonly kind: "asking" }
  | { readonly kind: "awaiting"; readonly asked: Asked }
  | { readonly kind: "passphrase"; readonly session: DeskSession }
  | { readonly kind: "key"; readonly session: DeskSession; readonly passphrase: string };

export function Recover({ today, onBack, onRecovered }: RecoverProps) {
  const { t } = useDesk();
  const common = useCommon();
  const presence = usePresence();
  const [at, setAt] = useState<At>({ kind: "entry" });
  const [busy, setBusy] = useState(false);
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [failed, setFailed] = useState<FailureCode | null>(null);

  const session = at.kind === "passphrase" || at.kind === "key" ? at.session : null;
  useEffect(() => {
    if (session === null) return undefined;
    // Whatever ends this screen, a page kept for the browser's way back too, ends the vault.
    addEventListener("pagehide", session.end);
    return () => {
      removeEventListener("pagehide", session.end);
      session.end();
    };
  }, [session]);

  async function finish(member: DeskSession, passphrase: string): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const replacing = prepared ?? (await preparePassphrase(member, passphrase, "recovered"));
      setPrepared(replacing);
      await replacing.send();
      member.endedByServer();
      if (presence.here) onRecovered();
    } catch (thrown) {
      if (!presence.here) return;
      setBusy(false);
      setFailed(failureCode(thrown));
    }
  }

  switch (at.kind) {
    case "entry":
      return (
        <RecoveryEntry
          key="entry"
          today={today}
          onBack={onBack}
          onLetIn={(letIn) => setAt({ kind: "passphrase", session: letIn })}
          onNoKey={() => setAt({ kind: "asking" })}
        />
      );
    case "asking":
      return (
        <AskColleagues
          key="asking"
          onBack={() => setAt({ kind: "entry" })}
          onAsked={(asked) => setAt({ kind: "awaiting", asked })}
        />
      );
    case "awaiting":
      return (
        <AwaitColleagues
          key="awaiting"
          asked={at.asked}
          today={today}
          onBack={() => setAt({ kind: "asking" })}
          onLetIn={(letIn) => setAt({ kind: "passphrase", session: letIn })}
        />
      );
    case "passphrase":
      return (
        <Screen key="passphrase" name="recover-passphrase" title={t("recover.passphrase-title")}>
          <p class="lead">{t("recover.passphrase-lead", { name: at.session.self.name })}</p>
          <NewPassphrase
            session={at.session}
            submit={t("recover.passphrase-next")}
            busy={false}
            onChosen={(passphrase) => {
              // What was sealed for another passphrase, and another key, is not what is sent now.
              setPrepared(null);
              setAt({ kind: "key", session: at.session, passphrase });
            }}
          />
        </Screen>
      );
    case "key":
      return (
        <div key="key">
          {failed === null ? null : (
            <Notice kind="problem" title={t("recover.failed")}>
              <p>
                {failed === "conflict" ? t("account.overtaken") : failureSentence(common, failed)}
              </p>
            </Notice>
          )}
          <NewRecoveryKey
            session={at.session}
            busy={busy}
            onBack={() => setAt({ kind: "passphrase", session: at.session })}
            onKept={() => void finish(at.session, at.passphrase)}
          />
        </div>
      );
  }
}
