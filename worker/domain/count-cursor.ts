/**
 * Where the next part of a count begins, as its caller carries it: made by the server, for one member and one count, and
 * good for a few minutes. Whoever could choose where a part begins could cut a single case out of the sums.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { concat } from "../contract/preimages.ts";
import { Refusal } from "./refusal.ts";
import { issueToken, openToken } from "./token.ts";

/** A count of thousands of parts, over a slow line. */
const CURSOR_SECONDS = 10 * 60;
const SUBJECT_BYTES = 19;

/** Whose count, and which. */
export interface CountPlace {
  readonly memberId: string;
  readonly count: "case-counts" | "board";
}

const COUNT_BYTE = { "case-counts": 1, board: 2 } as const satisfies Record<
  CountPlace["count"],
  number
>;

function subjectOf({ memberId, count }: CountPlace, part: number): Uint8Array<ArrayBuffer> {
  const which = new Uint8Array([COUNT_BYTE[count], part >> 8, part & 0xff]);
  return concat(fromBase64Url(memberId), which);
}

/** @param part null at the end, and the answer is null too */
export async function issueCursor(
  key: CryptoKey,
  place: CountPlace,
  part: number | null,
  nowSeconds: number,
): Promise<string | null> {
  if (part === null) return null;
  return issueToken(key, subjectOf(place, part), nowSeconds + CURSOR_SECONDS);
}

/**
 * @param cursor null for the beginning
 * @throws Refusal `not-found` for one that is not this caller's, for this count, or of today
 */
export async function openCursor(
  key: CryptoKey,
  place: CountPlace,
  cursor: string | null,
  nowSeconds: number,
): Promise<number> {
  if (cursor === null) return 0;
  const subject = await openToken(key, cursor, SUBJECT_BYTES, nowSeconds);
  const [high = 0, low = 0] = subject?.subarray(SUBJECT_BYTES - 2) ?? [];
  const part = high * 256 + low;
  const own = subject !== null && toBase64Url(subject) === toBase64Url(subjectOf(place, part));
  if (!own) throw new Refusal("not-found", "from");
  return part;
}
