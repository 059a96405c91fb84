/**
 * Identity envelopes, judged by their plain headers: for this case, and in the hands the header says. What is in one,
 * and whether anything is, nobody here can tell.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { decodeIdentityHeader, type IdentityHeader } from "../contract/identity-header.ts";
import { DUMMY_MEMBER } from "../contract/journal.ts";
import type { IdentityEnvelope, IdentityShare } from "../contract/release.ts";
import { Refusal } from "./refusal.ts";

export interface CheckedEnvelope {
  readonly header: string;
  readonly body: string;
  /** One for each custodian; the empty slots have done their work on the way here. */
  readonly shares: readonly IdentityShare[];
}

function decoded(text: string): IdentityHeader {
  try {
    return decodeIdentityHeader(fromBase64Url(text));
  } catch {
    throw new Refusal("wrong-header", "identity.header");
  }
}

/** How many custodians must agree, by a header that was checked when it came. */
export function thresholdIn(header: string): number {
  return decoded(header).threshold;
}

/**
 * Null when it is in nobody's hands, and so nothing to keep.
 * @throws Refusal `wrong-header` when it belongs elsewhere, or its shares are not those its header names
 */
export function checkEnvelope(
  envelope: IdentityEnvelope,
  place: { readonly originHash: string; readonly caseId: string },
): CheckedEnvelope | null {
  const header = decoded(envelope.header);
  const { custodians } = header;
  const ids = custodians.map(({ id }) => toBase64Url(id));
  const named = envelope.shares.map(({ member }) => member);
  const fits =
    toBase64Url(header.origin) === place.originHash &&
    toBase64Url(header.caseId) === place.caseId &&
    new Set(ids).size === ids.length &&
    named.every((member, at) => member === (ids[at] ?? DUMMY_MEMBER)) &&
    ids.every((id) => id !== DUMMY_MEMBER) &&
    named.length >= ids.length;
  if (!fits) throw new Refusal("wrong-header", "identity");
  if (ids.length === 0) return null;
  const { body, shares } = envelope;
  return { header: envelope.header, body, shares: shares.slice(0, ids.length) };
}
