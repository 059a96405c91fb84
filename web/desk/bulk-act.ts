/**
 * One change to many cases: each is read, opened if nobody had, and written to, one after another, as a signed entry of
 * its own. Invariant: it stops between two cases and what was done stays done; a case that is not what its row said is
 * left as it was, and every case is accounted for.
 */
import { failureCode, type FailureCode } from "../failure.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { CardView } from "../vault/interface.ts";
import { carryOut } from "./case-act.ts";
import { isReader, readCase, type CaseFile } from "./case-file.ts";
import type { DeskSession } from "./session.ts";
import { isAt, undoOf, type Undo } from "./undoing.ts";

export type BulkChange =
  /** Null: nobody. */
  | { readonly kind: "assign"; readonly member: string | null }
  | { readonly kind: "label"; readonly label: string; readonly change: "on" | "off" };

export type BulkOutcome =
  /** `undo` null where there is no way back any more. */
  | { readonly kind: "done"; readonly undo: Undo | null }
  /** It was so already. */
  | { readonly kind: "same" }
  /** A colleague changed it since its row was fetched. */
  | { readonly kind: "overtaken" }
  /** Whom it was to be given cannot read it. */
  | { readonly kind: "no-reader" }
  | { readonly kind: "failed"; readonly code: FailureCode };

/** By case id, in the order they were done. */
export type BulkReport = ReadonlyMap<string, BulkOutcome>;

export interface BulkWatch {
  readonly onStep: (report: BulkReport) => void;
  /** As the case has become; `written` when this changed it, and did not only read it. */
  readonly onFile: (file: CaseFile, written: boolean) => void;
  /** Asked before each case. */
  readonly isStopped: () => boolean;
}

function payloadFor(change: BulkChange): CaseworkPayload {
  return change.kind === "assign"
    ? { type: "assignment", member: change.member }
    : { type: "label", label: change.label, change: change.change };
}

/** Is the case another than its row said, in what matters to the change? */
export function isOvertaken({ card }: CardView, { view }: CaseFile, change: BulkChange): boolean {
  const { standing, state } = view;
  if (card === null) return false;
  if (card.standing !== standing) return true;
  const assigned = state.casework.assignment?.member ?? null;
  return change.kind === "assign" && (card.casework?.assigned ?? null) !== assigned;
}

function isSo({ view }: CaseFile, change: BulkChange): boolean {
  const { assignment, labels } = view.state.casework;
  return change.kind === "assign"
    ? (assignment?.member ?? null) === change.member
    : labels.includes(change.label) === (change.change === "on");
}

async function opened(session: DeskSession, caseId: string): Promise<CaseFile> {
  const file = await readCase(session, caseId);
  if (file.view.broken !== null) throw new VaultFailure(file.view.broken.code);
  if (!isReader(file.view, session.self.id)) throw new VaultFailure("not-permitted");
  if (file.view.internal !== "none") return file;
  const outcome = await carryOut(session, file, { kind: "open" }, "just-read");
  return outcome.kind === "gone" ? file : outcome.file;
}

type Step = { readonly outcome: BulkOutcome; readonly file: CaseFile };

async function changeOne(session: DeskSession, row: CardView, change: BulkChange): Promise<Step> {
  const file = await opened(session, row.plain.case);
  if (isOvertaken(row, file, change)) return { outcome: { kind: "overtaken" }, file };
  if (isSo(file, change)) return { outcome: { kind: "same" }, file };
  const { readers } = file.view.state.access;
  if (change.kind === "assign" && change.member !== null && !readers.includes(change.member)) {
    return { outcome: { kind: "no-reader" }, file };
  }
  const payload = payloadFor(change);
  const act = { kind: "casework", payload } as const;
  const written = await carryOut(session, file, act, "just-read");
  if (written.kind === "gone") return { outcome: { kind: "overtaken" }, file };
  if (written.kind === "overtaken") return { outcome: { kind: "overtaken" }, file: written.file };
  return {
    outcome: { kind: "done", undo: undoOf(payload, file, written.file) },
    file: written.file,
  };
}

async function undoOne(session: DeskSession, caseId: string, undo: Undo): Promise<Step> {
  const file = await opened(session, caseId);
  if (!isAt(file, undo.mark)) return { outcome: { kind: "overtaken" }, file };
  const act = { kind: "casework", payload: undo.payload } as const;
  const written = await carryOut(session, file, act, "just-read", (now) => isAt(now, undo.mark));
  if (written.kind === "gone") return { outcome: { kind: "overtaken" }, file };
  const kind = written.kind === "kept" ? ("done" as const) : ("overtaken" as const);
  return {
    outcome: kind === "done" ? { kind, undo: null } : { kind },
    file: written.file,
  };
}

async function forEach(
  caseIds: readonly string[],
  step: (caseId: string) => Promise<Step>,
  { onStep, onFile, isStopped }: BulkWatch,
): Promise<BulkReport> {
  const report = new Map<string, BulkOutcome>();
  for (const caseId of caseIds) {
    if (isStopped()) break;
    try {
      const { outcome, file } = await step(caseId);
      report.set(caseId, outcome);
      onFile(file, outcome.kind === "done");
    } catch (thrown) {
      report.set(caseId, { kind: "failed", code: failureCode(thrown) });
    }
    onStep(new Map(report));
  }
  return report;
}

/** @param rows as they were when they were chosen */
export async function changeAll(
  session: DeskSession,
  rows: readonly CardView[],
  change: BulkChange,
  watch: BulkWatch,
): Promise<BulkReport> {
  const byCase = new Map(rows.map((row) => [row.plain.case, row]));
  const one = async (caseId: string): Promise<Step> => {
    const row = byCase.get(caseId);
    if (row === undefined) throw new VaultFailure("not-ready");
    return await changeOne(session, row, change);
  };
  return await forEach([...byCase.keys()], one, watch);
}

/** Every case of that report that has a way back, for as long as nothing else was written to it. */
export async function undoAll(
  session: DeskSession,
  report: BulkReport,
  watch: BulkWatch,
): Promise<BulkReport> {
  const undos = undosIn(report);
  const one = async (caseId: string): Promise<Step> => {
    const undo = undos.get(caseId);
    if (undo === undefined) throw new VaultFailure("not-ready");
    return await undoOne(session, caseId, undo);
  };
  return await forEach([...undos.keys()], one, watch);
}

export function undosIn(report: BulkReport): ReadonlyMap<string, Undo> {
  return new Map(
    [...report].flatMap(([caseId, outcome]) =>
      outcome.kind === "done" && outcome.undo !== null ? [[caseId, outcome.undo] as const] : [],
    ),
  );
}
