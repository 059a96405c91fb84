/**
 * Giving one colleague many cases: each is read, opened if nobody had, and granted, one after another. Invariant: it
 * can be stopped between two cases, and what was done before stays done; a case that could not be given is named
 * with its reason and left as it was.
 */
import { call } from "./call.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { CardView } from "../vault/interface.ts";
import { carryOut } from "./case-act.ts";
import { readCase, type CaseFile } from "./case-file.ts";
import type { DeskSession } from "./session.ts";

export interface Holding {
  readonly view: CardView;
  /** How many others could read it if this member left. */
  readonly others: number;
}

/** Everything this member holds, newest first. @throws ApiFailure, VaultFailure */
export async function fetchHoldings(session: DeskSession): Promise<readonly Holding[]> {
  const held = new Map<string, Holding>();
  let after: OutputOf<"holdings">["next"] = null;
  do {
    const page: OutputOf<"holdings"> = await call("holdings", { after }, { token: session.token });
    const views = await session.vault.openCards(
      page.cases.map(({ plain, card, wrap, step }) => ({ plain, card, wrap, step })),
    );
    const before = held.size;
    for (const [at, view] of views.entries()) {
      held.set(view.plain.case, { view, others: page.cases[at]?.others ?? 0 });
    }
    // A page that brings nothing new would be asked for without end.
    after = held.size > before ? page.next : null;
  } while (after !== null);
  return [...held.values()];
}

export interface HandingOver {
  readonly member: string;
  readonly reason: string;
  readonly language: string;
}

async function opened(session: DeskSession, file: CaseFile): Promise<CaseFile> {
  if (file.view.internal !== "none") return file;
  const outcome = await carryOut(session, file, { kind: "open" }, "just-read-newest");
  return outcome.kind === "gone" ? file : outcome.file;
}

/** @throws VaultFailure `not-permitted` for a case whose reporter took that colleague out; VaultFailure, ApiFailure. */
async function handOver(session: DeskSession, caseId: string, to: HandingOver): Promise<void> {
  const file = await opened(session, await readCase(session, caseId));
  if (file.view.broken !== null) throw new VaultFailure(file.view.broken.code);
  if (file.view.state.access.readers.includes(to.member)) return;
  const outcome = await carryOut(session, file, { kind: "grant", ...to }, "just-read-newest");
  if (outcome.kind === "overtaken") throw new VaultFailure("not-permitted");
}

export interface Handed {
  readonly done: readonly string[];
  readonly failed: readonly { readonly caseId: string; readonly code: FailureCode }[];
}

/**
 * Under one roster, fetched first. `onStep` is told after each case; `isStopped` is asked before each.
 * @throws VaultFailure, ApiFailure when not even the roster could be had
 */
export async function handOverAll(
  session: DeskSession,
  caseIds: readonly string[],
  to: HandingOver,
  watch: { readonly onStep: (handed: Handed) => void; readonly isStopped: () => boolean },
): Promise<Handed> {
  await session.inTurn(() => session.renewRoster());
  let handed: Handed = { done: [], failed: [] };
  for (const caseId of caseIds) {
    if (watch.isStopped()) break;
    try {
      await handOver(session, caseId, to);
      handed = { ...handed, done: [...handed.done, caseId] };
    } catch (thrown) {
      const code = failureCode(thrown);
      handed = { ...handed, failed: [...handed.failed, { caseId, code }] };
    }
    watch.onStep(handed);
  }
  return handed;
}
