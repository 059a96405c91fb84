/**
 * Putting the next roster in force. The server lets in what a delegated coordinator signed, once, in turn; whether it
 * is believed is decided by every client for itself.
 */
import type { AuditAct, SignedAudit } from "../contract/audit.ts";
import type { InputOf } from "../contract/endpoints.ts";
import { Delegation, Roster, type Signed } from "../contract/roster.ts";
import type { Change } from "../db/holdings.ts";
import { findInvitation, joiningOf } from "../db/invitations.ts";
import { violationOf } from "../db/open.ts";
import {
  findNewestRoster,
  insertRoster,
  selectSealable,
  type Publication,
  type RosterRow,
} from "../db/rosters.ts";
import { asMember } from "../domain/actor.ts";
import { claimedAct } from "../domain/audit.ts";
import { NO_ENTRY } from "../domain/journal.ts";
import { Refusal } from "../domain/refusal.ts";
import { openStatement, readStatement } from "../domain/statement.ts";
import { checkSuccession } from "../domain/succession.ts";
import { fromBase64Url } from "../contract/bytes.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { activeReviewers, isOurOrigin, keyOf, newestStanding } from "./standing.ts";

/** The stored delegation came from the founding or passed `newDelegation`: it is read, not checked again. */
function storedDelegation(newest: RosterRow): Delegation {
  try {
    return readStatement(Delegation, fromBase64Url(newest.delegationStatement), "delegation");
  } catch {
    throw new Refusal("not-delegated");
  }
}

/** @throws Refusal `wrong-signature` when the root key did not sign it, or is not known here; `wrong-day` */
async function newDelegation(signed: Signed, before: Delegation | null, context: Context) {
  const { config, today } = context;
  if (config.rootKey === null) throw new Refusal("wrong-signature", "delegation");
  const stated = await openStatement(
    Delegation,
    signed,
    "delegation",
    config.rootKey,
    "delegation",
  );
  if (!(await isOurOrigin(stated.origin, context))) {
    throw new Refusal("wrong-signature", "delegation");
  }
  if (stated.expiresDay < today || stated.issuedDay < (before?.issuedDay ?? 0)) {
    throw new Refusal("wrong-day", "delegation");
  }
  return stated;
}

async function delegationFor(signed: Signed, newest: RosterRow, context: Context) {
  const stored = { statement: newest.delegationStatement, signature: newest.delegationSignature };
  const same = signed.statement === stored.statement && signed.signature === stored.signature;
  return same ? storedDelegation(newest) : newDelegation(signed, storedDelegation(newest), context);
}

/** Whoever this roster confirms. @throws Refusal `not-found` when nobody joined by that invitation */
async function joinedBy(
  confirms: string | null,
  { db }: Context,
): Promise<(Publication["joined"] & { readonly key: string }) | null> {
  if (confirms === null) return null;
  const row = await findInvitation(db, confirms);
  const joining = row === null ? null : joiningOf(row);
  if (row === null || joining === null) throw new Refusal("not-found", "confirms");
  const { memberId, handle, locatorHash } = row;
  const { signInKey, parameters, keyring, packet } = joining;
  return {
    key: joining.key,
    locatorHash,
    member: { memberId, handle, signInKey, ...parameters, keyring, keyringVersion: 1 },
    packet: { memberId, epoch: 0, ...packet },
  };
}

function revokedSince(before: Roster, next: Roster): Publication["revoked"] {
  const earlier = new Map(before.members.map(({ id, revokedDay }) => [id, revokedDay]));
  return next.members.flatMap(({ id, revokedDay: day }) =>
    day === undefined || earlier.get(id) === day ? [] : [{ memberId: id, day }],
  );
}

/**
 * What the entry beside it must say. One membership ends at a time, because each has a reason of its own.
 * @throws Refusal `wrong-roster` for two
 */
function expectedAct(
  audit: SignedAudit,
  revoked: Publication["revoked"],
  version: number,
): AuditAct {
  const [ended, another] = revoked;
  if (another !== undefined) throw new Refusal("wrong-roster", "roster.members");
  const claimed = claimedAct(audit);
  const names = claimed?.kind === "roster" || claimed?.kind === "revocation";
  // BLAKE2b, which is not to be had here: whoever reads the log compares it.
  const hash = names ? claimed.hash : NO_ENTRY;
  if (ended === undefined) return { kind: "roster", version, hash };
  const reason = claimed?.kind === "revocation" ? claimed.reason : "other";
  return { kind: "revocation", member: ended.memberId, reason, version, hash };
}

/** Who reads no more by the next roster, from whichever day, and who goes on. */
function readersChange(
  before: Roster,
  next: Roster,
  revoked: Publication["revoked"],
  today: number,
): Change {
  const ended = new Set(revoked.map(({ memberId }) => memberId));
  const staying = activeReviewers(next, today).filter((id) => !ended.has(id));
  const stays = new Set(staying);
  return { going: activeReviewers(before, today).filter((id) => !stays.has(id)), staying };
}

function isStored(newest: RosterRow, { roster }: InputOf<"publishRoster">): boolean {
  return newest.statement === roster.statement && newest.signature === roster.signature;
}

export const publishRoster: Handler<"publishRoster", Context> = async (input, context, actor) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId: signer } = member;
  const [standing, newest] = [await newestStanding(context), await findNewestRoster(db)];
  if (standing === null || newest === null) throw new Refusal("not-found");
  // Sent again because the answer got lost on the way.
  if (isStored(newest, input)) return { version: newest.version };
  const key = keyOf(standing, signer);
  const next = await openStatement(Roster, input.roster, "roster", key, "roster");
  const delegation = await delegationFor(input.delegation, newest, context);
  const named = delegation.signers.some((one) => one.memberId === signer && one.key === key);
  if (!named) throw new Refusal("not-delegated");
  if (delegation.expiresDay < today) throw new Refusal("wrong-day", "delegation");
  const joined = await joinedBy(input.confirms, context);
  checkSuccession(next, {
    before: standing.roster,
    delegation,
    signer,
    joined: joined === null ? null : { id: joined.member.memberId, key: joined.key },
    sealable: await selectSealable(db),
    today,
  });
  const revoked = revokedSince(standing.roster, next);
  const act = expectedAct(input.audit, revoked, next.version);
  const { insert: entry } = await checkAudit(context, member, input.audit, act);
  try {
    const publication = {
      roster: {
        version: next.version,
        delegationStatement: input.delegation.statement,
        delegationSignature: input.delegation.signature,
        signer,
        ...input.roster,
      },
      joined,
      revoked,
      readers: readersChange(standing.roster, next, revoked, today),
      unreadable: input.unreadable,
      today,
    };
    await logging(async () => insertRoster(db, publication, entry));
  } catch (error) {
    throw refusalOf(error);
  }
  return { version: next.version };
};

/** Why it could not be written; the error itself where that was nobody's mistake. */
function refusalOf(error: unknown): unknown {
  const violation = violationOf(error);
  // More cases than were agreed to would be left with nobody: the row is given no signer, and NOT NULL fails the batch.
  if (violation?.rule === "not-null") return new Refusal("sole-holder", "cases");
  if (violation?.table === "members") return new Refusal("handle-taken", "confirms");
  return violation?.rule === "unique" ? new Refusal("conflict", "roster") : error;
}
