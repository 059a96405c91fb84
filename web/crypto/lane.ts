/**
 * The chain of one lane: entries in order, each naming the one before. Invariant: a `LaneHead` stands only
 * on entries that were all opened and verified, from the lane's first.
 */
import type { Lane } from "../../worker/contract/entry-header.ts";
import { HASH_BYTES } from "../../worker/contract/limits.ts";
import { u32 } from "../../worker/contract/preimages.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { equal, isZero } from "./bytes.ts";
import { entryHeaderOf, openEntry } from "./entry.ts";
import { hash as hashOf } from "./hash.ts";
import type { LaneKey, VerifyKey } from "./keys.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface LaneHead {
  /** The last verified seq; 0 before the first. */
  readonly seq: number;
  /** Hash of that entry; zeros before the first. */
  readonly hash: Uint8Array;
}

export const EMPTY_LANE: LaneHead = { seq: 0, hash: new Uint8Array(HASH_BYTES) };

/**
 * Where the internal lane stood when an access entry was written, as 32 bytes that only its readers can tell from
 * noise, or one from another: whoever reads the conversation alone learns nothing of the notes.
 * @param key the internal lane's, of the epoch in force. @param seq the access entry's own.
 * @param head hash of the internal lane's last entry.
 */
export function notesPin(key: LaneKey, seq: number, head: Uint8Array): Uint8Array {
  return hashOf(LABELS.notes, key, u32(seq), head);
}

export interface LanePlace {
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly lane: Lane;
  /** By epoch. */
  readonly keys: ReadonlyMap<number, LaneKey>;
  /** The key a member's entry must be signed with on that day; null refuses the author. */
  readonly authorKey: (memberId: Uint8Array, day: number) => VerifyKey | null;
}

export interface LaneEntry {
  readonly seq: number;
  readonly day: number;
  /** Null for the reporter. */
  readonly author: Uint8Array | null;
  readonly payload: string;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** 32-byte hash of the roster its author had verified. */
  readonly rosterHash: Uint8Array;
}

function authorKeyFor(place: LanePlace, author: Uint8Array, day: number): VerifyKey | null {
  if (isZero(author)) {
    // Reporters hold no key to any other lane, so nothing there can be theirs.
    if (place.lane !== "conversation") throw new CryptoError("entry-signature");
    return null;
  }
  const key = place.authorKey(author, day);
  if (key === null) throw new CryptoError("entry-signature");
  return key;
}

/**
 * Follows the chain from `head` over `entries`.
 * @throws CryptoError `entry-order` when an entry is not the next of this lane of this case,
 * `entry-invalid`, `entry-signature`, or `wrap-invalid` when there is no key for its epoch.
 */
export function followLane(
  head: LaneHead,
  entries: readonly SealedEntry[],
  place: LanePlace,
): { readonly head: LaneHead; readonly opened: readonly LaneEntry[] } {
  let { seq, hash } = head;
  const opened: LaneEntry[] = [];
  for (const entry of entries) {
    const header = entryHeaderOf(entry);
    const next =
      equal(header.origin, place.origin) &&
      equal(header.caseId, place.caseId) &&
      header.lane === place.lane &&
      header.seq === seq + 1 &&
      equal(header.prev, hash);
    if (!next) throw new CryptoError("entry-order");
    const key = place.keys.get(header.epoch);
    if (key === undefined) throw new CryptoError("wrap-invalid");
    const body = openEntry(entry, key, authorKeyFor(place, header.author, header.day));
    ({ seq } = header);
    ({ hash } = body);
    opened.push({
      seq,
      day: header.day,
      author: isZero(header.author) ? null : header.author,
      payload: body.payload,
      hash,
      rosterHash: header.rosterHash,
    });
  }
  return { head: { seq, hash }, opened };
}
