/**
 * Recovery by colleagues: fewer than it takes open nothing, whatever else somebody holds; enough of them do; no share
 * passes for another, nor for another request.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { RecoverySetUp } from "../../worker/contract/recovery.ts";
import {
  colleagueKeys,
  colleaguesWayIn,
  combineColleagues,
  giveOutShare,
  openApprovedShare,
  openKeptShare,
  openRecoveryDecision,
  openSetUp,
  signRecoveryDecision,
  signSetUp,
  splitSecret,
} from "../../web/crypto/colleagues.ts";
import { random } from "../../web/crypto/bytes.ts";
import { openSlot, sealSlot, wayInHash } from "../../web/crypto/keyring-slots.ts";
import {
  keyringKey,
  newSigningSeed,
  sealKeyPair,
  verifyKeyOf,
  type SealKeyPair,
} from "../../web/crypto/keys.ts";
import {
  publicPartOf,
  recoveryRequestHash,
  recoveryRequestKeys,
} from "../../web/crypto/recovery-request.ts";
import { combineShares } from "../../web/crypto/shamir.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { newTrackingCode } from "../../web/crypto/tracking-code.ts";

const ORIGIN = new Uint8Array(32).fill(1);
const OWNER = id(100);
const REFUSED = { code: "recovery-invalid" };

function id(number: number): string {
  return toBase64Url(new Uint8Array(16).fill(number));
}

interface Keeper {
  readonly id: string;
  readonly pair: SealKeyPair;
}

/** Each (k, n) that is tried with all its subsets. */
const SHAPES = [
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
  keepers = Array.from({ length: 7 }, (_, at) => ({
    id: id(at + 1),
    pair: sealKeyPair(new Uint8Array(32).fill(at + 1)),
  }));
});

async function makes(threshold: number, count: number, setUpId = toBase64Url(random(16))) {
  const secret = random(32);
  const way = colleaguesWayIn(colleagueKeys(secret));
  const place = { origin: ORIGIN, setUp: setUpId, owner: OWNER };
  const chosen = keepers.slice(0, count);
  const colleagues = chosen.map(({ id: member, pair }) => ({ id: member, key: pair.publicKey }));
  const split = await splitSecret(secret, threshold, colleagues, place);
  const setUp: RecoverySetUp = {
    suite: "tern/1",
    origin: "https://tern.example",
    setUp: setUpId,
    owner: OWNER,
    day: 20_500,
    threshold,
    colleagues: split.colleagues,
    wayIn: toBase64Url(wayInHash(way)),
  };
  const shares = split.shares.map(({ share, member }, at) => {
    const { pair } = keepers[at] ?? { pair: sealKeyPair(random(32)) };
    return openKeptShare(share, pair, setUp, { origin: ORIGIN, colleague: member });
  });
  return { secret, way, setUp, sealed: split.shares, shares };
}

function subsets<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

describe.each(SHAPES)("%i of %i colleagues", (threshold, count) => {
  it("open the keyring's slot, whichever they are, and one fewer open nothing", async () => {
    const { way, setUp, shares } = await makes(threshold, count);
    const owner = { origin: ORIGIN, memberId: fromBase64Url(OWNER) };
    const key = keyringKey(random(32));
    const slot = sealSlot(key, way, owner);
    for (const enough of subsets(shares, threshold)) {
      const keys = await combineColleagues(enough, setUp);
      expect(openSlot(slot, keys.slot, owner)).toEqual(key);
    }
    const guess = random(33);
    for (const few of subsets(shares, threshold - 1)) {
      await expect(combineColleagues(few, setUp)).rejects.toMatchObject(REFUSED);
      // With everything the server could add: a share of its own making, or one of theirs twice.
      for (const added of [guess, few[0] ?? guess]) {
        await expect(combineColleagues([...few, added], setUp)).rejects.toMatchObject(REFUSED);
      }
      // And whatever the threshold is said to be, what comes of it is not the secret.
      const less = { ...setUp, threshold: threshold - 1 };
      await expect(combineColleagues(few, less)).rejects.toMatchObject(REFUSED);
    }
  });
});

