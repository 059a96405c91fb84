/**
 * Writing at the end of a case. The vault seals; this only carries.
 * Invariant: an act is sealed on the journal as the member last saw it; whatever came between is read
 * first, and an act that came true meanwhile is not done twice. Who reads the notes is decided once, when
 * they are opened, so that is done under the newest roster.
 */
import type { Signed } from "../../worker/contract/roster.ts";
import { ApiFailure } from "../api/failure.ts";
import { openChallenge } from "../payload/challenge.ts";
import { isExtendable } from "../payload/entries/feedback-extension.ts";
import type { Payload } from "../payload/entries/index.ts";
import { permitsNext, writePayload, type JournalItem } from "../payload/journal.ts";
import { readRequest } from "../payload/release.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { AccessAct, DeskAct } from "../vault/interface.ts";
import type { ReleaseAct } from "../vault/release-views.ts";
import { cursorOf, readFrom, readFromStart, type CaseFile, type Cursor } from "./case-file.ts";
import { sendAct, sendChange, sendExport, writeRelease } from "./logged-acts.ts";
import type { DeskSession } from "./session.ts";

/** How often an act is sealed again after somebody else wrote first. */
export const SEAL_ATTEMPTS = 4;

export type ActOutcome =
  | { readonly kind: "kept"; readonly file: CaseFile }
  /** Somebody else changed the case so that the act no longer fits it; nothing was written. */
  | { readonly kind: "overtaken"; readonly file: CaseFile }
  /** This member has stepped out, and reads the case no more. */
  | { readonly kind: "gone" };

/** What a member can do with a case. */
export type CaseAct = DeskAct | AccessAct | ReleaseAct;

function isBy(author: JournalItem["author"], member: string): boolean {
  return author.kind === "member" && author.member === member;
}

/** Is exactly this act, of this member, among these entries? */
function isDone(added: readonly JournalItem[], act: CaseAct, self: string): boolean {
  const written = added.flatMap((item): readonly Payload[] => {
    return isBy(item.author, self) && item.kind === "known" ? [item.payload] : [];
  });
  const said = (
    type: "message" | "note" | "closure" | "challenge-decision" | "reopening",
    text: string,
  ): boolean => written.some((payload) => payload.type === type && payload.text === text);
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
    case "casework":
    case "notice":
    case "export":
      return written.some((payload) => writePayload(payload) === writePayload(act.payload));
    case "extend-feedback":
      return written.some(({ type }) => type === "feedback-extension");
    case "close":
      return said("closure", act.text);
    case "decide-challenge":
      return said("challenge-decision", act.text);
    case "reopen":
      return said("reopening", act.text);
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
    case "ask-identity":
      return written.some(
        (payload) =>
          payload.type === "release-request" && readRequest(payload.request)?.reason === act.reason,
      );
    case "record-decisions":
      return areRecorded(added, act.decisions);
    case "open-identity":
      return written.some(
        (payload) => payload.type === "release-opened" && payload.release === act.release,
      );
  }
}

/** Whoever carried them there. */
function areRecorded(items: readonly JournalItem[], decisions: readonly Signed[]): boolean {
  const recorded = items.flatMap((item) =>
    item.kind === "known" && item.payload.type === "release-decision"
      ? [item.payload.decision.signature]
      : [],
  );
  return decisions.every(({ signature }) => recorded.includes(signature));
}

/** Does the case still ask for this act, or did somebody else settle it? */
export function stillFits(act: CaseAct, { view, day }: CaseFile): boolean {
  switch (act.kind) {
    case "open":
      return view.internal === "none";
    case "acknowledge":
      return view.standing === "received";
    case "reply":
    case "notice":
      return view.state.withdrawnDay === null;
    case "note":
    case "export":
      return true;
    case "casework":
      return permitsNext(view.state, act.payload, day);
    case "extend-feedback":
      return isExtendable(view.state);
    case "close":
      return view.state.closure === null;
    case "decide-challenge":
      return openChallenge(view.state)?.seq === act.challenge;
    case "reopen":
      return view.state.closure !== null && view.state.withdrawnDay === null;
    case "override":
    case "grant":
      return !view.state.access.readers.includes(act.member);
    case "removal":
      return view.state.access.readers.includes(act.member);
    case "recusal":
      return true;
    case "rekey":
      return view.rekeyDue;
    case "ask-identity":
      return view.state.identity?.standing === "left";
    case "record-decisions":
      return act.decisions.every((decision) => !areRecorded(view.items, [decision]));
    case "open-identity":
      return (
        view.state.releases.some(({ id, openedDay }) => id === act.release && openedDay === null) &&
        act.decisions.every((decision) => !areRecorded(view.items, [decision]))
      );
  }
}

function addedSince(items: readonly JournalItem[], mark: Cursor): readonly JournalItem[] {
  return items.filter((item) =>
    item.lane === "internal" ? item.seq > mark.internal : item.seq > mark.conversation,
  );
}

/** How many entries of others stand in a case that were not there when that member saw it last. */
export function byOthersSince(seen: CaseFile, reached: CaseFile, self: string): number {
  const added = addedSince(reached.view.items, cursorOf(seen.view.items));
  return added.filter(({ author }) => !isBy(author, self)).length;
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
  const { kind } = act;
  return kind === "grant" || kind === "removal" || kind === "recusal" || kind === "rekey";
}

/**
 * Seals that act on the case last opened and sends it; a rekey instead, where one has to come before it.
 * @throws VaultFailure, ApiFailure
 */
async function write(session: DeskSession, file: CaseFile, act: CaseAct): Promise<"act" | "rekey"> {
  const { vault } = session;
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
    await sendChange(session, sealed);
  } else if (change.kind === "ask-identity" || change.kind === "open-identity") {
    await writeRelease(session, change, day, requireCase);
  } else {
    const sealed = await vault.seal(change, day);
    requireCase(sealed);
    if (change.kind === "export") await sendExport(session, sealed);
    else await sendAct(session, sealed);
  }
  return rekeyFirst ? "rekey" : "act";
}

/**
 * Seals and appends, then reads what the case has become. `fits` is asked of a case that others wrote to meanwhile. After a failure call it again with the same
 * `file` and `unsure`: what the failed attempt did write is found and not repeated.
 * @throws VaultFailure or ApiFailure; `conflict` only after `SEAL_ATTEMPTS`.
 */
export async function carryOut(
  session: DeskSession,
  file: CaseFile,
  act: CaseAct,
  footing: Footing,
  fits: (file: CaseFile) => boolean = (current) => stillFits(act, current),
): Promise<ActOutcome> {
  return await session.inTurn(() => carryOutNow(session, file, act, footing, fits));
}

async function carryOutNow(
  session: DeskSession,
  file: CaseFile,
  act: CaseAct,
  footing: Footing,
  fits: (file: CaseFile) => boolean,
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
      if (!fits(current)) return { kind: "overtaken", file: current };
    }
    try {
      const written = await write(session, current, act);
      if (written === "act") break;
      behind = true;
    } catch (failure) {
      // A reader this list does not know, or a key of theirs that is none any more.
      const stale =
        (failure instanceof VaultFailure && failure.code === "roster-stale") ||
        (failure instanceof ApiFailure && failure.code === "unknown-recipient");
      const conflict = failure instanceof ApiFailure && failure.code === "conflict";
      if (attempt === SEAL_ATTEMPTS || !(conflict || (stale && !renewed))) throw failure;
      if (stale) await renew();
      behind = true;
    }
  }
  if (act.kind === "recusal") return { kind: "gone" };
  return { kind: "kept", file: await readFrom(session, caseId, cursorOf(current.view.items)) };
}
