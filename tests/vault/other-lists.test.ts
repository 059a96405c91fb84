/**
 * A split of the organisation: two rosters that both hold, shown to two people. Each sees it in the other's entries,
 * and neither is troubled by a list that was once in force.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { FormerRoster, PublishedRoster } from "../../worker/contract/roster.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { OtherList } from "../../web/vault/interface.ts";
import {
  badlySigned,
  foundOrganisation,
  ORIGIN,
  signedRoster,
  TODAY,
  type MemberHandle,
  type Organisation,
} from "../support/organisation.ts";
import { act, received, REPLY, type Underway } from "./case-work.ts";
import { unlockedDesk } from "./signing-in.ts";

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

function hashOf({ roster }: Pick<PublishedRoster, "roster">): string {
  return toBase64Url(rosterHash(fromBase64Url(roster.statement)));
}

function former({ delegation, signer, roster }: PublishedRoster): FormerRoster {
  return { delegation, signer, roster };
}

/** A roster that follows `before` and calls the organisation by that name. */
function next(before: PublishedRoster, version: number, name: string): PublishedRoster {
  return signedRoster(organisation, (roster) => ({
    ...roster,
    version,
    previous: hashOf(before),
    organisation: name,
  }));
}

async function deskUnder(handle: MemberHandle, published: PublishedRoster): Promise<DeskVault> {
  const vault = await unlockedDesk(organisation, handle);
  await vault.verifyRoster(published, TODAY, ORIGIN);
  return vault;
}

async function read(
  vault: DeskVault,
  handle: MemberHandle,
  { served }: Underway,
): Promise<readonly OtherList[]> {
  await vault.openCase(served.memberPage(organisation.people[handle].id));
  return await vault.otherLists();
}

const conversation = (seq: number, handle: MemberHandle): OtherList => ({
  lane: "conversation",
  seq,
  author: { kind: "member", member: organisation.people[handle].id },
});

const seqs = (found: readonly OtherList[]): readonly string[] =>
  found.map(({ lane, seq }) => `${lane} ${seq}`);

describe("two lists that both hold, shown to two people", () => {
  it("are seen by each in the other's entries, and named", async () => {
    const founded = organisation.published;
    const [one, other] = [next(founded, 2, "One"), next(founded, 2, "Other")];
    const first = await deskUnder("first", one);
    const second = await deskUnder("second", other);
    await first.learnRosters([former(founded), former(one)]);
    await second.learnRosters([former(founded), former(other)]);
    const underway = await received(organisation);
    await act(first, underway.served, organisation.people.first.id, REPLY);
    await act(second, underway.served, organisation.people.second.id, REPLY);

    const seenBySecond = await read(second, "second", underway);
    expect(seenBySecond.length).toBeGreaterThan(0);
    const { id } = organisation.people.first;
    for (const { author } of seenBySecond) expect(author).toEqual({ kind: "member", member: id });
    const seenByFirst = await read(first, "first", underway);
    expect(seenByFirst).toEqual([conversation(5, "second"), conversation(6, "second")]);
  });

  it("are nothing to see while both are shown the same", async () => {
    const two = next(organisation.published, 2, "Two");
    const first = await deskUnder("first", two);
    const second = await deskUnder("second", two);
    const underway = await received(organisation);
    await act(first, underway.served, organisation.people.first.id, REPLY);
    for (const [vault, handle] of [
      [first, "first"],
      [second, "second"],
    ] as const) {
      // The report was sealed under the list before.
      expect(seqs(await read(vault, handle, underway))).toEqual(["conversation 1"]);
      await vault.learnRosters([former(organisation.published), former(two)]);
      expect(await read(vault, handle, underway)).toEqual([]);
    }
  });
});

describe("the lists before the one in force", () => {
  it("must lead up to it, none left out, none bent, none from elsewhere", async () => {
    const founded = organisation.published;
    const two = next(founded, 2, "Two");
    const three = next(two, 3, "Three");
    const vault = await deskUnder("first", three);
    const all = [former(founded), former(two), former(three)];
    const bent = { ...former(two), roster: badlySigned(two.roster) };
    const elsewhere = former(next(founded, 2, "Elsewhere"));
    const histories = [
      [],
      all.slice(0, 2),
      all.slice(1),
      [former(founded), former(three)],
      [former(founded), bent, former(three)],
      [former(founded), elsewhere, former(three)],
      [former(two), former(founded), former(three)],
      [...all, former(next(three, 4, "Four"))],
      [{ ...former(founded), signer: organisation.people.first.id }, former(two), former(three)],
    ];
    for (const history of histories) {
      await expect(vault.learnRosters(history)).rejects.toMatchObject({ code: "roster-history" });
      await expect(vault.beginAudit()).rejects.toMatchObject({ code: "not-ready" });
    }
    const people = await vault.learnRosters(all);
    expect(people.map(({ id }) => id)).toEqual(organisation.members.map(({ id }) => id));
    await vault.beginAudit();
  });

  it("are forgotten with the roster they led up to", async () => {
    const two = next(organisation.published, 2, "Two");
    const vault = await deskUnder("first", organisation.published);
    await vault.learnRosters([former(organisation.published)]);
    await vault.verifyRoster(two, TODAY, ORIGIN);
    await expect(vault.beginAudit()).rejects.toMatchObject({ code: "not-ready" });
  });
});
