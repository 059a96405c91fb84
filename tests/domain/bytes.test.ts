/** Base64url as the wire has it: what a library of its own makes of the same, and one spelling for each byte string. */
import { base64urlnopad } from "@scure/base";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";

const bytes = fc.uint8Array({ maxLength: 70 });

it("spells bytes as the library does, and reads them back", () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const text = toBase64Url(given);
      expect(text).toBe(base64urlnopad.encode(given));
      expect(fromBase64Url(text)).toEqual(new Uint8Array(given));
    }),
  );
});

it("takes and refuses what the library does", () => {
  const characters = fc.constantFrom(...Array.from("ABgw-_09azZ=+/ é\n"));
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
      let expected: Uint8Array | null = null;
      try {
        expected = new Uint8Array(base64urlnopad.decode(text));
      } catch {
        // Refused.
      }
      if (expected === null) expect(() => fromBase64Url(text)).toThrow(RangeError);
      else expect(fromBase64Url(text)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

it("has no second spelling for the same bytes", () => {
  for (const text of ["A", "AB", "AAB", "AA==", "AA=", "AA ", " AA", "A+", "A/", "AAAAA"]) {
    expect(() => fromBase64Url(text), text).toThrow(RangeError);
  }
  expect(fromBase64Url("")).toEqual(new Uint8Array());
  expect(fromBase64Url("AA")).toEqual(Uint8Array.of(0));
});
