/**
 * Answers to a reporter come in few sizes, so that none and some replies look alike on the way.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { REPORTER_ANSWER_BUCKETS_BYTES } from "../contract/limits.ts";

/** Everything an answer holds is ASCII, but its length is counted in bytes all the same. */
const encoder = new TextEncoder();

/**
 * The answer as JSON with a `pad` that fills it to the next of REPORTER_ANSWER_BUCKETS_BYTES exactly.
 * @throws RangeError when it is longer than the last: a page of a journal never is
 */
export function padded(answer: object): string {
  const bare = JSON.stringify({ ...answer, pad: "" });
  const bytes = encoder.encode(bare).length;
  const bucket = REPORTER_ANSWER_BUCKETS_BYTES.find((size) => bytes <= size);
  if (bucket === undefined) throw new RangeError("padding: answer beyond the last bucket");
  return JSON.stringify({ ...answer, pad: randomCharacters(bucket - bytes) });
}

/** `getRandomValues` gives no more at once. */
const RANDOM_BYTES_AT_ONCE = 65_536;

/** That many characters of base64url: no shorter than what they stand beside, should somebody compress them. */
function randomCharacters(length: number): string {
  const bytes = new Uint8Array(Math.ceil((length * 3) / 4));
  for (let at = 0; at < bytes.length; at += RANDOM_BYTES_AT_ONCE) {
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES_AT_ONCE));
  }
  return toBase64Url(bytes).slice(0, length);
}
