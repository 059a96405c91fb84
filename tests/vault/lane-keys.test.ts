/**
 * A wrap is signed by nobody, and members' public keys are public: the server can make a lane key of its own
 * and wrap it to anybody. It must never come to open, or be written under, in a case that has a key.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { Wrap } from "../../worker/contract/journal.ts";
import { openCard } from "../../web/crypto/card.ts";
import { openEntry } from "../../web/crypto/entry.ts";
import type { LaneKey } from "../../web/crypto/keys.ts";
import { newLaneKey, verifyKeyOf } from "../../web/crypto/keys.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import { act, INTERNAL_NOTE, received, REPLY } from "./case-work.ts";
import { forgeNext, recipientKey, wrapTo } from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import { desk } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let member: string;
let serverKey: LaneKey;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  member = organisation.people.first.id;
  serverKey = newLaneKey();
});

function serverWrap(served: ServedCase, lane: "conversation" | "internal", epoch = 0): Wrap {
  return wrapTo(serverKey, organisation.people.first.seal.publicKey, served.id, lane, epoch);
}

/** A message in the reporter's name, sealed with the server's own key. */
function serverMessage(served: ServedCase, epoch = 0) {
  return forgeNext(served, { key: serverKey, author: null, signer: null, header: { epoch } });
}

describe("a lane key of the server's own", () => {
  it("opens nothing beside the real one, in either order", async () => {
    const { served } = await received(organisation);
    const page = served.memberPage(member);
    const entries = [...page.entries, serverMessage(served)];
    for (const wraps of [
      [...page.wraps, serverWrap(served, "conversation")],
      [serverWrap(served, "conversation"), ...page.wraps],
    ]) {
      await expect(first.openCase({ ...page, wraps, entries })).rejects.toMatchObject({
        code: "wrap-invalid",
      });
    }
    await breaksAt(first.openCase({ ...page, entries }), {
      lane: "conversation",
      seq: 2,
      code: "entry-invalid",
    });
  });

  it("does not replace the real one when the journal is read on", async () => {
    const { served } = await received(organisation);
    await first.openCase(served.memberPage(member));
    const forged = serverMessage(served);
    const after = served.memberPage(member, { conversation: 1, internal: 0 });
    const page = { ...after, wraps: [serverWrap(served, "conversation")], entries: [forged] };
    await expect(first.openCase(page)).rejects.toMatchObject({ code: "wrap-invalid" });
    await expect(first.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  });

  it("does not begin a new epoch", async () => {
    const { served } = await received(organisation);
    const page = served.memberPage(member);
    const wraps = [...page.wraps, serverWrap(served, "conversation", 1)];
    const entries = [...page.entries, serverMessage(served, 1)];
    await breaksAt(first.openCase({ ...page, wraps, entries }), {
      lane: "conversation",
      seq: 2,
      code: "entry-order",
    });
    await expect(first.openCase({ ...page, wraps })).rejects.toMatchObject({
      code: "wrap-invalid",
    });
  });

  it("is never written under in an internal lane that nobody opened", async () => {
    const { served } = await received(organisation);
    const page = served.memberPage(member);
    const wraps = [...page.wraps, serverWrap(served, "internal")];
    await first.openCase({ ...page, wraps });
    const sealed = await first.seal(INTERNAL_NOTE, TODAY);
    expect(sealed.entries.length).toBe(2);
    expect(sealed.wraps.map((wrap) => wrap.member)).toEqual([
      organisation.people.first.id,
      organisation.people.second.id,
    ]);
    const author = verifyKeyOf(organisation.people.first.signing);
    for (const entry of sealed.entries) {
      expect(() => openEntry(entry, serverKey, author)).toThrow("entry-invalid");
    }
    expect(() => openCard(sealed.card, serverKey, author)).toThrow("card-invalid");
    // Those the reporter sealed to do read it.
    served.append(sealed);
    const key = recipientKey(served, "internal", organisation.people.second);
    expect(sealed.entries.map((entry) => openEntry(entry, key, author).payload)).toEqual([
      expect.stringContaining('"opening"'),
      expect.stringContaining("Call the embassy."),
    ]);
    expect(openCard(sealed.card, key, author)).toContain("Not brought back");
  });

  it("opens no internal lane that a member has written in", async () => {
    const { served } = await received(organisation);
    await act(first, served, member, INTERNAL_NOTE);
    const page = served.memberPage(member);
    const wraps = page.wraps.map((wrap) =>
      wrap.lane === "internal" ? serverWrap(served, "internal") : wrap,
    );
    const fresh = await desk(organisation, "first");
    const view = await fresh.openCase({ ...page, wraps });
    expect(view).toMatchObject({ internal: "not-sealed-to-you", broken: null });
    expect(view.items.filter(({ lane }) => lane === "internal")).toEqual([]);
    await expect(fresh.seal(INTERNAL_NOTE, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  });
});

describe("a reply", () => {
  it("is sealed under the reporter's lane key and no other", async () => {
    const { served } = await received(organisation);
    await first.openCase(served.memberPage(member));
    const { entries } = await first.seal(REPLY, TODAY);
    const author = verifyKeyOf(organisation.people.first.signing);
    const key = recipientKey(served, "conversation", organisation.people.second);
    const [, , reply] = entries;
    if (reply === undefined) throw new Error("no reply");
    expect(openEntry(reply, key, author).payload).toContain("We are looking into it.");
  });
});

describe("the wraps of a report", () => {
  it("are for its recipients alone, in one number of slots, whoever was taken out", async () => {
    const { first: one, second: two } = organisation.people;
    for (const [excluded, expected] of [
      [[], [one.id, two.id]],
      [[two.id], [one.id]],
    ] as const) {
      const { report } = await received(organisation, { excluded: [...excluded] });
      const real = report.wraps.filter(({ member: id }) => id !== "A".repeat(22));
      expect(real.map(({ member: id }) => id)).toEqual(expected);
      expect(report.wraps.length).toBe(4);
      expect(new Set(report.wraps.map(({ wrap }) => wrap.length)).size).toBe(1);
      expect(new Set(report.wraps.map(({ key }) => key)).size).toBe(4);
    }
  });
});
