/** Somebody whose own sealing key has run out: they can renew it, and do nothing else, and nobody else gets so far. */
import { beforeAll, describe, expect, it } from "vitest";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import {
  foundOrganisation,
  ORIGIN,
  packetOf,
  signAnything,
  TODAY,
  withPacket,
  type MemberHandle,
  type Organisation,
} from "../support/organisation.ts";
import { received } from "./case-work.ts";
import { unlockedDesk } from "./signing-in.ts";

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

/** As published a year ago: these members' packets ended yesterday. */
function expired(...handles: readonly MemberHandle[]): PublishedRoster {
  return handles.reduce((list, handle) => {
    const person = organisation.people[handle];
    const packet = { ...packetOf(person), expiresDay: TODAY - 1 };
    return withPacket(list, person.id, signAnything("keyPacket", packet, person.signing));
  }, organisation.published);
}

async function refusedFirst(handle: MemberHandle, list: PublishedRoster) {
  const vault = await unlockedDesk(organisation, handle);
  await expect(vault.verifyRoster(list, TODAY, ORIGIN)).rejects.toMatchObject({
    code: "roster-expired",
  });
  return vault;
}

describe("a reviewer whose own key has run out", () => {
  it("makes the next one, and then the list holds for everybody", async () => {
    const list = expired("first");
    const vault = await refusedFirst("first", list);
    const { ownKey, self } = await vault.verifyLapsed(list, TODAY, ORIGIN);
    expect({ ownKey, self: self.id }).toEqual({
      ownKey: "expired",
      self: organisation.people.first.id,
    });
    const next = await vault.newKey();
    expect(next.epoch).toBe(1);
    const renewed = withPacket(list, self.id, next.packet);
    await vault.keyringSaved(next.keyring.replacesVersion + 1);
    await expect(vault.verifyRoster(renewed, TODAY, ORIGIN)).resolves.toMatchObject({
      self: { id: self.id },
    });
    const colleague = await unlockedDesk(organisation, "second");
    await expect(colleague.verifyRoster(renewed, TODAY, ORIGIN)).resolves.toMatchObject({
      self: { id: organisation.people.second.id },
    });
    // A server that keeps the old one in its place does not get them to make keys without end.
    await expect(vault.verifyLapsed(list, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "roster-rolled-back",
    });
  });

  it("opens, seals and signs nothing before", async () => {
    const { served } = await received(organisation);
    const { first } = organisation.people;
    const list = expired("first");
    const vault = await refusedFirst("first", list);
    await vault.verifyLapsed(list, TODAY, ORIGIN);
    const code = "not-ready";
    await expect(vault.openCards([served.row(first.id)])).rejects.toMatchObject({ code });
    await expect(vault.openCase(served.memberPage(first.id))).rejects.toMatchObject({ code });
    const act = { kind: "note", text: "x", language: "en" } as const;
    await expect(vault.seal(act, TODAY)).rejects.toMatchObject({ code });
    await expect(vault.saveRecoveryKey()).rejects.toMatchObject({ code });
    const renew = vault.signNextRoster({ kind: "renew", delegation: null });
    await expect(renew).rejects.toMatchObject({ code: "not-delegated" });
  });

  it("may renew it when the list has run out as well, so that a coordinator can renew that", async () => {
    const list = expired("first");
    const late = organisation.roster.expiresDay + 1;
    const vault = await unlockedDesk(organisation, "first");
    await expect(vault.verifyLapsed(list, late, ORIGIN)).resolves.toMatchObject({
      ownKey: "expired",
    });
    expect((await vault.newKey()).epoch).toBe(1);
  });
});

describe("somebody whose own key is good", () => {
  it("gets nowhere while a colleague's has run out", async () => {
    const list = expired("second");
    const vault = await refusedFirst("first", list);
    await expect(vault.verifyLapsed(list, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "roster-expired",
    });
    await expect(vault.newKey()).rejects.toMatchObject({ code: "not-ready" });
  });

  it("gets nowhere by a packet that is not theirs, or not signed by them", async () => {
    const { first, second } = organisation.people;
    const packet = { ...packetOf(first), expiresDay: TODAY - 1 };
    const forged = signAnything("keyPacket", packet, second.signing);
    const list = withPacket(organisation.published, first.id, forged);
    const vault = await unlockedDesk(organisation, "first");
    await expect(vault.verifyLapsed(list, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "packet-invalid",
    });
  });
});
