/**
 * A report on its way out: the entry, the card, the envelope and every wrap, all made at once from one draft.
 * Invariant: it is sealed to the active reviewers of the desk less those the reporter took out, and to nobody else.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import { locatorPreimage } from "../../worker/contract/preimages.ts";
import type { Member } from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import { sealCard } from "../crypto/card.ts";
import { sharedHash } from "../crypto/hash.ts";
import { keyIdOf, newLaneKey } from "../crypto/keys.ts";
import { EMPTY_LANE } from "../crypto/lane.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { reviewersOf } from "../crypto/roster.ts";
import type { ReporterKeys } from "../crypto/tracking-code.ts";
import type { WrapPlace } from "../crypto/wrap.ts";
import { wrapLaneKey } from "../crypto/wrap.ts";
import { cardHead } from "../payload/card-head.ts";
import { NEW_CASE } from "../payload/case-state.ts";
import { Report, report } from "../payload/entries/report.ts";
import type { Identity } from "../payload/identity.ts";
import { isEmptyIdentity } from "../payload/identity.ts";
import { requireTextFits, sealNextEntry } from "./entry-sealing.ts";
import { VaultFailure } from "./failure.ts";
import { sealEnvelope } from "./identity-sealing.ts";
import type { ReportDraft, SealedReport } from "./interface.ts";
import { paddedWraps } from "./padded-wraps.ts";

export interface SealedUnder {
  readonly roster: VerifiedRoster;
  readonly today: number;
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
}

/** @throws VaultFailure `unknown-desk`, `no-recipient` */
export function recipientsOf(draft: ReportDraft, under: SealedUnder): readonly Member[] {
  const { roster } = under.roster;
  const desk = roster.desks.find(({ id }) => id === draft.desk);
  if (desk === undefined) throw new VaultFailure("unknown-desk");
  const recipients = reviewersOf(roster, desk, under.today).filter(
    ({ id }) => !draft.excluded.includes(id),
  );
  if (recipients.length === 0) throw new VaultFailure("no-recipient");
  return recipients;
}

function standingOf(identity: Identity | null): "left" | "none" {
  return identity === null || isEmptyIdentity(identity) ? "none" : "left";
}

/** @param keys of the code just made for it */
export async function sealReport(
  draft: ReportDraft,
  recipients: readonly Member[],
  keys: ReporterKeys,
  { roster, today, origin }: SealedUnder,
): Promise<SealedReport> {
  const caseBytes = random(ID_BYTES);
  const caseId = toBase64Url(caseBytes);
  const laneKey = newLaneKey();
  const ids = recipients.map(({ id }) => id);
  const { envelope, named } = await sealEnvelope(draft.identity, {
    origin,
    caseId,
    desk: draft.desk,
    recipients: ids,
    excluded: draft.excluded,
    roster,
    today,
  });
  const place: WrapPlace = { origin, caseId: caseBytes, lane: "conversation", epoch: 0 };
  requireTextFits(draft.text);
  const payload = Report.parse({
    type: "report",
    desk: draft.desk,
    urgent: draft.urgent,
    channel: draft.channel,
    language: draft.language,
    title: draft.title,
    text: draft.text,
    recipients: ids,
    excluded: [...draft.excluded],
    reporterKey: toBase64Url(keys.seal.publicKey),
    ...(named !== null && { identity: { standing: standingOf(draft.identity), ...named } }),
  });
  const { entry } = sealNextEntry(
    "conversation",
    { head: EMPTY_LANE, epoch: 0, key: laneKey },
    JSON.stringify(payload),
    { memberId: null, signing: null, day: draft.day },
    { origin, caseId: caseBytes, rosterHash: roster.hash },
  );
  const state = report.reduce(NEW_CASE, payload, {
    lane: "conversation",
    seq: 1,
    day: draft.day,
    author: { kind: "reporter" },
  });
  const card = sealCard(
    {
      origin,
      caseId: caseBytes,
      lane: "conversation",
      epoch: 0,
      coversConversation: 1,
      coversInternal: 0,
      author: REPORTER_AUTHOR,
    },
    JSON.stringify(cardHead(state)),
    laneKey,
    null,
  );
  return {
    case: caseId,
    desk: draft.desk,
    urgent: draft.urgent,
    reporter: {
      locatorHash: toBase64Url(sharedHash(locatorPreimage(keys.locator))),
      signInKey: toBase64Url(keys.signInKey),
      wrap: {
        lane: "conversation",
        epoch: 0,
        key: toBase64Url(keyIdOf(keys.seal.publicKey)),
        wrap: toBase64Url(wrapLaneKey(laneKey, keys.seal.publicKey, place)),
      },
    },
    wraps: paddedWraps(recipients, roster.sealKeys, laneKey, place),
    identity: envelope,
    entry,
    card,
  };
}
