/**
 * The inbox while a member is signed in: the newest page first, and then by itself all the others, because what
 * needs a person today may be the oldest. Kept while a case is read, gone with the session. A failed fetch keeps what
 * is already there.
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
  /** After the first page failed. */
  readonly fetchFirst: () => void;
  readonly fetchOlder: () => void;
  readonly fetchAll: () => void;
  /** After the page under way. */
  readonly stop: () => void;
  readonly fetchAgain: () => void;
  readonly replace: (view: CardView) => void;
  /** A case that is this member's no more. */
  readonly drop: (caseId: string) => void;
}

interface Now {
  inbox: Inbox;
  busy: boolean;
  stopped: boolean;
  here: boolean;
  /** What was done to cases on this page while a fetch is under way. */
  changes: ((held: Inbox) => Inbox)[];
}

export function useInbox(session: DeskSession): HeldInbox {
  const [inbox, setInbox] = useState<Inbox>(EMPTY_INBOX);
  const [work, setWork] = useState<InboxWork>("resting");
  const [failure, setFailure] = useState<FailureCode | null>(null);
  // Read by work under way, which a later drawing would not reach.
  const [now] = useState(() => {
    const started: Now = {
      inbox: EMPTY_INBOX,
      busy: false,
      stopped: false,
      here: true,
      changes: [],
    };
    return started;
  });

  function keep(next: Inbox): void {
    if (!now.here) return;
    now.inbox = next;
    setInbox(next);
  }

  function change(make: Now["changes"][number]): void {
    if (now.busy) now.changes.push(make);
    keep(make(now.inbox));
  }

  /** What a case became while this was on its way is newer than what it brings. */
  function keepFetched(fetched: Inbox): void {
    keep(now.changes.reduce((changed, make) => make(changed), fetched));
  }

  async function run(kind: InboxWork, steps: () => Promise<void>): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    now.stopped = false;
    now.changes = [];
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
    keepFetched(await fetchOlder(session, now.inbox));
  }

  async function rest(): Promise<void> {
    if (now.inbox.next === null || !now.here) return;
    setWork("fetching-all");
    while (now.inbox.next !== null && !now.stopped) await older();
  }

  async function first(): Promise<void> {
    await older();
    await rest();
  }

  async function again(): Promise<void> {
    keepFetched(await fetchAgain(session, now.inbox));
    await rest();
  }

  useEffect(() => {
    void run("fetching", first);
    return () => {
      now.here = false;
      now.stopped = true;
    };
  }, []);

  return {
    inbox,
    work,
    failure,
    fetchFirst: () => void run("fetching", first),
    fetchOlder: () => void run("fetching", older),
    fetchAll: () => void run("fetching-all", rest),
    stop: () => {
      now.stopped = true;
    },
    fetchAgain: () => void run("fetching", again),
    replace: (view) => change((before) => withCase(before, view)),
    drop: (caseId) => change((before) => withoutCase(before, caseId)),
  };
}
