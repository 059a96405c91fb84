/**
 * An identity envelope: fewer pieces than it takes open nothing, whatever else somebody holds; enough of them do; and
 * no piece passes for another.
 */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import type { IdentityEnvelope } from "../../worker/contract/release.ts";
import {
  openIdentity,
  openIdentityHeader,
  openReleasedShare,
  openShare,
  releaseShare,
  sealIdentity,
  type OpenHeader,
} from "../../web/crypto/identity.ts";
import { sealKeyPair, type SealKeyPair } from "../../web/crypto/keys.ts";
import { combineShares, splitKey } from "../../web/crypto/shamir.ts";
import { newLaneKey } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { bytes, withOneByteFlipped } from "./arbitraries.ts";

const PLACE = { origin: new Uint8Array(32).fill(1), caseId: new Uint8Array(16).fill(2) };
const WHO = '{"name":"Somebody Example","reach":"a neighbour","contact":"","language":"en"}';
const NOBODY = '{"name":"","reach":"","contact":"","language":"en"}';
const READERS = [id(90), id(91)];
const REFUSED = { code: "identity-invalid" };

function id(number: number): string {
  return toBase64Url(new Uint8Array(16).fill(number));
}

interface Keeper {
  readonly id: string;
  readonly pair: SealKeyPair;
}

/** Each (k, n) that is tried with all its subsets. */
const SHAPES = [
  [1, 1],
  [1, 3],
  [2, 2],
  [2, 3],
  [3, 3],
  [2, 5],
  [3, 5],
  [5, 6],
] as const;

let keepers: readonly Keeper[];
beforeAll(async () => {
  await loadSodium();
  keepers = Array.from({ length: 9 }, (_, at) => ({
    id: id(at + 1),
    pair: sealKeyPair(new Uint8Array(32).fill(at + 1)),
  }));
});

function custodiansOf(n: number) {
  return keepers.slice(0, n).map((keeper) => ({ id: keeper.id, key: keeper.pair.publicKey }));
}

async function sealed(k: number, n: number, text = WHO, place = PLACE) {
  const { envelope, hash } = await sealIdentity(text, custodiansOf(n), k, READERS, place);
  return { envelope, header: openIdentityHeader(envelope.header, hash, place) };
}

function subsetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
    [[]],
  );
}

/** Every piece that those keys open, tried on every piece there is, wherever it was meant to go. */
function piecesFor(
  holders: readonly Keeper[],
  { shares }: IdentityEnvelope,
  header: OpenHeader,
): readonly Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  for (const { pair } of holders) {
    for (const { share } of shares) {
      for (const claimed of header.ids) {
        try {
          const piece = openShare(share, claimed, pair, header);
          found.set(toBase64Url(piece), piece);
        } catch {
          // Not theirs.
        }
      }
    }
  }
  return [...found.values()];
}

