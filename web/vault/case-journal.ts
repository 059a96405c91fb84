/**
 * One case as its journal: lane keys, verified heads, opened items. Where crypto and payload meet.
 * Invariant: an item is here only if its lane verified up to it and its author is somebody the reporter
 * sealed to. Nothing is ever sealed onto a journal that broke, or that was not read to its end.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { EntryHeader, Lane } from "../../worker/contract/entry-header.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import type { SealedEntryWithHash } from "../crypto/entry.ts";
import { entryHeaderOf, sealEntry } from "../crypto/entry.ts";
import type { LaneKey, SealKeyPair, SigningSeed, VerifyKey } from "../crypto/keys.ts";
import { keyIdOf, verifyKey } from "../crypto/keys.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { isActive } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import { unwrapLaneKey } from "../crypto/wrap.ts";
import { standingOf, type CaseState } from "../payload/case-state.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { Report } from "../payload/entries/report.ts";
import { foldJournal, readEntry, writePayload, type JournalItem } from "../payload/journal.ts";
import { TEXT_MAX } from "../payload/text.ts";
import type { BrokenAt, CaseView, InternalLane } from "./interface.ts";
import { FIRST_EPOCH, LaneReading, type LaneAt, type LaneReader } from "./lane-reading.ts";

/** The lanes of this protocol that a case's recipients read. */
const READ_LANES = ["conversation", "internal"] as const satisfies readonly Lane[];
type ReadLane = (typeof READ_LANES)[number];

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
  #lanes: Readonly<Record<ReadLane, LaneReading>>;
  /** There are notes under a key not given to this reader: who says they opened them, unverified. */
  #withheld: { readonly openedBy: string } | null = null;

  /** @param origin 32-byte hash of the organisation's origin. */
  constructor(caseId: string, origin: Uint8Array, roster: VerifiedRoster) {
    this.caseId = caseId;
    this.#caseBytes = fromBase64Url(caseId);
    this.#origin = origin;
    this.#roster = roster;
    this.#lanes = {
      conversation: new LaneReading("conversation"),
      internal: new LaneReading("internal"),
    };
  }

  /** The same journal, to be read on without changing this one. */
  copy(): CaseJournal {
    const copied = new CaseJournal(this.caseId, this.#origin, this.#roster);
    const { conversation, internal } = this.#lanes;
    copied.#lanes = { conversation: conversation.copy(), internal: internal.copy() };
    copied.#withheld = this.#withheld;
    return copied;
  }

  /** Was this read under that roster? Under another its authors may be others. */
  isUnder(roster: VerifiedRoster): boolean {
    return this.#roster === roster;
  }

  /** @throws CryptoError `wrap-invalid`. */
  #unwrap({ lane, epoch, key, wrap }: Wrap, pairs: readonly SealKeyPair[]): LaneKey {
    if (epoch !== FIRST_EPOCH) throw new CryptoError("wrap-invalid");
    const pair = pairs.find(({ publicKey }) => toBase64Url(keyIdOf(publicKey)) === key);
    if (pair === undefined) throw new CryptoError("wrap-invalid");
    const place = { origin: this.#origin, caseId: this.#caseBytes, lane, epoch };
    return unwrapLaneKey(fromBase64Url(wrap), pair, place);
  }

  /**
   * A wrap is not signed: the server, too, can make a lane key and wrap it to a member's public key. So a key
   * once held is never replaced, and no epoch is believed that no entry of this protocol can open.
   * The reporter wrapped the conversation, but a colleague the notes: one who wrapped them badly must not
   * take the conversation away with them, so such a wrap is passed over.
   * @throws CryptoError `wrap-invalid` when a wrap of the conversation is not for one of these keys, or not
   * for this case, and when either lane is given a second key.
   */
  addWraps(wraps: readonly Wrap[], pairs: readonly SealKeyPair[]): void {
    for (const wrap of wraps) {
      if (wrap.lane === "identity") continue;
      let key: LaneKey;
      try {
        key = this.#unwrap(wrap, pairs);
      } catch (error) {
        if (wrap.lane === "internal" && error instanceof CryptoError) continue;
        throw error;
      }
      this.#lanes[wrap.lane].hold(wrap.epoch, key);
    }
  }

  /** The conversation's first entry, if it is the report it must be. */
  get #report(): Report | null {
    const [first] = this.#lanes.conversation.items;
    return first?.kind === "known" && first.payload.type === "report" ? first.payload : null;
  }

  /** A rostered member who was not sealed to cannot have read this, so nothing of theirs belongs in it. */
  #authorKey(memberId: Uint8Array, day: number): VerifyKey | null {
    const id = toBase64Url(memberId);
    if (this.#report?.recipients.includes(id) !== true) return null;
    const member = this.#roster.roster.members.find((candidate) => candidate.id === id);
    if (member === undefined || !isActive(member, day)) return null;
    return verifyKey(fromBase64Url(member.key));
  }

  /** Nobody signs a report; the reviewer who opened the internal lane signed which one they opened it on. */
  #requireOpening(item: JournalItem): void {
    if (item.lane !== "internal" || item.seq !== 1) return;
    const holds =
      item.kind === "known" &&
      item.payload.type === "opening" &&
      item.payload.report === this.reportHash;
    if (!holds) throw new CryptoError("entry-order");
  }

  /**
   * Follows the chains on, each as far as it holds.
   * @throws CryptoError as `followLane` when not even the report holds: then there is nothing to show.
   */
  extend(entries: readonly SealedEntry[]): void {
    const placed = entries.map((entry) => ({ entry, header: entryHeaderOf(entry) }));
    const reader: LaneReader = {
      origin: this.#origin,
      caseId: this.#caseBytes,
      authorKey: (memberId, day) => this.#authorKey(memberId, day),
      admit: (item) => this.#requireOpening(item),
    };
    const { conversation, internal } = this.#lanes;
    conversation.goesOn();
    internal.goesOn();
    for (const { entry, header } of placed) {
      if (header.lane === "conversation") conversation.read(entry, reader);
    }
    if (this.#report === null) throw new CryptoError(conversation.broken?.code ?? "entry-order");
    for (const { entry, header } of placed) {
      if (header.lane !== "internal") continue;
      if (this.#withheld === null && internal.isClosedAt(header, reader)) {
        this.#withheld = { openedBy: toBase64Url(header.author) };
      }
      if (this.#withheld === null) internal.read(entry, reader);
    }
  }

  /**
   * The server says that the lane ends here. One that broke, or whose key was not given to this reader,
   * cannot be counted. @throws CryptoError `journal-truncated` when the journal ends before it should.
   */
  requireLength(lane: ReadLane, seq: number): void {
    const reading = this.#lanes[lane];
    const counted = reading.broken === null && (lane !== "internal" || this.#withheld === null);
    if (counted && reading.head.seq < seq) throw new CryptoError("journal-truncated");
    reading.endsHere();
  }

  /** @throws CryptoError when this journal, read again, no longer holds what `earlier` held. */
  requireContinues(earlier: CaseJournal): void {
    for (const lane of READ_LANES) this.#lanes[lane].requireContinues(earlier.#lanes[lane]);
  }

  get broken(): BrokenAt | null {
    return this.#lanes.conversation.broken ?? this.#lanes.internal.broken;
  }

  get internal(): InternalLane {
    if (this.#withheld !== null) return "not-sealed-to-you";
    return this.#lanes.internal.head.seq === 0 ? "none" : "open";
  }

  /** False while a page is still to come, and once any entry did not hold. */
  get isWhole(): boolean {
    return READ_LANES.every((lane) => this.#lanes[lane].isWhole);
  }

  get items(): readonly JournalItem[] {
    return READ_LANES.flatMap((lane) => this.#lanes[lane].items);
  }

  get state(): CaseState {
    return foldJournal(this.items);
  }

  /** The state as it would be after these payloads, for the card that goes with them. */
  stateAfter(items: readonly JournalItem[]): CaseState {
    return foldJournal([...this.items, ...items]);
  }

  view(): CaseView {
    const { items, state, broken, internal } = this;
    return {
      items,
      state,
      standing: standingOf(state),
      broken,
      internal,
      internalOpener: this.#withheld?.openedBy ?? null,
    };
  }

  /** Of the conversation's first entry, base64url; null before it was read. */
  get reportHash(): string | null {
    return this.#lanes.conversation.firstHash;
  }

  /** As `LaneReading.at`; null for every lane once any of them broke. */
  laneAt(lane: ReadLane): LaneAt | null {
    return this.broken === null ? this.#lanes[lane].at : null;
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
