/**
 * The frozen identity and its release, read twice: by web/crypto, and by a second implementation made from the words
 * of PROTOCOL.md, Shamir's scheme included.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { decodeIdentityHeader } from "../../worker/contract/identity-header.ts";
import { ReleaseDecision, ReleaseRequest } from "../../worker/contract/release.ts";
import { fromBase64Url as bytesOf, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  envelopeHash,
  openIdentity,
  openIdentityHeader,
  openReleasedShare,
  openShare,
  readersHash,
} from "../../web/crypto/identity.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { sealKeyPair, verifyKey } from "../../web/crypto/keys.ts";
import {
  openReleaseDecision,
  openReleaseRequest,
  releaseRequestHash,
  unsealReleaseRequest,
} from "../../web/crypto/release.ts";
import { combineShares } from "../../web/crypto/shamir.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import vectors from "../vectors/identity.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import {
  blake,
  fromBase64Url,
  join,
  openBox,
  serverHash,
  ascii,
  unpad,
  unwrap,
  verifies,
} from "./second-implementation.ts";

beforeAll(() => loadSodium());

const CASE_ID = fromHex(vectors.caseId);
const PLACE = { caseId: CASE_ID, hash: fromBase64Url(vectors.hash) };

function shareAt(at: number) {
  const share = vectors.shares[at];
  const custodian = vectors.custodians[at];
  if (share === undefined || custodian === undefined) throw new Error("vectors: no such share");
  return { share, custodian };
}

describe("the frozen identity", () => {
  it("is opened by two of its three custodians, whichever two", async () => {
    const place = { origin: originHash(vectors.origin), caseId: CASE_ID };
    const header = openIdentityHeader(vectors.header, PLACE.hash, place);
    expect(header.ids).toEqual(vectors.custodians.map(({ id }) => id));
    expect(header.threshold).toBe(vectors.threshold);
    expect(header.readers).toEqual(readersHash(vectors.readers));
    expect(toBase64Url(envelopeHash(bytesOf(vectors.header)))).toBe(vectors.hash);
    const shares = vectors.custodians.map(({ id, sealSeed }, at) =>
      openShare(shareAt(at).share.share, id, sealKeyPair(fromHex(sealSeed)), header),
    );
    expect(shares.map(hex)).toEqual(vectors.custodians.map((_, at) => shareAt(at).share.opened));
    for (const [one = 0, other = 0] of [
      [0, 1],
      [0, 2],
      [2, 1],
    ]) {
      const two = [shares[one], shares[other]].flatMap((share) => share ?? []);
      expect(hex(await combineShares(two, 2))).toBe(vectors.key);
      expect(await openIdentity(vectors.body, two, header, vectors.header)).toBe(vectors.text);
    }
  });

  it("is asked for, agreed to and handed on", () => {
    const { requester, release } = vectors;
    const place = { origin: originHash(vectors.origin), caseId: CASE_ID };
    const header = openIdentityHeader(vectors.header, PLACE.hash, place);
    const { custodian } = shareAt(0);
    const request = openReleaseRequest(vectors.request, verifyKey(bytesOf(requester.verifyKey)));
    expect(request).toMatchObject({ release, envelope: vectors.hash, requester: requester.id });
    expect(releaseRequestHash(vectors.request)).toBe(vectors.requestHash);
    const at = { ...place, case: toBase64Url(CASE_ID), release, custodian: custodian.id };
    const pair = sealKeyPair(fromHex(custodian.sealSeed));
    expect(unsealReleaseRequest(vectors.sealedRequest, pair, at)).toEqual(vectors.request);
    const decision = openReleaseDecision(
      vectors.decision,
      verifyKey(bytesOf(vectors.custodianVerifyKey)),
    );
    expect(decision).toMatchObject({ answer: "approved", request: vectors.requestHash });
    const released = openReleasedShare(
      vectors.releasedShare.share,
      sealKeyPair(fromHex(requester.sealSeed)),
      header,
      { release, custodian: custodian.id, requester: requester.id },
    );
    expect(hex(released)).toBe(shareAt(0).share.opened);
  });
});

/** GF(2^8) with x^8 + x^4 + x^3 + x + 1. */
function times(left: number, right: number): number {
  let product = 0;
  let factor = left;
  for (let rest = right; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) product ^= factor;
    factor = (factor << 1) ^ ((factor & 0x80) === 0 ? 0 : 0x11b);
  }
  return product;
}

