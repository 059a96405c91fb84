/**
 * In one's account: the colleagues who can bring one back, and whoever asks them in one's name.
 */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import type { ColleaguesView, OwnRequestView, SetUpView } from "../vault/colleague-views.ts";
import { ChooseColleagues } from "./choose-colleagues.tsx";
import {
  loadColleagues,
  prepareEnd,
  prepareSetUp,
  refuseRecovery,
  type PreparedSetUp,
} from "./colleagues-work.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

type Done = "nothing" | "saved" | "undone" | "refused";
const DONE_TEXT = {
  saved: "colleagues.saved",
  undone: "colleagues.undone",
  refused: "colleagues.refused-done",
} as const satisfies Record<Exclude<Done, "nothing">, string>;

function SetUp({ setUp }: { readonly setUp: SetUpView }) {
  const { t, day, list } = useDesk();
  switch (setUp.kind) {
    case "none":
      return <p>{t("colleagues.none")}</p>;
    case "refused":
      return (
        <Notice kind="problem" title={t("colleagues.refused-title")}>
          <p>{t("colleagues.refused")}</p>
        </Notice>
      );
    case "stands": {
      const { colleagues, threshold, standing } = setUp;
      const names = list(colleagues.map(({ name }) => name));
      const left = colleagues.filter((one) => one.standing === "left").map(({ name }) => name);
      return (
        <>
          <p>{t("colleagues.who", { day: day(setUp.day), names, threshold })}</p>
          {left.length === 0 ? null : <p>{t("colleagues.left", { names: list(left) })}</p>}
          {standing === "weak" ? (
            <Notice kind="problem" title={t("colleagues.weak-title")}>
              <p>{t("colleagues.weak")}</p>
            </Notice>
          ) : null}
          {standing === "off" ? <p>{t("colleagues.off-remains")}</p> : null}
          {standing === "works" && left.length > 0 ? (
            <Notice kind="caution">
              <p>{t("colleagues.someone-left")}</p>
            </Notice>
          ) : null}
        </>
      );
    }
  }
}

interface AskedProps {
  readonly request: OwnRequestView;
  readonly busy: boolean;
  readonly onRefuse: () => void;
}

function AskedInMyName({ request, busy, onRefuse }: AskedProps) {
  const { t, day } = useDesk();
  return (
    <Notice kind="caution" title={t("colleagues.asked-title")}>
      <p>{t("colleagues.asked", { day: day(request.day) })}</p>
      <p id="asked-words">{t("colleagues.asked-words")}</p>
      <Words words={request.words} labelledBy="asked-words" />
      <Actions>
        <Button kind="warning" busy={busy} onPress={onRefuse}>
          {t("colleagues.refuse")}
        </Button>
      </Actions>
    </Notice>
  );
}

export function AccountColleagues({ session }: { readonly session: DeskSession }) {
  const { t } = useDesk();
  const common = useCommon();
  const presence = usePresence();
  const threshold = session.roster.recoveryThreshold;
  const [view, setView] = useState<ColleaguesView | null>(null);
  const [day, setDay] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done>("nothing");
  const [failure, setFailure] = useState<FailureCode | null>(null);
  /** What was sealed for this choice, and may have arrived. */
  const [last, setLast] = useState<(PreparedSetUp & { readonly choice: string }) | null>(null);

  async function load(): Promise<void> {
    const loaded = await loadColleagues(session);
    if (!presence.here) return;
    setView(loaded.view);
    setDay(loaded.day);
  }
  async function run(after: Done, work: () => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setDone("nothing");
    setFailure(null);
    try {
      await work();
      if (presence.here) setChoosing(false);
      await load();
      if (presence.here) setDone(after);
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
    } finally {
      if (presence.here) setBusy(false);
    }
  }
  async function send(choice: string, prepare: () => Promise<PreparedSetUp>): Promise<void> {
    const prepared = last?.choice === choice ? last : { choice, ...(await prepare()) };
    setLast(prepared);
    try {
      await prepared.send();
      setLast(null);
    } catch (thrown) {
      // Only what may have arrived is sent again as it was.
      if (!["offline", "unreadable-answer"].includes(failureCode(thrown))) setLast(null);
      throw thrown;
    }
  }
  useEffect(() => void run("nothing", async () => undefined), []);

  if (view === null && failure === null) return null;
  const setUp = view?.setUp ?? { kind: "none" };
  if (threshold === null && setUp.kind === "none" && failure === null) return null;
  const others = session.roster.members.filter(
    ({ id, revoked }) => !revoked && id !== session.self.id,
  );
  const request = view?.request ?? null;
  return (
    <section class="account-part" aria-labelledby="account-colleagues">
      <h2 id="account-colleagues">{t("colleagues.title")}</h2>
      <p>{threshold === null ? t("colleagues.off") : t("colleagues.lead", { count: threshold })}</p>
      {done === "nothing" ? null : (
        <Notice kind="done" live="status">
          <p>{t(DONE_TEXT[done])}</p>
        </Notice>
      )}
      {failure === null ? null : (
        <Notice kind="problem">
          <p>
            {failure === "conflict"
              ? t("account.overtaken")
              : t("colleagues.failed", { reason: failureSentence(common, failure) })}
          </p>
        </Notice>
      )}
      {request === null ? null : (
        <AskedInMyName
          request={request}
          busy={busy}
          onRefuse={() =>
            void run("refused", async () => refuseRecovery(session, request.signInKey))
          }
        />
      )}
      <SetUp setUp={setUp} />
      {choosing && threshold !== null ? (
        <ChooseColleagues
          others={others}
          threshold={threshold}
          busy={busy}
          onChosen={(chosen) =>
            void run("saved", async () =>
              send(chosen.join(" "), async () => prepareSetUp(session, chosen, day)),
            )
          }
          onPutAway={() => setChoosing(false)}
        />
      ) : (
        <Actions>
          {threshold === null ? null : (
            <Button kind="secondary" busy={busy} onPress={() => setChoosing(true)}>
              {t(setUp.kind === "none" ? "colleagues.choose" : "colleagues.replace")}
            </Button>
          )}
          {setUp.kind === "none" ? null : (
            <Button
              kind="quiet"
              busy={busy}
              onPress={() =>
                void run("undone", async () => send("", async () => prepareEnd(session)))
              }
            >
              {t("colleagues.undo")}
            </Button>
          )}
        </Actions>
      )}
      <StatusLine text={busy && choosing ? t("colleagues.saving") : ""} />
    </section>
  );
}
