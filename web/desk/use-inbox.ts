/**
 * The inbox while a member is signed in: fetched a page at a time, kept while a case is read, gone with the
 * session. A failed fetch keeps what is already there.
 */
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import type { CardView } from "../vault/interface.ts";
import {
  EMPTY_INBOX,
  fetchAgain,
  fetchOlder,
  withCase,
  withoutCase,
  type Inbox,
} from "./inbox-load.ts";
import type { DeskSession } from "./session.ts";

export type InboxWork = "resting" | "fetching" | "fetching-all";

export interface HeldInbox {
  readonly inbox: Inbox;
  readonly work: InboxWork;
  readonly failure: FailureCode | null;
  readonly fetchOlder: () => void;
  readonly fetchAll: () => void;
  /** After the page under way. */
  readonly stop: () => void;
  readonly fetchAgain: () => void;
  readonly replace: (view: CardView) => void;
  /** A case that is this member's no more. */
  readonly drop: (caseId: string) => void;
}

export function useInbox(session: DeskSession): HeldInbox {
  const [inbox, setInbox] = useState<Inbox>(EMPTY_INBOX);
  const [work, setWork] = useState<InboxWork>("resting");
  const [failure, setFailure] = useState<FailureCode | null>(null);
  // Read by work under way, which a later drawing would not reach.
  const [now] = useState(() => ({ inbox: EMPTY_INBOX, busy: false, stopped: false, here: true }));

  function keep(next: Inbox): void {
    if (!now.here) return;
    now.inbox = next;
    setInbox(next);
  }

  async function run(kind: InboxWork, steps: () => Promise<void>): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    now.stopped = false;
    setWork(kind);
    setFailure(null);
    try {
      await steps();
    } catch (thrown) {
      if (now.here) setFailure(failureCode(thrown));
    } finally {
      now.busy = false;
      if (now.here) setWork("resting");
    }
  }

  async function older(): Promise<void> {
    keep(await fetchOlder(session, now.inbox));
  }

  async function all(): Promise<void> {
    do await older();
    while (now.inbox.next !== null && !now.stopped);
  }

  async function again(): Promise<void> {
    keep(await fetchAgain(session, now.inbox));
  }

  useEffect(() => {
    void run("fetching", older);
    return () => {
      now.here = false;
    };
  }, []);

  return {
    inbox,
    work,
    failure,
    fetchOlder: () => void run("fetching", older),
    fetchAll: () => void run("fetching-all", all),
    stop: () => {
      now.stopped = true;
    },
    fetchAgain: () => void run("fetching", again),
    replace: (view) => keep(withCase(now.inbox, view)),
    drop: (caseId) => keep(withoutCase(now.inbox, caseId)),
  };
}
