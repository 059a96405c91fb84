/**
 * What a handler may use: the database, the shred keys, the keys, the time, randomness and the fuses; never a binding.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { concat, label } from "../contract/preimages.ts";
import { openDatabase, type Database } from "../db/open.ts";
import { ShredKeys } from "../db/shelves.ts";
import { dayOf } from "../domain/clocks.ts";
import { readConfig, type Bindings, type Config } from "../env.ts";

/** True when more was asked than it is set to: the price goes up, nobody is refused. */
export type Fuse = () => Promise<boolean>;

export interface Context {
  readonly db: Database;
  /** Every key of a case goes into the database, and comes out of it, through these. */
  readonly shredKeys: ShredKeys;
  readonly config: Config;
  /** Days since 1970-01-01, UTC. */
  readonly today: number;
  /** Seconds since 1970-01-01, UTC. */
  readonly nowSeconds: number;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  readonly intakeFuse: Fuse;
  readonly signInFuse: Fuse;
  /** Counts tries at one work name, whether anybody has it or not; true beyond what a person needs. */
  readonly handleFuse: (handle: string) => Promise<boolean>;
}

/** One key for everybody: there is nothing about anybody to count by. */
function fuse(binding: RateLimit): Fuse {
  return async () => !(await binding.limit({ key: "everybody" })).success;
}

/** By a keyed digest: what counts it learns no name. */
function handleFuse(binding: RateLimit, key: CryptoKey): Context["handleFuse"] {
  return async (handle) => {
    const name = concat(label("handle fuse"), new TextEncoder().encode(handle));
    const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, name));
    return !(await binding.limit({ key: toBase64Url(mac) })).success;
  };
}

/** @throws Error when a binding is missing or unsound */
export async function openContext(
  bindings: Bindings,
  nowMilliseconds = Date.now(),
): Promise<Context> {
  const config = await readConfig(bindings);
  const db = openDatabase(bindings.DB);
  return {
    db,
    shredKeys: new ShredKeys(bindings.SHRED_KEYS, db),
    config,
    today: dayOf(nowMilliseconds),
    nowSeconds: Math.floor(nowMilliseconds / 1_000),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    intakeFuse: fuse(bindings.INTAKE_FUSE),
    signInFuse: fuse(bindings.SIGN_IN_FUSE),
    handleFuse: handleFuse(bindings.HANDLE_FUSE, config.keys.handleFuse),
  };
}
