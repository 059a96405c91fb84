/** A payload as the next entry of a lane. It changes no journal: a journal grows by reading. */
import {
  REPORTER_AUTHOR,
  type EntryHeader,
  type Lane,
} from "../../worker/contract/entry-header.ts";
import { sealEntry, type SealedEntryWithHash } from "../crypto/entry.ts";
import type { LaneKey, SigningSeed } from "../crypto/keys.ts";
import type { LaneHead } from "../crypto/lane.ts";
import { CryptoError } from "../crypto/suite.ts";
import { TEXT_MAX } from "../payload/text.ts";

export interface Writer {
  /** Null for the reporter. */
  readonly memberId: Uint8Array | null;
  readonly signing: SigningSeed | null;
  readonly day: number;
}

/** A lane as it may be written on: after which entry, under which key. */
export interface LaneAt {
  readonly head: LaneHead;
  readonly epoch: number;
  readonly key: LaneKey;
}

/** In whose case, as seen under which list of people: 32, 16 and 32 bytes. */
export interface SealedIn {
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly rosterHash: Uint8Array;
}

/** @throws CryptoError `text-too-long`: a check of its own, because it is what people meet. */
export function requireTextFits(text: string): void {
  if (text.length > TEXT_MAX) throw new CryptoError("text-too-long");
}

/** @param json of a payload that was parsed: what is sealed is never looked at again before it is sent. */
export function sealNextEntry(
  lane: Lane,
  at: LaneAt,
  json: string,
  { memberId, signing, day }: Writer,
  { origin, caseId, rosterHash }: SealedIn,
): SealedEntryWithHash {
  const header: Omit<EntryHeader, "laneKeyHash"> = {
    origin,
    caseId,
    lane,
    epoch: at.epoch,
    seq: at.head.seq + 1,
    prev: at.head.hash,
    author: memberId ?? REPORTER_AUTHOR,
    day,
    rosterHash,
  };
  return sealEntry(header, json, at.key, signing);
}
