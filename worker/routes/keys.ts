/**
 * A member's key of the month. The server sees that a new key took an old one's place, and how far the wraps have
 * moved; it can neither make the one nor open the other.
 */
import { REWRAP_PAGE_WRAPS } from "../contract/limits.ts";
import type { OwnWrap } from "../contract/key-endpoints.ts";
import { KeyPacket } from "../contract/roster.ts";
import {
  findNewestPacket,
  insertPacket,
  insertRetiredKey,
  isLeftUnder,
  nothingLeftUnder,
  replaceWraps as moveWraps,
  selectOwnAmong,
  selectWrapsUnder,
} from "../db/key-epochs.ts";
import { keyringStatements } from "../db/keyrings.ts";
import { movePieces, selectPiecesUnder } from "../db/pieces.ts";
import type { Covered } from "../db/shelves.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { openStatement } from "../domain/statement.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { isStored } from "./keyring.ts";
import { countLost, coverPieces, uncoverPieces } from "./piece-keys.ts";
import { wasOvertaken } from "./overtaken.ts";
import { isOurOrigin, keyOf, newestStanding } from "./standing.ts";

/** A packet may come this far from the server's day: midnight passes on the way. */
const DAYS_APART = 1;

export const publishPacket: Handler<"publishPacket", Context> = async (
  { packet, keyring, audit },
  context,
  actor,
) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId } = member;
  const key = keyOf(await newestStanding(context), memberId);
  const stated = await openStatement(KeyPacket, packet, "key packet", key, "packet");
  const isOwn = stated.memberId === memberId && (await isOurOrigin(stated.origin, context));
  if (!isOwn) throw new Refusal("wrong-signature", "packet");
  const issued = stated.issuedDay ?? 0;
  if (Math.abs(issued - today) > DAYS_APART || stated.expiresDay < today) {
    throw new Refusal("wrong-day", "packet");
  }
  const keyringVersion = keyring.replacesVersion + 1;
  const newest = await findNewestPacket(db, memberId);
  // Sent again because the answer got lost on the way.
  if (newest?.statement === packet.statement && (await isStored(db, memberId, keyring))) {
    return { keyringVersion };
  }
  if (stated.epoch !== (newest?.epoch ?? -1) + 1) throw new Refusal("conflict", "packet");
  const { epoch } = stated;
  const { insert } = await checkAudit(context, member, audit, { kind: "keys-rotated", epoch });
  try {
    await logging(() =>
      db.batch([
        insert,
        ...keyringStatements(db, memberId, keyring),
        insertPacket(db, memberId, { epoch, ...packet }),
      ]),
    );
  } catch (error) {
    if (error instanceof Refusal || !wasOvertaken(error)) throw error;
    throw new Refusal("conflict", "packet");
  }
  return { keyringVersion };
};

export const myWraps: Handler<"myWraps", Context> = async (
  { key, after },
  { db, shredKeys },
  actor,
) => {
  const found = await selectWrapsUnder(db, asMember(actor).memberId, key, after);
  const page = found.slice(0, REWRAP_PAGE_WRAPS);
  const uncovered = await shredKeys.uncoverEach(page.map(wrapPlace));
  const wraps = page.flatMap((row, at) => {
    const own = uncovered[at];
    return own?.kind === "uncovered" ? [{ ...row, wrap: own.text }] : [];
  });
  const withheld = countLost(uncovered);
  const last = page.at(-1);
  if (last === undefined || found.length === page.length) return { wraps, withheld, next: null };
  const { wrap: _wrap, ...next } = last;
  return { wraps, withheld, next };
};

function wrapPlace({ case: caseId, receivedDay, wrap: text }: OwnWrap): Covered {
  return { caseId, receivedDay, text };
}

export const replaceWraps: Handler<"replaceWraps", Context> = async (
  { from, to, wraps },
  { db, shredKeys },
  actor,
) => {
  const { memberId } = asMember(actor);
  const own = await selectOwnAmong(db, memberId, from, wraps);
  const texts = await shredKeys.coverEach(own.map(wrapPlace));
  const covered = own.flatMap((row, at) => {
    const wrap = texts[at] ?? null;
    return wrap === null ? [] : [{ ...row, wrap }];
  });
  return { replaced: await moveWraps(db, memberId, from, to, covered) };
};

export const myPieces: Handler<"myPieces", Context> = async ({ key }, context, actor) =>
  uncoverPieces(context, await selectPiecesUnder(context.db, asMember(actor).memberId, key));

export const replacePieces: Handler<"replacePieces", Context> = async (
  { from, to, pieces },
  context,
  actor,
) => {
  const { memberId } = asMember(actor);
  await movePieces(context.db, memberId, from, to, await coverPieces(context, pieces));
  return {};
};

export const retireKey: Handler<"retireKey", Context> = async ({ key, keyring }, { db }, actor) => {
  const { memberId } = asMember(actor);
  const guard = nothingLeftUnder(memberId, key);
  try {
    await db.batch([
      ...keyringStatements(db, memberId, keyring, { guard }),
      insertRetiredKey(db, memberId, key),
    ]);
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    if (await isStored(db, memberId, keyring))
      return { keyringVersion: keyring.replacesVersion + 1 };
    const left = await isLeftUnder(db, memberId, key);
    throw new Refusal("conflict", left ? "key" : "keyring");
  }
  return { keyringVersion: keyring.replacesVersion + 1 };
};
