/**
 * One lane of a case as far as it was read: its keys, its verified head, its opened items.
 * Invariant: an item is here only if its seal, its place in the chain and its author's signature held. What
 * does not hold ends the lane: whoever may write could otherwise hide a case behind one bad entry.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { EntryHeader } from "../../worker/contract/entry-header.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { equal } from "../crypto/bytes.ts";
import { entryHeaderOf } from "../crypto/entry.ts";
import type { LaneKey } from "../crypto/keys.ts";
import { laneKeyHashOf } from "../crypto/keys.ts";
import type { LaneHead, LanePlace } from "../crypto/lane.ts";
import { EMPTY_LANE, followLane } from "../crypto/lane.ts";
import type { CryptoErrorCode } from "../crypto/suite.ts";
import { CryptoError } from "../crypto/suite.ts";
import { readEntry, type JournalItem } from "../payload/journal.ts";
import type { BrokenAt } from "./interface.ts";
import type { LaneAt } from "./entry-sealing.ts";

/** The one that needs no rekey: its key is what the report, or the opening, was sealed under. */
export const FIRST_EPOCH = 0;

export interface LaneReader {
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  /** In force where the lane now stands: no other epoch's entry is next. */
  readonly epoch: () => number;
  readonly authorKey: LanePlace["authorKey"];
  /** The item as it counts here. @throws CryptoError when it must not stand here at all. */
  readonly admit: (item: JournalItem) => JournalItem;
}

export interface SeenRoster {
  readonly lane: JournalItem["lane"];
  readonly seq: number;
  readonly author: JournalItem["author"];
  /** base64url */
  readonly rosterHash: string;
}

export class LaneReading {
  readonly lane: BrokenAt["lane"];
  readonly #keys = new Map<number, LaneKey>();
  #head: LaneHead = EMPTY_LANE;
  /** These three only grow, each by itself: a copy has its own. */
  #items: JournalItem[] = [];
  /** By seq - 1, so that a journal read again can be held against this one. */
  #hashes: Uint8Array[] = [];
  /** As the hashes: base64url of the roster each author saw. */
  #rosters: string[] = [];
  #broken: BrokenAt | null = null;
  /** Was the last thing read of it said to be its end? */
  #readToEnd = false;

  constructor(lane: BrokenAt["lane"]) {
    this.lane = lane;
  }

  /** The same reading, to be gone on with without changing this one; not at its end until that is said again. */
  copy(): LaneReading {
    const copied = new LaneReading(this.lane);
    for (const [epoch, key] of this.#keys) copied.#keys.set(epoch, key);
    copied.#head = this.#head;
    copied.#items = [...this.#items];
    copied.#hashes = [...this.#hashes];
    copied.#rosters = [...this.#rosters];
    copied.#broken = this.#broken;
    return copied;
  }

  /** @throws CryptoError `wrap-invalid` for a second key: a key once held is never replaced. */
  hold(epoch: number, key: LaneKey): void {
    const held = this.#keys.get(epoch);
    if (held !== undefined && !equal(held, key)) throw new CryptoError("wrap-invalid");
    this.#keys.set(epoch, key);
  }

  keyOf(epoch: number): LaneKey | undefined {
    return this.#keys.get(epoch);
  }

  /** In the order of their epochs. */
  get keys(): readonly { readonly epoch: number; readonly key: LaneKey }[] {
    return [...this.#keys]
      .map(([epoch, key]) => ({ epoch, key }))
      .toSorted((one, other) => one.epoch - other.epoch);
  }

  /** Does the lane begin with this entry, and under another key than the one held, if any is? */
  isClosedAt(first: EntryHeader, origin: Uint8Array, caseId: Uint8Array): boolean {
    const begins =
      this.#head.seq === 0 &&
      first.seq === 1 &&
      equal(first.origin, origin) &&
      equal(first.caseId, caseId);
    if (!begins) return false;
    const key = this.#keys.get(FIRST_EPOCH);
    return key === undefined || !equal(first.laneKeyHash, laneKeyHashOf(key, caseId));
  }

  /** Opens the next entry, unless the lane broke before it; what does not hold breaks it. */
  read(entry: SealedEntry, reader: LaneReader): void {
    if (this.#broken !== null) return;
    try {
      this.#readNext(entry, reader);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      this.breakHere(error.code);
    }
  }

  #readNext(entry: SealedEntry, { admit, epoch, ...place }: LaneReader): void {
    const { lane } = this;
    // Who was given an older key and may not read any more must not be able to write under it either.
    if (entryHeaderOf(entry).epoch !== epoch()) throw new CryptoError("entry-order");
    const { head, opened } = followLane(this.#head, [entry], { ...place, lane, keys: this.#keys });
    const items = opened.map(({ seq, day, author, payload }) =>
      admit(
        readEntry({
          lane,
          seq,
          day,
          author:
            author === null
              ? { kind: "reporter" }
              : { kind: "member", member: toBase64Url(author) },
          json: payload,
        }),
      ),
    );
    this.#head = head;
    this.#items.push(...items);
    this.#hashes.push(...opened.map(({ hash }) => hash));
    this.#rosters.push(...opened.map(({ rosterHash }) => toBase64Url(rosterHash)));
  }

  /** Which roster the author of each item had verified. */
  get seenRosters(): readonly SeenRoster[] {
    return this.#items.flatMap(({ lane, seq, author }, at) => {
      const rosterHash = this.#rosters[at];
      return rosterHash === undefined ? [] : [{ lane, seq, author, rosterHash }];
    });
  }

  /** Nothing after what was read so far can be believed. */
  breakHere(code: CryptoErrorCode): void {
    this.#broken ??= { lane: this.lane, seq: this.#head.seq + 1, code };
  }

  goesOn(): void {
    this.#readToEnd = false;
  }

  endsHere(): void {
    this.#readToEnd = true;
  }

  /** @throws CryptoError when this reading no longer holds what `earlier` held. */
  requireContinues(earlier: LaneReading): void {
    for (const [at, hash] of earlier.#hashes.entries()) {
      const now = this.#hashes[at];
      if (now === undefined) throw new CryptoError(this.#broken?.code ?? "journal-truncated");
      if (!equal(now, hash)) throw new CryptoError("entry-order");
    }
  }

  get head(): LaneHead {
    return this.#head;
  }

  get items(): readonly JournalItem[] {
    return this.#items;
  }

  get broken(): BrokenAt | null {
    return this.#broken;
  }

  get isWhole(): boolean {
    return this.#broken === null && this.#readToEnd;
  }

  /** Of the lane's first entry, base64url; null before it was read. */
  get firstHash(): string | null {
    const [first] = this.#hashes;
    return first === undefined ? null : toBase64Url(first);
  }

  /**
   * Where the next entry goes and the key it is sealed with. Null while no entry speaks for that key, as one that
   * only a wrap speaks for may be the server's own, and while the lane is not whole.
   */
  at(epoch: number): LaneAt | null {
    const key = this.#keys.get(epoch);
    if (key === undefined || this.#head.seq === 0 || !this.isWhole) return null;
    return { head: this.#head, epoch, key };
  }
}
