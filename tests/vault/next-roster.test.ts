/** The next roster as a coordinator's vault signs it: never one a client would refuse, and nothing else when lapsed. */
import { CLOSED_MONTHS } from "../../worker/contract/retention.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { Roster, type PublishedRoster } from "../../worker/contract/roster.ts";
import { newSigningSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { rosterHash, signDelegation, signRoster } from "../../web/crypto/roster.ts";
import type { NextRoster, RosterChange } from "../../web/vault/coordination.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import {
  foundOrganisation,
  ORIGIN,
  packetOf,
  signAnything,
  TODAY,
  VALID_DAYS,
  withPacket,
  type Organisation,
} from "../support/organisation.ts";
import { received } from "./case-work.ts";
import { desk, unlockedDesk, verifiedReporter } from "./signing-in.ts";

let organisation: Organisation;
let coordinator: DeskVault;
beforeAll(async () => {
  organisation = await foundOrganisation();
  coordinator = await desk(organisation, "coordinator");
});

const AFTER = TODAY + VALID_DAYS + 1;

function published({ input }: NextRoster): PublishedRoster {
  return { ...organisation.published, delegation: input.delegation, roster: input.roster };
}

function rosterOf({ input }: NextRoster): Roster {
  return Roster.parse(JSON.parse(Buffer.from(input.roster.statement, "base64url").toString()));
}

function delegationUntil(expiresDay: number, seed = organisation.root): string {
  const { delegation } = organisation;
  return JSON.stringify(signDelegation({ ...delegation, expiresDay }, seed));
}

describe("a change", () => {
  it("of roles and desks is the next roster, linked to the one before, and every client believes it", async () => {
    const { second } = organisation.people;
    const next = await coordinator.signNextRoster({
      kind: "assign",
      unreadable: 0,
      member: second.id,
      roles: ["reviewer", "custodian"],
      desks: [organisation.desks.second],
    });
    const roster = rosterOf(next);
    const before = Buffer.from(organisation.published.roster.statement, "base64url");
    expect(roster.version).toBe(2);
    expect(roster.previous).toBe(toBase64Url(rosterHash(before)));
    expect(roster.expiresDay).toBe(organisation.roster.expiresDay);
    const [north, south] = roster.desks;
    expect(north?.members).not.toContain(second.id);
    expect(south?.members).toContain(second.id);
    expect(south?.custodians).toEqual([second.id]);
    await expect(verifiedReporter(organisation, published(next))).resolves.toBeInstanceOf(
      ReporterVault,
    );
  });

  it("that revokes somebody dates it today, and their vault refuses to go on", async () => {
    const { second } = organisation.people;
    const next = await coordinator.signNextRoster({
      kind: "revoke",
      member: second.id,
      reason: "left",
      unreadable: 0,
    });
    const vault = await unlockedDesk(organisation, "second");
    await expect(vault.verifyRoster(published(next), TODAY, ORIGIN)).rejects.toMatchObject({
      code: "not-a-member",
    });
    const { third } = organisation.people;
    expect(rosterOf(next).members.find(({ id }) => id === second.id)?.revokedDay).toBe(TODAY);
    expect(rosterOf(next).members.find(({ id }) => id === third.id)?.revokedDay).toBeUndefined();
  });

  const REFUSED: readonly (readonly [string, string, (o: Organisation) => RosterChange])[] = [
    [
      "the last reviewer of a desk is revoked",
      "roster-no-reviewer",
      ({ people }) => ({ kind: "revoke", member: people.third.id, reason: "left", unreadable: 0 }),
    ],
    [
      "the last reviewer of a desk goes elsewhere",
      "roster-no-reviewer",
      ({ people, desks }) => ({
        kind: "assign",
        unreadable: 0,
        member: people.third.id,
        roles: ["reviewer"],
        desks: [desks.first],
      }),
    ],
    [
      "the last reviewer of a desk is a reviewer no more",
      "roster-no-reviewer",
      ({ people, desks }) => ({
        kind: "assign",
        unreadable: 0,
        member: people.third.id,
        roles: ["auditor"],
        desks: [desks.second],
      }),
    ],
    [
      "whoever signs is revoked",
      "no-signer",
      ({ people }) => ({
        kind: "revoke",
        member: people.coordinator.id,
        reason: "left",
        unreadable: 0,
      }),
    ],
    [
      "whoever signs coordinates no more",
      "no-signer",
      ({ people }) => ({
        kind: "assign",
        unreadable: 0,
        member: people.coordinator.id,
        roles: ["auditor"],
        desks: [],
      }),
    ],
    [
      "nobody has that id",
      "not-a-member",
      () => ({
        kind: "revoke",
        member: toBase64Url(new Uint8Array(16)),
        reason: "left",
        unreadable: 0,
      }),
    ],
    [
      "nobody joined by that link",
      "not-ready",
      () => ({ kind: "confirm", locatorHash: toBase64Url(new Uint8Array(32)) }),
    ],
  ];
  it.each(REFUSED)("is not signed when %s (%s)", async (_what, code, change) => {
    await expect(coordinator.signNextRoster(change(organisation))).rejects.toMatchObject({ code });
  });

  it("is not signed by somebody the root key did not name, nor before a roster was verified", async () => {
    const reviewer = await desk(organisation, "first");
    const renew = { kind: "renew", delegation: null } as const;
    await expect(reviewer.signNextRoster(renew)).rejects.toMatchObject({ code: "not-delegated" });
    const fresh = await unlockedDesk(organisation, "coordinator");
    await expect(fresh.signNextRoster(renew)).rejects.toMatchObject({ code: "not-ready" });
    await expect(fresh.organisation()).rejects.toMatchObject({ code: "not-ready" });
  });

  it("is not signed on from a roster that was refused a moment ago", async () => {
    const vault = await desk(organisation, "coordinator");
    const renew = { kind: "renew", delegation: null } as const;
    await expect(vault.signNextRoster(renew)).resolves.toMatchObject({ version: 2 });
    const lie = { ...organisation.published, roster: organisation.published.delegation };
    await expect(vault.verifyRoster(lie, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "roster-signature",
    });
    await expect(vault.signNextRoster(renew)).rejects.toMatchObject({ code: "not-ready" });
  });
});

