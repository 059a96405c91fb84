/** Headers: every field comes back, every other length or number is refused. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeCardHeader,
  decodeEntryHeader,
  encodeCardHeader,
  encodeEntryHeader,
} from "../../worker/contract/entry-header.ts";
import { CARD_HEADER_BYTES, ENTRY_HEADER_BYTES } from "../../worker/contract/limits.ts";
import { bytes, cardHeader, entryHeader, withOtherLengths } from "./arbitraries.ts";

describe("an entry header", () => {
  it("comes back from its bytes", () => {
    fc.assert(
      fc.property(entryHeader, (header) => {
        const encoded = encodeEntryHeader(header);
        expect(encoded.length).toBe(ENTRY_HEADER_BYTES);
        expect(decodeEntryHeader(encoded)).toEqual(header);
      }),
    );
  });

  it("has one spelling: any bytes that decode encode to themselves", () => {
    const body = bytes(ENTRY_HEADER_BYTES - 2);
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 3 }), (rest, lane) => {
        const whole = Uint8Array.of(1, ...rest.subarray(0, 48), lane, ...rest.subarray(48));
        expect(Buffer.compare(encodeEntryHeader(decodeEntryHeader(whole)), whole)).toBe(0);
      }),
    );
  });

  it("is refused at any other length, with another suite or lane", () => {
    fc.assert(
      fc.property(entryHeader, fc.integer({ min: 0, max: 255 }), (header, byte) => {
        const encoded = encodeEntryHeader(header);
        for (const wrong of withOtherLengths(encoded)) {
          expect(() => decodeEntryHeader(wrong)).toThrow(RangeError);
        }
        const suite = encoded.slice();
        suite[0] = byte;
        if (byte !== 1) expect(() => decodeEntryHeader(suite)).toThrow(RangeError);
        const lane = encoded.slice();
        lane[49] = byte;
        if (byte < 1 || byte > 3) expect(() => decodeEntryHeader(lane)).toThrow(RangeError);
      }),
    );
  });

  it("is not made of fields of the wrong length or range", () => {
    fc.assert(
      fc.property(entryHeader, fc.integer({ min: 0, max: 64 }), (header, length) => {
        fc.pre(length !== 32 && length !== 16);
        const wrong = new Uint8Array(length);
        for (const field of ["origin", "caseId", "prev", "author", "rosterHash", "laneKeyHash"]) {
          expect(() => encodeEntryHeader({ ...header, [field]: wrong })).toThrow(RangeError);
        }
        for (const number of [-1, 0.5, 2 ** 32, Number.NaN]) {
          for (const field of ["epoch", "seq", "day"]) {
            expect(() => encodeEntryHeader({ ...header, [field]: number })).toThrow(RangeError);
          }
        }
      }),
    );
  });
});

describe("a card header", () => {
  it("comes back from its bytes and is refused at any other length", () => {
    fc.assert(
      fc.property(cardHeader, (header) => {
        const encoded = encodeCardHeader(header);
        expect(encoded.length).toBe(CARD_HEADER_BYTES);
        expect(decodeCardHeader(encoded)).toEqual(header);
        for (const wrong of withOtherLengths(encoded)) {
          expect(() => decodeCardHeader(wrong)).toThrow(RangeError);
        }
      }),
    );
  });

  it("is never taken for an entry header, nor the other way round", () => {
    fc.assert(
      fc.property(cardHeader, entryHeader, (card, entry) => {
        expect(() => decodeEntryHeader(encodeCardHeader(card))).toThrow(RangeError);
        expect(() => decodeCardHeader(encodeEntryHeader(entry))).toThrow(RangeError);
      }),
    );
  });
});
