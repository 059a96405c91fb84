/**
 * What a member does to a case, as sealed entries and the card that takes them in: one atomic append.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { MemberWrap, SealedEntry } from "../../worker/contract/journal.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { sealCard } from "../crypto/card.ts";
import { keyIdOf, newLaneKey } from "../crypto/keys.ts";
import { EMPTY_LANE } from "../crypto/lane.ts";
import { isActive } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import { wrapLaneKey } from "../crypto/wrap.ts";
import { cardOf } from "../payload/card.ts";
import { caseworkDueDay } from "../payload/clocks.ts";
import type { CaseState } from "../payload/case-state.ts";
import { saysInterests, type IrreversibleStep } from "../payload/entries/best-interests.ts";
import type { Payload } from "../payload/entries/index.ts";
import { foldItem, judged, type JournalItem } from "../payload/journal.ts";
import { REASON_MAX, TEXT_MAX } from "../payload/text.ts";
import type { ActContext } from "./act-context.ts";
import { planChange } from "./challenge-act.ts";
import { isRekeyDue } from "./desk-access.ts";
import { VaultFailure } from "./failure.ts";
import { receiptsOf } from "./receipt-sealing.ts";
import type { DeskAct, SealedAct } from "./interface.ts";
import type { Interests } from "./release-views.ts";
import { NOTHING_PLANNED, type Planned } from "./planned-act.ts";
import { extension } from "./promise-act.ts";
import type { LaneAt } from "./entry-sealing.ts";

/** The server deletes nothing that is held, so it is told the day of the review, and nothing else of it. */
function holdOf(payload: Payload): Pick<Planned, "hold"> {
  if (payload.type === "legal-hold") return { hold: payload.reviewDay };
  return payload.type === "legal-hold-end" ? { hold: null } : {};
}

/** Any word to the reporter confirms receipt: nobody has to press two buttons for one clock. */
function acknowledging(state: CaseState): readonly Payload[] {
  return state.acknowledgedDay === null ? [{ type: "acknowledgement" }] : [];
}

function decisionEntry(decision: Signed): Payload {
  return { type: "release-decision", decision };
}

/** As `DeskAct`, but for asking who the reporter is: that goes to custodians besides. */
export type PlannedAct =
  | DeskAct
  | {
      readonly kind: "ask";
      readonly request: Signed;
      readonly bestInterests: Interests;
    };

/** @throws VaultFailure `not-permitted` where nothing was written: the step would stand without its reason */
function interestsEntry(step: IrreversibleStep, { text, language }: Interests): Payload {
  if (text.trim() === "") throw new VaultFailure("not-permitted");
  if (text.length > TEXT_MAX) throw new CryptoError("text-too-long");
  return { type: "best-interests", step, text, language };
}

function plan(act: PlannedAct, state: CaseState): Planned {
  switch (act.kind) {
    case "open":
      return NOTHING_PLANNED;
    case "acknowledge": {
      const words: readonly Payload[] =
        act.text === "" ? [] : [{ type: "message", language: act.language, text: act.text }];
      return {
        ...NOTHING_PLANNED,
        conversation: [...acknowledging(state), ...words],
        acknowledged: true,
      };
    }
    case "reply":
      return {
        ...NOTHING_PLANNED,
        conversation: [
          ...acknowledging(state),
          { type: "message", language: act.language, text: act.text },
        ],
        acknowledged: true,
        // The first words after the acknowledgement are the feedback the Directive's clock waits for.
        feedback: state.acknowledgedDay !== null,
      };
    case "notice":
      return {
        ...NOTHING_PLANNED,
        conversation: [...acknowledging(state), act.payload],
        acknowledged: true,
        feedback: state.acknowledgedDay !== null && act.payload.template !== "RECEIVED",
      };
    case "extend-feedback":
      return { ...NOTHING_PLANNED, ...extension(act, acknowledging(state)) };
    case "ask":
      return {
        ...NOTHING_PLANNED,
        internal: [interestsEntry("IDENTITY_RELEASE", act.bestInterests)],
        conversation: [{ type: "release-request", request: act.request }],
      };
    case "note":
      return {
        ...NOTHING_PLANNED,
        internal: [{ type: "note", language: act.language, text: act.text }],
      };
    case "casework":
    case "export":
      return { ...NOTHING_PLANNED, ...holdOf(act.payload), internal: [act.payload] };
    case "record-decisions":
      return { ...NOTHING_PLANNED, conversation: act.decisions.map(decisionEntry) };
    case "open-identity":
      return {
        ...NOTHING_PLANNED,
        conversation: [
          ...act.decisions.map(decisionEntry),
          { type: "release-opened", release: act.release },
        ],
      };
    case "close":
      return {
        ...NOTHING_PLANNED,
        internal: [interestsEntry("CLOSURE", act.bestInterests)],
        conversation: [
          ...acknowledging(state),
          { type: "closure", reason: act.reason, language: act.language, text: act.text },
        ],
        acknowledged: true,
        feedback: true,
        closed: true,
      };
    case "decide-challenge":
    case "reopen":
      return { ...NOTHING_PLANNED, ...planChange(act, state.closure !== null) };
    case "override":
      return {
        ...NOTHING_PLANNED,
        conversation: [
          {
            type: "exclusion-override",
            member: act.member,
            reason: act.reason,
            language: act.language,
          },
        ],
      };
  }
}

