/**
 * Random organisations, random exclusions, random changes of who may read, by the real vaults and the real Worker:
 * whoever may not read opens nothing with a complete keyring and the whole database, and hears of nothing.
 */
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster, Roster } from "../../worker/contract/roster.ts";
import type { Founded, FoundedMember } from "../../web/command/founding.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { keyIdOf } from "../../web/crypto/keys.ts";
import { rosterHash, signRoster } from "../../web/crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { unwrapLaneKey, wrapLaneKey } from "../../web/crypto/wrap.ts";
import { VaultFailure } from "../../web/vault/failure.ts";
import type { AccessAct, DeskAct } from "../../web/vault/interface.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { opensOf, storedEnvelopes } from "../support/envelopes.ts";
import { uncovered } from "../support/shelves.ts";
import { foundHands, sendTo } from "../support/hands.ts";
import type { DeskHand } from "../support/sent-case.ts";
import { startServer, type Server } from "../support/server.ts";
import { MEMBERS, SITE_ORIGIN, type MemberHandle } from "../support/site.ts";
import { ask, call, today } from "./client.ts";

const PEOPLE = MEMBERS.map(({ handle }) => handle);
/** What somebody is answered who may not read, or is no member any more. */
const NOBODYS = [{ error: "not-found" }, { error: "unauthorised" }];
const FROM_START = { conversation: 0, internal: 0 };
const RUNS = 12;

let server: Server;
let founded: Founded;
let published: PublishedRoster;
let roster: Roster;
let hands: ReadonlyMap<MemberHandle, DeskHand>;
let reporter: ReporterVault;
let person: (handle: string) => FoundedMember;
const origin = (): Uint8Array => originHash(SITE_ORIGIN);

function hand(handle: MemberHandle): DeskHand {
  const held = hands.get(handle);
  if (held === undefined) throw new Error(`charts: ${handle} has no vault`);
  return held;
}

beforeAll(async () => {
  await loadSodiumWithArgon2();
  server = await startServer({ vars: { ORIGIN: SITE_ORIGIN } });
  ({ founded, hands, reporter, person } = await foundHands(server, PEOPLE));
  ({ published, roster } = founded);
}, 120_000);
afterAll(() => server.close());

/** The next roster, signed and in force, seen by everybody who is in it. */
async function publish(desks: Roster["desks"], revoked: ReadonlySet<MemberHandle>): Promise<void> {
  const previous = toBase64Url(rosterHash(fromBase64Url(published.roster.statement)));
  roster = {
    ...roster,
    version: roster.version + 1,
    previous,
    desks,
    members: roster.members.map(({ revokedDay: _ended, ...member }) => {
      const gone = PEOPLE.some((handle) => person(handle).id === member.id && revoked.has(handle));
      return gone ? { ...member, revokedDay: today() } : member;
    }),
  };
  published = { ...published, roster: signRoster(roster, person("signer").signing) };
  const { delegation, signer, roster: signed } = published;
  await server.database.batch([
    server.database
      .prepare("INSERT INTO rosters VALUES (?, ?, ?, ?, ?, ?)")
      .bind(
        roster.version,
        delegation.statement,
        delegation.signature,
        signer,
        signed.statement,
        signed.signature,
      ),
    ...PEOPLE.map((handle) =>
      server.database
        .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
        .bind(revoked.has(handle) ? today() : null, person(handle).id),
    ),
  ]);
  await reporter.verifyRoster(published, today(), SITE_ORIGIN);
  for (const handle of PEOPLE.filter((each) => !revoked.has(each))) {
    await hand(handle).vault.verifyRoster(published, today(), SITE_ORIGIN);
  }
}

type Step =
  | {
      readonly kind: "grant" | "removal" | "override";
      readonly by: MemberHandle;
      readonly whom: MemberHandle;
    }
  | { readonly kind: "recusal" | "word"; readonly by: MemberHandle }
  | { readonly kind: "revocation"; readonly whom: MemberHandle };

interface Chart {
  /** Who reviews at each desk; reports go to the first. */
  readonly desks: readonly (readonly MemberHandle[])[];
  readonly excluded: readonly MemberHandle[];
  readonly steps: readonly Step[];
}

const anybody = fc.constantFrom(...PEOPLE);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("grant"), by: anybody, whom: anybody }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("removal"), by: anybody, whom: anybody }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("override"), by: anybody, whom: anybody }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("recusal"), by: anybody }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("word"), by: anybody }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revocation"), whom: anybody }) },
);
const someone = fc.subarray([...PEOPLE], { minLength: 1 });
const chart: fc.Arbitrary<Chart> = fc.record({
  desks: fc.array(someone, { minLength: 1, maxLength: 3 }),
  excluded: fc.subarray([...PEOPLE], { maxLength: 3 }),
  steps: fc.array(step, { minLength: 4, maxLength: 14 }),
});

