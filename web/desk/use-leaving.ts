/**
 * What stands in the way of leaving, and the work of clearing it: one colleague takes over what nobody else could
 * read. Invariant: the membership ends only when the server has said that nothing is left unreadable.
 */
import { mayCall } from "../../worker/contract/powers.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { withAudit } from "./audited.ts";
import {
  fetchHoldings,
  handOverAll,
  type Handed,
  type HandingOver,
  type Holding,
} from "./handing-over.ts";
import type { DeskSession } from "./session.ts";

export type LeavingWork = "resting" | "looking" | "handing-over" | "leaving";

export interface LeavingTrouble {
  readonly code: FailureCode;
  /** What would be left with nobody, where the server refused for that. */
  readonly what: "cases" | "desk" | "coordinator" | null;
}

export interface HeldLeaving {
  /** Null before they were fetched. */
  readonly holdings: readonly Holding[] | null;
  readonly work: LeavingWork;
  readonly trouble: LeavingTrouble | null;
  /** Of the handing over under way, or the last one; null before one. */
  readonly handed: (Handed & { readonly of: number; readonly stopped: boolean }) | null;
  readonly look: () => void;
  readonly handOver: (caseIds: readonly string[], to: HandingOver) => void;
  /** After the case under way. */
  readonly stop: () => void;
  readonly leave: () => void;
}

const STANDS_IN_THE_WAY = ["cases", "desk", "coordinator"] as const;

function troubleOf(thrown: unknown): LeavingTrouble {
  const code = failureCode(thrown);
  const field = thrown instanceof ApiFailure && code === "sole-holder" ? thrown.field : undefined;
  return { code, what: STANDS_IN_THE_WAY.find((what) => what === field) ?? null };
}

export function useLeaving(session: DeskSession, onLeft: () => void): HeldLeaving {
  const [holdings, setHoldings] = useState<HeldLeaving["holdings"]>(null);
  const [work, setWork] = useState<LeavingWork>("resting");
  const [trouble, setTrouble] = useState<LeavingTrouble | null>(null);
  const [handed, setHanded] = useState<HeldLeaving["handed"]>(null);
  // Read by work under way, which a later drawing would not reach.
  const [now] = useState(() => ({ here: true, busy: false, stopped: false }));

  async function run(kind: LeavingWork, steps: () => Promise<void>): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    now.stopped = false;
    setWork(kind);
    setTrouble(null);
    try {
      await steps();
    } catch (thrown) {
      if (now.here) setTrouble(troubleOf(thrown));
    }
    now.busy = false;
    if (now.here) setWork("resting");
  }

  async function look(): Promise<void> {
    // Who reviews nothing holds no case; should the server know better, it refuses the leaving.
    const holds = mayCall(session.self.roles, "holdings");
    const found = holds ? await fetchHoldings(session) : [];
    if (now.here) setHoldings(found);
  }

  async function handOver(caseIds: readonly string[], to: HandingOver): Promise<void> {
    const tell = (done: Handed): void => {
      if (now.here) setHanded({ ...done, of: caseIds.length, stopped: now.stopped });
    };
    tell({ done: [], failed: [] });
    const watch = { onStep: tell, isStopped: () => now.stopped || !now.here };
    tell(await handOverAll(session, caseIds, to, watch));
    await look();
  }

  async function leave(): Promise<void> {
    await withAudit(session, { kind: "left" }, (audit) =>
      call("leave", { audit }, { token: session.token }),
    );
    if (now.here) onLeft();
  }

  useEffect(() => {
    void run("looking", look);
    return () => {
      now.here = false;
    };
  }, []);

  return {
    holdings,
    work,
    trouble,
    handed,
    look: () => void run("looking", look),
    handOver: (caseIds, to) => void run("handing-over", () => handOver(caseIds, to)),
    stop: () => {
      now.stopped = true;
    },
    leave: () => void run("leaving", leave),
  };
}
