/**
 * Every untrue record of a case a server can hand out: to the reporter who comes back, or to a member at the
 * desk. A record here is the part of an answer that both have in common.
 */
import { signingSeed } from "../../web/crypto/keys.ts";
import type { VaultFailureCode } from "../../web/vault/failure.ts";
import {
  conversationOf,
  serversWrap,
  withConversation,
  withReply,
  type Liar,
  type ServedRecord,
} from "./forgery.ts";

export interface RecordLie {
  readonly what: string;
  readonly code: VaultFailureCode;
  readonly tell: (record: ServedRecord, liar: Liar) => ServedRecord;
}

const ATTACKER = signingSeed(new Uint8Array(32).fill(0xb3));

/** The first and the last byte of each field, and one in the middle of what is sealed. */
export const FLIPS = [
  ...[0, 1, 32, 33, 48, 49, 50, 53, 54, 57, 58, 89, 90, 105, 106, 109, 110, 141, 142, 173].map(
    (byte) => ({ part: "header", byte }) as const,
  ),
  ...[0, 23, 24, 500, -17, -16, -1].map((byte) => ({ part: "body", byte }) as const),
];

export const RECORD_LIES: readonly RecordLie[] = [
  {
    what: "an entry of another case in the place of its own",
    code: "entry-order",
    tell: (record, { other }) =>
      withConversation(record, (entries) =>
        entries.with(1, conversationOf(other).at(1) ?? entries[0] ?? never()),
      ),
  },
  {
    what: "the entries of another case",
    code: "entry-order",
    tell: (record, { other }) => ({ ...record, entries: other.entries }),
  },
  {
    what: "two entries in each other's place",
    code: "entry-order",
    tell: (record) =>
      withConversation(record, ([first, second, third, ...rest]) =>
        [first, third, second, ...rest].filter((entry) => entry !== undefined),
      ),
  },
  {
    what: "its last entry twice",
    code: "entry-order",
    tell: (record) => ({
      ...withConversation(record, (entries) => [...entries, ...entries.slice(-1)]),
      conversationSeq: record.conversationSeq + 1,
    }),
  },
  {
    what: "its first entry twice",
    code: "entry-order",
    tell: (record) => withConversation(record, (entries) => [...entries.slice(0, 1), ...entries]),
  },
  {
    what: "an entry left out",
    code: "entry-order",
    tell: (record) => withConversation(record, (entries) => entries.toSpliced(1, 1)),
  },
  {
    what: "its end cut off",
    code: "journal-truncated",
    tell: (record) => withConversation(record, (entries) => entries.slice(0, -1)),
  },
  {
    what: "its beginning cut off",
    code: "entry-order",
    tell: (record) => withConversation(record, (entries) => entries.slice(1)),
  },
  {
    what: "a second key for its conversation, of the server's own",
    code: "wrap-invalid",
    tell: (record, { caseId, reader }) => ({
      ...record,
      wraps: [...record.wraps, serversWrap(caseId, "conversation", reader.publicKey).wrap],
    }),
  },
  {
    what: "the server's own key in the place of its own",
    code: "entry-invalid",
    tell: (record, { caseId, reader }) => ({
      ...record,
      wraps: record.wraps.map((wrap) =>
        wrap.lane === "conversation"
          ? serversWrap(caseId, "conversation", reader.publicKey).wrap
          : wrap,
      ),
    }),
  },
  {
    what: "the keys of another case",
    code: "wrap-invalid",
    tell: (record, { other }) => ({ ...record, wraps: other.wraps }),
  },
  {
    what: "no key at all",
    code: "wrap-invalid",
    tell: (record) => ({ ...record, wraps: [] }),
  },
  {
    what: "a reply in a reviewer's name that nobody signed",
    code: "entry-signature",
    tell: (record, liar) => withReply(record, liar, liar.reviewer, null),
  },
  {
    what: "a reply in a reviewer's name that the attacker signed",
    code: "entry-signature",
    tell: (record, liar) => withReply(record, liar, liar.reviewer, ATTACKER),
  },
  {
    what: "a reply in the reporter's name that the attacker signed",
    code: "entry-signature",
    tell: (record, liar) => withReply(record, liar, null, ATTACKER),
  },
  {
    what: "a reply of a colleague it was never sealed to",
    code: "entry-signature",
    tell: (record, liar) => withReply(record, liar, liar.stranger, liar.stranger.signing),
  },
];

function never(): never {
  throw new Error("record: no such entry");
}
