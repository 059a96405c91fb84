/**
 * What may be appended to a journal, judged by plain headers alone: the server cannot read a body, but it
 * can see whose turn, which lane and which link of the chain an entry claims.
 * Invariant: `wrong-header` is a client that is mistaken and will stay so; `conflict` is one that was
 * overtaken, and that succeeds after reading on.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import {
  decodeCardHeader,
  decodeEntryHeader,
  REPORTER_AUTHOR,
  type CardHeader,
  type EntryHeader,
  type Lane,
} from "../contract/entry-header.ts";
import type { SealedEntry } from "../contract/journal.ts";
import { HASH_BYTES } from "../contract/limits.ts";
import { entryPreimage } from "../contract/preimages.ts";
import { digest } from "./digest.ts";
import { Refusal } from "./refusal.ts";

/** The author of whatever a reporter writes, as text. */
export const REPORTER = toBase64Url(REPORTER_AUTHOR);
/** What the first entry of a lane follows. */
export const NO_ENTRY = toBase64Url(new Uint8Array(HASH_BYTES));

/** How far a client's day may be from the server's: midnight passes, and clocks are off. */
const DAYS_APART = 1;

/** The lanes the server writes entries to; `identity` holds no journal yet. */
export type JournalLane = Exclude<Lane, "identity">;

export interface LaneState {
  /** 0 before there is an entry. */
  readonly seq: number;
  /** Hash of the last entry. */
  readonly head: string;
  readonly epoch: number;
}

export type Lanes = Readonly<Record<JournalLane, LaneState>>;

/** Who writes, into what, when. Hashes and ids are base64url text. */
export interface Writing {
  readonly originHash: string;
  readonly caseId: string;
  readonly author: string;
  readonly today: number;
}

/** An entry whose plain header says what it may say. */
export interface CheckedEntry {
  readonly sealed: SealedEntry;
  readonly lane: JournalLane;
  readonly epoch: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
}

function decoded<Header>(
  decode: (bytes: Uint8Array) => Header,
  text: string,
  field: string,
): Header {
  try {
    return decode(fromBase64Url(text));
  } catch {
    throw new Refusal("wrong-header", field);
  }
}

/**
 * An entry this author may write into this case today, wherever in its lane it belongs.
 * @throws Refusal `wrong-header` or `wrong-day`
 */
export async function checkEntry(
  sealed: SealedEntry,
  writing: Writing,
  field: string,
): Promise<CheckedEntry> {
  const bytes = fromBase64Url(sealed.header);
  const header: EntryHeader = decoded(decodeEntryHeader, sealed.header, `${field}.header`);
  const lane = header.lane;
  if (
    lane === "identity" ||
    (lane === "internal" && writing.author === REPORTER) ||
    toBase64Url(header.origin) !== writing.originHash ||
    toBase64Url(header.caseId) !== writing.caseId ||
    toBase64Url(header.author) !== writing.author ||
    header.seq < 1
  ) {
    throw new Refusal("wrong-header", `${field}.header`);
  }
  if (Math.abs(header.day - writing.today) > DAYS_APART) {
    throw new Refusal("wrong-day", `${field}.header`);
  }
  return {
    sealed,
    lane,
    epoch: header.epoch,
    seq: header.seq,
    prev: toBase64Url(header.prev),
    hash: await digest(entryPreimage(bytes, fromBase64Url(sealed.body))),
  };
}

/**
 * The lane after that entry.
 * @param most how many entries the lane may hold with this one
 * @throws Refusal `journal-full`, `conflict` when the entry does not follow the lane's last one or is sealed under an
 * earlier epoch than the lane's, `wrong-header` when under a later one
 */
export function appended(
  lane: LaneState,
  entry: CheckedEntry,
  most: number,
  field: string,
): LaneState {
  if (entry.seq !== lane.seq + 1 || entry.prev !== lane.head) throw new Refusal("conflict", field);
  // New keys may have come meanwhile without an entry in this lane.
  if (entry.epoch < lane.epoch) throw new Refusal("conflict", field);
  if (entry.epoch !== lane.epoch) throw new Refusal("wrong-header", `${field}.header`);
  if (entry.seq > most) throw new Refusal("journal-full", field);
  return { seq: entry.seq, head: entry.hash, epoch: lane.epoch };
}

/** The lane a card must be sealed under: the one its readers share with nobody else, once it exists. */
export function cardLane(lanes: Lanes): JournalLane {
  return lanes.internal.seq > 0 ? "internal" : "conversation";
}

/**
 * Was the card made of the case as it is now? It may have gone on in a lane that the entries do not touch, or come to
 * newer keys: whoever was overtaken like that reads on and seals again.
 * @throws Refusal `conflict`, `wrong-header`
 */
export function requireCurrentCard(header: string, lanes: Lanes): void {
  const card = decoded(decodeCardHeader, header, "card.header");
  const isBehind =
    card.coversConversation < lanes.conversation.seq ||
    card.coversInternal < lanes.internal.seq ||
    card.epoch < lanes[cardLane(lanes)].epoch;
  if (isBehind) throw new Refusal("conflict", "card.header");
}

/**
 * A card that covers exactly these lanes.
 * @throws Refusal `wrong-header`
 */
export function checkCard(header: string, writing: Writing, lanes: Lanes): CardHeader {
  const card = decoded(decodeCardHeader, header, "card.header");
  const lane = cardLane(lanes);
  if (
    toBase64Url(card.origin) !== writing.originHash ||
    toBase64Url(card.caseId) !== writing.caseId ||
    toBase64Url(card.author) !== writing.author ||
    card.lane !== lane ||
    card.epoch !== lanes[lane].epoch ||
    card.coversConversation !== lanes.conversation.seq ||
    card.coversInternal !== lanes.internal.seq
  ) {
    throw new Refusal("wrong-header", "card.header");
  }
  return card;
}
