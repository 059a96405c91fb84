/** The chain of a lane: it is read as it was written, or not at all. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { sealEntry } from "../../web/crypto/entry.ts";
import type { LaneKey } from "../../web/crypto/keys.ts";
import { laneKey, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import type { LanePlace } from "../../web/crypto/lane.ts";
import { EMPTY_LANE, followLane } from "../../web/crypto/lane.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";

const KEY = laneKey(new Uint8Array(32).fill(1));
const SEED = signingSeed(new Uint8Array(32).fill(2));
const MEMBER = new Uint8Array(16).fill(3);
const ORIGIN = new Uint8Array(32).fill(4);
const CASE = new Uint8Array(16).fill(5);
const LENGTH = 6;

interface Chain {
  readonly entries: readonly SealedEntry[];
  readonly hashes: readonly Uint8Array[];
}

interface ChainOptions {
  readonly lane?: "conversation" | "internal";
  readonly caseId?: Uint8Array;
  readonly origin?: Uint8Array;
  readonly key?: LaneKey;
}

/** Entries of a reporter and a member in turn; of the member alone in the internal lane. */
function write(options: ChainOptions = {}): Chain {
  const { lane = "conversation", caseId = CASE, origin = ORIGIN, key = KEY } = options;
  let prev = EMPTY_LANE.hash;
  const entries: SealedEntry[] = [];
  const hashes: Uint8Array[] = [];
  for (let seq = 1; seq <= LENGTH; seq += 1) {
    const byMember = lane === "internal" || seq % 2 === 0;
    const fields = {
      origin,
      caseId,
      lane,
      epoch: 0,
      seq,
      prev,
      author: byMember ? MEMBER : new Uint8Array(16),
      day: 20_500 + seq,
      rosterHash: new Uint8Array(32).fill(6),
    };
    const sealed = sealEntry(fields, `{"n":${seq}}`, key, byMember ? SEED : null);
    entries.push(sealed.entry);
    hashes.push(sealed.hash);
    prev = sealed.hash;
  }
  return { entries, hashes };
}

function place(options: ChainOptions = {}): LanePlace {
  const { lane = "conversation", caseId = CASE, origin = ORIGIN, key = KEY } = options;
  return {
    origin,
    caseId,
    lane,
    keys: new Map([[0, key]]),
    authorKey: (id) => (Buffer.compare(id, MEMBER) === 0 ? verifyKeyOf(SEED) : null),
  };
}

let chain: Chain;
beforeAll(async () => {
  await loadSodium();
  chain = write();
});

describe("a lane", () => {
  it("is followed to its end, at once or in any pages", () => {
    const whole = followLane(EMPTY_LANE, chain.entries, place());
    expect(whole.head.seq).toBe(LENGTH);
    expect(whole.head.hash).toEqual(chain.hashes[LENGTH - 1]);
    expect(whole.opened.map(({ payload }) => payload)).toEqual(
      chain.entries.map((_, at) => `{"n":${at + 1}}`),
    );
    expect(whole.opened.map(({ author }) => author === null)).toEqual(
      chain.entries.map((_, at) => at % 2 === 0),
    );
    fc.assert(
      fc.property(fc.nat({ max: LENGTH }), (cut) => {
        const first = followLane(EMPTY_LANE, chain.entries.slice(0, cut), place());
        const rest = followLane(first.head, chain.entries.slice(cut), place());
        expect([...first.opened, ...rest.opened]).toEqual(whole.opened);
      }),
    );
  });

  it("is refused in any other order, with any entry missing before the last or told twice", () => {
    const indices = chain.entries.map((_, at) => at);
    const told = fc.array(fc.constantFrom(...indices), { minLength: 1, maxLength: LENGTH + 2 });
    fc.assert(
      fc.property(fc.oneof(fc.shuffledSubarray(indices, { minLength: 1 }), told), (order) => {
        fc.pre(order.some((index, at) => index !== at));
        const entries = order.flatMap((index) => chain.entries[index] ?? []);
        expect(() => followLane(EMPTY_LANE, entries, place())).toThrow("entry-order");
      }),
    );
  });

  it("is refused from another origin, case or lane, even under the same key", () => {
    for (const options of [
      { origin: new Uint8Array(32).fill(9) },
      { caseId: new Uint8Array(16).fill(9) },
      { lane: "internal" },
    ] satisfies readonly ChainOptions[]) {
      const foreign = write(options);
      expect(() => followLane(EMPTY_LANE, foreign.entries, place())).toThrow("entry-order");
      expect(followLane(EMPTY_LANE, foreign.entries, place(options)).head.seq).toBe(LENGTH);
    }
  });

  it("is refused when one entry stands in for another with the same number", () => {
    const second = write();
    const mixed = chain.entries.map((entry, at) => (at === 2 ? second.entries[2] : entry));
    const entries = mixed.flatMap((entry) => entry ?? []);
    expect(() => followLane(EMPTY_LANE, entries, place())).toThrow("entry-order");
  });

  it("is refused when the last entry's body is another's, though its header is right", () => {
    const second = write();
    const last = chain.entries[LENGTH - 1];
    const body = second.entries[LENGTH - 1]?.body;
    if (last === undefined || body === undefined) throw new Error("no entry");
    const entries = [...chain.entries.slice(0, -1), { ...last, body }];
    expect(() => followLane(EMPTY_LANE, entries, place())).toThrow("entry-invalid");
  });

  it("needs a key for each epoch, and an author somebody vouches for", () => {
    const noKey = { ...place(), keys: new Map([[1, KEY]]) };
    expect(() => followLane(EMPTY_LANE, chain.entries, noKey)).toThrow("wrap-invalid");
    const nobody = { ...place(), authorKey: () => null };
    expect(() => followLane(EMPTY_LANE, chain.entries, nobody)).toThrow("entry-signature");
  });

  it("asks who the author was on the entry's own day", () => {
    const asked: number[] = [];
    followLane(EMPTY_LANE, chain.entries, {
      ...place(),
      authorKey: (_, day) => {
        asked.push(day);
        return verifyKeyOf(SEED);
      },
    });
    expect(asked).toEqual([20_502, 20_504, 20_506]);
  });
});
