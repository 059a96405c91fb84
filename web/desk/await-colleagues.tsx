/**
 * Waiting for colleagues: the six words to read out, the twelve to come back with, who has agreed, and signing in
 * once they are enough.
 */
import { RECOVERY_REQUEST_DAYS } from "../../worker/contract/limits.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { CodeGroups } from "../ui/code-groups.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import type { ApprovalsView } from "../vault/colleague-views.ts";
import type { Asked } from "./ask-colleagues.tsx";
import { useAsking } from "./asking.tsx";
import { lookForApprovals } from "./asking-work.ts";
import { usePresence } from "./presence.ts";
import { signIn, type DeskSession, type SignInRefusal } from "./session.ts";
import { Refusal } from "./sign-in.tsx";
import { useDesk } from "./text.ts";

/** Each look costs this device a little work, and the server too. */
const LOOK_MILLISECONDS = 20_000;

export interface AwaitColleaguesProps {
  readonly asked: Asked;
  /** The device's day, days since 1970-01-01, UTC. */
  readonly today: () => number;
  readonly onBack: () => void;
  readonly onLetIn: (session: DeskSession) => void;
}

function Standing({ view }: { readonly view: ApprovalsView | null }) {
  const { t, list } = useDesk();
  const approved = view?.approved ?? [];
  return (
    <>
      <p>
        {view === null || approved.length === 0
          ? t("ask.nobody-yet")
          : t("ask.approved", { names: list(approved), threshold: view.threshold ?? 0 })}
      </p>
      {view === null || view.refused === 0 ? null : (
        <Notice kind="caution">
          <p>{t("ask.refused", { count: view.refused })}</p>
        </Notice>
      )}
    </>
  );
}

export function AwaitColleagues({ asked, today, onBack, onLetIn }: AwaitColleaguesProps) {
  const common = useCommon();
  const { t } = useDesk();
  const presence = usePresence();
  const asking = useAsking();
  const [view, setView] = useState<ApprovalsView | null>(null);
  const [at, setAt] = useState<"waiting" | "looking" | "entering">("waiting");
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [now] = useState(() => ({ busy: false, letIn: false }));
  const { opened, handle, words, code } = asked;

  async function enter(): Promise<void> {
    setAt("entering");
    const outcome = await signIn({
      handle,
      secret: { way: "colleagues", opened },
      today: today(),
      pageOrigin: location.origin,
      onStep: () => undefined,
      askSecondFactor: asking.ask,
    });
    if (outcome.kind === "signed-in") {
      if (presence.here) {
        now.letIn = true;
        onLetIn(outcome.session);
      } else outcome.session.end();
    } else if (presence.here && outcome.kind === "refused") setRefusal(outcome.refusal);
  }

  async function look(): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    setAt("looking");
    setFailure(null);
    setRefusal(null);
    try {
      const found = await lookForApprovals(opened, handle, today(), location.origin);
      if (!presence.here) return;
      setView(found);
      if (found.standing === "open") await enter();
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
    } finally {
      now.busy = false;
      if (presence.here && !now.letIn) setAt("waiting");
    }
  }

  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    const end = (): void => {
      if (!now.letIn) opened.end();
    };
    // Whatever ends this screen, a page kept for the browser's way back too, ends the vault.
    addEventListener("pagehide", end);
    return () => {
      clearInterval(timer);
      removeEventListener("pagehide", end);
      end();
    };
  }, []);

  if (asking.screen !== null) return asking.screen;
  return (
    <Screen name="await-colleagues" title={t("ask.waiting-title")} onBack={onBack}>
      <p class="lead">{t("ask.waiting-lead")}</p>
      {refusal === null ? null : <Refusal refusal={refusal} />}
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("ask.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <h2 id="ask-words">{t("ask.words")}</h2>
      <div data-testid="request-words">
        <Words words={words} labelledBy="ask-words" />
      </div>
      <Standing view={view} />
      <Actions>
        <Button kind="secondary" busy={at !== "waiting"} onPress={() => void look()}>
          {t("ask.look")}
        </Button>
      </Actions>
      <StatusLine
        text={at === "waiting" ? "" : t(at === "looking" ? "ask.looking" : "ask.enter")}
      />
      {code === null ? null : (
        <section class="account-part" aria-labelledby="ask-code-title">
          <h2 id="ask-code-title">{t("ask.code-title")}</h2>
          <p>{t("ask.code-lead", { days: RECOVERY_REQUEST_DAYS })}</p>
          <div data-testid="request-code">
            <CodeGroups groups={code.words} language={code.wordsLanguage} />
          </div>
        </section>
      )}
    </Screen>
  );
}
