/** The people as last read, and one change at a time. What was shown stays while something is under way. */
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { loadPeople, type People } from "./people-work.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";

export interface HeldPeople {
  /** Null until they were read for the first time. */
  readonly people: People | null;
  readonly failure: FailureCode | null;
  readonly busy: boolean;
  readonly fetchAgain: () => void;
  /** Does it, reads everything again, and answers whether it was done; why not stands in `failure`. */
  readonly carryOut: (task: () => Promise<void>) => Promise<"done" | "not-done">;
}

export function usePeople(session: DeskSession): HeldPeople {
  const [people, setPeople] = useState<People | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [busy, setBusy] = useState(false);
  const presence = usePresence();

  async function carryOut(task: () => Promise<void>): Promise<"done" | "not-done"> {
    if (busy) return "not-done";
    setBusy(true);
    setFailure(null);
    try {
      await task();
      const read = await loadPeople(session);
      if (presence.here) setPeople(read);
      return "done";
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
      return "not-done";
    } finally {
      if (presence.here) setBusy(false);
    }
  }

  const fetchAgain = (): void => void carryOut(async () => undefined);
  useEffect(fetchAgain, []);
  return { people, failure, busy, fetchAgain, carryOut };
}
