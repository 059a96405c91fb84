/** Feedback: the frozen bytes, read by a second implementation too; who can open it, and what it is bound to. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { decodeFeedbackHeader, type KeptFeedback } from "../../worker/contract/feedback.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { WRAP_SLOTS } from "../../worker/contract/limits.ts";
import { openFeedback, sealFeedback } from "../../web/crypto/feedback.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { keyIdOf, sealKeyPair } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { CryptoError } from "../../web/crypto/suite.ts";
import { Feedback, FEEDBACK_TEXT_MAX, NO_ANSWERS } from "../../web/payload/given-feedback.ts";
import vector from "../vectors/feedback.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

beforeAll(async () => {
  await loadSodium();
});

const origin = () => originHash("https://tern.example");
const pairOf = (byte: number) => sealKeyPair(new Uint8Array(32).fill(byte));
const idOf = (byte: number) => toBase64Url(new Uint8Array(16).fill(byte));
const ROSTER = new Uint8Array(32).fill(7);

function kept(given: { header: string; body: string; wrap: string; key: string }): KeptFeedback {
  const { feedbackId } = decodeFeedbackHeader(fromBase64Url(given.header));
  return { ...given, feedback: toBase64Url(feedbackId), receivedMonth: 20_500 };
}

/** Sealed to the holders of those keys; as the first of them is handed it. */
function sealedTo(bytes: readonly number[], text = "{}") {
  const readers = bytes.map((byte) => ({ id: idOf(byte), key: pairOf(byte).publicKey }));
  const sealed = sealFeedback(text, readers, { origin: origin(), rosterHash: ROSTER });
  const [first] = sealed.wraps;
  if (first === undefined) throw new Error("no wrap");
  return { sealed, first: kept({ ...sealed, wrap: first.wrap, key: first.key }) };
}

const REFUSED = expect.objectContaining({ name: "CryptoError" });
function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

describe("the frozen feedback", () => {
  const frozen = () => kept({ ...vector, key: vector.keyId });

  it("opens for the coordinator it was sealed to", () => {
    const pair = sealKeyPair(fromHex(vector.recipientSeed));
    expect(openFeedback(frozen(), [pair], originHash(vector.origin))).toBe(vector.text);
    expect(Feedback.parse(JSON.parse(vector.text)).answers.understood).toBe("partly");
    const header = decodeFeedbackHeader(fromBase64Url(vector.header));
    expect(hex(header.rosterHash)).toBe(vector.rosterHash);
    expect(hex(header.feedbackId)).toBe(vector.feedbackId);
  });

  it("is read by a second implementation", () => {
    const header = second.fromBase64Url(vector.header);
    const place = second.join(
      second.serverHash("origin", second.ascii(vector.origin)),
      fromHex(vector.feedbackId),
    );
    expect(hex(header)).toBe(
      `01${hex(place.slice(0, 32))}${vector.feedbackId}${vector.rosterHash}`,
    );
    const wrapped = second.fromBase64Url(vector.wrap);
    const seed = fromHex(vector.recipientSeed);
    const { laneKey } = second.unwrap(wrapped, seed, place, "feedback wrap");
    const key = second.blake("feedback key", 32, laneKey);
    const json = second.unpad(second.openBox(second.fromBase64Url(vector.body), header, key));
    expect(Buffer.from(json).toString("utf8")).toBe(vector.text);
  });
});

describe("feedback", () => {
  it("opens for each coordinator and for nobody else", () => {
    const { sealed, first } = sealedTo([1, 2, 3], '{"a":1}');
    for (const [at, byte] of [1, 2, 3].entries()) {
      const own = sealed.wraps[at];
      const theirs = { ...first, wrap: own?.wrap ?? "", key: own?.key ?? "" };
      expect(openFeedback(theirs, [pairOf(byte)], origin())).toBe('{"a":1}');
    }
    const stranger = pairOf(9);
    const claimed = { ...first, key: toBase64Url(keyIdOf(stranger.publicKey)) };
    expect(refusal(() => openFeedback(first, [stranger], origin()))).toEqual(REFUSED);
    expect(refusal(() => openFeedback(claimed, [stranger], origin()))).toEqual(REFUSED);
  });

  it("is bound to its id, its organisation and its own key", () => {
    const { first } = sealedTo([1]);
    const other = sealedTo([1]).first;
    const pair = pairOf(1);
    expect(openFeedback(first, [pair], origin())).toBe("{}");
    for (const lie of [
      { ...first, feedback: other.feedback },
      { ...first, header: other.header, feedback: other.feedback },
      { ...first, wrap: other.wrap },
      { ...first, body: other.body },
    ]) {
      expect(refusal(() => openFeedback(lie, [pair], origin()))).toEqual(REFUSED);
    }
    const elsewhere = originHash("https://other.example");
    expect(refusal(() => openFeedback(first, [pair], elsewhere))).toBeInstanceOf(CryptoError);
  });

  it("has one size for any answers, and as many slots as the next count for any coordinators", () => {
    const text = fc.string({ unit: "binary", maxLength: FEEDBACK_TEXT_MAX });
    const sizes = new Set<number>();
    fc.assert(
      fc.property(text, fc.constantFrom(1, 4), (words, count) => {
        const said = { language: "en", answers: NO_ANSWERS, text: words, case: null };
        const bytes = Array.from({ length: count }, (_, at) => at + 1);
        const { sealed } = sealedTo(bytes, JSON.stringify(Feedback.parse(said)));
        sizes.add(JSON.stringify(sealed).length);
        expect(sealed.wraps).toHaveLength(WRAP_SLOTS[0]);
        expect(sealed.wraps.filter(({ member }) => member !== DUMMY_MEMBER)).toHaveLength(count);
      }),
      { numRuns: 30, examples: [["\u0000".repeat(FEEDBACK_TEXT_MAX), 1]] },
    );
    expect(sizes.size).toBe(1);
    expect(sealedTo([1, 2, 3, 4, 5]).sealed.wraps).toHaveLength(WRAP_SLOTS[1]);
  });
});
