/**
 * Custodians' decisions on one case while it is on screen: fetched, checked, written into the conversation, and what
 * they open. Invariant: who the reporter is is held here only while it is shown, and shown only once they are told.
 */
import { call } from "./call.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import type { Identity } from "../payload/identity.ts";
import { decidersOf } from "../payload/release.ts";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import type { WaitingDecision } from "../vault/release-vetting.ts";
import type { CaseFile } from "./case-file.ts";
import type { DeskSession } from "./session.ts";
import type { HeldCase } from "./use-case.ts";

/** Entries one write takes, less one for the notes that may have to be opened with it. */
const DECISIONS_AT_ONCE = 3;

export type Revealed =
  | { readonly kind: "shown"; readonly release: string; readonly identity: Identity }
  /** Too few pieces fit; those of these custodians do not. */
  | { readonly kind: "short"; readonly release: string; readonly wrong: readonly string[] }
  | { readonly kind: "failed"; readonly release: string; readonly code: FailureCode };

export interface HeldReleases {
  readonly revealed: Revealed | null;
  /** The server showed a decision that nobody signed. */
  readonly forged: boolean;
  readonly failure: FailureCode | null;
  readonly busy: boolean;
  readonly reveal: (release: string) => void;
  readonly hide: () => void;
}

interface Found {
  readonly answer: Awaited<ReturnType<typeof fetchShares>>;
  readonly waiting: readonly WaitingDecision[];
}

async function fetchShares({ token }: DeskSession, caseId: string) {
  return await call("releaseShares", { case: caseId }, { token });
}

export function useReleases(
  session: DeskSession,
  held: HeldCase,
  file: CaseFile,
  acts: "open" | "shut",
): HeldReleases {
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [forged, setForged] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [busy, setBusy] = useState(false);
  const looked = useRef<CaseFile>(null);
  const caseId = file.plain.case;
  const { releases } = file.view.state;

  async function look(): Promise<Found> {
    return await session.inTurn(async () => {
      const answer = await fetchShares(session, caseId);
      const waiting = await session.vault.readReleases(answer);
      setForged(waiting.some(({ kind }) => kind === "forged"));
      return { answer, waiting };
    });
  }

  /** Writes down what custodians decided, whoever of the readers sees it first. */
  async function record(): Promise<void> {
    setFailure(null);
    try {
      const { waiting } = await look();
      const decisions = signedIn(waiting).slice(0, DECISIONS_AT_ONCE);
      if (decisions.length > 0) await held.act({ kind: "record-decisions", decisions });
    } catch (thrown) {
      setFailure(failureCode(thrown));
    }
  }
  const undecided = releases.some(
    (release) => release.decisions.length < decidersOf(release).length,
  );
  // Each reading of the case is a reason to look once: at its entries, and at what was decided beside them.
  useEffect(() => {
    if (!undecided || acts !== "open" || held.busy !== null || looked.current === file) return;
    looked.current = file;
    void record();
  }, [file, held.busy]);

  async function open(release: string): Promise<void> {
    setBusy(true);
    setRevealed(null);
    try {
      const { answer } = await look();
      const found = await session.inTurn(() => session.vault.openIdentity(release, answer));
      if (found.kind === "short") {
        setRevealed({ kind: "short", release, wrong: found.wrong });
        return;
      }
      const told = releases.find(({ id }) => id === release)?.openedDay ?? null;
      if (told === null) {
        const result = await held.act({ kind: "open-identity", release, decisions: [] });
        if (result !== "kept") return;
      }
      const identity = await session.inTurn(() => session.vault.revealIdentity(release));
      setRevealed({ kind: "shown", release, identity });
    } catch (thrown) {
      setRevealed({ kind: "failed", release, code: failureCode(thrown) });
    } finally {
      setBusy(false);
    }
  }
  return {
    revealed,
    forged,
    failure,
    busy,
    reveal: (release) => void open(release),
    hide: () => setRevealed(null),
  };
}

function signedIn(waiting: readonly WaitingDecision[]) {
  return waiting.flatMap((found) => (found.kind === "unrecorded" ? [found.signed] : []));
}
