/** In one's account: another passphrase. Every other session of this member ends with it. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { NewPassphrase } from "./new-passphrase.tsx";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { preparePassphrase, type Prepared } from "./ways-in.ts";

type At = "closed" | "choosing" | "sending" | "done";

export function AccountPassphrase({ session }: { readonly session: DeskSession }) {
  const { t } = useDesk();
  const common = useCommon();
  const presence = usePresence();
  const [at, setAt] = useState<At>("closed");
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const [last, setLast] = useState<(Prepared & { readonly passphrase: string }) | null>(null);

  async function change(passphrase: string): Promise<void> {
    setAt("sending");
    setFailed(null);
    try {
      const prepared =
        last?.passphrase === passphrase
          ? last
          : { passphrase, ...(await preparePassphrase(session, passphrase, "changed")) };
      setLast(prepared);
      await prepared.send();
      if (presence.here) setAt("done");
    } catch (thrown) {
      if (!presence.here) return;
      setFailed(failureCode(thrown));
      setAt("choosing");
    }
  }

  return (
    <section class="account-part" aria-labelledby="account-passphrase">
      <h2 id="account-passphrase">{t("passphrase.title")}</h2>
      <p>{t("passphrase.lead")}</p>
      {at === "done" ? (
        <Notice kind="done" live="status">
          <p>{t("passphrase.done")}</p>
        </Notice>
      ) : null}
      {failed === null ? null : (
        <Notice kind="problem" title={t("passphrase.failed")}>
          <p>{failed === "conflict" ? t("account.overtaken") : failureSentence(common, failed)}</p>
        </Notice>
      )}
      {at === "closed" || at === "done" ? (
        <Actions>
          <Button kind="secondary" onPress={() => setAt("choosing")}>
            {t("passphrase.change")}
          </Button>
        </Actions>
      ) : (
        <NewPassphrase
          session={session}
          submit={t("passphrase.submit")}
          busy={at === "sending"}
          onChosen={(passphrase) => void change(passphrase)}
        />
      )}
    </section>
  );
}
