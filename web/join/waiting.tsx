/** Six words to say aloud, and the wait until the inviter has confirmed; then the way to the sign-in page. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { useJoin } from "./text.ts";

export interface WaitingProps {
  readonly words: readonly string[];
  /** The inviter's name. */
  readonly name: string;
  /** Asks the signed list. Rejects with what failed. */
  readonly look: () => Promise<boolean>;
  readonly onConfirmed: () => void;
}

type Looked = "not" | "looking" | "not-yet" | { readonly failed: FailureCode };

export function Waiting({ words, name, look, onConfirmed }: WaitingProps) {
  const common = useCommon();
  const { t } = useJoin();
  const [looked, setLooked] = useState<Looked>("not");
  async function ask(): Promise<void> {
    setLooked("looking");
    try {
      if (await look()) onConfirmed();
      else setLooked("not-yet");
    } catch (thrown) {
      setLooked({ failed: failureCode(thrown) });
    }
  }
  const line =
    looked === "looking" ? t("words.looking") : looked === "not-yet" ? t("words.not-yet") : "";
  return (
    <Screen name="join-words" title={t("words.title")}>
      <p class="lead">{t("words.lead", { name })}</p>
      <div class="code-card">
        <h2 id="fingerprint-words">{t("words.words")}</h2>
        <p class="field-hint">{t("passphrase.english")}</p>
        <Words words={words} labelledBy="fingerprint-words" />
      </div>
      <p>{t("words.same", { name })}</p>
      <p>{t("words.different")}</p>
      <p>{t("words.waiting")}</p>
      <Actions>
        <Button kind="secondary" busy={looked === "looking"} onPress={() => void ask()}>
          {t("words.look")}
        </Button>
      </Actions>
      <StatusLine text={line} />
      {typeof looked === "string" ? null : (
        <Notice kind="problem">
          <p>{t("words.failed", { reason: failureSentence(common, looked.failed) })}</p>
        </Notice>
      )}
    </Screen>
  );
}

export function Done({ handle }: { readonly handle: string }) {
  const { t } = useJoin();
  return (
    <Screen name="join-done" title={t("done.title")}>
      <p class="lead">{t("done.lead", { handle })}</p>
      <p>
        <a href="/desk">{t("done.sign-in")}</a>
      </p>
    </Screen>
  );
}
