/**
 * Somebody who may write, and would rather nobody else could read: what one person adds badly takes nothing
 * of a case from the others, and nothing is written on it. Beside each attack the same thing done properly.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Wrap } from "../../worker/contract/journal.ts";
import { entryHash } from "../../web/crypto/entry.ts";
import { newLaneKey } from "../../web/crypto/keys.ts";
import { writePayload } from "../../web/payload/journal.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import {
  foundOrganisation,
  ORIGIN,
  signedRoster,
  TODAY,
  type Organisation,
} from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import { act, answered, INTERNAL_NOTE, received, REPLY } from "./case-work.ts";
import { forgeNext, laneKeyByCode, NOTE, recipientKey, wrapTo } from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import { desk, returning } from "./signing-in.ts";

const OPEN: DeskAct = { kind: "open" };
const ACTS: readonly DeskAct[] = [
  OPEN,
  REPLY,
  INTERNAL_NOTE,
  { kind: "acknowledge", text: "", language: "en" },
  {
    kind: "close",
    reason: "SAFE_CONFIRMED",
    text: "",
    language: "en",
    bestInterests: { text: "The child is safe.", language: "en" },
  },
];

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
let opener: string;
let member: string;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
  opener = organisation.people.first.id;
  member = organisation.people.second.id;
});

async function sealsNothing(vault: DeskVault): Promise<void> {
  for (const next of ACTS) {
    await expect(vault.seal(next, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  }
}

/** The same entry with a body of the right size that was never sealed so. */
function spoilt(entry: ReturnType<typeof forgeNext>) {
  const body = fromBase64Url(entry.body);
  body[100] = (body[100] ?? 0) ^ 1;
  return { ...entry, body: toBase64Url(body) };
}

describe("notes that a colleague opened for themself alone", () => {
  const without = (served: ServedCase): Wrap[] =>
    served.wrapsOf(member).filter(({ lane }) => lane === "conversation");

  it("leave the conversation to the others, who are told and can write nothing", async () => {
    const { served } = await received(organisation);
    await act(first, served, opener, OPEN, REPLY);
    const page = served.memberPage(member);
    const own = served.wrapsOf(member).find(({ lane }) => lane === "internal");
    if (own === undefined) throw new Error("no wrap");
    const { seal } = organisation.people.second;
    const bad: readonly (readonly Wrap[])[] = [
      [],
      [{ ...own, wrap: toBase64Url(new Uint8Array(1_168).fill(7)) }],
      [{ ...own, epoch: 1 }],
      [{ ...own, key: "A".repeat(22) }],
      [wrapTo(newLaneKey(), seal.publicKey, served.id, "internal")],
      [wrapTo(newLaneKey(), seal.publicKey, served.id, "internal", 1)],
    ];
    for (const wraps of bad) {
      const fresh = { ...page, wraps: [...without(served), ...wraps] };
      const view = await second.openCase(fresh);
      expect(view).toMatchObject({
        internal: "not-sealed-to-you",
        internalOpener: opener,
        broken: null,
        standing: "acknowledged",
      });
      expect(view.items.map(({ lane, seq }) => `${lane} ${seq}`)).toEqual([
        "conversation 1",
        "conversation 2",
        "conversation 3",
        "conversation 4",
      ]);
      await sealsNothing(second);
    }
  });

  it("are read and written in with the wrap that belongs to them", async () => {
    const { served } = await received(organisation);
    expect(await second.openCase(served.memberPage(member))).toMatchObject({ internal: "none" });
    await act(first, served, opener, OPEN);
    const view = await second.openCase(served.memberPage(member));
    expect(view).toMatchObject({ internal: "open", internalOpener: null });
    expect((await second.seal(INTERNAL_NOTE, TODAY)).entries).toHaveLength(1);
  });

  it("cannot be taken back: who has read them is not told that they never could", async () => {
    const { served } = await received(organisation);
    await act(first, served, opener, OPEN);
    const page = served.memberPage(member);
    await second.openCase(page);
    const asked = second.openCase({ ...page, wraps: without(served) });
    await expect(asked).rejects.toMatchObject({ code: "journal-truncated" });
  });

  it("are no reason to pass over another case's entries, or a key the reporter did not give", async () => {
    const { served } = await received(organisation);
    const { served: other } = await received(organisation);
    for (const each of [served, other]) await act(first, each, opener, OPEN);
    const page = { ...served.memberPage(member), wraps: without(served) };
    const entries = [...served.lane("conversation"), ...other.lane("internal")];
    const foreign = second.openCase({ ...page, entries });
    await breaksAt(foreign, { lane: "internal", seq: 1, code: "entry-order" });
    const [own] = without(served);
    if (own === undefined) throw new Error("no wrap");
    const wraps = [{ ...own, wrap: toBase64Url(new Uint8Array(1_168).fill(7)) }];
    const fresh = second.openCase({ ...page, wraps });
    await expect(fresh).rejects.toMatchObject({ code: "wrap-invalid" });
  });

  it("begin with an opening, on this report", async () => {
    const { served } = await received(organisation);
    const author = organisation.people.first;
    const key = newLaneKey();
    const own = wrapTo(key, organisation.people.second.seal.publicKey, served.id, "internal");
    const page = served.memberPage(member);
    const wraps = [...page.wraps, own];
    const plain = { ...page.plain, internalSeq: 1 };
    const opening = (report: string) =>
      writePayload({ type: "opening", recipients: [author.id, member], report });
    const begins = (json: string) => {
      const begun = { key, author, signer: author.signing, lane: "internal", json } as const;
      const entries = [...page.entries, forgeNext(served, begun)];
      return second.openCase({ ...page, plain, wraps, entries });
    };
    for (const json of [NOTE, "{}", opening(toBase64Url(new Uint8Array(32).fill(5)))]) {
      await breaksAt(begins(json), { lane: "internal", seq: 1, code: "entry-order" });
      await sealsNothing(second);
    }
    const [report] = page.entries;
    if (report === undefined) throw new Error("no report");
    const view = await begins(opening(toBase64Url(entryHash(report))));
    expect(view).toMatchObject({ internal: "open", broken: null });
  });
});

