/**
 * One case while it is on screen: reading it, acting on it, and what went wrong. Invariant: while a check of
 * its journal fails nothing is written to it from this screen, and its card stays what it was.
 */
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { VaultFailure } from "../vault/failure.ts";
import { byOthersSince, carryOut, type CaseAct } from "./case-act.ts";
import { cursorOf, isReader, readCase, type CaseFile } from "./case-file.ts";
import type { DeskSession } from "./session.ts";
import { isAt, undoOf, type Undo } from "./undoing.ts";

/** `overtaken`: somebody else changed the case so that the act no longer fits. */
export type ActResult = "kept" | "overtaken" | "gone" | "failed";

export type CaseTrouble =
  | { readonly kind: "not-read"; readonly code: FailureCode }
  /** The server answered, and what it answered does not hold together. */
  | { readonly kind: "broken"; readonly code: FailureCode }
  | { readonly kind: "not-sent"; readonly act: CaseAct["kind"]; readonly code: FailureCode }
  | { readonly kind: "overtaken"; readonly act: CaseAct["kind"] };

export type CaseNews =
  | { readonly kind: "opened" }
  | { readonly kind: "read-again"; readonly added: number }
  | { readonly kind: "undone" }
  | {
      readonly kind: "kept";
      readonly act: Exclude<CaseAct["kind"], "open" | "recusal">;
      /** Entries of others that came between, and that nobody here has seen yet. */
      readonly meanwhile: number;
    };

export interface HeldCase {
  readonly file: CaseFile | null;
  readonly busy: "reading" | CaseAct["kind"] | null;
  readonly trouble: CaseTrouble | null;
  readonly news: CaseNews | null;
  readonly readAgain: () => void;
  readonly openNotes: () => void;
  readonly act: (act: CaseAct) => Promise<ActResult>;
  /** Writes the opposite of what was written last; null once anything else was, and where there is none. */
  readonly undo: (() => void) | null;
}

/** What the vault throws when a page does not verify; everything else may pass. */
const BROKEN: readonly FailureCode[] = [
  "wrap-invalid",
  "entry-invalid",
  "entry-signature",
  "entry-order",
  "journal-truncated",
];

function entriesIn({ view }: CaseFile): number {
  const { conversation, internal } = cursorOf(view.items);
  return conversation + internal;
}

/** Settled by that act alone: another that gets through says nothing of it. */
interface Doubt {
  /** The act as JSON. */
  readonly act: string;
  readonly before: CaseFile;
}

interface Now {
  here: boolean;
  busy: boolean;
  file: CaseFile | null;
  /** Acts that may have reached the server, each with the case as it stood before. */
  doubts: readonly Doubt[];
  /** An act failed after the last reading: the vault may hold part of one. */
  behind: boolean;
}

export interface CaseWatch {
  /** A newer reading of the case; `acted` when it holds something this member just wrote. */
  readonly onFile: (file: CaseFile, acted: boolean) => void;
}

export function useCase(session: DeskSession, caseId: string, { onFile }: CaseWatch): HeldCase {
  const [file, setFile] = useState<CaseFile | null>(null);
  const [busy, setBusy] = useState<HeldCase["busy"]>(null);
  const [trouble, setTrouble] = useState<CaseTrouble | null>(null);
  const [news, setNews] = useState<CaseNews | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  // Read by work under way, which a later drawing would not reach.
  const [now] = useState(() => {
    const started: Now = { here: true, busy: false, file: null, doubts: [], behind: false };
    return started;
  });

  function keep(next: CaseFile, acted: boolean): void {
    now.file = next;
    if (next.view.broken === null) onFile(next, acted);
    if (now.here) setFile(next);
  }

  function fail(thrown: unknown, otherwise: (code: FailureCode) => CaseTrouble): void {
    const code = failureCode(thrown);
    const broken = thrown instanceof VaultFailure && BROKEN.includes(code);
    if (now.here) setTrouble(broken ? { kind: "broken", code } : otherwise(code));
  }

  async function alone(kind: HeldCase["busy"], work: () => Promise<void>): Promise<void> {
    if (now.busy) return;
    now.busy = true;
    setBusy(kind);
    setTrouble(null);
    setNews(null);
    await work();
    now.busy = false;
    if (now.here) setBusy(null);
  }

  async function read(): Promise<void> {
    const before = now.file;
    try {
      const next = await readCase(session, caseId);
      now.behind = false;
      keep(next, false);
      if (!now.here) return;
      setNews(
        before === null
          ? { kind: "opened" }
          : { kind: "read-again", added: entriesIn(next) - entriesIn(before) },
      );
    } catch (thrown) {
      fail(thrown, (code) => ({ kind: "not-read", code }));
    }
  }

  /** @param undone what the act takes back; null for an act of its own */
  async function act(caseAct: CaseAct, undone: Undo | null = null): Promise<ActResult> {
    let result: ActResult = "failed";
    await alone(caseAct.kind, async () => {
      const before = now.file;
      if (before === null) return;
      const json = JSON.stringify(caseAct);
      const fits = undone === null ? undefined : (reached: CaseFile) => isAt(reached, undone.mark);
      try {
        const doubt = now.doubts.find((one) => one.act === json);
        const footing = doubt === undefined && !now.behind ? "just-read" : "unsure";
        const outcome = await carryOut(session, doubt?.before ?? before, caseAct, footing, fits);
        now.doubts = now.doubts.filter((one) => one.act !== json);
        now.behind = false;
        result = outcome.kind;
        if (outcome.kind === "gone") return;
        keep(outcome.file, outcome.kind === "kept");
        if (!now.here) return;
        const undoable = outcome.kind === "kept" && caseAct.kind === "casework" && undone === null;
        setUndo(undoable ? undoOf(caseAct.payload, before, outcome.file) : null);
        if (outcome.kind === "overtaken") {
          if (caseAct.kind !== "open") setTrouble({ kind: "overtaken", act: caseAct.kind });
        } else {
          const { kind } = caseAct;
          const meanwhile = byOthersSince(before, outcome.file, session.self.id);
          if (undone !== null) setNews({ kind: "undone" });
          else if (kind === "open" || kind === "recusal") setNews({ kind: "opened" });
          else setNews({ kind: "kept", act: kind, meanwhile });
        }
      } catch (thrown) {
        if (!now.doubts.some((one) => one.act === json)) {
          now.doubts = [...now.doubts, { act: json, before }];
        }
        now.behind = true;
        fail(thrown, (code) => ({ kind: "not-sent", act: caseAct.kind, code }));
      }
    });
    return result;
  }

  async function openNotes(): Promise<void> {
    await act({ kind: "open" });
  }

  async function readAgain(): Promise<void> {
    await alone("reading", read);
    // The first recipient to open a case makes its notes.
    const view = now.file?.view ?? null;
    if (!now.here || view === null || view.broken !== null) return;
    if (view.internal === "none" && isReader(view, session.self.id)) await openNotes();
  }

  const broken = file?.view.broken ?? null;

  useEffect(() => {
    void readAgain();
    return () => {
      now.here = false;
    };
  }, []);

  return {
    file,
    busy,
    trouble: broken === null ? trouble : { kind: "broken", code: broken.code },
    news,
    readAgain: () => void readAgain(),
    openNotes: () => void openNotes(),
    act: (caseAct) => act(caseAct),
    undo:
      undo !== null && file !== null && isAt(file, undo.mark)
        ? () => void act({ kind: "casework", payload: undo.payload }, undo)
        : null,
  };
}