describe("a renewal", () => {
  it("ends with its delegation at the latest, and later with a longer one", async () => {
    const own = await coordinator.signNextRoster({ kind: "renew", delegation: null });
    expect(own.expiresDay).toBe(organisation.delegation.expiresDay);
    const delegation = delegationUntil(TODAY + 400);
    const view = await coordinator.readDelegation(delegation);
    expect(view).toEqual({
      expiresDay: TODAY + 400,
      signers: [organisation.people.coordinator.id],
    });
    const longer = await coordinator.signNextRoster({ kind: "renew", delegation });
    expect(longer.expiresDay).toBe(TODAY + 90);
    await expect(verifiedReporter(organisation, published(longer))).resolves.toBeInstanceOf(
      ReporterVault,
    );
  });

  it("takes a delegation from the pinned root key alone, in force, for this organisation", async () => {
    const foreign = JSON.stringify(
      signDelegation(
        { ...organisation.delegation, origin: "https://other.example" },
        organisation.root,
      ),
    );
    const someone = [
      { memberId: organisation.people.first.id, key: organisation.people.first.signInKey },
    ];
    const elsewhere = JSON.stringify(
      signDelegation({ ...organisation.delegation, signers: someone }, organisation.root),
    );
    for (const [delegation, code] of [
      [delegationUntil(TODAY + 400, newSigningSeed()), "roster-signature"],
      [delegationUntil(TODAY + 400, organisation.people.coordinator.signing), "roster-signature"],
      [delegationUntil(TODAY - 1), "roster-expired"],
      [foreign, "roster-origin"],
      ["", "roster-malformed"],
      ["{}", "roster-malformed"],
    ] as const) {
      await expect(coordinator.readDelegation(delegation)).rejects.toMatchObject({ code });
      const signed = coordinator.signNextRoster({ kind: "renew", delegation });
      await expect(signed).rejects.toMatchObject({ code });
    }
    const unnamed = coordinator.signNextRoster({ kind: "renew", delegation: elsewhere });
    await expect(unnamed).rejects.toMatchObject({ code: "not-delegated" });
  });
});

