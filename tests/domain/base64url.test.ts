import { base64urlnopad } from "@scure/base";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";

/** What a general decoder makes of it; null where it refuses. */
function reference(text: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return null;
  }
}

function ours(text: string): Uint8Array | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

describe("base64url", () => {
  it("comes back as it went, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it("is read and refused exactly as by another implementation", () => {
    const near = fc.string({
      unit: fc.constantFrom(..."ABCDabcd0189-_+/= \n\u00e9\u{1f426}".split(""), "A", "Q", "g", "w"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(near, (text) => {
        expect(ours(text)).toEqual(reference(text));
      }),
      { numRuns: 20_000 },
    );
  });

  it("has one spelling: unused bits that are set are refused", () => {
    for (const [canonical, others] of [
      ["AA", ["AB", "AP", "A_"]],
      ["AAA", ["AAB", "AAC", "AAD"]],
    ] as const) {
      expect(ours(canonical)).not.toBeNull();
      for (const other of others) expect(ours(other)).toBeNull();
    }
  });
});
