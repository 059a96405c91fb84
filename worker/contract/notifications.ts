/**
 * Messages to members: which there are, where they may go, and what keeps them without content.
 * Invariant: a message is made of its kind and its reader's language alone, so it can say nothing of a case.
 */
import * as z from "zod/mini";
import { bytesOf } from "./bytes.ts";

/** `daily`: one a day whatever happened; `alert`: something urgent waits; `code` confirms an address; `test`. */
export const NOTIFICATION_KINDS = ["daily", "alert", "code", "test"] as const;
export const NotificationKind = z.enum(NOTIFICATION_KINDS);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** The languages of the pages; a test holds the two lists together. */
export const NOTIFICATION_LANGUAGES = ["en", "fr", "ar"] as const;
export const NotificationLanguage = z.enum(NOTIFICATION_LANGUAGES);
export type NotificationLanguage = z.infer<typeof NotificationLanguage>;

/** The hour of UTC in which every member who wants one gets the message of the day. */
export const DAILY_HOUR_UTC = 6;
/** For minutes after an alert was delivered the next one to the same place waits: a flood rings once. */
export const ALERT_PAUSE_RUNS = 5;
/** An attempt that has not succeeded is followed by the next after 2, 4, 8 … runs of the job, at most this many. */
export const RETRY_RUNS_MAX = 64;
export const DESTINATIONS_EACH = 6;
export const TESTS_A_DAY = 5;
export const CODE_TRIES = 5;
/** Codes that a member may have mailed in a day, to however many addresses. */
export const CODES_A_DAY = 10;
/** Digits of the code that confirms an address. */
export const ADDRESS_CODE_DIGITS = 8;

/** What every message of a kind measures, in bytes of UTF-8, whatever its kind and language. */
export const EMAIL_TEXT_BYTES = 640;
export const WEBHOOK_BODY_BYTES = 256;
export const PUSH_PLAINTEXT_BYTES = 128;
/** A destination is padded to this before it is sealed. */
export const DESTINATION_BYTES = 1_536;

export const WEBHOOK_SECRET_BYTES = 32;
/** An uncompressed point of P-256, and RFC 8291's authentication secret. */
export const PUSH_KEY_BYTES = 65;
export const PUSH_AUTH_BYTES = 16;

const URL_CHARACTERS_MAX = 1_024;
const ADDRESS_CHARACTERS_MAX = 254;

/** Names that lead to this machine or into somebody's own network, and never across the internet. */
const INNER = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa)$/u;

/**
 * HTTPS at its usual port of a host with a name: no bare address, no name of an inner network, nobody's password.
 * What a name leads to is decided when it is looked up; see SECURITY.md.
 */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol !== "https:" || url.port !== "") return false;
  if (url.username !== "" || url.password !== "" || url.hash !== "") return false;
  // A bare IPv4 address ends in a number, in whichever spelling it came (URL Standard, host parser).
  return /\.[a-z][a-z0-9-]*$/u.test(url.hostname) && !INNER.test(url.hostname);
}

const PublicUrl = z
  .string()
  .check(z.maxLength(URL_CHARACTERS_MAX), z.regex(/^[\x21-\x7e]+$/), z.refine(isPublicUrl));

/** What nearly every address looks like; whether it is one is shown by the code that comes back. */
export const EmailAddress = z
  .string()
  .check(
    z.maxLength(ADDRESS_CHARACTERS_MAX),
    z.regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}$/),
  );

export const Destination = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("email"), address: EmailAddress }),
  /** The secret is the browser's own: whoever runs the receiver checks signatures with it. */
  z.strictObject({
    by: z.literal("webhook"),
    url: PublicUrl,
    secret: bytesOf(WEBHOOK_SECRET_BYTES),
  }),
  /** A browser's push subscription. */
  z.strictObject({
    by: z.literal("push"),
    url: PublicUrl,
    key: bytesOf(PUSH_KEY_BYTES),
    auth: bytesOf(PUSH_AUTH_BYTES),
  }),
]);
export type Destination = z.infer<typeof Destination>;
export const DESTINATION_WAYS = [
  "email",
  "webhook",
  "push",
] as const satisfies readonly Destination["by"][];
export type DestinationWay = (typeof DESTINATION_WAYS)[number];

/** What is pushed to a browser, before it is padded and sealed to it: which of its own sentences to show. */
export const PushNote = z.strictObject({
  kind: NotificationKind,
  language: NotificationLanguage,
});

export const AddressCode = z.string().check(z.regex(/^[0-9]{8}$/));