describe("one bad entry at the end", () => {
  it("leaves what stands before it to be read, by the reporter and every recipient", async () => {
    const { served, code } = await answered(organisation, first, opener);
    const before = await second.openCase(served.memberPage(member));
    const key = await laneKeyByCode(served, code);
    const good = forgeNext(served, { key, author: null, signer: null });
    const bad = spoilt(good);
    const page = served.memberPage(member);
    const at = { lane: "conversation", seq: 8, code: "entry-invalid" } as const;
    const plain = { ...page.plain, conversationSeq: 8 };
    for (const reader of [second, await desk(organisation, "second")]) {
      const entries = [...page.entries, bad];
      const view = await breaksAt(reader.openCase({ ...page, plain, entries }), at);
      expect(view.items).toEqual(before.items);
      expect(view.internal).toBe("open");
      await sealsNothing(reader);
    }
    const reporter = await returning(organisation, code);
    const mine = served.reporterPage();
    const counted = { ...mine, case: { ...mine.case, conversationSeq: 8 } };
    const asked = reporter.openCase({ ...counted, entries: [...mine.entries, bad] });
    expect((await breaksAt(asked, at)).items).toHaveLength(7);
    for (const sealing of [
      reporter.sealMessage("hello", "en", TODAY),
      reporter.sealWithdrawal(TODAY),
    ]) {
      await expect(sealing).rejects.toMatchObject({ code: "not-ready" });
    }
    // With the body that belongs to it the same entry is read, and written after.
    const whole = await reporter.openCase({ ...counted, entries: [...mine.entries, good] });
    expect(whole).toMatchObject({ broken: null });
    await expect(reporter.sealMessage("hello", "en", TODAY)).resolves.toHaveProperty("header");
    const entries = [...page.entries, good];
    expect(await second.openCase({ ...page, plain, entries })).toMatchObject({ broken: null });
    await expect(second.seal(REPLY, TODAY)).resolves.toHaveProperty("card.body");
  });

  it("stays the end: nothing after it is read, in the same page or the next", async () => {
    const { served, code } = await received(organisation);
    const key = await laneKeyByCode(served, code);
    const good = forgeNext(served, { key, author: null, signer: null });
    served.add(good);
    const next = forgeNext(served, { key, author: null, signer: null });
    served.add(next);
    const page = served.memberPage(member);
    const [report] = page.entries;
    if (report === undefined) throw new Error("no report");
    const at = { lane: "conversation", seq: 2, code: "entry-invalid" } as const;
    await breaksAt(second.openCase({ ...page, entries: [report, spoilt(good), next] }), at);
    await breaksAt(second.openCase({ ...page, entries: [good, next] }), at);
    await sealsNothing(second);
    const view = await second.openCase(page);
    expect(view.broken).toBeNull();
    expect(view.items).toHaveLength(3);
  });

  it("among the notes leaves the notes before it and the conversation, and stops both", async () => {
    const { served } = await answered(organisation, first, opener);
    const author = organisation.people.first;
    const key = recipientKey(served, "internal", author);
    const note = { key, author, signer: author.signing, lane: "internal", json: NOTE } as const;
    const page = served.memberPage(member);
    const plain = { ...page.plain, internalSeq: 3 };
    const entries = [...page.entries, spoilt(forgeNext(served, note))];
    const view = await breaksAt(second.openCase({ ...page, plain, entries }), {
      lane: "internal",
      seq: 3,
      code: "entry-invalid",
    });
    expect(view.items).toHaveLength(9);
    await sealsNothing(second);
  });
});