describe("a share", () => {
  it("opens for its colleague, owner, set-up and organisation alone", async () => {
    const { setUp, sealed } = await makes(2, 3);
    const [own = "", other = ""] = sealed.map(({ share }) => share);
    const [first, second] = keepers;
    if (first === undefined || second === undefined) throw new Error("keepers: none");
    const holder = { origin: ORIGIN, colleague: first.id };
    expect(openKeptShare(own, first.pair, setUp, holder)).toHaveLength(33);
    const wrong = [
      () => openKeptShare(other, first.pair, setUp, holder),
      () => openKeptShare(own, second.pair, setUp, holder),
      () => openKeptShare(own, first.pair, setUp, { ...holder, colleague: second.id }),
      () => openKeptShare(own, first.pair, setUp, { ...holder, origin: new Uint8Array(32) }),
      () => openKeptShare(own, first.pair, { ...setUp, owner: id(101) }, holder),
      () => openKeptShare(own, first.pair, { ...setUp, setUp: id(102) }, holder),
    ];
    for (const attempt of wrong) expect(attempt).toThrow("recovery-invalid");
    // Bound to the commitment its owner signed, too.
    const swapped = setUp.colleagues.map(({ member }, at) => ({
      member,
      commitment: setUp.colleagues[(at + 1) % 3]?.commitment ?? "",
    }));
    const lie = { ...setUp, colleagues: swapped };
    expect(() => openKeptShare(own, first.pair, lie, holder)).toThrow("recovery-invalid");
  });

  it("of an earlier set-up is refused in its place; the library alone would take it", async () => {
    const id16 = id(50);
    const earlier = await makes(2, 3, id16);
    const now = await makes(2, 3, id16);
    const [mine] = now.shares;
    const old = earlier.shares[1];
    if (mine === undefined || old === undefined) throw new Error("shares: none");
    await expect(combineColleagues([mine, old], now.setUp)).rejects.toMatchObject(REFUSED);
    // The control: without the owner's word on which slot it is, wrong shares give wrong bytes in silence.
    const coordinate = mine[32] === old[32] ? earlier.shares[2] : old;
    const wrong = await combineShares([mine, coordinate ?? old], 2);
    expect(wrong).toHaveLength(32);
    expect(wrong).not.toEqual(now.secret);
    // And the same old share where a colleague's is served from storage.
    const [, stored] = earlier.sealed;
    const second = keepers[1];
    if (stored === undefined || second === undefined) throw new Error("shares: none");
    const holder = { origin: ORIGIN, colleague: second.id };
    expect(() => openKeptShare(stored.share, second.pair, now.setUp, holder)).toThrow(
      "recovery-invalid",
    );
    expect(openKeptShare(stored.share, second.pair, earlier.setUp, holder)).toHaveLength(33);
  });

  it("that was given out opens for that request and key alone", async () => {
    const { setUp, shares } = await makes(2, 3);
    const [share] = shares;
    const [first, second] = keepers;
    if (share === undefined || first === undefined || second === undefined) {
      throw new Error("shares: none");
    }
    const asked = recoveryRequestKeys(newTrackingCode());
    const other = recoveryRequestKeys(newTrackingCode());
    const [request, another] = [asked, other].map((keys) =>
      recoveryRequestHash(publicPartOf(keys), ORIGIN),
    );
    if (request === undefined || another === undefined) throw new Error("requests: none");
    const holder = { origin: ORIGIN, colleague: first.id };
    const given = toBase64Url(giveOutShare(share, asked.seal.publicKey, setUp, holder, request));
    expect(openApprovedShare(given, asked.seal, setUp, holder, request)).toEqual(share);
    const theirs = { ...holder, colleague: second.id };
    for (const attempt of [
      () => openApprovedShare(given, other.seal, setUp, holder, request),
      () => openApprovedShare(given, asked.seal, setUp, holder, another),
      () => openApprovedShare(given, asked.seal, setUp, theirs, request),
      () => openApprovedShare(given, asked.seal, { ...setUp, owner: id(101) }, holder, request),
      () => openApprovedShare(given, asked.seal, { ...setUp, setUp: id(102) }, holder, request),
    ]) {
      expect(attempt).toThrow("recovery-invalid");
    }
  });
});

describe("a request", () => {
  it("has another hash, and so other words, for every other key or organisation", () => {
    const keys = publicPartOf(recoveryRequestKeys(newTrackingCode()));
    const other = publicPartOf(recoveryRequestKeys(newTrackingCode()));
    const hashes = [
      recoveryRequestHash(keys, ORIGIN),
      recoveryRequestHash({ ...keys, key: other.key }, ORIGIN),
      recoveryRequestHash({ ...keys, signInKey: other.signInKey }, ORIGIN),
      recoveryRequestHash(keys, new Uint8Array(32)),
    ].map(toBase64Url);
    expect(new Set(hashes).size).toBe(4);
    expect(toBase64Url(recoveryRequestHash(keys, ORIGIN))).toBe(hashes[0]);
  });
});

describe("the statements", () => {
  it("hold under their author's key and no other", async () => {
    const { setUp } = await makes(2, 2);
    const [seed, stranger] = [newSigningSeed(), newSigningSeed()];
    const signed = signSetUp(setUp, seed);
    expect(openSetUp(signed, verifyKeyOf(seed))).toEqual(setUp);
    expect(() => openSetUp(signed, verifyKeyOf(stranger))).toThrow("recovery-invalid");
    const decision = {
      suite: "tern/1",
      origin: setUp.origin,
      setUp: setUp.setUp,
      owner: OWNER,
      request: toBase64Url(random(32)),
      colleague: id(1),
      day: 20_500,
      answer: "approved",
    } as const;
    const decided = signRecoveryDecision(decision, seed);
    expect(openRecoveryDecision(decided, verifyKeyOf(seed))).toEqual(decision);
    expect(() => openRecoveryDecision(decided, verifyKeyOf(stranger))).toThrow("recovery-invalid");
    // One purpose each: a set-up is no decision.
    expect(() => openRecoveryDecision(signed, verifyKeyOf(seed))).toThrow("recovery-invalid");
  });
});
