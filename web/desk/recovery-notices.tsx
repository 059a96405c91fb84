/** After signing in: whether a colleague asks to be let back in, and whether somebody asks in one's own name. */
import { call } from "./call.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { usePresence } from "./presence.ts";
import type { PlaceName } from "./places.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

export interface RecoveryNoticesProps {
  readonly session: DeskSession;
  /** What is being looked at already is not pointed out. */
  readonly here: PlaceName | null;
  readonly onRecoveries: () => void;
  readonly onAccount: () => void;
}

export function RecoveryNotices(props: RecoveryNoticesProps) {
  const { session, here, onRecoveries, onAccount } = props;
  const { t } = useDesk();
  const presence = usePresence();
  const [asking, setAsking] = useState(0);
  const [inMyName, setInMyName] = useState(false);
  const { token } = session;

  async function look(): Promise<void> {
    const [{ requests }, { request }] = await Promise.all([
      call("recoveryRequests", {}, { token }),
      call("ownColleagues", {}, { token }),
    ]);
    if (!presence.here) return;
    setAsking(requests.filter(({ decision }) => decision === null).length);
    setInMyName(request !== null);
  }
  // Whoever has been there has seen it.
  useEffect(() => {
    if (here === "account") setInMyName(false);
    if (here === "recoveries") setAsking(0);
  }, [here]);
  useEffect(() => {
    // What cannot be fetched now is shown at its own place, with the reason.
    look().catch(() => undefined);
  }, []);

  return (
    <>
      {inMyName && here !== "account" ? (
        <Notice kind="caution" live="status">
          <p>{t("colleagues.asked-notice")}</p>
          <Actions>
            <Button kind="secondary" onPress={onAccount}>
              {t("colleagues.look")}
            </Button>
          </Actions>
        </Notice>
      ) : null}
      {asking === 0 || here === "recoveries" ? null : (
        <Notice kind="info" live="status">
          <p>{t("recoveries.notice", { count: asking })}</p>
          <Actions>
            <Button kind="secondary" onPress={onRecoveries}>
              {t("place.recoveries")}
            </Button>
          </Actions>
        </Notice>
      )}
    </>
  );
}
