/**
 * One case as its journal: lane keys, verified heads, opened items, and who may read. Where crypto and payload meet.
 * Invariant: an item is here only if its lane verified up to it and its author might read at that point. Nothing
 * is ever sealed onto a journal that broke, or that was not read to its end.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Lane } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import type { SealedEntryWithHash } from "../crypto/entry.ts";
import { entryHeaderOf } from "../crypto/entry.ts";
import type { LaneKey, SealKeyPair } from "../crypto/keys.ts";
import { notesPin } from "../crypto/lane.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import { standingOf, type CaseState } from "../payload/case-state.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { Author } from "../payload/entry-type.ts";
import { foldItem, itemOf, judged, writePayload, type JournalItem } from "../payload/journal.ts";
import { AccessReading } from "./access-reading.ts";
import { requireTextFits, sealNextEntry, type LaneAt, type Writer } from "./entry-sealing.ts";
import type { BrokenAt, CaseView, InternalLane } from "./interface.ts";
import { LaneReading, type SeenRoster } from "./lane-reading.ts";
import { OfferedKeys } from "./offered-keys.ts";
import { vetted, type Vetting } from "./release-vetting.ts";

/** The lanes of this protocol that a case's recipients read. */
const READ_LANES = ["conversation", "internal"] as const satisfies readonly Lane[];
type ReadLane = (typeof READ_LANES)[number];

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
  #keys: OfferedKeys;
  #access: AccessReading;
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
    this.#keys = new OfferedKeys(origin, this.#caseBytes);
    this.#access = new AccessReading(roster);
  }

  /** The same journal, to be read on without changing this one. */
  copy(): CaseJournal {
    const copied = new CaseJournal(this.caseId, this.#origin, this.#roster);
    const { conversation, internal } = this.#lanes;
    copied.#lanes = { conversation: conversation.copy(), internal: internal.copy() };
    copied.#withheld = this.#withheld;
    copied.#keys = this.#keys.copy();
    copied.#access = this.#access.copy();
    return copied;
  }

  /** Was this read under that roster? Under another its authors may be others. */
  isUnder(roster: VerifiedRoster): boolean {
    return this.#roster === roster;
  }

  /** @throws CryptoError `wrap-invalid`, as `OfferedKeys.add`. */
  addWraps(wraps: readonly Wrap[], pairs: readonly SealKeyPair[]): void {
    this.#keys.add(wraps, pairs, this.#lanes);
  }

  get vetting(): Vetting {
    return { caseId: this.caseId, roster: this.#roster.roster };
  }

  /** Nobody signs a report; the reviewer who opened the internal lane signed which one they opened it on. */
  #admitToNotes(item: JournalItem): JournalItem {
    const isOpening =
      item.kind === "known" &&
      item.payload.type === "opening" &&
      item.payload.report === this.reportHash;
    if (item.seq === 1 && !isOpening) throw new CryptoError("entry-order");
    return item;
  }

  /**
   * Follows the chains on, each as far as it holds.
   * @throws CryptoError as `followLane` when not even the report holds: then there is nothing to show.
   */
  extend(entries: readonly SealedEntry[]): void {
    const found = entries.map((entry) => ({ entry, header: entryHeaderOf(entry) }));
    const place = { origin: this.#origin, caseId: this.#caseBytes };
    const { conversation, internal } = this.#lanes;
    const access = this.#access;
    conversation.goesOn();
    internal.goesOn();
    for (const { entry, header } of found) {
      if (header.lane !== "conversation") continue;
      conversation.read(entry, {
        ...place,
        epoch: () => access.access.epoch,
        authorKey: (memberId, day) => access.authorKey(access.access, memberId, day),
        admit: (item) =>
          access.admit(vetted(item, access.state, this.vetting), this.#keys, this.#lanes),
      });
    }
    if (access.state.report === null)
      throw new CryptoError(conversation.broken?.code ?? "entry-order");
    for (const { entry, header } of found) {
      if (header.lane !== "internal") continue;
      const { origin, caseId } = place;
      if (this.#withheld === null && internal.isClosedAt(header, origin, caseId)) {
        this.#withheld = { openedBy: toBase64Url(header.author) };
      }
      if (this.#withheld !== null) continue;
      access.passPins(internal);
      internal.read(entry, {
        ...place,
        epoch: () => access.notesAccess.epoch,
        authorKey: (memberId, day) => access.authorKey(access.notesAccess, memberId, day),
        admit: (item) => this.#admitToNotes(item),
      });
    }
    access.passPins(internal);
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

  /**
   * The server says that both lanes end here. A change of who may read that is pinned to notes nobody was given
   * breaks the internal lane and no more: its author could have pinned it to nothing.
   * @throws CryptoError `wrap-invalid` when there are keys of an epoch that no rekey began.
   */
  requireEnd(): void {
    const { conversation, internal } = this.#lanes;
    if (conversation.broken !== null) return;
    this.#keys.requireBegun(this.#access.access.epoch);
    const reads = this.#withheld === null && internal.head.seq > 0;
    if (reads && this.#access.isBehind) internal.breakHere("journal-truncated");
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
    const { conversation, internal } = this.#lanes;
    // Judged in their order; the conversation's were when they were admitted.
    let state = this.#access.state;
    const notes = internal.items.map((item) => {
      const counted = judged(state, item);
      state = foldItem(state, counted);
      return counted;
    });
    return [...conversation.items, ...notes];
  }

  get seenRosters(): readonly SeenRoster[] {
    return READ_LANES.flatMap((lane) => this.#lanes[lane].seenRosters);
  }

  get state(): CaseState {
    // How the lanes are woven together makes no difference, so the conversation need not be folded again.
    return this.#lanes.internal.items.reduce(foldItem, this.#access.state);
  }

  /** The state as it would be after these payloads, for the card that goes with them. */
  stateAfter(items: readonly JournalItem[]): CaseState {
    return items.reduce(foldItem, this.state);
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
      waiting: [],
    };
  }

  /** Of the conversation's first entry, base64url; null before it was read. */
  get reportHash(): string | null {
    return this.#lanes.conversation.firstHash;
  }

  /** As `LaneReading.at`; null for every lane once any of them broke. */
  laneAt(lane: ReadLane): LaneAt | null {
    return this.broken === null ? this.#lanes[lane].at(this.#access.access.epoch) : null;
  }

  /** Every key of both lanes, by epoch, for somebody who is let in. */
  get laneKeys(): readonly {
    readonly lane: ReadLane;
    readonly epoch: number;
    readonly key: LaneKey;
  }[] {
    return READ_LANES.flatMap((lane) =>
      this.#lanes[lane].keys.map(({ epoch, key }) => ({ lane, epoch, key })),
    );
  }

  /** What a change of who may read says of the notes when it is the conversation's entry of that seq. Base64url. */
  pinAt(seq: number): string | null {
    const notes = this.laneAt("internal");
    return notes === null ? null : toBase64Url(notesPin(notes.key, seq, notes.head.hash));
  }

  /** Seals a payload as the next entry after `at`. Changes nothing here: the journal grows by reading. */
  sealNext(
    lane: ReadLane,
    at: LaneAt,
    payload: Payload,
    writer: Writer,
  ): SealedEntryWithHash & { readonly item: JournalItem } {
    if ("text" in payload) requireTextFits(payload.text);
    const sealed = sealNextEntry(lane, at, writePayload(payload), writer, {
      origin: this.#origin,
      caseId: this.#caseBytes,
      rosterHash: this.#roster.hash,
    });
    const author: Author =
      writer.memberId === null
        ? { kind: "reporter" }
        : { kind: "member", member: toBase64Url(writer.memberId) };
    const place = { lane, seq: at.head.seq + 1, day: writer.day, author };
    return { ...sealed, item: itemOf(payload, place) };
  }
}
