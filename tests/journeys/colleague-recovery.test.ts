/** Three colleagues, two of whom bring back somebody who has lost passphrase and recovery key; and what one alone can do. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { opensAccount, recovers } from "../support/account.ts";
import type { TestBrowser } from "../support/browser.ts";
import {
  approves,
  asksColleagues,
  asksForColleagues,
  choosesColleagues,
  comesBackToAsking,
  readsRequest,
} from "../support/colleagues.ts";
import { Coordinator } from "../support/coordinator.ts";
import { openProfile } from "../support/profile.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase, type SentCase } from "../support/sent-case.ts";
import { startSite, type MemberHandle, type Site } from "../support/site.ts";

/** What a browser notes by itself when a request is refused. */
const REQUEST_FAILED = /status of 401/u;
const COLLEAGUES = ["samira", "linnet", "ines"] as const satisfies readonly MemberHandle[];

let site: Site;
let report: SentCase;
const folders: string[] = [];
const profiles: TestBrowser[] = [];

/** A browser of one person's own. */
async function profile(): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "tern-profile-"));
  folders.push(folder);
  const opened = await openProfile(site.server.url, folder);
  profiles.push(opened);
  return opened;
}

beforeAll(async () => {
  site = await startSite(inject("site"));
  report = await sendCase(site, {
    desk: "north",
    title: "A bus that never comes back",
    text: "The driver changes at the border.",
  });
});
afterAll(async () => {
  for (const opened of profiles) await opened.close();
  await site.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const nameOf = (handle: MemberHandle): string => site.member(handle).name;

async function audited(kind: string): Promise<number> {
  const { results } = await site.server.database
    .prepare("SELECT statement FROM audit_log")
    .all<{ statement: string }>();
  return results.filter(({ statement }) =>
    Buffer.from(statement, "base64url").toString("utf8").includes(`"kind":"${kind}"`),
  ).length;
}

describe("a member who has lost everything", () => {
  it("is brought back by two of three colleagues, not by one, and reads an old case", async () => {
    const coordinator = await Coordinator.arrives(await profile(), "en");
    await coordinator.signsIn(site, "ines");
    await coordinator.seesInbox();
    await coordinator.goesToPeople();
    await asksForColleagues(coordinator, 2);

    const before = await Reviewer.isAt(site, await profile(), "rowan");
    await choosesColleagues(before, COLLEAGUES.map(nameOf));
    expect(await audited("colleagues")).toBe(1);

    const [samirasBrowser, linnetsBrowser] = [await profile(), await profile()];
    const samira = await Reviewer.isAt(site, samirasBrowser, "samira");
    const linnet = await Reviewer.isAt(site, linnetsBrowser, "linnet");

    const lost = await profile();
    const first = await asksColleagues(lost, "rowan");
    expect(first.words).toHaveLength(6);
    expect(first.code).toHaveLength(12);
    expect(await readsRequest(samira, nameOf("rowan"))).toEqual(first.words);
    await approves(samira, nameOf("rowan"));
    const { t } = first.member.texts.desk;
    await first.member.press(t("ask.look"));
    await first.member.reads(t("ask.approved", { names: nameOf("samira"), threshold: 2 }));
    expect(await first.member.page.getByText(t("recover.passphrase-title")).count()).toBe(0);

    // The page is closed; the twelve words bring them back to the same request, on another device.
    await lost.endVisits();
    const again = await comesBackToAsking(await profile(), "rowan", first.code);
    expect(again.words).toEqual(first.words);
    const text = again.member.texts.desk;
    await again.member.reads(text.t("ask.approved", { names: nameOf("samira"), threshold: 2 }));

    // Their owner, still signed in elsewhere, is told.
    await before.press(before.texts.desk.t("place.inbox"));
    await opensAccount(before);
    await before.reads(before.texts.desk.t("colleagues.asked-title"));

    expect(await readsRequest(linnet, nameOf("rowan"))).toEqual(first.words);
    await approves(linnet, nameOf("rowan"));
    await again.member.press(text.t("ask.look"));
    const fresh = await recovers(again.member);
    expect(await audited("recovery-approval")).toBe(2);
    expect(await audited("recovered")).toBe(1);

    await again.member.triesToSignIn("rowan", fresh.passphrase);
    await again.member.seesInbox();
    await again.member.opens(report.title);
    expect(await again.member.readsReport()).toBe(report.text);
    await opensAccount(again.member);
    await again.member.reads(text.t("colleagues.none"));

    before.visit.expects(REQUEST_FAILED);
    await before.press(before.texts.desk.t("place.inbox"));
    await before.reads(before.texts.common.t("error.unauthorised"));
  });

  it("who never was a member waits as anybody would, and learns nothing", async () => {
    const nobody = await asksColleagues(await profile(), "nobody-at-all");
    const { t } = nobody.member.texts.desk;
    await nobody.member.press(t("ask.look"));
    await nobody.member.reads(t("ask.nobody-yet"));
  });

  it("sees a request in their name, refuses it, and whoever asked waits in vain", async () => {
    const owner = await Reviewer.isAt(site, await profile(), "samira");
    await choosesColleagues(owner, [nameOf("rowan"), nameOf("linnet")]);
    const thief = await asksColleagues(await profile(), "samira");
    const { t } = owner.texts.desk;
    await owner.press(t("place.inbox"));
    await opensAccount(owner);
    await owner.press(t("colleagues.refuse"));
    await owner.reads(t("colleagues.refused-done"));
    const linnet = await Reviewer.isAt(site, await profile(), "linnet");
    await linnet.page
      .getByRole("navigation")
      .getByRole("button", { name: t("place.recoveries"), exact: true })
      .click();
    await linnet.reads(t("recoveries.none"));
    await thief.member.press(t("ask.look"));
    await thief.member.reads(t("ask.nobody-yet"));
  });
});
