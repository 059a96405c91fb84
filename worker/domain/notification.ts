/**
 * Where a member's messages go, as it lies in the database; what names a message; the code that confirms an address.
 * An address must be readable to be written to, so it lies sealed under a key of the server's own: whoever has the
 * database and SERVER_SECRET reads it.
 */
import { fromBase64Url } from "../contract/bytes.ts";
import {
  ADDRESS_CODE_DIGITS,
  Destination,
  DESTINATION_BYTES,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from "../contract/notifications.ts";
import {
  addressCodePreimage,
  destinationPreimage,
  notificationPreimage,
} from "../contract/preimages.ts";
import { openAtRest, sealAtRest } from "./at-rest.ts";
import { digest } from "./digest.ts";

export interface DestinationPlace {
  readonly destinationId: string;
  readonly memberId: string;
}

function placeOf({ memberId, destinationId }: DestinationPlace): Uint8Array<ArrayBuffer> {
  return destinationPreimage(fromBase64Url(memberId), fromBase64Url(destinationId));
}

/** UTF-8 and spaces up to `bytes`. @throws RangeError when it is longer */
export function filledTo(bytes: number, text: string): Uint8Array<ArrayBuffer> {
  const filled = new Uint8Array(bytes).fill(0x20);
  filled.set(new TextEncoder().encode(text));
  return filled;
}

/** All of one length, whatever is in it. */
export async function sealDestination(
  key: CryptoKey,
  place: DestinationPlace,
  destination: Destination,
): Promise<string> {
  const plaintext = filledTo(DESTINATION_BYTES, JSON.stringify(destination));
  return sealAtRest(key, placeOf(place), plaintext);
}

/** Null when it does not open any more, or is no place that is written to. */
export async function openDestination(
  key: CryptoKey,
  place: DestinationPlace,
  sealed: string,
): Promise<Destination | null> {
  const opened = await openAtRest(key, placeOf(place), sealed);
  if (opened === null) return null;
  const json: unknown = JSON.parse(new TextDecoder().decode(opened));
  const parsed = Destination.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** One message: the same key in the outbox is the same message, however often it is written or tried. */
export interface Message {
  readonly destinationId: string;
  readonly kind: NotificationKind;
  readonly day: number;
  /** Which of its kind and day. */
  readonly number: number;
}

/** What its receivers know it by, base64url: a message that came twice is recognised by it, and by nothing else. */
export async function messageId({ destinationId, kind, day, number }: Message): Promise<string> {
  const which = NOTIFICATION_KINDS.indexOf(kind) + 1;
  return digest(notificationPreimage(fromBase64Url(destinationId), which, day, number));
}

/**
 * Made again whenever it is asked for, so that it is stored nowhere.
 * @param stored the destination as it lies in the database
 */
export async function addressCode(
  key: CryptoKey,
  destinationId: string,
  stored: string,
): Promise<string> {
  const preimage = addressCodePreimage(fromBase64Url(destinationId), fromBase64Url(stored));
  const mac = await crypto.subtle.sign("HMAC", key, preimage);
  // 64 bits over 10^8 codes: no code is likelier than another by more than one in 10^11.
  const number = new DataView(mac).getBigUint64(0) % 10n ** BigInt(ADDRESS_CODE_DIGITS);
  return number.toString().padStart(ADDRESS_CODE_DIGITS, "0");
}

/** The host of a URL, the address itself. */
export function destinationName(destination: Destination): string {
  return destination.by === "email" ? destination.address : new URL(destination.url).host;
}
