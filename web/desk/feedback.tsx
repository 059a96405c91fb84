/**
 * What people said of how their reports were dealt with: how often each answer, and their words. Opened here, in the
 * vault of whoever coordinates; the counts are of what is on this page and nothing else knows them.
 */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import {
  countAnswers,
  FEEDBACK_ANSWERS,
  FEEDBACK_QUESTIONS,
  type Feedback as Said,
} from "../payload/given-feedback.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { FeedbackView } from "../vault/feedback-views.ts";
import { call } from "./call.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

const COLUMNS = [...FEEDBACK_ANSWERS, "left-out"] as const;

function Counts({ given }: { readonly given: readonly Said[] }) {
  const { t, number } = useDesk();
  const counts = countAnswers(given);
  return (
    <div class="wide-table" role="region" aria-label={t("feedback.question")} tabindex={0}>
      <table>
        <caption>{t("feedback.counts", { count: given.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("feedback.question")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`feedback.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FEEDBACK_QUESTIONS.map((question) => (
            <tr key={question} data-question={question}>
              <th scope="row">{t(`feedback.${question}`)}</th>
              {COLUMNS.map((column) => (
                <td key={column}>{number(counts[question][column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ views }: { readonly views: readonly FeedbackView[] }) {
  const { t, month } = useFeedbackText();
  const worded = views.filter(
    ({ said }) => said !== null && (said.text !== "" || said.case !== null),
  );
  if (worded.length === 0) return <p>{t("feedback.no-words")}</p>;
  return (
    <ul class="feedback-list">
      {worded.map(({ feedback, receivedMonth, said }) =>
        said === null ? null : (
          <li key={feedback}>
            <p class="field-hint">{month(receivedMonth)}</p>
            {said.text === "" ? null : <Passage text={said.text} language={said.language} />}
            {said.case === null ? null : (
              <p class="field-hint">
                {t("feedback.about")} <bdi dir="ltr">{said.case}</bdi>
              </p>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

/** A month by its name: its first day would look like the day something came. */
function useFeedbackText() {
  const { t, code } = useDesk();
  const months = new Intl.DateTimeFormat(code, { year: "numeric", month: "long", timeZone: "UTC" });
  return { t, month: (day: number) => months.format(day * 86_400_000) };
}

export function Feedback({ session }: { readonly session: DeskSession }) {
  const common = useCommon();
  const { t } = useDesk();
  const [views, setViews] = useState<readonly FeedbackView[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const { vault, token } = session;

  async function fetchAll(): Promise<void> {
    const all: FeedbackView[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask(after);
      all.push(...(await vault.openFeedback(page.feedback)));
      // A page that brings nothing would be asked for without end.
      after = page.feedback.length === 0 ? null : page.next;
    } while (after !== null);
    setViews(all.toSorted((a, b) => b.receivedMonth - a.receivedMonth));
  }
  function ask(after: string | null) {
    return call("readFeedback", { after }, { token });
  }
  async function read(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await session.inTurn(fetchAll);
    } catch (thrown) {
      setFailure(failureCode(thrown));
    } finally {
      setBusy(false);
    }
  }
  useEffect(() => void read(), []);

  const given = (views ?? []).flatMap(({ said }) => (said === null ? [] : [said]));
  const unopened = (views?.length ?? 0) - given.length;
  return (
    <Screen name="feedback" title={t("feedback.title")}>
      <p>{t("feedback.lead")}</p>
      <p class="field-hint">{t("feedback.anybody")}</p>
      <Actions>
        <Button kind="secondary" busy={busy} onPress={() => void read()}>
          {t("feedback.refresh")}
        </Button>
      </Actions>
      <StatusLine text={busy ? t("feedback.loading") : ""} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("feedback.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      {unopened === 0 ? null : (
        <Notice kind="caution">
          <p>{t("feedback.unopened", { count: unopened })}</p>
        </Notice>
      )}
      {views === null ? null : given.length === 0 ? (
        <p>{t("feedback.none")}</p>
      ) : (
        <>
          <Counts given={given} />
          <h2>{t("feedback.words")}</h2>
          <Words views={views} />
        </>
      )}
    </Screen>
  );
}
