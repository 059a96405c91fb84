/**
 * Opening who a reporter is. The server passes requests, decisions and pieces on and can make none of them; it keeps
 * the order of things: who may ask, who is asked, once, and that nobody answers themself.
 */
import { ReleaseDecision } from "../contract/release.ts";
import type { Signed } from "../contract/roster.ts";
import { findCaseForMember } from "../db/cases.ts";
import { isAnyRetired } from "../db/key-epochs.ts";
import { violationOf } from "../db/open.ts";
import {
  findDecision,
  findRelease,
  findRequest,
  holdersOf,
  insertDecision,
  selectReleases,
  selectRequests,
} from "../db/releases.ts";
import type { Uncovered } from "../db/shelves.ts";
import { asMember } from "../domain/actor.ts";
import { openStatement } from "../domain/statement.ts";
import { thresholdIn } from "../domain/identity.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import { appendAs } from "./case.ts";
import { coverShare } from "./case-keys.ts";
import type { Context } from "./context.ts";
import { custodiansAt, keyOf, newestStanding } from "./standing.ts";

export const requestRelease: Handler<"requestRelease", Context> = async (input, context, actor) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { release, audit, interests, ...append } = input;
  const row = await findCaseForMember(db, input.case, member.memberId);
  if (row === null) throw new Refusal("not-found");
  const holders = await holdersOf(db, row.caseId, release.envelopeSeq);
  const asked = release.requests.map((request) => request.member);
  const known = asked.every((id) => holders.has(id) && id !== member.memberId);
  const retired = await isAnyRetired(db, release.requests);
  if (retired || !known || new Set(asked).size !== asked.length) {
    throw new Refusal("unknown-recipient", "release.requests");
  }
  const act = { kind: "release-request", case: input.case } as const;
  const logged = await checkAudit(context, member, audit, act);
  const reasoned = { ...append, audit: interests };
  return await appendAs(member, reasoned, context, {
    release: {
      id: release.id,
      envelopeSeq: release.envelopeSeq,
      requester: member.memberId,
      askedDay: today,
      requests: release.requests,
    },
    logged,
  });
};

/** Who it is was asked by the caller; whether enough agreed, the conversation's readers see for themselves. */
export const openRelease: Handler<"openRelease", Context> = async (input, context, actor) => {
  const member = asMember(actor);
  const { release, audit, ...append } = input;
  const asked = await findRelease(context.db, release);
  const own = asked?.caseId === input.case && asked.requester === member.memberId;
  if (!own) throw new Refusal("not-found");
  const act = { kind: "release-opened", case: input.case } as const;
  const logged = await checkAudit(context, member, audit, act);
  return await appendAs(member, append, context, { release: null, logged });
};

export const releaseRequests: Handler<"releaseRequests", Context> = async (
  _input,
  context,
  actor,
) => {
  const { db, shredKeys, today } = context;
  const { memberId } = asMember(actor);
  const standing = await newestStanding(context);
  const rows = await selectRequests(db, memberId);
  // Of the desks they are a custodian of today; what they were asked elsewhere before is theirs no more.
  const own = rows.filter(({ desk }) => custodiansAt(standing, desk, today).has(memberId));
  const uncovered = await shredKeys.uncoverEach(
    (["sealed", "share"] as const).flatMap((piece) =>
      own.map((row) => ({ caseId: row.case, receivedDay: row.receivedDay, text: row[piece] })),
    ),
  );
  return {
    requests: own.flatMap(({ statement, signature, receivedDay: _receivedDay, ...request }, at) => {
      const [sealed, share] = [uncovered[at], uncovered[own.length + at]];
      if (sealed === undefined || sealed.kind === "destroyed") return [];
      if (share === undefined || share.kind === "destroyed") return [];
      const decision = statement === null || signature === null ? null : { statement, signature };
      return [{ ...request, sealed: textOf(sealed), share: textOf(share), decision }];
    }),
    day: today,
  };
};

/** Null when it is lost. */
function textOf(one: Exclude<Uncovered, { kind: "destroyed" }>): string | null {
  return one.kind === "lost" ? null : one.text;
}

export const decideRelease: Handler<"decideRelease", Context> = async (input, context, actor) => {
  const { db, shredKeys } = context;
  const { memberId } = asMember(actor);
  const asked = await findRequest(db, input.release, memberId);
  const desk = asked?.desk ?? "";
  const standing = await newestStanding(context);
  const custodians = custodiansAt(standing, desk, context.today);
  if (asked === null || !custodians.has(memberId)) throw new Refusal("not-found");
  const key = keyOf(standing, memberId);
  const decision = await openStatement(
    ReleaseDecision,
    input.decision,
    "release decision",
    key,
    "decision",
  );
  const fits =
    decision.release === input.release &&
    decision.case === asked.case &&
    decision.requester === asked.requester &&
    decision.custodian === memberId &&
    decision.custodian !== decision.requester &&
    (decision.answer === "approved") === (input.share !== null);
  if (!fits) throw new Refusal("wrong-header", "decision");
  const given = input.share === null ? [] : [{ member: asked.requester, key: input.share.key }];
  if (await isAnyRetired(db, given)) throw new Refusal("unknown-recipient", "share");
  const agreed = decision.answer === "approved";
  const act = {
    kind: agreed ? "release-approval" : "release-refusal",
    case: asked.case,
  } as const;
  const { insert } = await checkAudit(context, asMember(actor), input.audit, act);
  const { release, decision: signed } = input;
  const place = { caseId: asked.case, receivedDay: asked.receivedDay };
  const share = await coverShare(shredKeys, place, input.share);
  const made = { release, custodian: memberId, decision: signed, share };
  try {
    await logging(() => db.batch([insert, insertDecision(db, made)]));
  } catch (error) {
    if (violationOf(error)?.rule !== "unique") throw error;
    const stored = await findDecision(db, input.release, memberId);
    if (!isSame(stored, input.decision)) throw new Refusal("conflict", "decision");
  }
  return {};
};

function isSame(stored: Signed | null, sent: Signed): boolean {
  return stored?.statement === sent.statement && stored.signature === sent.signature;
}

export const releaseShares: Handler<"releaseShares", Context> = async (input, context, actor) => {
  const { db, shredKeys, today } = context;
  const { memberId } = asMember(actor);
  const row = await findCaseForMember(db, input.case, memberId);
  if (row === null) throw new Refusal("not-found");
  const { asked, decided: stored, envelopes } = await selectReleases(db, row.caseId);
  const texts = await shredKeys.uncover(
    row,
    stored.map(({ share }) => share ?? ""),
  );
  const decided = stored.map((answer, at) => ({
    ...answer,
    share: answer.share === null ? null : (texts[at] ?? null),
  }));
  return {
    case: row.caseId,
    releases: asked.map(({ releaseId, requester, envelopeSeq }) => {
      const own = requester === memberId;
      const answers = decided
        .filter(({ release }) => release === releaseId)
        .map(({ statement, signature, shareKey, share }) => ({
          decision: { statement, signature },
          share: own && shareKey !== null && share !== null ? { key: shareKey, share } : null,
        }));
      const envelope = envelopes.find(({ seq }) => seq === envelopeSeq);
      const pieces = answers.filter(({ share }) => share !== null).length;
      const enough = envelope !== undefined && pieces >= thresholdIn(envelope.header);
      return {
        release: releaseId,
        requester,
        answers,
        envelope: enough ? { header: envelope.header, body: envelope.body } : null,
      };
    }),
    day: today,
  };
};
