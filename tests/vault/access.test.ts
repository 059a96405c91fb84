/** Letting in, taking out, stepping out: what each reader, and the reporter, then has. */
import { beforeAll, describe, expect, it } from "vitest";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import {
  foundOrganisation,
  ORIGIN,
  signedRoster,
  TODAY,
  type Organisation,
} from "../support/organisation.ts";
import {
  act,
  changeAccess,
  granting,
  INTERNAL_NOTE,
  received,
  RECUSAL,
  REKEY,
  removing,
  REPLY,
} from "./case-work.ts";
import { desk, returning } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
let third: DeskVault;
let one: string;
let two: string;
let three: string;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
  third = await desk(organisation, "third");
  [one, two, three] = [
    organisation.people.first.id,
    organisation.people.second.id,
    organisation.people.third.id,
  ];
});

function override(member: string): DeskAct {
  return { kind: "override", member, reason: "She alone speaks the language.", language: "en" };
}

function spoken(view: { readonly items: readonly { readonly kind: string }[] }): readonly string[] {
  return view.items.flatMap((item) =>
    "payload" in item &&
    typeof item.payload === "object" &&
    item.payload !== null &&
    "text" in item.payload &&
    typeof item.payload.text === "string"
      ? [item.payload.text]
      : [],
  );
}

async function worked(change: Parameters<typeof received>[1] = {}) {
  const underway = await received(organisation, change);
  await act(first, underway.served, one, INTERNAL_NOTE, REPLY);
  return underway;
}

