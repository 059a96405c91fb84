/**
 * A record of a case in a liar's hands: what can be done to it with the keys that are named, and with none.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import { entryHash, entryHeaderOf, sealEntry } from "../../web/crypto/entry.ts";
import { originHash } from "../../web/crypto/hash.ts";
import {
  keyIdOf,
  laneKey,
  type LaneKey,
  type SealKeyPair,
  type SealPublicKey,
  type SigningSeed,
} from "../../web/crypto/keys.ts";
import { unwrapLaneKey, wrapLaneKey } from "../../web/crypto/wrap.ts";
import { writePayload } from "../../web/payload/journal.ts";
import type { MemberKeys } from "../support/insider.ts";
import { SITE_ORIGIN } from "../support/site.ts";

export interface ServedRecord {
  readonly entries: readonly SealedEntry[];
  readonly wraps: readonly Wrap[];
  readonly conversationSeq: number;
}

/** What the liar has in hand besides the record. */
export interface Liar {
  readonly caseId: string;
  /** The record of another case, as the same person would be given it. */
  readonly other: ServedRecord;
  /** The reader's own seal key pair; the secret half only where a lie says that the code is known. */
  readonly reader: SealKeyPair;
  /** Who wrote the reply in this record. */
  readonly reviewer: MemberKeys;
  /** A colleague this case was never sealed to. */
  readonly stranger: MemberKeys;
}

export const FORGED = "Forged words, never written by anybody at the desk.";
const SERVERS_KEY = laneKey(new Uint8Array(32).fill(0xb4));

export function conversationOf(record: ServedRecord): readonly SealedEntry[] {
  return record.entries.filter((entry) => entryHeaderOf(entry).lane === "conversation");
}

/** The same record with another conversation in it. */
export function withConversation(
  record: ServedRecord,
  change: (entries: readonly SealedEntry[]) => readonly SealedEntry[],
): ServedRecord {
  const rest = record.entries.filter((entry) => entryHeaderOf(entry).lane !== "conversation");
  return { ...record, entries: [...change(conversationOf(record)), ...rest] };
}

function wrapPlace(caseId: string, lane: "conversation" | "internal") {
  return {
    origin: originHash(SITE_ORIGIN),
    caseId: fromBase64Url(caseId),
    lane,
    epoch: 0,
  } as const;
}

/** A lane key of the liar's own, wrapped as any other. */
export function serversWrap(
  caseId: string,
  lane: "conversation" | "internal",
  reader: SealPublicKey,
): { readonly key: LaneKey; readonly wrap: Wrap } {
  const wrapped = wrapLaneKey(SERVERS_KEY, reader, wrapPlace(caseId, lane));
  const wrap = {
    lane,
    epoch: 0,
    key: toBase64Url(keyIdOf(reader)),
    wrap: toBase64Url(wrapped),
  };
  return { key: SERVERS_KEY, wrap };
}

/** The conversation's key, as whoever holds that pair gets it. */
function laneKeyOf({ wraps }: ServedRecord, { caseId, reader }: Liar): LaneKey {
  const wrap = wraps.find(({ lane }) => lane === "conversation");
  if (wrap === undefined) throw new Error("record: no wrap of the conversation");
  return unwrapLaneKey(fromBase64Url(wrap.wrap), reader, wrapPlace(caseId, "conversation"));
}

/** A message that claims to be the author's, sealed with the true key: who signed it is the question. */
export function withReply(
  record: ServedRecord,
  liar: Liar,
  author: MemberKeys | null,
  signer: SigningSeed | null,
): ServedRecord {
  const last = conversationOf(record).at(-1);
  if (last === undefined) throw new Error("record: nothing to answer to");
  const { seq, day, rosterHash } = entryHeaderOf(last);
  const { entry } = sealEntry(
    {
      origin: originHash(SITE_ORIGIN),
      caseId: fromBase64Url(liar.caseId),
      lane: "conversation",
      epoch: 0,
      seq: seq + 1,
      prev: entryHash(last),
      author: author === null ? REPORTER_AUTHOR : fromBase64Url(author.id),
      day,
      rosterHash,
    },
    writePayload({ type: "message", language: "en", text: FORGED }),
    laneKeyOf(record, liar),
    signer,
  );
  return {
    ...withConversation(record, (entries) => [...entries, entry]),
    conversationSeq: record.conversationSeq + 1,
  };
}

/** One bit of one byte, in the header or the body of one entry. */
export function flipped(
  record: ServedRecord,
  at: number,
  part: "header" | "body",
  byte: number,
): ServedRecord {
  return withConversation(record, (entries) =>
    entries.map((entry, place) => {
      if (place !== at) return entry;
      const bytes = fromBase64Url(entry[part]);
      const index = byte < 0 ? bytes.length + byte : byte;
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      return { ...entry, [part]: toBase64Url(bytes) };
    }),
  );
}
