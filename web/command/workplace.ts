/**
 * `.tern/`: what this machine knows of its organisation, outside the repository's history. Made once, kept.
 * trust.json (public), founding.sql (public or sealed), authenticators.sql (sealed for the server of dev.vars),
 * passphrases.json and dev.vars (secret, mode 600).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import * as z from "zod/mini";
import { base32nopad } from "@scure/base";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { Trust } from "../../worker/contract/roster.ts";
import { loadSodiumWithArgon2 } from "../crypto/sodium.ts";
import { demonstrationPlan } from "./demonstration.ts";
import { found } from "./founding.ts";
import { authenticatorRows, foundingRows } from "./rows.ts";

const Passphrases = z.array(
  z.strictObject({
    handle: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    passphrase: z.string(),
    /** base32, for those who must have a second factor. */
    authenticator: z.optional(z.string()),
  }),
);
export type Passphrases = z.infer<typeof Passphrases>;

const SECRET = { mode: 0o600 } as const;
const MILLISECONDS_A_DAY = 86_400_000;
/** As many as trust.json may list. */
const ORIGINS_MAX = 8;

export interface Workplace {
  readonly trustFile: string;
  readonly foundingSql: string;
  /** Null for an organisation founded before members had second factors. */
  readonly authenticatorsSql: string | null;
  readonly devVars: string;
  /** Where the local D1 and R2 keep their files. */
  readonly state: string;
  readonly passphrases: Passphrases;
  /** The first of trust.json's origins. */
  readonly origin: string;
  /** base64url */
  readonly rootKey: string;
  /** All the others. */
  readonly otherOrigins: readonly string[];
}

async function foundHere(folder: string, origins: readonly string[]): Promise<void> {
  await loadSodiumWithArgon2();
  const today = Math.floor(Date.now() / MILLISECONDS_A_DAY);
  const organisation = found(demonstrationPlan(origins, today), {
    language: "en",
    words: wordlist,
  });
  const passphrases: Passphrases = organisation.members.map(
    ({ handle, name, roles, passphrase, authenticator }) => ({
      handle,
      name,
      roles: [...roles],
      passphrase,
      ...(authenticator !== null && { authenticator: base32nopad.encode(authenticator) }),
    }),
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text, SECRET);
  };
  write("founding.sql", `${foundingRows(organisation).join("\n")}\n`);
  write("passphrases.json", `${JSON.stringify(passphrases, null, 2)}\n`);
  const secret = new Uint8Array(randomBytes(32));
  write("dev.vars", `SERVER_SECRET=${toBase64Url(secret)}\n`);
  const rows = await authenticatorRows(organisation, secret, today);
  write("authenticators.sql", `${rows.join("\n")}\n`);
  // Last: its presence says that the founding is whole.
  write("trust.json", `${JSON.stringify(organisation.trust, null, 2)}\n`);
}

/** @throws when nothing was founded there. */
export function passphrasesIn(folder: string): Passphrases {
  const json: unknown = JSON.parse(readFileSync(join(folder, "passphrases.json"), "utf8"));
  return Passphrases.parse(json);
}

/** Founds the demonstration organisation if there is none; lets pages be served from `origins` too. */
export async function openWorkplace(
  folder: string,
  origins: readonly [string, ...string[]],
): Promise<Workplace> {
  const trustFile = join(folder, "trust.json");
  if (!existsSync(trustFile)) await foundHere(folder, origins);
  const trust = Trust.parse(JSON.parse(readFileSync(trustFile, "utf8")));
  const [origin, ...aliases] = trust.origins;
  if (origin === undefined) throw new Error(`${trustFile} names no origin`);
  const known = [...new Set([origin, ...origins, ...aliases])].slice(0, ORIGINS_MAX);
  writeFileSync(trustFile, `${JSON.stringify({ ...trust, origins: known }, null, 2)}\n`, SECRET);
  const authenticatorsSql = join(folder, "authenticators.sql");
  return {
    trustFile,
    foundingSql: join(folder, "founding.sql"),
    authenticatorsSql: existsSync(authenticatorsSql) ? authenticatorsSql : null,
    devVars: join(folder, "dev.vars"),
    state: join(folder, "state"),
    passphrases: passphrasesIn(folder),
    origin,
    rootKey: trust.rootKey,
    otherOrigins: known.filter((other) => other !== origin),
  };
}
