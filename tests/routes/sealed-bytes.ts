/**
 * Requests whose every byte the server may look at is right, and whose sealed bytes are random: to the server
 * the two cannot be told apart, which is the point of it.
 */
import { createHash, randomBytes } from "node:crypto";
import { toBase64Url, fromBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import {
  encodeCardHeader,
  decodeEntryHeader,
  encodeEntryHeader,
  REPORTER_AUTHOR,
  type CardHeader,
  type EntryHeader,
} from "../../worker/contract/entry-header.ts";
import {
  DUMMY_MEMBER,
  type MemberWrap,
  type SealedCard,
  type SealedEntry,
  type Wrap,
} from "../../worker/contract/journal.ts";
import {
  CARD_BYTES,
  HASH_BYTES,
  ID_BYTES,
  IDENTITY_BYTES,
  SEAL_OVERHEAD_BYTES,
  SEALED_SHARE_BYTES,
  WRAP_BYTES,
  WRAP_SLOTS,
} from "../../worker/contract/limits.ts";
import { encodeIdentityHeader, slotsFor } from "../../worker/contract/identity-header.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import { entryPreimage, originPreimage } from "../../worker/contract/preimages.ts";
import type { Server } from "../support/server.ts";
import { freeProof, today } from "./client.ts";
import { makeReporter, type TestReporter } from "./people.ts";

export function randomText(bytes: number): string {
  return toBase64Url(randomBytes(bytes));
}

export function hashText(preimage: Uint8Array): string {
  return toBase64Url(createHash("sha512").update(preimage).digest().subarray(0, HASH_BYTES));
}

export function entryHash(entry: SealedEntry): string {
  return hashText(entryPreimage(fromBase64Url(entry.header), fromBase64Url(entry.body)));
}

export function originHash(server: Server): Uint8Array {
  return fromBase64Url(hashText(originPreimage(server.origin)));
}

export interface EntryPlace extends Partial<Omit<EntryHeader, "caseId" | "author" | "prev">> {
  readonly caseId: string;
  /** Absent for the reporter. */
  readonly author?: string;
  /** Hash of the entry before; absent for a lane's first. */
  readonly prev?: string;
  readonly bodyBytes?: number;
}

export function sealEntry(server: Server, place: EntryPlace): SealedEntry {
  const { caseId, author, prev, bodyBytes = 1_024, ...rest } = place;
  const header = encodeEntryHeader({
    origin: originHash(server),
    caseId: fromBase64Url(caseId),
    lane: "conversation",
    epoch: 0,
    seq: 1,
    prev: prev === undefined ? new Uint8Array(HASH_BYTES) : fromBase64Url(prev),
    author: author === undefined ? REPORTER_AUTHOR : fromBase64Url(author),
    day: today(),
    rosterHash: randomBytes(HASH_BYTES),
    laneKeyHash: randomBytes(HASH_BYTES),
    ...rest,
  });
  return { header: toBase64Url(header), body: randomText(bodyBytes + SEAL_OVERHEAD_BYTES) };
}

export interface CardPlace extends Partial<Omit<CardHeader, "caseId" | "author">> {
  readonly caseId: string;
  readonly author?: string;
}

export function sealCard(server: Server, place: CardPlace): SealedCard {
  const { caseId, author, ...rest } = place;
  const header = encodeCardHeader({
    origin: originHash(server),
    caseId: fromBase64Url(caseId),
    lane: "conversation",
    epoch: 0,
    coversConversation: 1,
    coversInternal: 0,
    author: author === undefined ? REPORTER_AUTHOR : fromBase64Url(author),
    ...rest,
  });
  return { header: toBase64Url(header), body: randomText(CARD_BYTES + SEAL_OVERHEAD_BYTES) };
}

export function sealWrap(lane: Wrap["lane"] = "conversation", epoch = 0): Wrap {
  return { lane, epoch, key: randomText(ID_BYTES), wrap: randomText(WRAP_BYTES) };
}

export function wrapFor(member: string, lane: Wrap["lane"] = "conversation"): MemberWrap {
  return { member, ...sealWrap(lane) };
}

/** The real wraps, then dummies up to the next number of slots. */
export function slots(members: readonly string[]): MemberWrap[] {
  const wanted = WRAP_SLOTS.find((count) => members.length <= count) ?? members.length;
  const dummies = Array.from({ length: wanted - members.length }, () => wrapFor(DUMMY_MEMBER));
  return [...members.map((member) => wrapFor(member)), ...dummies];
}

/** An envelope in those hands; nobody here can tell what is in it, and nothing is. */
export function envelopeFor(
  server: Server,
  caseId: string,
  custodians: readonly string[],
): IdentityEnvelope {
  const header = encodeIdentityHeader(
    {
      origin: originHash(server),
      caseId: fromBase64Url(caseId),
      threshold: Math.min(2, custodians.length),
      readers: randomBytes(HASH_BYTES),
      custodians: custodians.map((id) => ({
        id: fromBase64Url(id),
        commitment: randomBytes(HASH_BYTES),
      })),
    },
    () => randomBytes(HASH_BYTES),
  );
  const shares = Array.from({ length: slotsFor(custodians.length) }, (_, at) => ({
    member: custodians[at] ?? DUMMY_MEMBER,
    key: randomText(ID_BYTES),
    share: randomText(SEALED_SHARE_BYTES),
  }));
  const body = randomText(IDENTITY_BYTES + SEAL_OVERHEAD_BYTES);
  return { header: toBase64Url(header), body, shares };
}

export type Submission = InputOf<"submitReport">;
export type Addition = InputOf<"reporterAppend">;

/** A reporter's entry as it is sent, paid for. */
export async function addition(
  server: Server,
  entry: SealedEntry,
  withdraw = false,
): Promise<Addition> {
  const { caseId } = decodeEntryHeader(fromBase64Url(entry.header));
  return {
    proof: await freeProof(server, "reporter-append"),
    entry,
    withdraw,
    challenge: false,
    identity: envelopeFor(server, toBase64Url(caseId), []),
    forgetIdentity: false,
  };
}

export interface TestReport {
  readonly submission: Submission;
  readonly reporter: TestReporter;
}

/** A report to that desk, sealed to those members. */
export async function sealReport(
  server: Server,
  desk: string,
  members: readonly string[],
  custodians: readonly string[] = [],
): Promise<TestReport> {
  const reporter = await makeReporter();
  const caseId = randomText(ID_BYTES);
  return {
    reporter,
    submission: {
      proof: await freeProof(server, "submit"),
      case: caseId,
      desk,
      urgent: false,
      reporter: {
        locatorHash: reporter.locatorHash,
        signInKey: reporter.signInKey,
        wrap: sealWrap(),
      },
      wraps: slots(members),
      entry: sealEntry(server, { caseId }),
      card: sealCard(server, { caseId }),
      identity: envelopeFor(server, caseId, custodians),
    },
  };
}