function inverse(of: number): number {
  const found = Array.from({ length: 255 }, (_, at) => at + 1).find((x) => times(of, x) === 1);
  if (found === undefined) throw new RangeError("zero has no inverse");
  return found;
}

/** Lagrange at zero, byte by byte; the coordinate is the last byte. */
function combined(shares: readonly Uint8Array[]): Uint8Array {
  const xs = shares.map((share) => share[32] ?? 0);
  return Uint8Array.from({ length: 32 }, (_, at) =>
    shares.reduce((sum, share, one) => {
      const basis = xs.reduce(
        (product, x, other) =>
          one === other ? product : times(product, times(x, inverse(x ^ (xs[one] ?? 0)))),
        1,
      );
      return sum ^ times(share[at] ?? 0, basis);
    }, 0),
  );
}

describe("a second implementation", () => {
  const origin = serverHash("origin", ascii(vectors.origin));

  it("opens it, from the words of PROTOCOL.md", () => {
    const header = fromBase64Url(vectors.header);
    expect(header.slice(0, 52)).toEqual(
      join(Uint8Array.of(1), origin, CASE_ID, Uint8Array.of(3, 2, 3)),
    );
    expect(header.slice(52, 84)).toEqual(
      blake("identity readers", 32, ...vectors.readers.map(fromBase64Url)),
    );
    const hash = blake("identity envelope", 32, header);
    expect(hash).toEqual(PLACE.hash);
    const shares = vectors.custodians.map(({ id, sealSeed }, at) => {
      const { share } = shareAt(at);
      const place = join(hash, fromBase64Url(id), Uint8Array.of(at + 1));
      const opened = unwrap(
        fromBase64Url(share.share),
        fromHex(sealSeed),
        place,
        "identity share",
      ).laneKey;
      const commitment = blake("share commitment", 32, origin, CASE_ID, opened);
      const slot = header.slice(84 + at * 48, 84 + (at + 1) * 48);
      expect(slot).toEqual(join(fromBase64Url(id), commitment));
      return opened;
    });
    const key = combined(shares.slice(1));
    expect(hex(key)).toBe(vectors.key);
    const padded = openBox(fromBase64Url(vectors.body), header, blake("identity key", 32, key));
    expect(padded).toHaveLength(4_096);
    expect(Buffer.from(unpad(padded)).toString("utf8")).toBe(vectors.text);
    expect(decodeIdentityHeader(header).custodians).toHaveLength(3);
  });

  it("reads the request, the decision and the piece that was given out", () => {
    const { custodian } = shareAt(0);
    const { requester, release, request, decision } = vectors;
    const statement = fromBase64Url(request.statement);
    const holds = (purpose: string, signed: typeof request, key: string): boolean =>
      verifies(
        fromBase64Url(signed.signature),
        fromBase64Url(key),
        purpose,
        fromBase64Url(signed.statement),
      );
    expect(holds("release request", request, requester.verifyKey)).toBe(true);
    expect(holds("release decision", decision, vectors.custodianVerifyKey)).toBe(true);
    expect(toBase64Url(blake("release request hash", 32, statement))).toBe(vectors.requestHash);
    const parsed = ReleaseRequest.parse(JSON.parse(Buffer.from(statement).toString("utf8")));
    const answer = Buffer.from(fromBase64Url(decision.statement)).toString("utf8");
    expect(ReleaseDecision.parse(JSON.parse(answer)).release).toBe(parsed.release);
    const ids = [release, custodian.id].map(fromBase64Url);
    const { laneKey: sealed } = unwrap(
      fromBase64Url(vectors.sealedRequest),
      fromHex(custodian.sealSeed),
      join(origin, CASE_ID, ...ids),
      "sealed request",
    );
    expect(sealed).toHaveLength(8_192);
    expect(sealed.slice(0, 64)).toEqual(fromBase64Url(request.signature));
    expect(sealed.slice(64, 64 + statement.length)).toEqual(statement);
    const { laneKey: piece } = unwrap(
      fromBase64Url(vectors.releasedShare.share),
      fromHex(requester.sealSeed),
      join(PLACE.hash, ...ids, fromBase64Url(requester.id)),
      "released share",
    );
    expect(hex(piece)).toBe(shareAt(0).share.opened);
  });
});
