/** Where the member is signed in: by day and by proof. No device, no address, because none is kept. */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { call } from "./call.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useDesk } from "./text.ts";
import type { HeldAccount } from "./use-account.ts";

type Listed = OutputOf<"sessions">["sessions"][number];

export interface SessionsProps {
  readonly token: string;
  readonly sessions: readonly Listed[];
  readonly held: Pick<HeldAccount, "busy" | "run">;
  readonly onEverywhere: () => void;
}

export function Sessions({ token, sessions, held, onEverywhere }: SessionsProps) {
  const { t, day } = useDesk();

  function words({ createdDay, secondFactor, current }: Listed): string {
    const proof = t(`sessions.proof-${secondFactor}`);
    return t(current ? "sessions.this" : "sessions.other", { day: day(createdDay), proof });
  }
  function end(id: string): void {
    void held.run("session-ended", async () => {
      await call("endSession", { session: id }, { token });
      return "done";
    });
  }

  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions.title")}</h2>
      <p>{t("sessions.lead")}</p>
      <ul class="account-list">
        {sessions.map((session, at) => (
          <li key={session.id}>
            <span>{words(session)}</span>
            {session.current ? null : (
              <Button
                kind="secondary"
                busy={held.busy}
                label={t("sessions.end-which", { number: at + 1 })}
                onPress={() => end(session.id)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Actions>
        <Button kind="warning" busy={held.busy} onPress={onEverywhere}>
          {t("sessions.everywhere")}
        </Button>
      </Actions>
    </section>
  );
}