/** What ought to be, told without vaults, keys or wires. */
class Told {
  readonly may: Set<MemberHandle>;
  readonly revoked = new Set<MemberHandle>();
  readonly #excluded: readonly MemberHandle[];
  readonly #spoken = new Map<MemberHandle, Set<MemberHandle>>();

  constructor(readers: readonly MemberHandle[], excluded: readonly MemberHandle[]) {
    this.may = new Set(readers);
    this.#excluded = excluded;
  }

  reads(handle: MemberHandle): boolean {
    return this.may.has(handle) && !this.revoked.has(handle);
  }

  get reading(): readonly MemberHandle[] {
    return PEOPLE.filter((handle) => this.reads(handle));
  }

  /** New keys are made before anything is said: whoever the roster has ended is then out for good. */
  settle(): void {
    for (const handle of this.revoked) this.may.delete(handle);
  }

  /** @returns whether it was allowed. */
  take(taken: Exclude<Step, { kind: "revocation" }>): boolean {
    const { by } = taken;
    if (!this.reads(by)) return false;
    switch (taken.kind) {
      case "word":
        this.settle();
        return true;
      case "recusal":
        if (this.reading.length < 2) return false;
        this.may.delete(by);
        return true;
      case "removal":
        if (!this.may.has(taken.whom) || taken.whom === by) return false;
        this.may.delete(taken.whom);
        this.settle();
        return true;
      case "override":
        this.settle();
        if (!this.#excluded.includes(taken.whom) || this.may.has(taken.whom)) return false;
        this.#spoken.set(taken.whom, this.#spokenFor(taken.whom).add(by));
        return true;
      case "grant":
        this.settle();
        return this.#grant(by, taken.whom);
    }
  }

  #spokenFor(whom: MemberHandle): Set<MemberHandle> {
    return this.#spoken.get(whom) ?? new Set();
  }

  #grant(by: MemberHandle, whom: MemberHandle): boolean {
    const lifted = [...this.#spokenFor(whom)].some((other) => other !== by && this.reads(other));
    const barred = this.#excluded.includes(whom) && !lifted;
    if (this.may.has(whom) || this.revoked.has(whom) || barred) return false;
    this.may.add(whom);
    this.#spoken.delete(whom);
    return true;
  }
}

function actOf(taken: Exclude<Step, { kind: "revocation" }>): AccessAct | DeskAct {
  const why = { reason: "So it is.", language: "en" };
  switch (taken.kind) {
    case "word":
      return { kind: "note", text: "A word.", language: "en" };
    case "recusal":
      return { kind: "recusal", ...why };
    case "grant":
      return { kind: "grant", member: person(taken.whom).id, ...why };
    case "removal":
      return { kind: "removal", member: person(taken.whom).id, ...why };
    case "override":
      return { kind: "override", member: person(taken.whom).id, ...why };
  }
}

/** What the vault seals the server must take. */
async function carryOut(caseId: string, by: MemberHandle, act: AccessAct | DeskAct): Promise<void> {
  const { vault, read, change, write } = hand(by);
  const view = await vault.openCase(await read(caseId));
  expect(view.broken).toBeNull();
  switch (act.kind) {
    case "grant":
    case "removal":
    case "recusal":
    case "rekey":
      await change(act, today());
      return;
    case "open":
    case "acknowledge":
    case "reply":
    case "notice":
    case "note":
    case "casework":
    case "extend-feedback":
    case "export":
    case "close":
    case "decide-challenge":
    case "reopen":
    case "override":
    case "open-identity":
    case "record-decisions":
      await write(act, today());
  }
}

/** As a page would: read, open the notes, make new keys where they are due, act. False where it is refused. */
async function tries(caseId: string, by: MemberHandle, act: AccessAct | DeskAct): Promise<boolean> {
  const { vault, token, read } = hand(by);
  const asked = await ask(
    server,
    "readCase",
    { case: caseId, after: FROM_START, audit: null },
    token,
  );
  const answer: unknown = await asked.json();
  if (NOBODYS.some((refusal) => isDeepStrictEqual(answer, refusal))) return false;
  const { internal } = await vault.openCase(await read(caseId));
  if (internal === "none") await carryOut(caseId, by, { kind: "open" });
  const { rekeyDue } = await vault.openCase(await read(caseId));
  const makesOwn = act.kind === "removal" || act.kind === "recusal";
  if (rekeyDue && !makesOwn) await carryOut(caseId, by, { kind: "rekey" });
  try {
    await carryOut(caseId, by, act);
    return true;
  } catch (error) {
    if (error instanceof VaultFailure) return false;
    throw error;
  }
}

/** In how many of their two lists the case stands; there are fewer cases than a page holds. */
async function listings(handle: MemberHandle, caseId: string): Promise<number> {
  const pages = await Promise.all(
    (["inbox", "holdings"] as const).map((name) =>
      call(server, name, { after: null }, hand(handle).token),
    ),
  );
  return pages.filter(({ cases }) => cases.some(({ plain }) => plain.case === caseId)).length;
}

