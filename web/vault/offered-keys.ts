/**
 * Lane keys that were wrapped to this reader, and which of them count. Wraps are signed by nobody and the server
 * knows everybody's public key, so a wrap alone never brings a key into use: in a lane's first epoch the lane's own
 * entries must open under it, and in every later one the rekey must have committed to it.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Wrap } from "../../worker/contract/journal.ts";
import { equal } from "../crypto/bytes.ts";
import type { LaneKey, SealKeyPair } from "../crypto/keys.ts";
import { keyIdOf, laneKeyHashOf } from "../crypto/keys.ts";
import { CryptoError } from "../crypto/suite.ts";
import { unwrapLaneKey } from "../crypto/wrap.ts";
import type { Rekey } from "../payload/entries/rekey.ts";
import { FIRST_EPOCH, type LaneReading } from "./lane-reading.ts";

type ReadLane = LaneReading["lane"];
export type Lanes = Readonly<Record<ReadLane, LaneReading>>;

interface Offered {
  readonly lane: ReadLane;
  readonly epoch: number;
  readonly key: LaneKey;
}

interface Committed {
  readonly lane: ReadLane;
  readonly epoch: number;
  readonly hash: Uint8Array;
}

export class OfferedKeys {
  readonly #origin: Uint8Array;
  readonly #caseId: Uint8Array;
  /** By the wrap they came in, which every page brings again. */
  readonly #offered = new Map<string, Offered>();
  #committed: readonly Committed[] = [];

  constructor(origin: Uint8Array, caseId: Uint8Array) {
    this.#origin = origin;
    this.#caseId = caseId;
  }

  copy(): OfferedKeys {
    const copied = new OfferedKeys(this.#origin, this.#caseId);
    for (const [wrap, offered] of this.#offered) copied.#offered.set(wrap, offered);
    copied.#committed = this.#committed;
    return copied;
  }

  /** @throws CryptoError `wrap-invalid`. */
  #unwrap({ lane, epoch, key, wrap }: Wrap, pairs: readonly SealKeyPair[]): LaneKey {
    const pair = pairs.find(({ publicKey }) => toBase64Url(keyIdOf(publicKey)) === key);
    if (pair === undefined) throw new CryptoError("wrap-invalid");
    const place = { origin: this.#origin, caseId: this.#caseId, lane, epoch };
    return unwrapLaneKey(fromBase64Url(wrap), pair, place);
  }

  /**
   * The reporter wrapped the conversation's first key; every other one a colleague wrapped, and one who did it badly
   * must not take the case away with it: such a wrap is passed over.
   * @throws CryptoError `wrap-invalid` when a wrap of the conversation's first key is not for one of these keys or
   * not for this case, and when a lane is given a second first key.
   */
  add(wraps: readonly Wrap[], pairs: readonly SealKeyPair[], lanes: Lanes): void {
    for (const wrap of wraps) {
      const { lane, epoch } = wrap;
      if (lane === "identity") continue;
      const known = this.#offered.get(wrap.wrap);
      if (known?.lane === lane && known.epoch === epoch) continue;
      let key: LaneKey;
      try {
        key = this.#unwrap(wrap, pairs);
      } catch (error) {
        const byReporter = lane === "conversation" && epoch === FIRST_EPOCH;
        if (byReporter || !(error instanceof CryptoError)) throw error;
        continue;
      }
      this.#offered.set(wrap.wrap, { lane, epoch, key });
      if (epoch === FIRST_EPOCH) lanes[lane].hold(epoch, key);
    }
    this.#match(lanes);
  }

  /** From now on the keys of that epoch are these, and no wrap can bring others. */
  commit({ epoch, conversationKeyHash, internalKeyHash }: Rekey, lanes: Lanes): void {
    this.#committed = [
      ...this.#committed,
      { lane: "conversation", epoch, hash: fromBase64Url(conversationKeyHash) },
      { lane: "internal", epoch, hash: fromBase64Url(internalKeyHash) },
    ];
    this.#match(lanes);
  }

  #match(lanes: Lanes): void {
    for (const { lane, epoch, hash } of this.#committed) {
      if (lanes[lane].keyOf(epoch) !== undefined) continue;
      for (const offered of this.#offered.values()) {
        const fits =
          offered.lane === lane &&
          offered.epoch === epoch &&
          equal(laneKeyHashOf(offered.key, this.#caseId), hash);
        if (fits) lanes[lane].hold(epoch, offered.key);
      }
    }
  }

  /** @throws CryptoError `wrap-invalid` for a key of the conversation of an epoch that no rekey up to `epoch` began. */
  requireBegun(epoch: number): void {
    for (const offered of this.#offered.values()) {
      if (offered.lane === "conversation" && offered.epoch > epoch)
        throw new CryptoError("wrap-invalid");
    }
  }
}
