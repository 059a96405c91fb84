/**
 * A lane key, wrapped to one public key for one lane of one case. PROTOCOL.md, "Wrap".
 */
import type { Lane } from "../../worker/contract/entry-header.ts";
import { laneByte } from "../../worker/contract/entry-header.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import type { LaneKey, SealKeyPair, SealPublicKey } from "./keys.ts";
import { laneKey } from "./keys.ts";
import { LABELS } from "./suite.ts";
import { openWrapped, sealWrapped } from "./wrapped.ts";

export interface WrapPlace {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly lane: Lane;
  readonly epoch: number;
}

function placeBytes(place: WrapPlace): Uint8Array {
  return concat(place.origin, place.caseId, Uint8Array.of(laneByte(place.lane)), u32(place.epoch));
}

/** 1,168 bytes. @throws CryptoError `packet-invalid`. */
export function wrapLaneKey(key: LaneKey, recipient: SealPublicKey, place: WrapPlace): Uint8Array {
  return sealWrapped(key, recipient, LABELS.wrap, placeBytes(place));
}

/** @throws CryptoError `wrap-invalid` when it was not wrapped to this key for this place. */
export function unwrapLaneKey(wrap: Uint8Array, recipient: SealKeyPair, place: WrapPlace): LaneKey {
  return laneKey(openWrapped(wrap, recipient, LABELS.wrap, placeBytes(place)));
}