describe("a page that is not the last", () => {
  it("leaves nothing to seal on, also after the whole was read before", async () => {
    const { served, code } = await answered(organisation, first, opener);
    await second.openCase(served.memberPage(member));
    await expect(second.seal(REPLY, TODAY)).resolves.toHaveProperty("card.body");
    const rest = served.memberPage(member, { conversation: 7, internal: 2 });
    await second.openCase({ ...rest, more: true });
    await sealsNothing(second);
    await second.openCase(rest);
    await expect(second.seal(REPLY, TODAY)).resolves.toHaveProperty("card.body");

    const reporter = await returning(organisation, code);
    await reporter.openCase(served.reporterPage());
    await reporter.openCase({ ...served.reporterPage(7), more: true });
    const asked = reporter.sealMessage("hello", "en", TODAY);
    await expect(asked).rejects.toMatchObject({ code: "not-ready" });
    await reporter.openCase(served.reporterPage(7));
    await expect(reporter.sealMessage("hello", "en", TODAY)).resolves.toHaveProperty("header");
  });
});

describe("a member whose roster is older than the report", () => {
  it("opens no notes that would leave out whom it does not know", async () => {
    const { served } = await received(organisation);
    const signed = signedRoster(organisation, (roster) => ({
      ...roster,
      members: roster.members.filter(({ id }) => id !== member),
      desks: roster.desks.map((entry) => ({
        ...entry,
        members: entry.members.filter((id) => id !== member),
      })),
    }));
    const older = {
      ...signed,
      packets: signed.packets.filter((packet) => packet.member !== member),
    };
    const vault = await desk(organisation, "first");
    await vault.verifyRoster(older, TODAY, ORIGIN);
    await vault.openCase(served.memberPage(opener));
    for (const next of ACTS) {
      await expect(vault.seal(next, TODAY)).rejects.toMatchObject({ code: "roster-stale" });
    }
    // Under the newest roster the case is read again, from its start, and the notes are for both.
    await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
    await sealsNothing(vault);
    await vault.openCase(served.memberPage(opener));
    const { wraps } = await vault.seal(OPEN, TODAY);
    expect(wraps.map((wrap) => wrap.member)).toEqual([opener, member]);
  });

  it("opens notes without a recipient who is revoked, and without asking for another roster", async () => {
    const { served } = await received(organisation);
    const revoked = signedRoster(organisation, (roster) => ({
      ...roster,
      members: roster.members.map((entry) =>
        entry.id === member ? { ...entry, revokedDay: TODAY } : entry,
      ),
    }));
    const vault = await desk(organisation, "first");
    await vault.verifyRoster(revoked, TODAY, ORIGIN);
    await vault.openCase(served.memberPage(opener));
    const { wraps } = await vault.seal(OPEN, TODAY);
    expect(wraps.map((wrap) => wrap.member)).toEqual([opener]);
  });
});

describe("a report that does not name its reader", () => {
  it("is read by whoever was given its key, and takes nothing they would write", async () => {
    const { served, code } = await received(organisation, { excluded: [member] });
    const key = await laneKeyByCode(served, code);
    const { seal } = organisation.people.second;
    const wraps = [wrapTo(key, seal.publicKey, served.id, "conversation")];
    const view = await second.openCase({ ...served.memberPage(member), wraps });
    expect(view).toMatchObject({ broken: null, internal: "none" });
    expect(view.state.report?.recipients).toEqual([opener]);
    await sealsNothing(second);
    await first.openCase(served.memberPage(opener));
    await expect(first.seal(REPLY, TODAY)).resolves.toHaveProperty("card.body");
  });
});
