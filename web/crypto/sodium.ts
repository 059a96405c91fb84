/**
 * The one importer of libsodium. Three builds, one interface: WASM where it runs; the JavaScript fallback
 * where it does not; the larger WASM build, which alone has Argon2id, for members.
 * Invariant: nothing is sealed or opened before `loadSodium` has resolved.
 */
import type standard from "libsodium-wrappers";
import type larger from "libsodium-wrappers-sumo";
import { CryptoError } from "./suite.ts";

export type Sodium = typeof standard;
export type SodiumWithArgon2 = typeof larger;
export type SodiumBuild = "wasm" | "fallback";

let loaded: Sodium | undefined;
let loadedWithArgon2: SodiumWithArgon2 | undefined;

/** The smallest module there is: magic and version. Asking `typeof` would miss a policy that forbids it. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

async function wasmRuns(): Promise<boolean> {
  if (typeof WebAssembly === "undefined") return false;
  try {
    await WebAssembly.instantiate(EMPTY_MODULE);
    return true;
  } catch {
    return false;
  }
}

/** @throws CryptoError `no-crypto` when neither build starts. */
export async function loadSodium(): Promise<SodiumBuild> {
  const build: SodiumBuild = (await wasmRuns()) ? "wasm" : "fallback";
  try {
    const { default: standardBuild } =
      build === "wasm"
        ? await import("libsodium-wrappers")
        : await import("libsodium-wrappers-fallback");
    await standardBuild.ready;
    loaded = standardBuild;
  } catch (cause) {
    throw new CryptoError("no-crypto", { cause });
  }
  return build;
}

/**
 * The members' build. @throws CryptoError `no-wasm` where WebAssembly does not run: Argon2id at our
 * parameters would take minutes in JavaScript.
 */
export async function loadSodiumWithArgon2(): Promise<SodiumBuild> {
  if (!(await wasmRuns())) throw new CryptoError("no-wasm");
  try {
    const { default: largerBuild } = await import("libsodium-wrappers-sumo");
    await largerBuild.ready;
    loadedWithArgon2 = largerBuild;
    loaded = largerBuild;
  } catch (cause) {
    throw new CryptoError("no-crypto", { cause });
  }
  return "wasm";
}

/** @throws CryptoError `no-crypto` before one of the loads has resolved. */
export function sodium(): Sodium {
  if (loaded === undefined) throw new CryptoError("no-crypto");
  return loaded;
}

/** @throws CryptoError `no-crypto` before `loadSodiumWithArgon2` has resolved. */
export function sodiumWithArgon2(): SodiumWithArgon2 {
  if (loadedWithArgon2 === undefined) throw new CryptoError("no-crypto");
  return loadedWithArgon2;
}
