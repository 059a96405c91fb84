/**
 * Changes of who may read, as sealed entries, wraps and the card that takes them in: one atomic change.
 * Invariant: a key is wrapped only to members the verified roster lists as active reviewers, and a new key only to
 * those who may read after the change.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { MemberWrap, SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import { sealCard } from "../crypto/card.ts";
import type { LaneKey, SealPublicKey } from "../crypto/keys.ts";
import { keyIdOf, laneKeyHashOf, newLaneKey, sealPublicKey } from "../crypto/keys.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { isActive } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import { wrapLaneKey } from "../crypto/wrap.ts";
import { cardOf } from "../payload/card.ts";
import type { CaseState } from "../payload/case-state.ts";
import type { Payload } from "../payload/entries/index.ts";
import { judged, type JournalItem } from "../payload/journal.ts";
import { REASON_MAX } from "../payload/text.ts";
import type { ActContext } from "./act-context.ts";
import { VaultFailure } from "./failure.ts";
import type { AccessAct } from "./interface.ts";
import type { LaneAt } from "./entry-sealing.ts";

type Change = Omit<InputOf<"changeAccess">, "audit">;
type WrappedLane = "conversation" | "internal";

/** The key of a member who may be given a case today; null for anybody else. */
export function readingKey(
  { roster, sealKeys }: VerifiedRoster,
  memberId: string,
  today: number,
): SealPublicKey | null {
  const member = roster.members.find(({ id }) => id === memberId);
  const mayRead = member?.roles.includes("reviewer") === true && isActive(member, today);
  return mayRead ? (sealKeys.get(memberId) ?? null) : null;
}

function isListed({ roster }: VerifiedRoster, memberId: string): boolean {
  return roster.members.some(({ id }) => id === memberId);
}

/**
 * Does somebody hold the keys in force who may not read any more, by the case or by the roster? Of somebody the
 * roster does not list at all nothing can be said: it may be older than the case.
 */
export function isRekeyDue({ access }: CaseState, roster: VerifiedRoster, today: number): boolean {
  return access.holders.some(
    (id) =>
      !access.readers.includes(id) ||
      (isListed(roster, id) && readingKey(roster, id, today) === null),
  );
}

/** A change under way: entries go to the end of the conversation, all under the epoch it had. */
class Sealing {
  readonly entries: SealedEntry[] = [];
  readonly #context: ActContext;
  readonly #items: JournalItem[] = [];
  #at: LaneAt;
  readonly notes: LaneAt;

  /** @throws VaultFailure `not-ready` on a journal that is not whole or whose notes are not open to the writer. */
  constructor(context: ActContext) {
    const conversation = context.journal.laneAt("conversation");
    const notes = context.journal.laneAt("internal");
    if (!context.journal.isWhole || conversation === null || notes === null) {
      throw new VaultFailure("not-ready");
    }
    this.#context = context;
    this.#at = conversation;
    this.notes = notes;
  }

  /** As the case will be with what was added. */
  get state(): CaseState {
    return this.#context.journal.stateAfter(this.#items);
  }

  /** Where the notes stand, for the next entry. */
  get pin(): string {
    const pin = this.#context.journal.pinAt(this.#at.head.seq + 1);
    if (pin === null) throw new VaultFailure("not-ready");
    return pin;
  }

