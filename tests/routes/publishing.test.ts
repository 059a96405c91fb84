/** Putting the next roster in force: who may, in which order, and what the server will not have written. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSigningSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { signDelegation } from "../../web/crypto/roster.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { WireErrorCode } from "../../worker/contract/errors.ts";
import type { Delegation, Roster } from "../../worker/contract/roster.ts";
import { call, freeProof, refused, today } from "./client.ts";
import {
  entryBy,
  foundServer,
  makeInvitation,
  makeJoiner,
  newest,
  nextRoster,
  signInAs,
  VALID_DAYS,
  withEntry,
  type FoundedServer,
  type Handle,
  type Sent,
} from "./founded.ts";

let site: FoundedServer;
let coordinator: string;
beforeAll(async () => {
  site = await foundServer();
  coordinator = await site.token("coordinator");
});
afterAll(() => site.server.close());

const seed = () => site.person("coordinator").signing;

type Unlogged = Omit<InputOf<"publishRoster">, "audit">;

async function publishes(input: Unlogged) {
  const logged = await withEntry(site.server, site.person("coordinator"), input);
  return call(site.server, "publishRoster", logged, coordinator);
}

/** Must be refused with that code, and change nothing; answers the field at fault. */
async function refuses(
  input: Unlogged,
  code: WireErrorCode,
  token = coordinator,
  handle: Handle = "coordinator",
): Promise<string | undefined> {
  const before = await newest(site.server);
  const logged = await withEntry(site.server, site.person(handle), input);
  const field = await refused(site.server, "publishRoster", logged, code, token);
  expect(await newest(site.server)).toEqual(before);
  return field;
}

async function publish(change: (roster: Roster) => Roster = (roster) => roster): Promise<Roster> {
  const input = await nextRoster(site.server, seed(), change);
  await publishes(input);
  return (await newest(site.server)).roster;
}

async function invites({ input }: Sent): Promise<void> {
  const audit = await entryBy(site.server, site.person("coordinator"), { kind: "invitation" });
  await call(site.server, "invite", { ...input, audit }, coordinator);
}

/** Somebody invited, who has joined and waits. */
async function waiting() {
  const invitation = makeInvitation(site.person("coordinator"), { desks: [site.desk] });
  await invites(invitation);
  const joiner = makeJoiner(invitation);
  const proof = await freeProof(site.server, "join");
  const { locator } = invitation;
  await call(site.server, "acceptInvitation", { proof, locator, joining: joiner.joining });
  const listing = {
    id: invitation.statement.memberId,
    name: "Guest",
    roles: ["reviewer" as const],
    key: joiner.joining.key,
  };
  return { invitation, joiner, listing, confirms: invitation.locatorHash };
}

function withMember(listing: Roster["members"][number]) {
  return (roster: Roster): Roster => ({
    ...roster,
    members: [...roster.members, listing],
    desks: roster.desks.map((desk) => ({ ...desk, members: [...desk.members, listing.id] })),
  });
}

