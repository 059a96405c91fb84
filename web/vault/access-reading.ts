/**
 * Who may read, followed along both lanes: the conversation says it, and each change names the place of the internal
 * lane from which it counts there. Invariant: nothing is believed of an author who might not read at that point, and
 * no key of a later epoch that no rekey committed to.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { equal } from "../crypto/bytes.ts";
import type { VerifyKey } from "../crypto/keys.ts";
import { verifyKey } from "../crypto/keys.ts";
import { notesPin } from "../crypto/lane.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { mayHaveWritten } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { Access } from "../payload/access.ts";
import { NEW_CASE, type CaseState } from "../payload/case-state.ts";
import { foldItem, judged, type JournalItem } from "../payload/journal.ts";
import type { LaneReading } from "./lane-reading.ts";
import type { Lanes, OfferedKeys } from "./offered-keys.ts";

interface Pinned {
  /** Of the access entry, in the conversation. */
  readonly seq: number;
  readonly notes: Uint8Array;
  /** Before it. */
  readonly access: Access;
}

export class AccessReading {
  readonly #roster: VerifiedRoster;
  /** Folded over the conversation as far as it was read. */
  #state: CaseState = NEW_CASE;
  #pins: readonly Pinned[] = [];
  /** How many of them the internal lane has passed. */
  #passed = 0;

  constructor(roster: VerifiedRoster) {
    this.#roster = roster;
  }

  copy(): AccessReading {
    const copied = new AccessReading(this.#roster);
    copied.#state = this.#state;
    copied.#pins = this.#pins;
    copied.#passed = this.#passed;
    return copied;
  }

  /** The case as the conversation has it; the report is null before it was read. */
  get state(): CaseState {
    return this.#state;
  }

  get access(): Access {
    return this.#state.access;
  }

  /** Who may read where the internal lane stands: what is pinned to a later place does not count there yet. */
  get notesAccess(): Access {
    return this.#pins[this.#passed]?.access ?? this.access;
  }

  /** Are there changes pinned to a place that the internal lane has not reached? */
  get isBehind(): boolean {
    return this.#passed < this.#pins.length;
  }

  /** A rostered member who may not read at that point has no business with the key: null refuses them. */
  authorKey({ readers }: Access, memberId: Uint8Array, day: number): VerifyKey | null {
    const id = toBase64Url(memberId);
    if (!readers.includes(id)) return null;
    const member = this.#roster.roster.members.find((candidate) => candidate.id === id);
    if (member === undefined || !mayHaveWritten(member, day)) return null;
    return verifyKey(fromBase64Url(member.key));
  }

  /**
   * The conversation's next item as it counts.
   * @throws CryptoError `access-invalid` for a rekey that its author may not make: no later key is believed.
   */
  admit(item: JournalItem, keys: OfferedKeys, lanes: Lanes): JournalItem {
    const counted = judged(this.#state, item);
    const payload = item.kind === "known" ? item.payload : null;
    if (payload?.type === "rekey" && counted.kind === "refused") {
      throw new CryptoError("access-invalid");
    }
    const { access } = this;
    this.#state = foldItem(this.#state, counted);
    if (payload === null || counted.kind === "refused") return counted;
    if (payload.type === "rekey") keys.commit(payload, lanes);
    if ("notes" in payload) {
      const notes = fromBase64Url(payload.notes);
      this.#pins = [...this.#pins, { seq: item.seq, notes, access }];
    }
    return counted;
  }

  /** Lets every change count that is pinned to where the internal lane now stands. */
  passPins(internal: LaneReading): void {
    for (;;) {
      const next = this.#pins[this.#passed];
      const key = next === undefined ? undefined : internal.keyOf(next.access.epoch);
      if (next === undefined || key === undefined || internal.head.seq === 0) return;
      if (!equal(notesPin(key, next.seq, internal.head.hash), next.notes)) return;
      this.#passed += 1;
    }
  }
}
