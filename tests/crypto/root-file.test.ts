/** The root file: only the right passphrase opens it, only as it was sealed, and nothing of the seed shows. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { newSigningSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import {
  openRootFile,
  readRootFile,
  ROOT_FILE_BYTES,
  ROOT_FILE_COST,
  sealRootFile,
  type RootFile,
} from "../../web/crypto/root-file.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import vector from "../vectors/root-file.json" with { type: "json" };
import { withOneByteFlipped, withOtherLengths } from "./arbitraries.ts";
import { hex } from "./hex.ts";

beforeAll(async () => {
  await loadSodiumWithArgon2();
});

const FILE = fromBase64Url(vector.file);

function readable(bytes: Uint8Array): RootFile {
  const file = readRootFile(bytes);
  if (file === null) throw new Error("no root file");
  return file;
}

/** A copy with one bit turned at that offset. */
function turned(at: number): Uint8Array {
  const changed = FILE.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

describe("a root file", () => {
  it("opens to the frozen vector's seed", () => {
    expect(hex(openRootFile(readable(FILE), vector.passphrase))).toBe(vector.seed);
    expect(FILE.length).toBe(ROOT_FILE_BYTES);
  });

  it("opens to what was sealed, under any spelling of its passphrase", () => {
    const seed = newSigningSeed();
    const sealed = sealRootFile(seed, "  Six WORDS that nobody else knows");
    const file = readable(sealed);
    expect(openRootFile(file, "six words that nobody   else knows")).toEqual(seed);
    expect(file.rootKey).toEqual(verifyKeyOf(seed));
    expect(file.parameters).toMatchObject(ROOT_FILE_COST);
    expect(hex(sealed)).not.toContain(hex(seed));
  });

  it("refuses another passphrase", () => {
    for (const passphrase of ["", "abandon", `${vector.passphrase} abandon`]) {
      expect(() => openRootFile(readable(FILE), passphrase)).toThrow("passphrase-wrong");
    }
  });

  it("refuses one bit turned in any of its fields", { timeout: 60_000 }, () => {
    const fields = {
      label: 3,
      version: 17,
      passes: 21,
      memory: 25,
      salt: 26,
      "root key": 50,
      nonce: 80,
      "sealed seed": 110,
      tag: 145,
    };
    for (const [field, at] of Object.entries(fields)) {
      const file = readRootFile(turned(at));
      if (file === null) continue;
      expect(() => openRootFile(file, vector.passphrase), field).toThrow("passphrase-wrong");
    }
    expect(readRootFile(turned(fields.label))).toBeNull();
    expect(readRootFile(turned(fields.version))).toBeNull();
    expect(readRootFile(turned(fields.passes))).toBeNull();
    expect(readRootFile(turned(fields.salt))).not.toBeNull();
  });

  it("refuses another length, a cheaper stretching and one that would never end, before it stretches", () => {
    for (const wrong of withOtherLengths(FILE)) expect(readRootFile(wrong)).toBeNull();
    const withCost = (passes: number, memoryKiB: number): Uint8Array => {
      const changed = FILE.slice();
      const view = new DataView(changed.buffer);
      view.setUint32(18, passes);
      view.setUint32(22, memoryKiB);
      return changed;
    };
    expect(readRootFile(withCost(3, 65_536))).not.toBeNull();
    expect(readRootFile(withCost(2, 65_536))).toBeNull();
    expect(readRootFile(withCost(3, 65_535))).toBeNull();
    expect(readRootFile(withCost(17, 65_536))).toBeNull();
    expect(readRootFile(withCost(3, 0xffff_ffff))).toBeNull();
  });

  it("never takes a changed file for the one that was sealed, at any byte", () => {
    const whole = toBase64Url(FILE);
    for (const changed of withOneByteFlipped(FILE)) {
      const file = readRootFile(changed);
      if (file === null) continue;
      const { salt, passes, memoryKiB } = file.parameters;
      // Everything a reader goes by: where one differs, key, associated data or box does.
      const read = [salt, passes, memoryKiB, hex(file.head), hex(file.box), hex(file.rootKey)];
      const { parameters, head, box, rootKey } = readable(fromBase64Url(whole));
      expect(read).not.toEqual([
        parameters.salt,
        parameters.passes,
        parameters.memoryKiB,
        hex(head),
        hex(box),
        hex(rootKey),
      ]);
    }
  });

  it("is nothing that random bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2 * ROOT_FILE_BYTES }), (bytes) => {
        expect(readRootFile(bytes)).toBeNull();
      }),
    );
  });
});
