/** Padding to a bucket: the message, one byte 0x80, zeros (ISO/IEC 7816-4). Lengths then tell only the bucket. */
import { BODY_BUCKETS_BYTES } from "../../worker/contract/limits.ts";
import { isZero } from "./bytes.ts";
import { CryptoError } from "./suite.ts";

const END_MARK = 0x80;

/** @throws CryptoError `text-too-long` when it does not fit `bytes` with its end mark. */
export function padTo(message: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  if (message.length + 1 > bytes) throw new CryptoError("text-too-long");
  const padded = new Uint8Array(bytes);
  padded.set(message);
  padded[message.length] = END_MARK;
  return padded;
}

/** Pads to the smallest body bucket. @throws CryptoError `text-too-long` past the largest. */
export function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bucket = BODY_BUCKETS_BYTES.find((bytes) => message.length + 1 <= bytes);
  if (bucket === undefined) throw new CryptoError("text-too-long");
  return padTo(message, bucket);
}

/** @throws CryptoError `entry-invalid` when there is no end mark, or anything but zeros after it. */
export function unpad(padded: Uint8Array): Uint8Array {
  const at = padded.lastIndexOf(END_MARK);
  if (at < 0 || !isZero(padded.subarray(at + 1))) throw new CryptoError("entry-invalid");
  return padded.subarray(0, at);
}
