/**
 * Raw bindings -> what the Worker works with, checked once an isolate; nothing else reads `env`.
 * Invariant: without a sound secret and origin there is no Config, and without a Config no answer but
 * `server-error`.
 */
import { fromBase64Url, toBase64Url } from "./contract/bytes.ts";
import { ED25519_KEY_BYTES } from "./contract/limits.ts";
import { EmailAddress, PUSH_KEY_BYTES } from "./contract/notifications.ts";
import { originPreimage } from "./contract/preimages.ts";
import { digestBytes } from "./domain/digest.ts";
import { deriveKeys, type Keys } from "./domain/keys.ts";

export interface Bindings {
  readonly DB: D1Database;
  /** Shred keys and nothing else: see db/shelves.ts. */
  readonly SHRED_KEYS: R2Bucket;
  readonly ASSETS: Fetcher;
  readonly INTAKE_FUSE: RateLimit;
  readonly SIGN_IN_FUSE: RateLimit;
  readonly HANDLE_FUSE: RateLimit;
  /** The organisation's first origin, without a trailing slash. */
  readonly ORIGIN: string;
  /** The organisation's root key, as pinned in the pages; empty where nobody told: then no delegation is replaced. */
  readonly ROOT_KEY?: string;
  /** The other origins the pages are served from, parted by spaces; none when empty or missing. */
  readonly OTHER_ORIGINS?: string;
  /** At least 32 random bytes, base64url. */
  readonly SERVER_SECRET: string;
  /** Sends e-mail to members; absent where none is sent. */
  readonly EMAIL?: SendEmail;
  /** The address such e-mail comes from, of a domain the account may send for; none is sent without it. */
  readonly NOTIFICATION_SENDER?: string;
  /** The two halves of a P-256 key (RFC 8292), base64url: a point and a number. Without both, nothing is pushed. */
  readonly VAPID_PUBLIC_KEY?: string;
  readonly VAPID_PRIVATE_KEY?: string;
}

/** How members can be told that they should look. */
export interface Sending {
  /** Null where no e-mail is sent. */
  readonly email: { readonly sender: string } | null;
  /** What browsers subscribe to and what signs for it; null where nothing is pushed. */
  readonly push: { readonly publicKey: string; readonly privateKey: CryptoKey } | null;
}

export interface Config {
  readonly origin: string;
  readonly originHash: Uint8Array<ArrayBuffer>;
  /** The same as base64url. */
  readonly originHashText: string;
  /** base64url; null when it was not told. */
  readonly rootKey: string | null;
  /** Every origin the pages are served from; the first names the organisation. */
  readonly origins: readonly string[];
  readonly keys: Keys;
  readonly sending: Sending;
}

const SECRET_BYTES_MIN = 32;
const P256_NUMBER_BYTES = 32;

/** The Config of this isolate and what it was made from: deriving keys is not free. */
let ready: { readonly told: string; readonly config: Config } | null = null;

/** @throws Error when a binding is missing or unsound; the message names the binding, never its value */
export async function readConfig({
  SERVER_SECRET: secret,
  ORIGIN: origin,
  ROOT_KEY: root = "",
  OTHER_ORIGINS: others = "",
  EMAIL: mail,
  NOTIFICATION_SENDER: sender = "",
  VAPID_PUBLIC_KEY: pushKey = "",
  VAPID_PRIVATE_KEY: pushSecret = "",
}: Omit<
  Bindings,
  "DB" | "SHRED_KEYS" | "ASSETS" | "INTAKE_FUSE" | "SIGN_IN_FUSE" | "HANDLE_FUSE"
>): Promise<Config> {
  const mailing = mail === undefined ? "" : sender;
  const told = JSON.stringify([secret, origin, root, others, mailing, pushKey, pushSecret]);
  if (ready?.told === told) return ready.config;
  const originHash = await digestBytes(originPreimage(checkedOrigin(origin)));
  const config = {
    origin,
    originHash,
    originHashText: toBase64Url(originHash),
    rootKey: checkedRootKey(root),
    origins: [origin, ...others.split(" ").filter((other) => other !== "")].map(checkedOrigin),
    keys: await deriveKeys(checkedSecret(secret)),
    sending: {
      email: mailing === "" ? null : { sender: checkedSender(mailing) },
      push: pushKey === "" ? null : await checkedPushKey(pushKey, pushSecret),
    },
  };
  ready = { told, config };
  return config;
}

function checkedSecret(text: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof text === "string" ? decodedBytes(text) : null;
  if (bytes === null || bytes.length < SECRET_BYTES_MIN) {
    throw new Error("SERVER_SECRET is missing or too short");
  }
  return bytes;
}

function decodedBytes(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

function checkedRootKey(text: string): string | null {
  if (text === "") return null;
  if (decodedBytes(text)?.length !== ED25519_KEY_BYTES) throw new Error("ROOT_KEY is no key");
  return text;
}

function checkedSender(text: string): string {
  if (!EmailAddress.safeParse(text).success) throw new Error("NOTIFICATION_SENDER is no address");
  return text;
}

async function checkedPushKey(publicKey: string, secret: string): Promise<Sending["push"]> {
  const point = decodedBytes(publicKey);
  if (point?.length !== PUSH_KEY_BYTES || decodedBytes(secret)?.length !== P256_NUMBER_BYTES) {
    throw new Error("VAPID_PUBLIC_KEY or VAPID_PRIVATE_KEY is no key");
  }
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: toBase64Url(point.slice(1, 1 + P256_NUMBER_BYTES)),
    y: toBase64Url(point.slice(1 + P256_NUMBER_BYTES)),
    d: secret,
  };
  const ES256 = { name: "ECDSA", namedCurve: "P-256" };
  const privateKey = await crypto.subtle.importKey("jwk", jwk, ES256, false, ["sign"]);
  return { publicKey, privateKey };
}

/** HTTPS, or plain HTTP on this machine only. */
function checkedOrigin(text: unknown): string {
  const url = typeof text === "string" ? URL.parse(text) : null;
  const secure =
    url?.protocol === "https:" ||
    (url?.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname));
  if (url === null || !secure || url.origin !== text) throw new Error("ORIGIN is not an origin");
  return url.origin;
}