/**
 * A new internal lane, for exactly those the reporter sealed to and who still hold a key.
 * @throws VaultFailure `roster-stale` when the roster does not know one of them: it may be older than the
 * report, and a colleague it lacks would be left out for good.
 */
function openInternalLane(
  context: ActContext,
  state: CaseState,
): { readonly at: LaneAt; readonly wraps: MemberWrap[]; readonly payload: Payload } {
  const { journal, roster, today, origin } = context;
  const { reportHash } = journal;
  if (state.report === null || reportHash === null) throw new VaultFailure("not-ready");
  const recipients = [...new Set(state.report.recipients)];
  const known = new Set(roster.roster.members.map(({ id }) => id));
  if (!recipients.every((id) => known.has(id))) throw new VaultFailure("roster-stale");
  const key = newLaneKey();
  const place = {
    origin,
    caseId: fromBase64Url(journal.caseId),
    lane: "internal",
    epoch: 0,
  } as const;
  const wraps = recipients.flatMap((id): MemberWrap[] => {
    const member = roster.roster.members.find((candidate) => candidate.id === id);
    const recipient = roster.sealKeys.get(id);
    if (member === undefined || recipient === undefined || !isActive(member, today)) return [];
    return [
      {
        member: id,
        lane: "internal",
        epoch: 0,
        key: toBase64Url(keyIdOf(recipient)),
        wrap: toBase64Url(wrapLaneKey(key, recipient, place)),
      },
    ];
  });
  return {
    at: { head: EMPTY_LANE, epoch: 0, key },
    wraps,
    payload: {
      type: "opening",
      recipients: wraps.map(({ member }) => member),
      report: reportHash,
    },
  };
}

/** May each do what it says, once those before it stand? */
function arePermitted(before: CaseState, items: readonly JournalItem[]): boolean {
  let state = before;
  return items.every((item) => {
    const permitted = judged(state, item).kind === "known";
    state = foldItem(state, item);
    return permitted;
  });
}

/**
 * Seals an act at the end of the journal as it was read. Sealing changes nothing here: if the server
 * answers `conflict`, read on and seal again.
 * @throws VaultFailure `not-ready` when the journal is not whole, its notes were not sealed to the writer, or
 * the report was not; `roster-stale`.
 */
export function sealAct(act: PlannedAct, context: ActContext): SealedAct {
  const { journal, origin, writer } = context;
  const { state } = journal;
  const planned = plan(act, state);
  const entries: SealedEntry[] = [];
  const items: JournalItem[] = [];
  let interests: string | null = null;

  const append = (lane: "conversation" | "internal", start: LaneAt, payloads: readonly Payload[]) =>
    payloads.reduce((at, payload) => {
      const next = journal.sealNext(lane, at, payload, writer);
      entries.push(next.entry);
      items.push(next.item);
      if (saysInterests(payload)) interests = toBase64Url(next.hash);
      return { ...at, head: { seq: at.head.seq + 1, hash: next.hash } };
    }, start);

  const conversationStart = journal.laneAt("conversation");
  // Whoever may not read would only write what every reader refuses.
  const isReader = state.access.readers.includes(toBase64Url(writer.memberId));
  if (!journal.isWhole || conversationStart === null || !isReader) {
    throw new VaultFailure("not-ready");
  }
  // Opening says nothing that a former reader could not know; any word has to wait for new keys.
  if (act.kind !== "open" && isRekeyDue(state, context.roster, context.today)) {
    throw new VaultFailure("not-ready");
  }
  if ("reason" in act && act.reason.length > REASON_MAX) throw new CryptoError("text-too-long");
  const opened = journal.internal === "none" ? openInternalLane(context, state) : null;
  const internalStart = opened?.at ?? journal.laneAt("internal");
  if (internalStart === null) throw new VaultFailure("not-ready");
  const internal = append("internal", internalStart, [
    ...(opened === null ? [] : [opened.payload]),
    ...planned.internal,
  ]);
  const acted = append("conversation", conversationStart, planned.conversation);
  if (entries.length === 0) throw new VaultFailure("not-ready");
  // To open a case is no act on it: nobody is told who looked.
  const receipts = act.kind === "open" ? [] : receiptsOf(journal.stateAfter(items), acted, context);
  const conversation = append("conversation", acted, receipts);
  if (!arePermitted(state, items)) throw new VaultFailure("not-permitted");

  const after = journal.stateAfter(items);
  const card = sealCard(
    {
      origin,
      caseId: fromBase64Url(journal.caseId),
      lane: "internal",
      epoch: internal.epoch,
      coversConversation: conversation.head.seq,
      coversInternal: internal.head.seq,
      author: writer.memberId,
    },
    JSON.stringify(cardOf(after)),
    internal.key,
    writer.signing,
  );
  return {
    case: journal.caseId,
    entries,
    wraps: opened?.wraps ?? [],
    card,
    acknowledged: planned.acknowledged,
    feedback: planned.feedback,
    feedbackExtended: planned.feedbackExtended,
    closed: planned.closed,
    reopened: planned.reopened,
    challengeDecided: planned.challengeDecided,
    ...(planned.hold !== undefined && { hold: planned.hold }),
    dueDay: caseworkDueDay(after.casework),
    interests,
  };
}