describe.each(SHAPES)("%i of %i custodians", (k, n) => {
  it("open it; every smaller group, with everything on the server, opens nothing", async () => {
    const { envelope, header } = await sealed(k, n);
    const own = new Map(
      keepers.slice(0, n).map((keeper) => [keeper, piecesFor([keeper], envelope, header)]),
    );
    let refused = 0;
    for (const holders of subsetsOf(keepers.slice(0, n))) {
      const pieces = holders.flatMap((keeper) => own.get(keeper) ?? []);
      expect(pieces.length).toBe(holders.length);
      const opening = openIdentity(envelope.body, pieces, header, envelope.header);
      if (holders.length >= k) {
        expect(await opening).toBe(WHO);
        continue;
      }
      await expect(opening).rejects.toMatchObject(REFUSED);
      // Nor does what they have, combined in any way that fewer would be enough for.
      for (const taken of subsetsOf(pieces)) {
        for (const threshold of [1, 2, taken.length]) {
          const told = { ...header, threshold };
          const forced = openIdentity(envelope.body, taken, told, envelope.header);
          await expect(forced).rejects.toMatchObject(REFUSED);
        }
      }
      refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe("a key in pieces", () => {
  it("comes back from any of the right number, and from the first of more", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        async (k, more) => {
          const key = newLaneKey();
          const pieces = await splitKey(key, k, k + more);
          expect(pieces.map(({ length }) => length)).toEqual(pieces.map(() => 33));
          expect(await combineShares(pieces.toReversed(), k)).toEqual(key);
          if (k > 1) {
            await expect(combineShares(pieces.slice(0, k - 1), k)).rejects.toMatchObject(REFUSED);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a piece", () => {
  it("of another polynomial, another case or another custodian is refused for what it is", async () => {
    const [first, second] = keepers;
    if (first === undefined || second === undefined) throw new Error("identity: no custodians");
    const { envelope, header } = await sealed(2, 3);
    const other = await sealed(2, 3);
    const elsewhere = await sealed(2, 3, WHO, { ...PLACE, caseId: new Uint8Array(16).fill(3) });
    const own = envelope.shares[0]?.share ?? "";
    expect(openShare(own, first.id, first.pair, header)).toHaveLength(33);
    const foreign = [
      envelope.shares[1]?.share,
      other.envelope.shares[0]?.share,
      elsewhere.envelope.shares[0]?.share,
    ];
    for (const share of foreign) {
      expect(() => openShare(share ?? "", first.id, first.pair, header)).toThrow(
        "identity-invalid",
      );
    }
    expect(() => openShare(own, second.id, first.pair, header)).toThrow("identity-invalid");
    expect(() => openShare(own, first.id, first.pair, other.header)).toThrow("identity-invalid");
  });

  it("given out opens for whoever asked, for that request, from that custodian, and nowhere else", async () => {
    const [first, second, asker, thief] = keepers;
    if (first === undefined || second === undefined || asker === undefined || thief === undefined) {
      throw new Error("identity: too few");
    }
    const { envelope, header } = await sealed(2, 2);
    const piece = openShare(envelope.shares[0]?.share ?? "", first.id, first.pair, header);
    const place = { release: id(50), custodian: first.id, requester: asker.id };
    const released = toBase64Url(releaseShare(piece, asker.pair.publicKey, header, place));
    expect(openReleasedShare(released, asker.pair, header, place)).toEqual(piece);
    const wrong = [
      { ...place, release: id(51) },
      { ...place, custodian: second.id },
      { ...place, requester: thief.id },
    ];
    for (const at of wrong) {
      expect(() => openReleasedShare(released, asker.pair, header, at)).toThrow("identity-invalid");
    }
    expect(() => openReleasedShare(released, thief.pair, header, place)).toThrow(
      "identity-invalid",
    );
    // A custodian who gives out something else is told from one who gives their own piece.
    const garbage = new Uint8Array(33).fill(9);
    const lie = toBase64Url(releaseShare(garbage, asker.pair.publicKey, header, place));
    expect(() => openReleasedShare(lie, asker.pair, header, place)).toThrow("identity-invalid");
  });
});

describe("an envelope", () => {
  it("is named by its header: any byte of it changed is another, or none", async () => {
    const { envelope, hash } = await sealIdentity(WHO, custodiansOf(2), 2, READERS, PLACE);
    for (const changed of withOneByteFlipped(fromBase64Url(envelope.header))) {
      expect(() => openIdentityHeader(toBase64Url(changed), hash, PLACE)).toThrow(
        "identity-invalid",
      );
    }
    const elsewhere = { ...PLACE, caseId: new Uint8Array(16).fill(8) };
    expect(() => openIdentityHeader(envelope.header, hash, elsewhere)).toThrow("identity-invalid");
  });

  it("does not open with another's body", async () => {
    const { envelope, header } = await sealed(1, 1);
    const other = await sealed(1, 1);
    const pieces = piecesFor(keepers.slice(0, 1), envelope, header);
    const swapped = openIdentity(other.envelope.body, pieces, header, envelope.header);
    await expect(swapped).rejects.toMatchObject(REFUSED);
  });

  it("with nothing in it has every length that one with something has", async () => {
    const lengths = ({ header, body, shares }: IdentityEnvelope) => ({
      header: header.length,
      body: body.length,
      shares: shares.map(({ member, key, share }) => [member, key.length, share.length]),
    });
    for (const n of [1, 3, 5]) {
      const left = await sealed(Math.min(2, n), n);
      const none = await sealed(Math.min(2, n), n, NOBODY);
      expect(lengths(none.envelope)).toEqual(lengths(left.envelope));
    }
  });

  it("with nothing in it is made of true pieces, which noise would not be", async () => {
    // The last byte of the X25519 part of an X-Wing ciphertext never has its highest bit set; noise has it half the time.
    const LAST_OF_KEM = 1_119;
    const highest = (share: string) => (fromBase64Url(share)[LAST_OF_KEM] ?? 0) >> 7;
    const real: number[] = [];
    const noise: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const { envelope } = await sealed(2, 3, at % 2 === 0 ? WHO : NOBODY);
      for (const { member, share } of envelope.shares) {
        (member === DUMMY_MEMBER ? noise : real).push(highest(share));
      }
    }
    expect(real.filter((bit) => bit === 1)).toEqual([]);
    expect(noise.filter((bit) => bit === 1).length).toBeGreaterThan(0);
  });

  it("that nobody keeps is noise of the same shape", async () => {
    const { envelope } = await sealIdentity(WHO, [], 0, READERS, PLACE);
    const { envelope: kept } = await sealIdentity(WHO, custodiansOf(3), 2, READERS, PLACE);
    expect(envelope.shares.every(({ member }) => member === DUMMY_MEMBER)).toBe(true);
    expect(envelope.header.length).toBe(kept.header.length);
    expect(envelope.body.length).toBe(kept.body.length);
  });

  it("holds an identity of any words that fit", async () => {
    await fc.assert(
      fc.asyncProperty(bytes(8), async (seed) => {
        const text = JSON.stringify({ name: toBase64Url(seed) });
        const { envelope, header } = await sealed(2, 2, text);
        const pieces = piecesFor(keepers.slice(0, 2), envelope, header);
        expect(await openIdentity(envelope.body, pieces, header, envelope.header)).toBe(text);
      }),
      { numRuns: 10 },
    );
    await expect(sealed(1, 1, "x".repeat(4_096))).rejects.toMatchObject({ code: "text-too-long" });
  });
});
