/** A member's own account: how they come in. Each part is a component of its own. */
import { useState } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { AccountColleagues } from "./account-colleagues.tsx";
import { AccountNotifications } from "./account-notifications.tsx";
import { AccountPassphrase } from "./account-passphrase.tsx";
import { AccountRecovery, keepRecoveryKey, type RecoveryKeySaved } from "./account-recovery.tsx";
import { AccountProofs } from "./account-proofs.tsx";
import { NewRecoveryKey } from "./new-recovery-key.tsx";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

type At = "account" | "recovery-key" | "saving-key";

export interface AccountProps {
  readonly session: DeskSession;
  /** Signed out everywhere, here too. */
  readonly onSignedOut: () => void;
}

export function Account({ session, onSignedOut }: AccountProps) {
  const { t } = useDesk();
  const presence = usePresence();
  const [at, setAt] = useState<At>("account");
  const [saved, setSaved] = useState<RecoveryKeySaved | null>(null);

  async function keep(): Promise<void> {
    setAt("saving-key");
    const outcome = await keepRecoveryKey(session);
    if (!presence.here) return;
    setSaved(outcome);
    setAt("account");
  }

  if (at !== "account") {
    return (
      <NewRecoveryKey
        key="recovery-key"
        session={session}
        busy={at === "saving-key"}
        onBack={() => setAt("account")}
        onKept={() => void keep()}
      />
    );
  }
  return (
    <Screen key="account" name="account" title={t("account.title")}>
      <p class="lead">{t("account.lead")}</p>
      <AccountPassphrase session={session} />
      <AccountRecovery outcome={saved} onMake={() => setAt("recovery-key")} />
      <AccountColleagues session={session} />
      <AccountProofs
        session={session}
        enrolment="open"
        onEnrolled={() => undefined}
        onSignedOut={onSignedOut}
      />
      <AccountNotifications session={session} />
    </Screen>
  );
}
