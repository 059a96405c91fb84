/** In one's account: a recovery key on paper, which opens everything when the passphrase is lost. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { prepareRecoveryKey } from "./ways-in.ts";

export type RecoveryKeySaved =
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly code: FailureCode };

/** Never rejects. Tried again, the same key is sealed anew over the newest keyring this session has. */
export async function keepRecoveryKey(session: DeskSession): Promise<RecoveryKeySaved> {
  try {
    await (await prepareRecoveryKey(session)).send();
    return { kind: "saved" };
  } catch (thrown) {
    return { kind: "failed", code: failureCode(thrown) };
  }
}

export interface AccountRecoveryProps {
  readonly outcome: RecoveryKeySaved | null;
  readonly onMake: () => void;
}

export function AccountRecovery({ outcome, onMake }: AccountRecoveryProps) {
  const { t } = useDesk();
  const common = useCommon();
  return (
    <section class="account-part" aria-labelledby="account-recovery">
      <h2 id="account-recovery">{t("recovery-key.account-title")}</h2>
      <p>{t("recovery-key.account-lead")}</p>
      {outcome?.kind === "saved" ? (
        <Notice kind="done" live="status">
          <p>{t("recovery-key.done")}</p>
        </Notice>
      ) : null}
      {outcome?.kind === "failed" ? (
        <Notice kind="problem" title={t("recovery-key.failed")}>
          <p>
            {outcome.code === "conflict"
              ? t("account.overtaken")
              : failureSentence(common, outcome.code)}
          </p>
        </Notice>
      ) : null}
      <Actions>
        <Button kind="secondary" onPress={onMake}>
          {t("recovery-key.make")}
        </Button>
      </Actions>
    </section>
  );
}
