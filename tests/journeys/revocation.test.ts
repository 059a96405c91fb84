/**
 * A membership ends at a coordinator's page: what it costs is counted, agreed to and said why; whoever went is shut out
 * at once, and those who stay go on under keys that they do not get. Everybody has a browser of their own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, today } from "../routes/client.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { openProfile } from "../support/profile.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { comeBack, sendCase, type SentCase } from "../support/sent-case.ts";
import { SITE_ORIGIN, startSite, type MemberHandle, type Site } from "../support/site.ts";

const SHARED = "Read by two";
const ALONE = "Read by one";

let site: Site;
let folder: string;
const browsers: TestBrowser[] = [];
let shared: SentCase;

/** A browser with a profile on disk that is that person's alone. */
async function browserOf(person: string): Promise<TestBrowser> {
  const opened = await openProfile(site.server.url, join(folder, person));
  browsers.push(opened);
  return opened;
}

beforeAll(async () => {
  site = await startSite(inject("site"));
  folder = mkdtempSync(join(tmpdir(), "tern-revocation-"));
  const without = (...handles: readonly MemberHandle[]) => ({
    change: { excluded: handles.map((handle) => site.member(handle).id) },
  });
  const desk = "north";
  shared = await sendCase(site, { desk, title: SHARED, text: "Words.", ...without("linnet") });
  const alone = without("linnet", "samira");
  await sendCase(site, { desk, title: ALONE, text: "Words.", ...alone });
});
afterAll(async () => {
  for (const opened of browsers) await opened.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function wrapsOf(caseId: string, handle: MemberHandle): Promise<readonly number[]> {
  const { results } = await site.server.database
    .prepare(
      "SELECT epoch FROM wraps WHERE case_id = ? AND member_id = ? AND lane = 'conversation' ORDER BY epoch",
    )
    .bind(caseId, site.member(handle).id)
    .all<{ epoch: number }>();
  return results.map(({ epoch }) => epoch);
}

describe("a reviewer who alone reads one case and shares another", () => {
  it("is taken off the list with both counted, shut out at once, and left out of the next keys", async () => {
    const { name } = site.member("rowan");
    const rowansBrowser = await browserOf("rowan");
    const rowan = await Reviewer.isAt(site, rowansBrowser, "rowan");
    await rowan.opens(SHARED);
    await rowan.replies("We have begun.");
    await rowan.goesBackToInbox();

    const ines = await Coordinator.arrives(await browserOf("ines"), "en");
    const { t } = ines.texts.desk;
    await ines.signsIn(site, "ines");
    await ines.seesInbox();
    await ines.goesToPeople();
    await ines.press(t("people.change-name", { name }));
    await ines.press(t("people.revoke"));
    await ines.reads(t("held.count", { count: 2 }));
    await ines.reads(t("held.alone-title", { count: 1, name }));
    await ines.press(t("people.revoke-confirm", { name }));
    await ines.reads(t("people.revoke-reason-missing"));
    await ines.choose(t("revocation.changed-duties"));
    await ines.press(t("people.revoke-confirm", { name }));
    await ines.page
      .getByRole("heading", { name: t("held.agree-title", { count: 1 }), exact: true })
      .waitFor();
    // Until the second word nothing has happened: the page beside it goes on.
    await rowan.looksForNewCases();
    expect(await rowan.row(ALONE).count()).toBe(1);
    await ines.press(t("held.agree-revoke", { name }));
    await ines.reads(t("people.done"));

    // Their page is shut out, and so is the way back in from the same browser.
    rowan.visit.expects(/401/);
    await rowan.press(t("inbox.refresh"));
    await rowan.reads(rowan.texts.common.t("error.unauthorised"));
    const back = await Reviewer.arrives(rowansBrowser, "en");
    back.visit.expects(/401/);
    await back.triesToSignIn("rowan", site.member("rowan").passphrase);
    await back.reads(t("sign-in.credentials"));
    const noted = await site.server.database
      .prepare("SELECT endpoint, code FROM refused_acts WHERE member_id = ?")
      .bind(site.member("rowan").id)
      .all();
    expect(noted.results).toContainEqual({ endpoint: "inbox", code: "membership-ended" });

    // The word of whoever stays makes the next keys first.
    expect(await wrapsOf(shared.id, "rowan")).toEqual([0]);
    const samira = await Reviewer.isAt(site, await browserOf("samira"), "samira");
    await samira.opens(SHARED);
    await samira.replies("I go on alone.");
    expect(await wrapsOf(shared.id, "rowan")).toEqual([]);
    expect(await wrapsOf(shared.id, "samira")).toEqual([0, 1]);

    const reporter = await Reporter.arrives(await browserOf("reporter"), "en");
    await reporter.comesBack(shared.words.join(" "));
    const timeline = await reporter.readsTimeline();
    expect(timeline.join("\n")).toContain("We have begun.");
    expect(timeline.at(-1)).toContain("I go on alone.");
    const samirasName = site.member("samira").name;
    const { t: said } = reporter.texts.report;
    expect(timeline.join("\n")).toContain(said("case.rekeyed", { name: samirasName }));
    // Who reads, as the reporter's own client works it out; the list beforehand is the control.
    const again = await comeBack(site, shared.words);
    await again.vault.verifyRoster(await call(site.server, "roster", {}), today(), SITE_ORIGIN);
    const { state, items } = await again.vault.openCase(await again.read());
    const [report] = items;
    expect(JSON.stringify(report)).toContain(site.member("rowan").id);
    expect(state.access.readers).toEqual([site.member("samira").id]);

    await ines.press(t("place.audit"));
    await ines.reads(
      t("audit.revocation", {
        name: site.member("ines").name,
        member: name,
        version: 2,
        reason: t("revocation.changed-duties"),
      }),
    );
  });
});
