/**
 * One case as its journal: lane keys, verified heads, opened items. Where crypto and payload meet.
 * Invariant: an item is here only if its seal, its place in the chain and its author's signature held, and
 * its author is somebody the reporter sealed to.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { EntryHeader, Lane } from "../../worker/contract/entry-header.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import { equal } from "../crypto/bytes.ts";
import type { SealedEntryWithHash } from "../crypto/entry.ts";
import { entryHeaderOf, sealEntry } from "../crypto/entry.ts";
import type { LaneKey, SealKeyPair, SigningSeed, VerifyKey } from "../crypto/keys.ts";
import { keyIdOf, verifyKey } from "../crypto/keys.ts";
import type { LaneHead } from "../crypto/lane.ts";
import { EMPTY_LANE, followLane } from "../crypto/lane.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { isActive } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import { unwrapLaneKey } from "../crypto/wrap.ts";
import { standingOf, type CaseState } from "../payload/case-state.ts";
import type { Payload } from "../payload/entries/index.ts";
import { foldJournal, readEntry, writePayload, type JournalItem } from "../payload/journal.ts";
import { TEXT_MAX } from "../payload/text.ts";
import type { CaseView } from "./interface.ts";

/** The lanes of this protocol that a case's recipients read. */
const READ_LANES = ["conversation", "internal"] as const satisfies readonly Lane[];
type ReadLane = (typeof READ_LANES)[number];

/** The one epoch there is: no entry type of this version opens another. */
const FIRST_EPOCH = 0;

export interface LaneAt {
  readonly head: LaneHead;
  readonly epoch: number;
  readonly key: LaneKey;
}

interface LaneState {
  head: LaneHead;
  readonly keys: Map<number, LaneKey>;
  readonly items: JournalItem[];
  /** By seq - 1, so that a journal read again can be held against this one. */
  readonly hashes: Uint8Array[];
}

export interface Writer {
  /** Null for the reporter. */
  readonly memberId: Uint8Array | null;
  readonly signing: SigningSeed | null;
  readonly day: number;
}

/** A page read from the start carries the report itself. */
export function startsJournal(entries: readonly SealedEntry[]): boolean {
  return entries.some((entry) => {
    const { lane, seq } = entryHeaderOf(entry);
    return lane === "conversation" && seq === 1;
  });
}

export class CaseJournal {
  readonly caseId: string;
  readonly #caseBytes: Uint8Array;
  readonly #origin: Uint8Array;
  readonly #roster: VerifiedRoster;
  readonly #lanes: Record<ReadLane, LaneState>;

  /** @param origin 32-byte hash of the organisation's origin. */
  constructor(caseId: string, origin: Uint8Array, roster: VerifiedRoster) {
    this.caseId = caseId;
    this.#caseBytes = fromBase64Url(caseId);
    this.#origin = origin;
    this.#roster = roster;
    const empty = (): LaneState => ({ head: EMPTY_LANE, keys: new Map(), items: [], hashes: [] });
    this.#lanes = { conversation: empty(), internal: empty() };
  }

  /**
   * A wrap is not signed: the server, too, can make a lane key and wrap it to a member's public key. So a key
   * once held is never replaced, and no epoch is believed that no entry of this protocol can open.
   * @throws CryptoError `wrap-invalid` when a wrap is not for one of these keys, or not for this case, or
   * holds a second key for its lane.
   */
  addWraps(wraps: readonly Wrap[], pairs: readonly SealKeyPair[]): void {
    for (const { lane, epoch, key, wrap } of wraps) {
      if (lane === "identity") continue;
      if (epoch !== FIRST_EPOCH) throw new CryptoError("wrap-invalid");
      const pair = pairs.find(({ publicKey }) => toBase64Url(keyIdOf(publicKey)) === key);
      if (pair === undefined) throw new CryptoError("wrap-invalid");
      const place = { origin: this.#origin, caseId: this.#caseBytes, lane, epoch };
      const unwrapped = unwrapLaneKey(fromBase64Url(wrap), pair, place);
      const held = this.#lanes[lane].keys.get(epoch);
      if (held !== undefined && !equal(held, unwrapped)) throw new CryptoError("wrap-invalid");
      this.#lanes[lane].keys.set(epoch, unwrapped);
    }
  }

  #authorKey(memberId: Uint8Array, day: number): VerifyKey | null {
    const id = toBase64Url(memberId);
    const member = this.#roster.roster.members.find((candidate) => candidate.id === id);
    if (member === undefined || !isActive(member, day)) return null;
    return verifyKey(fromBase64Url(member.key));
  }

