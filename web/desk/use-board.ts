/** The board at work: the server's counts, and the cards of whoever reads cases, each asked for to the last. */
import { mayCall } from "../../worker/contract/powers.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { countBoard, type BoardCounts } from "./counting.ts";
import { EMPTY_INBOX, fetchOlder, type Inbox } from "./inbox-load.ts";
import type { DeskSession } from "./session.ts";

/** What the server counted; `none` for whom it counts nothing. */
export type CountsState =
  | { readonly kind: "none" | "asking" }
  | { readonly kind: "failed"; readonly code: FailureCode }
  | { readonly kind: "told"; readonly counts: BoardCounts };

/** The cards fetched so far. */
export interface CardsState {
  readonly kind: "none" | "fetching" | "stopped" | "all" | "failed";
  readonly code: FailureCode | null;
  readonly inbox: Inbox;
}

export interface HeldBoard {
  readonly counts: CountsState;
  readonly cards: CardsState;
  /** From the start. */
  readonly refresh: () => void;
  /** After the page of cards under way. */
  readonly stop: () => void;
}

export function useBoard(session: DeskSession): HeldBoard {
  const { roles } = session.self;
  const coordinates = mayCall(roles, "board");
  const reads = mayCall(roles, "inbox");
  const [counts, setCounts] = useState<CountsState>({ kind: coordinates ? "asking" : "none" });
  const [cards, setCards] = useState<CardsState>({
    kind: reads ? "fetching" : "none",
    code: null,
    inbox: EMPTY_INBOX,
  });
  const under = useRef<AbortController | null>(null);

  async function count({ signal }: AbortController): Promise<void> {
    const told = await countBoard(session).then(
      (found): CountsState => ({ kind: "told", counts: found }),
      (failure): CountsState => ({ kind: "failed", code: failureCode(failure) }),
    );
    if (!signal.aborted) setCounts(told);
  }

  async function fetchCards({ signal }: AbortController): Promise<void> {
    let inbox = EMPTY_INBOX;
    try {
      do {
        inbox = await fetchOlder(session, inbox);
        if (signal.aborted) return;
        setCards({ kind: inbox.next === null ? "all" : "fetching", code: null, inbox });
      } while (inbox.next !== null);
    } catch (failure) {
      if (!signal.aborted) setCards({ kind: "failed", code: failureCode(failure), inbox });
    }
  }

  function refresh(): void {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    if (coordinates) void count(controller);
    if (!reads) return;
    setCards({ ...cards, kind: "fetching", code: null });
    void fetchCards(controller);
  }

  useEffect(() => {
    refresh();
    return () => under.current?.abort();
  }, []);

  return {
    counts,
    cards,
    refresh,
    stop: () => {
      under.current?.abort();
      setCards({ ...cards, kind: "stopped" });
    },
  };
}
