/** Entries and wraps made outside any vault, by whoever holds the keys that are given. */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { REPORTER_AUTHOR, type EntryHeader } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import { entryHash, sealEntry } from "../../web/crypto/entry.ts";
import { originHash } from "../../web/crypto/hash.ts";
import type { LaneKey, SealKeyPair, SealPublicKey, SigningSeed } from "../../web/crypto/keys.ts";
import { keyIdOf } from "../../web/crypto/keys.ts";
import { unwrapLaneKey, wrapLaneKey } from "../../web/crypto/wrap.ts";
import { parseCode, reporterKeys } from "../../web/crypto/tracking-code.ts";
import { writePayload } from "../../web/payload/journal.ts";
import { allWordLists } from "../../web/vault/word-lists.ts";
import { ORIGIN, TODAY } from "../support/organisation.ts";
import type { ServedCase } from "./served-case.ts";

type WrittenLane = "conversation" | "internal";

/** The lane key as the holder of that pair has it, from one of the wraps. */
export function laneKeyFrom(
  wraps: readonly Wrap[],
  caseId: string,
  lane: WrittenLane,
  pair: SealKeyPair,
): LaneKey {
  const wrap = wraps.find((candidate) => candidate.lane === lane);
  if (wrap === undefined) throw new Error("forgery: no wrap of that lane");
  const place = {
    origin: originHash(ORIGIN),
    caseId: fromBase64Url(caseId),
    lane,
    epoch: wrap.epoch,
  };
  return unwrapLaneKey(fromBase64Url(wrap.wrap), pair, place);
}

export function recipientKey(
  served: ServedCase,
  lane: WrittenLane,
  member: FoundedMember,
): LaneKey {
  return laneKeyFrom(served.wrapsOf(member.id), served.id, lane, member.seal);
}

export function wrapTo(
  key: LaneKey,
  recipient: SealPublicKey,
  caseId: string,
  lane: WrittenLane,
  epoch = 0,
): Wrap {
  const place = { origin: originHash(ORIGIN), caseId: fromBase64Url(caseId), lane, epoch };
  return {
    lane,
    epoch,
    key: toBase64Url(keyIdOf(recipient)),
    wrap: toBase64Url(wrapLaneKey(key, recipient, place)),
  };
}

export interface Forgery {
  readonly key: LaneKey;
  /** Null claims to be the reporter. */
  readonly author: FoundedMember | null;
  /** Null leaves the entry unsigned. */
  readonly signer: SigningSeed | null;
  /** JSON; a short message where it does not matter. */
  readonly json?: string;
  readonly lane?: WrittenLane;
  readonly header?: Partial<EntryHeader>;
}

export const MESSAGE = writePayload({ type: "message", language: "en", text: "A forged message." });
export const NOTE = writePayload({ type: "note", language: "en", text: "A forged note." });

/** The next entry of that case's lane, sealed with those keys. */
export function forgeNext(served: ServedCase, forgery: Forgery): SealedEntry {
  const { key, author, signer, json = MESSAGE, lane = "conversation", header } = forgery;
  const entries = served.lane(lane);
  const last = entries.at(-1);
  return sealEntry(
    {
      origin: originHash(ORIGIN),
      caseId: fromBase64Url(served.id),
      lane,
      epoch: 0,
      seq: entries.length + 1,
      prev: last === undefined ? new Uint8Array(32) : entryHash(last),
      author: author === null ? REPORTER_AUTHOR : fromBase64Url(author.id),
      day: TODAY,
      rosterHash: new Uint8Array(32),
      ...header,
    },
    json,
    key,
    signer,
  ).entry;
}

/** Everything somebody who found the code can have. @throws when it is no code. */
export async function laneKeyByCode(served: ServedCase, code: string): Promise<LaneKey> {
  const parsed = parseCode(code, await allWordLists());
  if (parsed.kind !== "code") throw new Error("forgery: not a code");
  const { seal } = reporterKeys(parsed.code);
  return laneKeyFrom(served.reporterPage().wraps, served.id, "conversation", seal);
}

/** The case as that member would be served it with one entry more at its end. */
export function pageWith(served: ServedCase, member: FoundedMember, entry: SealedEntry) {
  const page = served.memberPage(member.id);
  return { ...page, entries: [...page.entries, entry] };
}

/** The same for its reporter. */
export function reporterPageWith(served: ServedCase, entry: SealedEntry) {
  const page = served.reporterPage();
  return { ...page, entries: [...page.entries, entry] };
}