/** Who ends up how, checked against the plain account. */
async function check(caseId: string, told: Told): Promise<void> {
  const stored = await storedEnvelopes(server, caseId);
  const all = stored.entries.length + stored.cards.length;
  for (const handle of PEOPLE) {
    const opened = opensOf(stored, [person(handle).seal], origin());
    const { token } = hand(handle);
    const asked = await ask(
      server,
      "readCase",
      { case: caseId, after: FROM_START, audit: null },
      token,
    );
    const answer: unknown = await asked.json();
    if (told.reads(handle)) {
      expect({ handle, ...opened }).toMatchObject({ handle, envelopes: all });
      expect(await listings(handle, caseId)).toBe(2);
      continue;
    }
    expect({ handle, ...opened }).toEqual({ handle, wraps: 0, envelopes: 0 });
    if (told.revoked.has(handle)) expect(answer).toEqual({ error: "unauthorised" });
    else {
      expect(answer).toEqual({ error: "not-found" });
      expect(await listings(handle, caseId)).toBe(0);
    }
  }
}

const send = (desk: string, excluded: readonly MemberHandle[]): Promise<string> =>
  sendTo(
    server,
    reporter,
    desk,
    excluded.map((handle) => person(handle).id),
  );

async function lives({ desks, excluded, steps }: Chart): Promise<readonly boolean[]> {
  const [first = []] = desks;
  const told = new Told(
    first.filter((handle) => !excluded.includes(handle)),
    excluded,
  );
  const [template] = founded.roster.desks;
  if (template === undefined) throw new Error("charts: no desk was founded");
  const rostered = desks.map((handles, at) => ({
    ...template,
    id: toBase64Url(new Uint8Array(16).fill(at + 1)),
    names: { en: `Desk ${at + 1}` },
    members: handles.map((handle) => person(handle).id),
  }));
  await publish(rostered, told.revoked);
  const caseId = await send(rostered[0]?.id ?? "", excluded);
  const allowed: boolean[] = [];
  for (const taken of steps) {
    if (taken.kind !== "revocation") {
      const expected = told.take(taken);
      const happened = await tries(caseId, taken.by, actOf(taken));
      expect({ taken, happened }).toEqual({ taken, happened: expected });
      allowed.push(expected);
      continue;
    }
    const gone = new Set([...told.revoked, taken.whom]);
    const isStaffed = desks.every((handles) => handles.some((handle) => !gone.has(handle)));
    const isRead = told.reading.some((handle) => !gone.has(handle));
    if (!isStaffed || !isRead) continue;
    told.revoked.add(taken.whom);
    await publish(rostered, told.revoked);
  }
  const [last] = told.reading;
  if (last === undefined) throw new Error("charts: nobody reads any more");
  told.take({ kind: "word", by: last });
  expect(await tries(caseId, last, actOf({ kind: "word", by: last }))).toBe(true);
  await check(caseId, told);
  return allowed;
}

describe("in any organisation", () => {
  it("whoever may not read opens no envelope and hears of no case, and whoever may opens all", async () => {
    const taken: boolean[] = [];
    await fc.assert(
      fc.asyncProperty(chart, async (drawn) => {
        const [first = []] = drawn.desks;
        fc.pre(first.some((handle) => !drawn.excluded.includes(handle)));
        taken.push(...(await lives(drawn)));
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Both kinds were tried, or it says little.
    expect(taken).toContain(true);
    expect(taken).toContain(false);
  }, 280_000);

  it("a wrap planted for somebody who may not read is seen by the same check", async () => {
    await publish(founded.roster.desks, new Set());
    const excluded = ["theo"] as const;
    const desk = founded.roster.desks[0]?.id ?? "";
    const caseId = await send(desk, excluded);
    const told = new Told(
      PEOPLE.filter((handle) => handle !== "theo"),
      excluded,
    );
    await check(caseId, told);
    const insider = person("rowan");
    const row = await server.database
      .prepare("SELECT wrap, received_day FROM wraps WHERE case_id = ? AND member_id = ?")
      .bind(caseId, insider.id)
      .first<{ wrap: string; received_day: number }>();
    const place = {
      origin: origin(),
      caseId: fromBase64Url(caseId),
      lane: "conversation",
      epoch: 0,
    } as const;
    const [wrap = ""] = await uncovered(server, caseId, [row?.wrap ?? ""]);
    const key = unwrapLaneKey(fromBase64Url(wrap), insider.seal, place);
    const { id, seal } = person("theo");
    await server.database
      .prepare("INSERT INTO wraps VALUES (?, ?, ?, 'conversation', 0, ?, ?)")
      .bind(
        id,
        row?.received_day ?? 0,
        caseId,
        toBase64Url(keyIdOf(seal.publicKey)),
        toBase64Url(wrapLaneKey(key, seal.publicKey, place)),
      )
      .run();
    await expect(check(caseId, told)).rejects.toThrow(/theo/u);
  });
});
