/**
 * Tickets: the minutes between the passphrase and what is to follow it. Stateless like every token, bound to one
 * member, and spent by the first try, so that a try always costs a whole sign-in.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { ID_BYTES, TICKET_SECONDS } from "../contract/limits.ts";
import { concat, label } from "../contract/preimages.ts";
import { dayOf } from "./clocks.ts";
import { digest } from "./digest.ts";
import type { Spent } from "./proof.ts";
import { issueToken, openToken } from "./token.ts";

const RANDOM_BYTES = 16;
const SUBJECT_BYTES = ID_BYTES + RANDOM_BYTES;

export async function issueTicket(
  key: CryptoKey,
  memberId: string,
  nowSeconds: number,
): Promise<string> {
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  return issueToken(key, concat(fromBase64Url(memberId), random), nowSeconds + TICKET_SECONDS);
}

export interface OpenTicket {
  readonly memberId: string;
  /** To be remembered, so that it is good for one try. */
  readonly spent: Spent;
}

/** Null when it is not ours, or too old. */
export async function openTicket(
  key: CryptoKey,
  ticket: string,
  nowSeconds: number,
): Promise<OpenTicket | null> {
  const subject = await openToken(key, ticket, SUBJECT_BYTES, nowSeconds);
  if (subject === null) return null;
  return {
    memberId: toBase64Url(subject.subarray(0, ID_BYTES)),
    spent: {
      expiresDay: dayOf((nowSeconds + TICKET_SECONDS) * 1_000),
      challengeHash: await digest(concat(label("spent"), fromBase64Url(ticket))),
    },
  };
}
