/**
 * Reading one case to its end, and writing at its end. The vault verifies and seals; this only carries.
 * Invariant: an act is sealed on the journal as the member last saw it; whatever came between is read
 * first, and an act that came true meanwhile is not done twice. Who reads the notes is decided once, when
 * they are opened, so that is done under the newest roster.
 */
import type { SignedAudit } from "../../worker/contract/audit.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { call } from "../api/call.ts";
import { ApiFailure } from "../api/failure.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { JournalItem } from "../payload/journal.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { AccessAct, CaseView, DeskAct, DeskCaseView } from "../vault/interface.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";

type Cursor = InputOf<"readCase">["after"];
type CasePlain = OutputOf<"readCase">["plain"];

export interface CaseFile {
  readonly plain: CasePlain;
  readonly view: DeskCaseView;
  /** The server's day at the last reading. */
  readonly day: number;
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

async function readFrom(session: DeskSession, caseId: string, start: Cursor): Promise<CaseFile> {
  let after = start;
  for (;;) {
    const page = await readPage(session, caseId, after);
    const view = await session.vault.openCase(page);
    if (!page.more) return { plain: page.plain, view, day: page.day };
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

/** Once, and only where it may help, under the newest roster. */
async function readFromStart(session: DeskSession, caseId: string): Promise<CaseFile> {
  const reading = readFrom(session, caseId, START);
  const code = await reading.then(({ view }) => view.broken?.code ?? null, failureCode);
  if (!ROSTER_DOUBTS.includes(code)) return await reading;
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

/** How often an act is sealed again after somebody else wrote first. */
export const SEAL_ATTEMPTS = 4;

export type ActOutcome =
  | { readonly kind: "kept"; readonly file: CaseFile }
  /** Somebody else changed the case so that the act no longer fits it; nothing was written. */
  | { readonly kind: "overtaken"; readonly file: CaseFile }
  /** This member has stepped out, and reads the case no more. */
  | { readonly kind: "gone" };

/** What a member can do with a case. */
export type CaseAct = DeskAct | AccessAct;

/** Is exactly this act, of this member, among these entries? */
function isDone(added: readonly JournalItem[], act: CaseAct, self: string): boolean {
  const written = added.flatMap((item): readonly Payload[] => {
    const own = item.author.kind === "member" && item.author.member === self;
    return own && item.kind === "known" ? [item.payload] : [];
  });
  const said = (type: "message" | "note" | "closure", text: string): boolean =>
    written.some((payload) => payload.type === type && payload.text === text);
  switch (act.kind) {
    case "open":
      return written.some(({ type }) => type === "opening");
    case "acknowledge":
      return (
        written.some(({ type }) => type === "acknowledgement") &&
        (act.text === "" || said("message", act.text))
      );
    case "reply":
      return said("message", act.text);
    case "note":
      return said("note", act.text);
    case "close":
      return said("closure", act.text);
    case "override":
      return written.some(
        (payload) => payload.type === "exclusion-override" && payload.member === act.member,
      );
    case "grant":
    case "removal":
      return written.some((payload) => payload.type === act.kind && payload.member === act.member);
    case "recusal":
    case "rekey":
      return written.some(({ type }) => type === act.kind);
  }
}

/** Does the case still ask for this act, or did somebody else settle it? */
export function stillFits(act: CaseAct, { view }: CaseFile): boolean {
  switch (act.kind) {
    case "open":
      return view.internal === "none";
    case "acknowledge":
      return view.standing === "received";
    case "reply":
      return view.state.withdrawnDay === null;
    case "note":
      return true;
    case "close":
      return view.state.closure === null;
    case "override":
    case "grant":
      return !view.state.access.readers.includes(act.member);
    case "removal":
      return view.state.access.readers.includes(act.member);
    case "recusal":
      return true;
    case "rekey":
      return view.rekeyDue;
  }
}

function addedSince(items: readonly JournalItem[], mark: Cursor): readonly JournalItem[] {
  return items.filter((item) =>
    item.lane === "internal" ? item.seq > mark.internal : item.seq > mark.conversation,
  );
}

/**
 * `unsure` after a failed attempt: it may have reached the server though its answer did not come back.
 * `just-read-newest` when it was read under a roster that was just fetched, as many are in a row.
 */
export type Footing = "just-read" | "just-read-newest" | "unsure";

/** Who reads is decided by these, so under the newest roster. */
const DECIDE_READERS: readonly CaseAct["kind"][] = ["open", "grant", "removal", "rekey"];

/** What makes new keys itself, or says nothing a former reader should not know. */
const NEEDS_NO_REKEY: readonly CaseAct["kind"][] = ["open", "removal", "recusal", "rekey"];

function isAccessAct(act: CaseAct): act is AccessAct {
  switch (act.kind) {
    case "grant":
    case "removal":
    case "recusal":
    case "rekey":
      return true;
    case "open":
    case "acknowledge":
    case "reply":
    case "note":
    case "close":
    case "override":
      return false;
  }
}

/**
 * Seals that act on the case last opened and sends it; a rekey instead, where one has to come before it.
 * @throws VaultFailure, ApiFailure
 */
async function write(session: DeskSession, file: CaseFile, act: CaseAct): Promise<"act" | "rekey"> {
  const { vault, token } = session;
  const { day, plain, view } = file;
  // Words for one reporter never go to another, whatever else was opened meanwhile.
  const requireCase = (sealed: { readonly case: string }): void => {
    if (sealed.case !== plain.case) throw new VaultFailure("not-ready");
  };
  const rekeyFirst = view.rekeyDue && !NEEDS_NO_REKEY.includes(act.kind);
  const change = rekeyFirst ? ({ kind: "rekey" } as const) : act;
  if (isAccessAct(change)) {
    const sealed = await vault.sealAccess(change, day);
    requireCase(sealed);
    await call("changeAccess", sealed, { token });
  } else {
    const sealed = await vault.seal(change, day);
    requireCase(sealed);
    await call("appendToCase", sealed, { token });
  }
  return rekeyFirst ? "rekey" : "act";
}

/**
 * Seals and appends, then reads what the case has become. After a failure call it again with the same
 * `file` and `unsure`: what the failed attempt did write is found and not repeated.
 * @throws VaultFailure or ApiFailure; `conflict` only after `SEAL_ATTEMPTS`.
 */
export async function carryOut(
  session: DeskSession,
  file: CaseFile,
  act: CaseAct,
  footing: Footing,
): Promise<ActOutcome> {
  return await session.inTurn(() => carryOutNow(session, file, act, footing));
}

async function carryOutNow(
  session: DeskSession,
  file: CaseFile,
  act: CaseAct,
  footing: Footing,
): Promise<ActOutcome> {
  const caseId = file.plain.case;
  const mark = cursorOf(file.view.items);
  let current = file;
  let behind = footing === "unsure";
  let renewed = footing === "just-read-newest";
  async function renew(): Promise<void> {
    await session.renewRoster();
    renewed = true;
    behind = true;
  }
  const decides = DECIDE_READERS.includes(act.kind) || file.view.rekeyDue;
  if (decides && !renewed) await renew();
  for (let attempt = 1; ; attempt += 1) {
    if (behind) {
      // From the start: the vault may hold part of a reading that broke off.
      current = await readFromStart(session, caseId);
      if (current.view.broken !== null) throw new VaultFailure(current.view.broken.code);
      const added = addedSince(current.view.items, mark);
      if (isDone(added, act, session.self.id)) return { kind: "kept", file: current };
      if (!stillFits(act, current)) return { kind: "overtaken", file: current };
    }
    try {
      const written = await write(session, current, act);
      if (written === "act") break;
      behind = true;
    } catch (failure) {
      const stale = failure instanceof VaultFailure && failure.code === "roster-stale";
      const conflict = failure instanceof ApiFailure && failure.code === "conflict";
      if (attempt === SEAL_ATTEMPTS || !(conflict || (stale && !renewed))) throw failure;
      if (stale) await renew();
      behind = true;
    }
  }
  if (act.kind === "recusal") return { kind: "gone" };
  return { kind: "kept", file: await readFrom(session, caseId, cursorOf(current.view.items)) };
}