describe("a desk", () => {
  const names = { en: "Watch", ar: "مراقبة" };
  const described = { names, country: "IE", languages: ["en", "ar"] };
  const north = { ...described, closedMonths: CLOSED_MONTHS };

  it("is described anew, oversight and all, and keeps who belongs to it", async () => {
    const { desks } = organisation;
    const change = { kind: "change-desk", desk: desks.second, oversight: true, ...north } as const;
    const next = await coordinator.signNextRoster(change);
    const [first, second] = organisation.roster.desks;
    expect(rosterOf(next).desks).toEqual([first, { ...second, ...described, oversight: true }]);
    const vault = await unlockedDesk(organisation, "first");
    const { roster } = await vault.verifyRoster(published(next), TODAY, ORIGIN);
    expect(roster.desks.map(({ oversight }) => oversight)).toEqual([false, true]);
  });

  it("says how long it keeps cases, where that is not what the house says", async () => {
    const { desks } = organisation;
    const change = { kind: "change-desk", desk: desks.second, oversight: false, ...north } as const;
    const next = await coordinator.signNextRoster({ ...change, closedMonths: 36 });
    expect(rosterOf(next).desks[1]).toMatchObject({ retention: { closedMonths: 36 } });
    const again = await coordinator.signNextRoster(change);
    expect(rosterOf(again).desks[1]).not.toHaveProperty("retention");
    const never = coordinator.signNextRoster({ ...change, closedMonths: 0 });
    await expect(never).rejects.toThrow();
  });

  it("is added with somebody who reads there, and not without", async () => {
    const { third } = organisation.people;
    const added = { kind: "add-desk", oversight: false, ...north } as const;
    const next = await coordinator.signNextRoster({ ...added, members: [third.id] });
    const desks = rosterOf(next).desks;
    expect(desks).toHaveLength(3);
    expect(desks[2]).toMatchObject({ ...described, members: [third.id], custodians: [] });
    expect(desks[2]).not.toHaveProperty("oversight");
    const nobody = coordinator.signNextRoster({ ...added, members: [] });
    await expect(nobody).rejects.toMatchObject({ code: "roster-no-reviewer" });
    const stranger = toBase64Url(new Uint8Array(16).fill(3));
    const unlisted = coordinator.signNextRoster({ ...added, members: [stranger] });
    await expect(unlisted).rejects.toMatchObject({ code: "roster-malformed" });
  });

  it("that is not there is not changed", async () => {
    const nowhere = toBase64Url(new Uint8Array(16).fill(3));
    const change = { kind: "change-desk", desk: nowhere, oversight: true, ...north } as const;
    await expect(coordinator.signNextRoster(change)).rejects.toMatchObject({
      code: "unknown-desk",
    });
  });
});

