/** What properties are tried on: random keys, places and headers of the right lengths. */
import * as fc from "fast-check";
import { LANES, type CardHeader, type EntryHeader } from "../../worker/contract/entry-header.ts";
import { laneKey, signingSeed } from "../../web/crypto/keys.ts";

export function bytes(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}

export const lane = fc.constantFrom(...LANES);
export const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
export const aLaneKey = bytes(32).map(laneKey);
export const aSigningSeed = bytes(32).map(signingSeed);

export const entryHeader: fc.Arbitrary<EntryHeader> = fc.record({
  origin: bytes(32),
  caseId: bytes(16),
  lane,
  epoch: u32,
  seq: u32,
  prev: bytes(32),
  author: bytes(16),
  day: u32,
  rosterHash: bytes(32),
  laneKeyHash: bytes(32),
});

export const cardHeader: fc.Arbitrary<CardHeader> = fc.record({
  origin: bytes(32),
  caseId: bytes(16),
  lane,
  epoch: u32,
  coversConversation: u32,
  coversInternal: u32,
  author: bytes(16),
});

/** Each copy of `whole` with one byte changed, at every position. */
export function* withOneByteFlipped(whole: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < whole.length; at += 1) {
    const changed = whole.slice();
    // Which bit differs from place to place, so that a mask somewhere would show.
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    yield changed;
  }
}

/** Cut short and made longer, at both ends. */
export function withOtherLengths(whole: Uint8Array): readonly Uint8Array[] {
  const longer = new Uint8Array(whole.length + 1);
  longer.set(whole);
  const shifted = new Uint8Array(whole.length + 1);
  shifted.set(whole, 1);
  return [
    whole.subarray(1),
    whole.subarray(0, -1),
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, 0),
    longer,
    shifted,
  ];
}
