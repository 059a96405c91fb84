/** A member's own messages while their account is shown: what is wanted, where it goes, one piece of work at a time. */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { call } from "./call.ts";
import { usePresence } from "./presence.ts";

export type Notifications = OutputOf<"notifications">;
export type Place = Notifications["destinations"][number];
export type Wanted = Omit<InputOf<"saveNotifications">, "replacesVersion" | "destination">;
type NewPlace = InputOf<"saveNotifications">["destination"];

/** What was done last, to be said. */
export type NotifyDone = "saved" | "added" | "code-sent" | "confirmed" | "test-sent" | "removed";

export interface HeldNotifications {
  /** Null until they were fetched. */
  readonly notifications: Notifications | null;
  readonly busy: boolean;
  readonly done: NotifyDone | null;
  readonly failure: FailureCode | null;
  /** Does it, then fetches everything as it is now. False when it failed. */
  readonly run: (done: NotifyDone, work: () => Promise<unknown>) => Promise<boolean>;
  readonly save: (done: NotifyDone, wanted: Wanted, place: NewPlace) => Promise<boolean>;
}

export function useNotifications(token: string): HeldNotifications {
  const presence = usePresence();
  const [notifications, setNotifications] = useState<Notifications | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<NotifyDone | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [now] = useState(() => ({ busy: false }));

  async function load(): Promise<void> {
    const loaded = await call("notifications", {}, { token });
    if (presence.here) setNotifications(loaded);
  }

  async function perform(after: NotifyDone | null, work: () => Promise<unknown>): Promise<boolean> {
    if (now.busy) return false;
    now.busy = true;
    setBusy(true);
    setDone(null);
    setFailure(null);
    try {
      await work();
      await load();
      if (presence.here) setDone(after);
      return true;
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
      // Somebody else was quicker, or the answer got lost: what is there now is what counts.
      await load().catch(() => undefined);
      return false;
    } finally {
      now.busy = false;
      if (presence.here) setBusy(false);
    }
  }

  useEffect(() => void perform(null, async () => undefined), []);

  return {
    notifications,
    busy,
    done,
    failure,
    run: perform,
    save: async (after, wanted, destination) =>
      perform(after, async () =>
        call(
          "saveNotifications",
          { replacesVersion: notifications?.version ?? 0, ...wanted, destination },
          { token },
        ),
      ),
  };
}