  /** @throws VaultFailure `not-permitted` for what every reader would refuse. */
  add(payload: Payload): void {
    const { journal, writer } = this.#context;
    const next = journal.sealNext("conversation", this.#at, payload, writer);
    if (judged(this.state, next.item).kind !== "known") throw new VaultFailure("not-permitted");
    this.entries.push(next.entry);
    this.#items.push(next.item);
    this.#at = { ...this.#at, head: { seq: next.item.seq, hash: next.hash } };
  }

  card({ epoch, key }: Pick<LaneAt, "epoch" | "key">): Change["card"] {
    const { journal, origin, writer } = this.#context;
    return sealCard(
      {
        origin,
        caseId: fromBase64Url(journal.caseId),
        lane: "internal",
        epoch,
        coversConversation: this.#at.head.seq,
        coversInternal: this.notes.head.seq,
        author: writer.memberId,
      },
      JSON.stringify(cardOf(this.state)),
      key,
      writer.signing,
    );
  }
}

function wrapTo(
  key: LaneKey,
  recipient: SealPublicKey,
  { journal, origin }: ActContext,
  lane: WrappedLane,
  epoch: number,
): Wrap {
  const place = { origin, caseId: fromBase64Url(journal.caseId), lane, epoch };
  return {
    lane,
    epoch,
    key: toBase64Url(keyIdOf(recipient)),
    wrap: toBase64Url(wrapLaneKey(key, recipient, place)),
  };
}

/** Every key there has been, to one member more: they read from the first word on. */
function grant(act: Extract<AccessAct, { kind: "grant" }>, context: ActContext): Change {
  const { journal, roster, today } = context;
  const { member, reason, language } = act;
  const recipient = readingKey(roster, member, today);
  if (recipient === null) throw new VaultFailure("no-recipient");
  const sealing = new Sealing(context);
  sealing.add({ type: "grant", member, reason, language, notes: sealing.pin });
  return {
    case: journal.caseId,
    change: { kind: "grant", member },
    entries: sealing.entries,
    wraps: journal.laneKeys.map(({ lane, epoch, key }) => ({
      member,
      ...wrapTo(key, recipient, context, lane, epoch),
    })),
    reporterWrap: null,
    card: sealing.card(sealing.notes),
  };
}

/** New keys of both lanes for those who may read now and still can by the roster. */
function rekey(sealing: Sealing, context: ActContext): Omit<Change, "change"> {
  const { journal, roster, today } = context;
  const { access, report, withdrawnDay } = sealing.state;
  if (report === null) throw new VaultFailure("not-ready");
  // A reader this roster lacks would be left out for good.
  if (!access.readers.every((id) => isListed(roster, id))) throw new VaultFailure("roster-stale");
  const caseBytes = fromBase64Url(journal.caseId);
  const epoch = access.epoch + 1;
  const recipients = access.readers.flatMap((member) => {
    const key = readingKey(roster, member, today);
    return key === null ? [] : [{ member, key }];
  });
  const keys = { conversation: newLaneKey(), internal: newLaneKey() };
  sealing.add({
    type: "rekey",
    epoch,
    recipients: recipients.map(({ member }) => member),
    conversationKeyHash: toBase64Url(laneKeyHashOf(keys.conversation, caseBytes)),
    internalKeyHash: toBase64Url(laneKeyHashOf(keys.internal, caseBytes)),
    notes: sealing.pin,
  });
  const lanes = ["conversation", "internal"] as const;
  const reporterKey = sealPublicKey(fromBase64Url(report.reporterKey));
  return {
    case: journal.caseId,
    entries: sealing.entries,
    wraps: recipients.flatMap(({ member, key }) =>
      lanes.map((lane): MemberWrap => ({
        member,
        ...wrapTo(keys[lane], key, context, lane, epoch),
      })),
    ),
    // Whoever withdrew has no code any more to open it with.
    reporterWrap:
      withdrawnDay === null
        ? wrapTo(keys.conversation, reporterKey, context, "conversation", epoch)
        : null,
    card: sealing.card({ epoch, key: keys.internal }),
  };
}

function remove(act: Extract<AccessAct, { kind: "removal" }>, context: ActContext): Change {
  const { member, reason, language } = act;
  const sealing = new Sealing(context);
  sealing.add({ type: "removal", member, reason, language, notes: sealing.pin });
  return { ...rekey(sealing, context), change: { kind: "removal", member } };
}

/** @throws VaultFailure `sole-holder` when nobody would be left who can read the case. */
function recuse(act: Extract<AccessAct, { kind: "recusal" }>, context: ActContext): Change {
  const { journal, roster, today, writer } = context;
  const self = toBase64Url(writer.memberId);
  const sealing = new Sealing(context);
  const others = sealing.state.access.readers.filter(
    (id) => id !== self && readingKey(roster, id, today) !== null,
  );
  if (others.length === 0) throw new VaultFailure("sole-holder");
  const { reason, language } = act;
  sealing.add({ type: "recusal", reason, language, notes: sealing.pin });
  return {
    case: journal.caseId,
    change: { kind: "recusal" },
    entries: sealing.entries,
    wraps: [],
    reporterWrap: null,
    card: sealing.card(sealing.notes),
  };
}

/**
 * Seals a change of who may read at the end of the journal as it was read.
 * @throws VaultFailure `not-ready` also while new keys are due and this is not what makes them; `not-permitted`,
 * `no-recipient`, `sole-holder`.
 */
export function sealAccess(act: AccessAct, context: ActContext): Change {
  const { journal, roster, today } = context;
  if ("reason" in act && act.reason.length > REASON_MAX) throw new CryptoError("text-too-long");
  const due = isRekeyDue(journal.state, roster, today);
  switch (act.kind) {
    case "rekey":
      if (!due) throw new VaultFailure("not-permitted");
      return { ...rekey(new Sealing(context), context), change: { kind: "rekey" } };
    case "removal":
      return remove(act, context);
    case "recusal":
      return recuse(act, context);
    case "grant":
      // Otherwise the newcomer's first words would be sealed to somebody who left.
      if (due) throw new VaultFailure("not-ready");
      return grant(act, context);
  }
}