describe("somebody let in", () => {
  it("reads both lanes from the first word on, writes, and is read by all", async () => {
    const { served, code } = await worked();
    await changeAccess(first, served, one, granting(three));
    const view = await third.openCase(served.memberPage(three));
    expect(view).toMatchObject({ broken: null, internal: "open", rekeyDue: false });
    expect(spoken(view)).toEqual(
      expect.arrayContaining(["Call the embassy.", "We are looking into it."]),
    );
    await act(third, served, three, { kind: "note", text: "Called.", language: "en" }, REPLY);
    for (const [vault, id] of [
      [first, one],
      [second, two],
    ] as const) {
      const seen = await vault.openCase(served.memberPage(id));
      expect(seen.broken).toBeNull();
      expect(seen.state.access.readers).toEqual([one, two, three]);
      expect(spoken(seen)).toContain("Called.");
    }
    const reporter = await returning(organisation, code);
    const told = await reporter.openCase(served.reporterPage());
    expect(told).toMatchObject({ broken: null });
    expect(
      told.items.filter((item) => item.kind === "known" && item.payload.type === "grant"),
    ).toHaveLength(1);
  });

  it("is an active reviewer, and none who reads already", async () => {
    const { served } = await worked();
    await first.openCase(served.memberPage(one));
    const { coordinator } = organisation.people;
    await expect(first.sealAccess(granting(coordinator.id), TODAY)).rejects.toMatchObject({
      code: "no-recipient",
    });
    await expect(first.sealAccess(granting(two), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
    await expect(first.sealAccess(granting("A".repeat(22)), TODAY)).rejects.toMatchObject({
      code: "no-recipient",
    });
  });
});

describe("somebody taken out", () => {
  it("holds no key to what comes after, and nobody reads a word of theirs any more", async () => {
    const { served, code } = await worked();
    await changeAccess(first, served, one, removing(two));
    expect(served.wrapsOf(two)).toEqual([]);
    await act(
      first,
      served,
      one,
      { kind: "note", text: "After.", language: "en" },
      { kind: "reply", text: "Still here.", language: "en" },
    );
    const view = await (await desk(organisation, "first")).openCase(served.memberPage(one));
    expect(view).toMatchObject({
      broken: null,
      rekeyDue: false,
      state: { access: { epoch: 1, readers: [one], former: [{ member: two, how: "removed" }] } },
    });
    expect(spoken(view)).toEqual(
      expect.arrayContaining(["After.", "Still here.", "Call the embassy."]),
    );
    const reporter = await returning(organisation, code);
    const told = await reporter.openCase(served.reporterPage());
    expect(told).toMatchObject({ broken: null, state: { access: { epoch: 1, readers: [one] } } });
    expect(spoken(told)).toContain("Still here.");
    served.add(await reporter.sealMessage("Thank you.", "en", TODAY));
    expect(spoken(await first.openCase(served.memberPage(one)))).toContain("Thank you.");
    // The card, too, is under the new key.
    const [row] = await first.openCards([served.row(one)]);
    expect(row?.card).not.toBeNull();
  });

  it("can be let in again, and then reads everything", async () => {
    const { served } = await worked();
    await changeAccess(first, served, one, removing(two));
    await act(first, served, one, { kind: "note", text: "Between.", language: "en" });
    await changeAccess(first, served, one, granting(two));
    const view = await second.openCase(served.memberPage(two));
    expect(view).toMatchObject({
      broken: null,
      internal: "open",
      state: { access: { former: [], readers: [one, two] } },
    });
    expect(spoken(view)).toContain("Between.");
  });
});

describe("somebody who steps out", () => {
  it("is followed by new keys before anybody says a word", async () => {
    const { served, code } = await worked();
    await changeAccess(second, served, two, RECUSAL);
    const view = await first.openCase(served.memberPage(one));
    expect(view).toMatchObject({
      broken: null,
      rekeyDue: true,
      state: { access: { readers: [one], holders: [one, two] } },
    });
    await expect(first.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await expect(first.sealAccess(granting(three), TODAY)).rejects.toMatchObject({
      code: "not-ready",
    });
    await changeAccess(first, served, one, REKEY);
    await act(first, served, one, REPLY);
    const after = await first.openCase(served.memberPage(one));
    expect(after).toMatchObject({ broken: null, rekeyDue: false, state: { access: { epoch: 1 } } });
    await expect(first.sealAccess(REKEY, TODAY)).rejects.toMatchObject({ code: "not-permitted" });
    expect(
      (await (await returning(organisation, code)).openCase(served.reporterPage())).broken,
    ).toBeNull();
  });

  it("stays, when nobody else could read the case", async () => {
    const { served } = await worked({ excluded: [two] });
    await first.openCase(served.memberPage(one));
    await expect(first.sealAccess(RECUSAL, TODAY)).rejects.toMatchObject({ code: "sole-holder" });
    const both = await worked();
    const vault = await desk(organisation, "first");
    await vault.verifyRoster(revoking(two), TODAY, ORIGIN);
    await vault.openCase(both.served.memberPage(one));
    await expect(vault.sealAccess(RECUSAL, TODAY)).rejects.toMatchObject({ code: "sole-holder" });
  });
});

function revoking(id: string) {
  return signedRoster(organisation, (roster) => ({
    ...roster,
    members: roster.members.map((entry) =>
      entry.id === id ? { ...entry, revokedDay: TODAY } : entry,
    ),
  }));
}

describe("somebody whose membership the roster has ended", () => {
  it("is left out by the next act's new keys", async () => {
    const { served } = await worked();
    const vault = await desk(organisation, "first");
    await vault.verifyRoster(revoking(two), TODAY, ORIGIN);
    expect(await vault.openCase(served.memberPage(one))).toMatchObject({ rekeyDue: true });
    await expect(vault.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await changeAccess(vault, served, one, REKEY);
    expect(served.wrapsOf(two)).toEqual([]);
    await act(vault, served, one, REPLY);
    // Whoever has not seen that roster reads the same.
    const view = await first.openCase(served.memberPage(one));
    expect(view).toMatchObject({
      broken: null,
      state: { access: { readers: [one], former: [{ member: two, how: "left-out" }] } },
    });
  });
});

describe("an exclusion", () => {
  it("is lifted by two readers' signatures and never by one's", async () => {
    const { served, code } = await worked({ excluded: [two] });
    await changeAccess(first, served, one, granting(three));
    await first.openCase(served.memberPage(one));
    await expect(first.sealAccess(granting(two), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
    await act(first, served, one, override(two));
    await first.openCase(served.memberPage(one));
    await expect(first.sealAccess(granting(two), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
    await changeAccess(third, served, three, granting(two));
    expect(await second.openCase(served.memberPage(two))).toMatchObject({
      broken: null,
      internal: "open",
    });
    const told = await (await returning(organisation, code)).openCase(served.reporterPage());
    const types = told.items.map((item) => (item.kind === "known" ? item.payload.type : item.kind));
    expect(types.slice(0, 4)).toEqual(["report", "acknowledgement", "message", "receipt"]);
    expect(types.slice(4)).toEqual(["grant", "exclusion-override", "grant"]);
    // Taken out and wanted again, both have to sign again.
    await changeAccess(first, served, one, removing(two));
    await third.openCase(served.memberPage(three));
    await expect(third.sealAccess(granting(two), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
  });

  it("is not lifted by an override whose author has gone", async () => {
    const { served } = await worked({ excluded: [two] });
    await changeAccess(first, served, one, granting(three));
    await act(first, served, one, override(two));
    await changeAccess(first, served, one, RECUSAL);
    await changeAccess(third, served, three, REKEY);
    await third.openCase(served.memberPage(three));
    await expect(third.sealAccess(granting(two), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
  });
});

describe("the notes of a case", () => {
  it("are said nothing of in what the reporter reads of a change", async () => {
    const { served, code } = await worked();
    await changeAccess(first, served, one, granting(three));
    await changeAccess(first, served, one, removing(three));
    const told = await (await returning(organisation, code)).openCase(served.reporterPage());
    const pins = told.items.flatMap((item) =>
      item.kind === "known" && "notes" in item.payload ? [item.payload.notes] : [],
    );
    expect(pins).toHaveLength(3);
    // Nothing was noted between them, and no two look alike.
    expect(new Set(pins).size).toBe(3);
  });
});