describe("a roster past its last day", () => {
  /** Only the roster ran out; delegation and packets would hold on. */
  function outlived(): PublishedRoster {
    const { published: now, roster, people, delegation, root } = organisation;
    const expiresDay = AFTER + 100;
    const renewed = Object.values(people).reduce((found, person) => {
      const packet = { ...packetOf(person), expiresDay };
      const signed = signAnything("keyPacket", packet, person.signing);
      return withPacket(found, person.id, signed);
    }, now);
    return {
      ...renewed,
      delegation: signDelegation({ ...delegation, expiresDay }, root),
      roster: signRoster(roster, people.coordinator.signing),
    };
  }

  async function lapsed(list = outlived()): Promise<DeskVault> {
    const vault = await unlockedDesk(organisation, "coordinator");
    await expect(vault.verifyRoster(list, AFTER, ORIGIN)).rejects.toMatchObject({
      code: "roster-expired",
    });
    await vault.verifyLapsed(list, AFTER, ORIGIN);
    return vault;
  }

  it("lets a coordinator renew it, and everybody believes the renewed one", async () => {
    const list = outlived();
    const vault = await lapsed(list);
    expect(await vault.organisation()).toMatchObject({ standing: "lapsed", version: 1 });
    const next = await vault.signNextRoster({ kind: "renew", delegation: null });
    const renewed = { ...list, roster: next.input.roster };
    await expect(vault.verifyRoster(renewed, AFTER, ORIGIN)).resolves.toMatchObject({
      roster: { version: 2, expiresDay: AFTER + 90 },
    });
    const reviewer = await unlockedDesk(organisation, "first");
    await expect(reviewer.verifyRoster(renewed, AFTER, ORIGIN)).resolves.toMatchObject({
      roster: { version: 2, expiresDay: AFTER + 90 },
    });
  });

  it("lets nothing be opened, sealed, invited or confirmed under it", async () => {
    const { served } = await received(organisation);
    const { first } = organisation.people;
    const vault = await lapsed();
    const code = "not-ready";
    await expect(vault.openCards([served.row(first.id)])).rejects.toMatchObject({ code });
    await expect(vault.openCase(served.memberPage(first.id))).rejects.toMatchObject({ code });
    const act = { kind: "note", text: "x", language: "en" } as const;
    await expect(vault.seal(act, AFTER)).rejects.toMatchObject({ code });
    const invited = vault.makeInvitation({
      handle: "wren",
      name: "Wren",
      roles: ["auditor"],
      desks: [],
      expiresDay: AFTER + 1,
    });
    await expect(invited).rejects.toMatchObject({ code });
    const confirmed = vault.signNextRoster({ kind: "confirm", locatorHash: "" });
    await expect(confirmed).rejects.toMatchObject({ code });
  });

  it("is closed to everybody else", async () => {
    const vault = await unlockedDesk(organisation, "first");
    await expect(vault.verifyLapsed(outlived(), AFTER, ORIGIN)).rejects.toMatchObject({
      code: "roster-expired",
    });
    await expect(vault.organisation()).rejects.toMatchObject({ code: "not-ready" });
  });

  it("still has to hold in everything but its day", async () => {
    const list = outlived();
    const vault = await unlockedDesk(organisation, "coordinator");
    const forged = signRoster(organisation.roster, newSigningSeed());
    const other = [
      {
        memberId: organisation.people.coordinator.id,
        key: toBase64Url(verifyKeyOf(newSigningSeed())),
      },
    ];
    const delegation = signDelegation(
      { ...organisation.delegation, signers: other },
      organisation.root,
    );
    for (const lie of [
      { ...list, roster: forged },
      { ...list, delegation },
    ]) {
      await expect(vault.verifyLapsed(lie, AFTER, ORIGIN)).rejects.toMatchObject({
        code: "roster-signature",
      });
    }
    await expect(vault.verifyLapsed(list, AFTER, "https://other.example")).rejects.toMatchObject({
      code: "wrong-origin",
    });
  });

  it("whose delegation ended too needs a new one, and a reader whose key ran out has to go first", async () => {
    const vault = await lapsed(organisation.published);
    const renew = vault.signNextRoster({ kind: "renew", delegation: null });
    await expect(renew).rejects.toMatchObject({ code: "roster-expired" });
    // The readers' packets ran out with everything else: no roster would hold until they made others.
    const delegation = delegationUntil(AFTER + 100);
    await expect(vault.signNextRoster({ kind: "renew", delegation })).rejects.toMatchObject({
      code: "roster-expired",
    });
    const list = outlived();
    const other = await lapsed({ ...list, delegation: organisation.published.delegation });
    await expect(other.signNextRoster({ kind: "renew", delegation })).resolves.toMatchObject({
      expiresDay: AFTER + 90,
    });
  });
});
