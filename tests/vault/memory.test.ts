/**
 * What a client has once read stays: a journal read again must hold all of it, however the server pages it.
 * And a member's keyring remembers the newest roster across sessions.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import {
  foundOrganisation,
  ORIGIN,
  signedRoster,
  TODAY,
  type Organisation,
} from "../support/organisation.ts";
import { answered, REPLY, received } from "./case-work.ts";
import { forgeNext, recipientKey } from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import {
  desk,
  draftTo,
  returning,
  signedIn,
  arrivedDesk,
  unlockedDesk,
  verifiedReporter,
} from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let member: string;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  member = organisation.people.first.id;
});

/** The same case as though the end of its conversation had never been written, card and counts included. */
function shortened(served: ServedCase, seq: number) {
  const page = served.memberPage(member);
  const card = served.memberPage(member).card;
  return {
    ...page,
    card,
    plain: { ...page.plain, conversationSeq: seq },
    entries: page.entries.filter((entry) =>
      served.before({ conversation: seq, internal: 2 }).includes(entry),
    ),
  };
}

/** As `shortened`, with the reporter's first card, which covers one entry. */
async function oldCard(served: ServedCase, seq: number, card: ServedCase["card"]) {
  return { ...shortened(served, seq), card };
}

describe("a case read again", () => {
  it("is refused shorter than it was, with its old card and count", async () => {
    const { served, report } = await answered(organisation, first, member);
    const reader = await desk(organisation, "second");
    const theirs = (page: ReturnType<typeof shortened>) => ({
      ...page,
      wraps: served.wrapsOf(organisation.people.second.id),
    });
    const short = await oldCard(served, 3, report.card);
    // One who never read further cannot know.
    const naive = await desk(organisation, "second");
    await expect(naive.openCase(theirs(short))).resolves.toMatchObject({ broken: null });
    await reader.openCase(served.memberPage(organisation.people.second.id));
    await expect(reader.openCase(theirs(short))).rejects.toMatchObject({
      code: "journal-truncated",
    });
    await expect(reader.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  });

  it("is refused shorter when the server deals it in two pages", async () => {
    const { served, report } = await answered(organisation, first, member);
    await first.openCase(served.memberPage(member));
    const short = await oldCard(served, 3, report.card);
    await first.openCase({ ...short, entries: short.entries.slice(0, 2), more: true });
    await expect(first.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await expect(
      first.openCase({ ...short, entries: short.entries.slice(2) }),
    ).rejects.toMatchObject({ code: "journal-truncated" });
  });

  it("is refused shorter after another case was opened in between", async () => {
    const { served, report } = await answered(organisation, first, member);
    const { served: other } = await received(organisation);
    await first.openCase(served.memberPage(member));
    await first.openCase(other.memberPage(member));
    await expect(first.openCase(await oldCard(served, 3, report.card))).rejects.toMatchObject({
      code: "journal-truncated",
    });
  });

  it("is refused with another end than it had", async () => {
    const { served } = await received(organisation);
    const key = recipientKey(served, "conversation", organisation.people.second);
    const told = forgeNext(served, { key, author: null, signer: null });
    const retold = forgeNext(served, { key, author: null, signer: null });
    const page = served.memberPage(member);
    const withEnd = (entry: typeof told) => ({
      ...page,
      plain: { ...page.plain, conversationSeq: 2 },
      entries: [...page.entries, entry],
    });
    await first.openCase(withEnd(told));
    await expect(first.openCase(withEnd(retold))).rejects.toMatchObject({ code: "entry-order" });
    // The other end alone was fine: it is the change that is refused.
    const fresh = await desk(organisation, "first");
    await expect(fresh.openCase(withEnd(retold))).resolves.toMatchObject({ broken: null });
  });

  it("is read on from where it was, and longer than it was", async () => {
    const { served } = await answered(organisation, first, member);
    await first.openCase(served.memberPage(member));
    served.append(await first.seal(REPLY, TODAY));
    const view = await first.openCase(served.memberPage(member, { conversation: 7, internal: 2 }));
    expect(view.items.length).toBe(10);
    const again = await first.openCase(served.memberPage(member));
    expect(again).toEqual(view);
  });

  it("is sealed onto only once it was read to its end", async () => {
    const { served } = await answered(organisation, first, member);
    const fresh = await desk(organisation, "first");
    const page = served.memberPage(member);
    await fresh.openCase({ ...page, entries: page.entries.slice(0, 3), more: true });
    await expect(fresh.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await fresh.openCase({ ...page, entries: page.entries.slice(3) });
    await expect(fresh.seal(REPLY, TODAY)).resolves.toMatchObject({ case: served.id });
  });
});

describe("the reporter's case read again", () => {
  it("is refused shorter or other than it was, at once or in pages", async () => {
    const { served, code } = await answered(organisation, first, member);
    const page = served.reporterPage();
    const short = {
      ...page,
      case: { ...page.case, conversationSeq: 3 },
      entries: page.entries.slice(0, 3),
    };
    // Somebody who comes back with nothing but the code cannot know what there was.
    const naive = await returning(organisation, code);
    await expect(naive.openCase(short)).resolves.toMatchObject({ broken: null });

    const vault = await returning(organisation, code);
    await vault.openCase(page);
    await expect(vault.openCase(short)).rejects.toMatchObject({ code: "journal-truncated" });
    await expect(vault.sealMessage("x", "en", TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await vault.openCase({ ...short, entries: short.entries.slice(0, 1), more: true });
    await expect(vault.sealMessage("x", "en", TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await expect(
      vault.openCase({ ...short, entries: short.entries.slice(1) }),
    ).rejects.toMatchObject({ code: "journal-truncated" });
    await expect(vault.openCase(page)).resolves.toMatchObject({ standing: "acknowledged" });
  });

  it("is another's after another code, and a new one's after a new report", async () => {
    const one = await received(organisation);
    const two = await received(organisation);
    const vault = await returning(organisation, one.code);
    await vault.openCase(one.served.reporterPage());
    await vault.enterCode(two.code);
    await expect(vault.sealMessage("x", "en", TODAY)).rejects.toMatchObject({ code: "not-ready" });
    await expect(vault.openCase(one.served.reporterPage())).rejects.toMatchObject({
      code: "wrap-invalid",
    });
    await expect(vault.openCase(two.served.reporterPage())).resolves.toMatchObject({
      broken: null,
    });
    const report = await vault.sealReport(draftTo(organisation.desks.first));
    await expect(vault.sealMessage("x", "en", TODAY)).rejects.toMatchObject({ code: "not-ready" });
    expect(report.case).not.toBe(two.served.id);
  });
});

describe("a member's keyring", () => {
  it("remembers the newest roster, so that the next session refuses an older one", async () => {
    const vault = await unlockedDesk(organisation, "second");
    const next = signedRoster(organisation, (roster) => ({ ...roster, version: 2 }));
    const { keyring: saved } = await vault.verifyRoster(next, TODAY, ORIGIN);
    expect(saved?.replacesVersion).toBe(1);
    await expect(vault.verifyRoster(organisation.published, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "roster-rolled-back",
    });

    const later = await arrivedDesk(organisation, "second");
    const keyring = saved?.keyring ?? "";
    await later.unlock({ ...signedIn(organisation, "second"), keyring, keyringVersion: 2 });
    await expect(later.verifyRoster(organisation.published, TODAY, ORIGIN)).rejects.toMatchObject({
      code: "roster-rolled-back",
    });
    expect((await later.verifyRoster(next, TODAY, ORIGIN)).keyring).toBeNull();

    // With the keyring as it was before, the same roster is believed.
    const forgetful = await unlockedDesk(organisation, "second");
    await expect(
      forgetful.verifyRoster(organisation.published, TODAY, ORIGIN),
    ).resolves.toMatchObject({ roster: { version: 1 } });
  });
});

describe("a vault that was told nothing yet", () => {
  it("does nothing", async () => {
    const vault = new ReporterVault(organisation.trust);
    await vault.start();
    const { served, report } = await received(organisation);
    for (const asked of [
      vault.sealReport(draftTo(organisation.desks.first)),
      vault.openCase(served.reporterPage()),
      vault.sealMessage("x", "en", TODAY),
      vault.sealWithdrawal(TODAY),
      vault.trackingCode("en"),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: "not-ready" });
    }
    const verified = await verifiedReporter(organisation);
    await expect(verified.openCase(served.reporterPage())).rejects.toMatchObject({
      code: "not-ready",
    });
    expect(toBase64Url(verifyKeyOf(organisation.root))).toBe(organisation.trust.rootKey);
    expect(report.entry.header).not.toBe("");
  });
});
