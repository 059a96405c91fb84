/**
 * Reading one case to its end. The vault verifies; this only carries.
 * Invariant: the first page in a session is asked for with its entry in the audit log, and an entry of the case that
 * was written under an unknown list of people is held against every list there ever was.
 */
import type { SignedAudit } from "../../worker/contract/audit.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import type { JournalItem } from "../payload/journal.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { CaseView, DeskCaseView, OtherList } from "../vault/interface.ts";
import { learnRosters } from "./audit-reading.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";

export type Cursor = InputOf<"readCase">["after"];
type CasePlain = OutputOf<"readCase">["plain"];

export interface CaseFile {
  readonly plain: CasePlain;
  readonly view: DeskCaseView;
  /** The server's day at the last reading. */
  readonly day: number;
  /** Entries under a list of people that is not in the organisation's history, as far as it can be had. */
  readonly otherLists: readonly OtherList[];
}

const START: Cursor = { conversation: 0, internal: 0 };

/** The last seq held in each lane. */
export function cursorOf(items: readonly JournalItem[]): Cursor {
  const last = (lane: JournalItem["lane"]): number =>
    items.reduce((seq, item) => (item.lane === lane ? Math.max(seq, item.seq) : seq), 0);
  return { conversation: last("conversation"), internal: last("internal") };
}

/** Where to read on. A lane that broke or has no key stays as it is: its end is passed over. */
function reachedIn({ broken, internal, items }: CaseView, plain: CasePlain): Cursor {
  const last = cursorOf(items);
  const closed = internal === "not-sealed-to-you" || broken?.lane === "internal";
  return {
    conversation: broken?.lane === "conversation" ? plain.conversationSeq : last.conversation,
    internal: closed ? plain.internalSeq : last.internal,
  };
}

/** The first page in a session is given for an entry in the audit log, the later ones because of it. */
async function readPage(
  session: DeskSession,
  caseId: string,
  after: Cursor,
): Promise<OutputOf<"readCase">> {
  const { token, openedCases } = session;
  const read = (audit: SignedAudit | null) =>
    call("readCase", { case: caseId, after, audit }, { token });
  if (openedCases.has(caseId)) return await read(null);
  const page = await withAudit(session, { kind: "case-opened", case: caseId }, read);
  openedCases.add(caseId);
  return page;
}

/** Most cases hold nothing but the list in force; the whole history is fetched only when one does. */
async function otherListsIn(session: DeskSession): Promise<readonly OtherList[]> {
  const unknown = await session.vault.otherLists();
  if (unknown.length === 0) return unknown;
  try {
    await learnRosters(session);
  } catch {
    // Withheld, or it does not lead up to the list in force: what is unknown stays so.
    return unknown;
  }
  return await session.vault.otherLists();
}

export async function readFrom(
  session: DeskSession,
  caseId: string,
  start: Cursor,
): Promise<CaseFile> {
  let after = start;
  for (;;) {
    const page = await readPage(session, caseId, after);
    const view = await session.vault.openCase(page);
    if (!page.more) {
      return { plain: page.plain, view, day: page.day, otherLists: await otherListsIn(session) };
    }
    const reached = reachedIn(view, page.plain);
    if (reached.conversation === after.conversation && reached.internal === after.internal) {
      // A page that promises more and brings nothing would be read for ever.
      throw new VaultFailure("journal-truncated");
    }
    after = reached;
  }
}

/** What a newer roster may settle: an author this one does not know, and none that held when last asked. */
const ROSTER_DOUBTS: readonly (FailureCode | null)[] = ["entry-signature", "not-ready"];

function isDoubtful({ view, otherLists }: CaseFile): boolean {
  return otherLists.length > 0 || ROSTER_DOUBTS.includes(view.broken?.code ?? null);
}

/** Once, and only where it may help, under the newest roster. */
export async function readFromStart(session: DeskSession, caseId: string): Promise<CaseFile> {
  const reading = readFrom(session, caseId, START);
  const doubtful = await reading.then(isDoubtful, (failure) =>
    ROSTER_DOUBTS.includes(failureCode(failure)),
  );
  if (!doubtful) return await reading;
  try {
    await session.renewRoster();
  } catch (failure) {
    // Out of reach: what was found stands.
    if (failure instanceof ApiFailure) return await reading;
    throw failure;
  }
  return await readFrom(session, caseId, START);
}

/** @throws VaultFailure when nothing of the journal verifies, ApiFailure when it cannot be had. */
export async function readCase(session: DeskSession, caseId: string): Promise<CaseFile> {
  return await session.inTurn(() => readFromStart(session, caseId));
}

/** May that member read this case, by what it says itself? */
export function isReader({ state }: CaseView, member: string): boolean {
  return state.access.readers.includes(member);
}
