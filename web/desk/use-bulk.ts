/** Which cases are selected, and the one change to them under way or just made. Kept while a case is read. */
import { useEffect, useState } from "../ui/dom.ts";
import type { CardView } from "../vault/interface.ts";
import {
  changeAll,
  undoAll,
  undosIn,
  type BulkChange,
  type BulkReport,
  type BulkWatch,
} from "./bulk-act.ts";
import type { DeskSession } from "./session.ts";

export interface BulkWork {
  readonly what: "change" | "undo";
  /** How many cases it is about. */
  readonly of: number;
  readonly report: BulkReport;
  readonly state: "running" | "ended" | "stopped";
}

export interface HeldBulk {
  readonly selected: ReadonlySet<string>;
  readonly select: (caseIds: ReadonlySet<string>) => void;
  /** The one under way, or the last; null before one. */
  readonly work: BulkWork | null;
  readonly busy: boolean;
  readonly change: (rows: readonly CardView[], change: BulkChange) => void;
  /** Null when nothing of the last change can be taken back. */
  readonly undo: (() => void) | null;
  /** After the case under way. */
  readonly stop: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useBulk(session: DeskSession, onFile: BulkWatch["onFile"]): HeldBulk {
  const [selected, setSelected] = useState(NONE);
  const [work, setWork] = useState<BulkWork | null>(null);
  // Read by work under way, which a later drawing would not reach.
  const [now] = useState(() => ({ here: true, busy: false, stopped: false, onFile }));
  now.onFile = onFile;

  async function run(
    what: BulkWork["what"],
    of: number,
    steps: (watch: BulkWatch) => Promise<BulkReport>,
  ): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    now.stopped = false;
    const tell = (report: BulkReport, state: BulkWork["state"]): void => {
      if (now.here) setWork({ what, of, report, state });
    };
    tell(new Map(), "running");
    const report = await steps({
      onStep: (done) => tell(done, "running"),
      onFile: (file, written) => {
        if (now.here) now.onFile(file, written);
      },
      isStopped: () => now.stopped || !now.here,
    });
    now.busy = false;
    tell(report, report.size < of ? "stopped" : "ended");
  }

  function undo(): void {
    if (work === null) return;
    const { report } = work;
    void run("undo", undosIn(report).size, (watch) => undoAll(session, report, watch));
  }

  useEffect(
    () => () => {
      now.here = false;
    },
    [],
  );

  const busy = work?.state === "running";
  return {
    selected,
    select: setSelected,
    work,
    busy,
    change: (rows, change) => {
      setSelected(NONE);
      void run("change", rows.length, (watch) => changeAll(session, rows, change, watch));
    },
    undo: work === null || busy || undosIn(work.report).size === 0 ? null : undo,
    stop: () => {
      now.stopped = true;
    },
  };
}