describe("the next roster", () => {
  it("is put in force by a delegated coordinator, and answered the same when sent again", async () => {
    const { version } = (await newest(site.server)).roster;
    const input = await nextRoster(site.server, seed());
    for (const time of ["once", "again"]) {
      const answer = await publishes(input);
      expect(answer, time).toEqual({ version: version + 1 });
    }
    expect((await newest(site.server)).signed).toEqual(input.roster);
  });

  it("is refused from anybody else: reviewer, auditor, a coordinator without a delegation", async () => {
    for (const handle of ["first", "auditor"] as const) {
      const token = await site.token(handle);
      // Whoever signs: their own key, and a coordinator's that they got hold of.
      for (const signing of [site.person(handle).signing, seed()]) {
        await refuses(await nextRoster(site.server, signing), "forbidden", token);
      }
    }
    const token = await site.token("unlisted");
    const own = await nextRoster(site.server, site.person("unlisted").signing);
    await refuses(own, "not-delegated", token);
  });

  it("is refused when it promotes its author: nobody is what their own roster says", async () => {
    const self = site.person("first");
    const promoted = await nextRoster(site.server, self.signing, (roster) => ({
      ...roster,
      members: roster.members.map((member) =>
        member.id === self.id ? { ...member, roles: ["reviewer", "coordinator"] } : member,
      ),
    }));
    await refuses(promoted, "forbidden", await site.token("first"));
  });

  it("is refused under another's signature, or another's delegation", async () => {
    const other = await nextRoster(site.server, site.person("unlisted").signing);
    expect(await refuses(other, "wrong-signature")).toBe("roster");
    await refuses(await nextRoster(site.server, newSigningSeed()), "wrong-signature");
  });

  it("is refused out of turn: an old one again, one skipped, the first", async () => {
    const old = await newest(site.server);
    await publish();
    const replayed = {
      roster: old.signed,
      delegation: old.delegation,
      confirms: null,
      unreadable: 0,
    };
    expect(await refuses(replayed, "conflict")).toBe("roster");
    for (const step of [-1, 0, 2]) {
      const input = await nextRoster(site.server, seed(), (roster) => ({
        ...roster,
        version: roster.version - 1 + step,
      }));
      await refuses(input, "conflict");
    }
  });

  it("lets one of two in, when both follow the same", async () => {
    const inputs = [
      await nextRoster(site.server, seed()),
      await nextRoster(site.server, seed(), (roster) => ({ ...roster, organisation: "Other" })),
    ];
    const outcomes = await Promise.allSettled(inputs.map(async (input) => publishes(input)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is dated today, and ends with its delegation at the latest", async () => {
    const { expiresDay } = site.founded.delegation;
    for (const [change, field] of [
      [{ issuedDay: today() - 2 }, "roster.issuedDay"],
      [{ issuedDay: today() + 2 }, "roster.issuedDay"],
      [{ expiresDay: today() - 1 }, "roster.expiresDay"],
      [{ expiresDay: expiresDay + 1 }, "roster.expiresDay"],
    ] as const) {
      const input = await nextRoster(site.server, seed(), (roster) => ({ ...roster, ...change }));
      expect(await refuses(input, "wrong-day")).toBe(field);
    }
    await publish((roster) => ({ ...roster, expiresDay: today() + 10 }));
    await publish((roster) => ({ ...roster, expiresDay }));
  });

  const MEMBER_LIES: readonly (readonly [string, (roster: Roster) => Roster["members"]])[] = [
    ["drops somebody", ({ members }) => members.slice(0, -1)],
    [
      "gives somebody another key",
      ({ members }) =>
        members.map((member, at) =>
          at === 0 ? { ...member, key: toBase64Url(verifyKeyOf(newSigningSeed())) } : member,
        ),
    ],
    ["names somebody twice", ({ members }) => [...members, ...members.slice(0, 1)]],
    [
      "adds somebody nobody confirmed",
      ({ members }) => [
        ...members,
        {
          id: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
          name: "Invented",
          roles: ["reviewer"],
          key: toBase64Url(verifyKeyOf(newSigningSeed())),
        },
      ],
    ],
    [
      "takes its signer's power away",
      ({ members }) =>
        members.map((member) =>
          member.name === "Coordinator" ? { ...member, roles: ["reviewer"] } : member,
        ),
    ],
    [
      "revokes its signer",
      ({ members }) =>
        members.map((member) =>
          member.name === "Coordinator" ? { ...member, revokedDay: today() } : member,
        ),
    ],
    [
      "dates a revocation back",
      ({ members }) =>
        members.map((member) =>
          member.name === "Auditor" ? { ...member, revokedDay: today() - 2 } : member,
        ),
    ],
  ];
  it.each(MEMBER_LIES)("is refused when it %s", async (_what, lie) => {
    const input = await nextRoster(site.server, seed(), (roster) => ({
      ...roster,
      members: [...lie(roster)],
    }));
    expect(await refuses(input, "wrong-roster")).toBe("roster.members");
  });

  it("is refused when a desk is left without a reviewer whose key is there", async () => {
    const unlisted = site.person("unlisted").id;
    const noPacket = makeInvitation(site.person("coordinator")).statement.memberId;
    for (const members of [[], [unlisted], [noPacket]]) {
      const input = await nextRoster(site.server, seed(), (roster) => ({
        ...roster,
        desks: roster.desks.map((desk) => ({ ...desk, members })),
      }));
      expect(await refuses(input, "wrong-roster")).toBe("roster.desks");
    }
    const twice = await nextRoster(site.server, seed(), (roster) => ({
      ...roster,
      desks: [...roster.desks, ...roster.desks],
    }));
    expect(await refuses(twice, "wrong-roster")).toBe("roster.desks");
  });
});

describe("the audit log", () => {
  it("takes in each list and each invitation with what it tells of, or neither", async () => {
    const person = site.person("coordinator");
    const count = async (): Promise<number> =>
      (await site.server.database
        .prepare("SELECT count(*) AS entries FROM audit_log")
        .first<number>("entries")) ?? -1;
    const before = await count();
    const input = await nextRoster(site.server, seed());
    const other = await entryBy(site.server, person, { kind: "invitation" });
    const wrong = { ...input, audit: other };
    await refused(site.server, "publishRoster", wrong, "wrong-audit", coordinator);
    const theirs = await withEntry(site.server, site.person("unlisted"), input);
    await refused(site.server, "publishRoster", theirs, "wrong-audit", coordinator);
    const stale = await withEntry(site.server, person, input);
    expect(await count()).toBe(before);
    await invites(makeInvitation(person));
    const field = await refused(site.server, "publishRoster", stale, "conflict", coordinator);
    expect(field).toBe("audit");
    await publishes(input);
    expect(await count()).toBe(before + 2);
  });
});

describe("confirming", () => {
  it("makes a member of whoever joined, with their packet, and uses the invitation up", async () => {
    const { joiner, listing, confirms, invitation } = await waiting();
    const input = await nextRoster(site.server, seed(), withMember(listing));
    await publishes({ ...input, confirms });
    const published = await call(site.server, "roster", {});
    expect(published.packets.find(({ member }) => member === listing.id)?.packet).toEqual(
      joiner.joining.packet,
    );
    const { handle } = invitation.statement;
    const { salt } = await call(site.server, "memberParameters", { handle });
    expect(salt).toBe(joiner.joining.parameters.salt);
    const { invitations } = await call(site.server, "invitations", {}, coordinator);
    const left = invitations.map((one) => one.invitation.signature);
    expect(left).not.toContain(invitation.input.invitation.signature);
    // Sent again it is answered the same, though the invitation is gone.
    await publishes({ ...input, confirms });
  });

  it("is refused with another key than joined, without the member, or with one more", async () => {
    const { listing, confirms } = await waiting();
    const strange = toBase64Url(verifyKeyOf(newSigningSeed()));
    const other = await waiting();
    for (const change of [
      withMember({ ...listing, key: strange }),
      (roster: Roster) => roster,
      (roster: Roster) => withMember(other.listing)(withMember(listing)(roster)),
      withMember(other.listing),
    ]) {
      const input = await nextRoster(site.server, seed(), change);
      expect(await refuses({ ...input, confirms }, "wrong-roster")).toBe("roster.members");
    }
  });

  it("is refused for a link nobody used, and for one that is gone", async () => {
    const invitation = makeInvitation(site.person("coordinator"));
    await invites(invitation);
    const { listing, confirms } = await waiting();
    await call(site.server, "cancelInvitation", { locatorHash: confirms }, coordinator);
    const input = await nextRoster(site.server, seed(), withMember(listing));
    for (const locatorHash of [invitation.locatorHash, confirms]) {
      await refuses({ ...input, confirms: locatorHash }, "not-found");
    }
  });
});

describe("revoking", () => {
  it("ends the member's sessions and sign-in with the roster that says so", async () => {
    const { id, ...second } = site.person("second");
    const token = await site.token("second");
    await call(site.server, "inbox", { after: null }, token);
    await publish((roster) => ({
      ...roster,
      members: roster.members.map((member) =>
        member.id === id ? { ...member, revokedDay: today() } : member,
      ),
    }));
    await refused(site.server, "inbox", { after: null }, "unauthorised", token);
    await expect(signInAs(site.server, second)).rejects.toThrow();
    const noted = await site.server.database
      .prepare("SELECT endpoint, code, count FROM refused_acts WHERE member_id = ?")
      .bind(id)
      .all();
    expect(noted.results).toEqual([{ endpoint: "inbox", code: "membership-ended", count: 1 }]);
    // For good: no later roster takes them back, or dates it otherwise.
    for (const revokedDay of [undefined, today() + 1]) {
      const input = await nextRoster(site.server, seed(), (roster) => ({
        ...roster,
        members: roster.members.map((member) => {
          if (member.id !== id) return member;
          const { revokedDay: _day, ...rest } = member;
          return revokedDay === undefined ? rest : { ...rest, revokedDay };
        }),
      }));
      expect(await refuses(input, "wrong-roster")).toBe("roster.members");
    }
  });

  it("of a coordinator ends their power to sign, whatever their old session says", async () => {
    const other = site.person("unlisted");
    const token = await site.token("unlisted");
    const prepared = await nextRoster(site.server, other.signing);
    await publish((roster) => ({
      ...roster,
      members: roster.members.map((member) =>
        member.id === other.id ? { ...member, revokedDay: today() } : member,
      ),
    }));
    await refuses(prepared, "unauthorised", token);
  });
});

describe("a delegation", () => {
  function renewed(change: Partial<Delegation> = {}, root = site.founded.root) {
    const expiresDay = today() + VALID_DAYS * 2;
    return signDelegation({ ...site.founded.delegation, expiresDay, ...change }, root);
  }

  it("is replaced together with a roster, when the root key signed it", async () => {
    const expiresDay = today() + VALID_DAYS + 30;
    const longer = await nextRoster(site.server, seed(), (roster) => ({ ...roster, expiresDay }));
    expect(await refuses(longer, "wrong-day")).toBe("roster.expiresDay");
    const delegation = renewed();
    await publishes({ ...longer, delegation });
    expect((await newest(site.server)).delegation).toEqual(delegation);
    // And not again by the one before.
    const { published } = site.founded;
    const older = { ...(await nextRoster(site.server, seed())), delegation: published.delegation };
    const back = signDelegation(
      { ...site.founded.delegation, issuedDay: site.founded.delegation.issuedDay - 1 },
      site.founded.root,
    );
    expect(await refuses({ ...older, delegation: back }, "wrong-day")).toBe("delegation");
  });

  it("is refused from any other key, past its day, or for another organisation", async () => {
    const input = await nextRoster(site.server, seed());
    for (const [delegation, code] of [
      [renewed({}, newSigningSeed()), "wrong-signature"],
      [renewed({}, seed()), "wrong-signature"],
      [renewed({ expiresDay: today() - 1 }), "wrong-day"],
      [renewed({ origin: "https://other.example" }), "wrong-signature"],
    ] as const) {
      expect(await refuses({ ...input, delegation }, code)).toBe("delegation");
    }
  });

  it("that does not name the signer gives them nothing", async () => {
    const other = site.person("first");
    const signers = [{ memberId: other.id, key: toBase64Url(verifyKeyOf(other.signing)) }];
    const swapped = [{ memberId: site.person("coordinator").id, key: signers[0]?.key ?? "" }];
    for (const named of [signers, swapped]) {
      const input = await nextRoster(site.server, seed());
      await refuses({ ...input, delegation: renewed({ signers: named }) }, "not-delegated");
    }
  });

  it("is not replaced where the server was not told the root key", async () => {
    const blind = await foundServer("no-root-key");
    try {
      const token = await blind.token("coordinator");
      const { signing } = blind.person("coordinator");
      const delegation = signDelegation(
        { ...blind.founded.delegation, expiresDay: today() + 200 },
        blind.founded.root,
      );
      const input = await nextRoster(blind.server, signing);
      const asked = { ...input, delegation };
      const person = blind.person("coordinator");
      const logged = await withEntry(blind.server, person, asked);
      await refused(blind.server, "publishRoster", logged, "wrong-signature", token);
      const plain = await withEntry(blind.server, person, input);
      await call(blind.server, "publishRoster", plain, token);
    } finally {
      await blind.server.close();
    }
  });
});
