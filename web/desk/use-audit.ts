/** The auditor's page at work: one check at a time, begun at once, stopped by leaving. */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { MonthCounts } from "../../worker/contract/figures.ts";
import { call } from "./call.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { countMonths } from "./counting.ts";
import { readWholeLog, type ReadLog } from "./audit-reading.ts";
import type { DeskSession } from "./session.ts";

export type AuditState =
  | { readonly kind: "reading"; readonly read: number; readonly of: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly code: FailureCode }
  | { readonly kind: "read"; readonly log: ReadLog };

/** What the server says besides, unsigned. */
export type AuditNotes =
  | { readonly kind: "asking" }
  | { readonly kind: "failed"; readonly code: FailureCode }
  | {
      readonly kind: "told";
      /** The newest month first. */
      readonly months: readonly MonthCounts[];
      readonly refused: OutputOf<"refusedActs">["refused"];
    };

export interface HeldAudit {
  readonly state: AuditState;
  readonly notes: AuditNotes;
  readonly start: () => void;
  readonly stop: () => void;
}

const BEGINNING: AuditState = { kind: "reading", read: 0, of: 0 };

async function askNotes({ token }: DeskSession): Promise<AuditNotes> {
  try {
    const [months, { refused }] = await Promise.all([
      countMonths({ token }),
      call("refusedActs", {}, { token }),
    ]);
    return { kind: "told", months, refused };
  } catch (failure) {
    return { kind: "failed", code: failureCode(failure) };
  }
}

export function useAudit(session: DeskSession): HeldAudit {
  const [state, setState] = useState<AuditState>(BEGINNING);
  const [notes, setNotes] = useState<AuditNotes>({ kind: "asking" });
  const under = useRef<AbortController | null>(null);

  async function check(controller: AbortController): Promise<void> {
    const { signal } = controller;
    const show = (next: AuditState): void => {
      if (!signal.aborted) setState(next);
    };
    try {
      const onProgress = (read: number, of: number): void => show({ kind: "reading", read, of });
      const log = await readWholeLog(session, { signal, onProgress });
      if (log !== null) show({ kind: "read", log });
    } catch (failure) {
      show({ kind: "failed", code: failureCode(failure) });
    }
  }

  function start(): void {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    setState(BEGINNING);
    void check(controller);
  }

  useEffect(() => {
    let here = true;
    start();
    const tell = async (): Promise<void> => {
      const told = await askNotes(session);
      if (here) setNotes(told);
    };
    void tell();
    return () => {
      here = false;
      under.current?.abort();
    };
  }, []);

  return {
    state,
    notes,
    start,
    stop: () => {
      under.current?.abort();
      setState({ kind: "stopped" });
    },
  };
}