  /** Follows the chains on. @throws CryptoError as `followLane`, and when an author was never sealed to. */
  extend(entries: readonly SealedEntry[]): void {
    for (const lane of READ_LANES) {
      const state = this.#lanes[lane];
      const { head, opened } = followLane(
        state.head,
        entries.filter((entry) => entryHeaderOf(entry).lane === lane),
        {
          origin: this.#origin,
          caseId: this.#caseBytes,
          lane,
          keys: state.keys,
          authorKey: (memberId, day) => this.#authorKey(memberId, day),
        },
      );
      state.head = head;
      for (const { seq, day, author, payload, hash } of opened) {
        state.hashes.push(hash);
        state.items.push(
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
        );
      }
    }
    this.#refuseStrangers();
    this.#refuseOtherReport();
  }

  /** A rostered member who was not sealed to cannot have read this, so nothing of theirs belongs in it. */
  #refuseStrangers(): void {
    const { report } = this.state;
    if (report === null) throw new CryptoError("entry-order");
    for (const { author } of this.items) {
      if (author.kind === "member" && !report.recipients.includes(author.member)) {
        throw new CryptoError("entry-signature");
      }
    }
  }

  /** Nobody signs a report; the reviewer who opened the internal lane signed which one they opened it on. */
  #refuseOtherReport(): void {
    const [first] = this.#lanes.internal.items;
    if (first?.kind !== "known" || first.payload.type !== "opening") return;
    if (first.payload.report !== this.reportHash) throw new CryptoError("entry-order");
  }

  /** @throws CryptoError `journal-truncated` when the journal ends before it should. */
  requireLength(lane: ReadLane, seq: number): void {
    if (this.#lanes[lane].head.seq < seq) throw new CryptoError("journal-truncated");
  }

  /** @throws CryptoError when this journal, read again, no longer holds what `earlier` held. */
  requireContinues(earlier: CaseJournal): void {
    for (const lane of READ_LANES) {
      for (const [at, hash] of earlier.#lanes[lane].hashes.entries()) {
        const now = this.#lanes[lane].hashes[at];
        if (now === undefined) throw new CryptoError("journal-truncated");
        if (!equal(now, hash)) throw new CryptoError("entry-order");
      }
    }
  }

  get items(): readonly JournalItem[] {
    return [...this.#lanes.conversation.items, ...this.#lanes.internal.items];
  }

  get state(): CaseState {
    return foldJournal(this.items);
  }

  /** The state as it would be after these payloads, for the card that goes with them. */
  stateAfter(items: readonly JournalItem[]): CaseState {
    return foldJournal([...this.items, ...items]);
  }

  view(): CaseView {
    const { items, state } = this;
    return { items, state, standing: standingOf(state) };
  }

  /** Of the conversation's first entry, base64url; null before it was read. */
  get reportHash(): string | null {
    const [first] = this.#lanes.conversation.hashes;
    return first === undefined ? null : toBase64Url(first);
  }

  headOf(lane: ReadLane): LaneHead {
    return this.#lanes[lane].head;
  }

  /**
   * Where the lane stands and the key its next entry is sealed with. Null while no entry has verified under
   * that key: a key that only a wrap speaks for may be the server's own.
   */
  laneAt(lane: ReadLane): LaneAt | null {
    const { head, keys } = this.#lanes[lane];
    const key = keys.get(FIRST_EPOCH);
    return key === undefined || head.seq === 0 ? null : { head, epoch: FIRST_EPOCH, key };
  }

  /** Seals a payload as the next entry after `at`. Changes nothing here: the journal grows by reading. */
  sealNext(
    lane: ReadLane,
    at: LaneAt,
    payload: Payload,
    writer: Writer,
  ): SealedEntryWithHash & { readonly item: JournalItem } {
    const header: Omit<EntryHeader, "laneKeyHash"> = {
      origin: this.#origin,
      caseId: this.#caseBytes,
      lane,
      epoch: at.epoch,
      seq: at.head.seq + 1,
      prev: at.head.hash,
      author: writer.memberId ?? REPORTER_AUTHOR,
      day: writer.day,
      rosterHash: this.#roster.hash,
    };
    if ("text" in payload && payload.text.length > TEXT_MAX) {
      throw new CryptoError("text-too-long");
    }
    const json = writePayload(payload);
    const item = readEntry({
      lane,
      seq: header.seq,
      day: writer.day,
      author:
        writer.memberId === null
          ? { kind: "reporter" }
          : { kind: "member", member: toBase64Url(writer.memberId) },
      json,
    });
    return { ...sealEntry(header, json, at.key, writer.signing), item };
  }
}
