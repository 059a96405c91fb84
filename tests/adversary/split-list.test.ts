/**
 * A server that shows two reviewers two lists of people, each validly signed as the next: both find out, each by the
 * other's entries in the case they share, and neither is troubled by a server that shows them the same.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { FormerRoster, PublishedRoster } from "../../worker/contract/roster.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Intermediary } from "../support/intermediary.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import { startSite, type MemberHandle, type Site } from "../support/site.ts";
import { authorityOf, signedRoster, type Authority } from "./authority.ts";

let site: Site;
let authority: Authority;
const toBeClosed: (() => Promise<void>)[] = [];
beforeAll(async () => {
  site = await startSite(inject("site"));
  authority = await authorityOf(site);
});
afterEach(async () => {
  for (const close of toBeClosed.splice(0)) await close();
});
afterAll(() => site.close());

/** The next roster, under that name of the organisation: as valid as any other. */
function next(organisation: string): PublishedRoster {
  const { roster, published } = authority;
  const previous = toBase64Url(rosterHash(fromBase64Url(published.roster.statement)));
  return signedRoster(authority, { ...roster, version: 2, previous, organisation });
}

function former({ delegation, signer, roster }: PublishedRoster): FormerRoster {
  return { delegation, signer, roster };
}

/** A reviewer whose every answer passes through a server that tells them of that list. */
async function shown(handle: MemberHandle, list: PublishedRoster): Promise<Reviewer> {
  const server = await Intermediary.before(site.server.url);
  server.changes("roster", ({ packets }) => ({ ...list, packets }));
  server.changes("rosterHistory", ({ rosters, more }) => ({
    rosters: [...rosters, former(list)],
    more,
  }));
  const browser: TestBrowser = await openBrowser(server.url);
  toBeClosed.push(async () => {
    await browser.endVisits();
    await browser.close();
    await server.close();
  });
  return await Reviewer.isAt(site, browser, handle);
}

const told = (reviewer: Reviewer) =>
  reviewer.page.getByRole("alert").filter({ hasText: reviewer.texts.desk.t("lists.title") });

async function names(reviewer: Reviewer): Promise<string> {
  const alert = told(reviewer);
  await alert.waitFor();
  return (await alert.textContent()) ?? "";
}

async function readsAgain(reviewer: Reviewer): Promise<void> {
  await reviewer.press(reviewer.texts.desk.t("case.refresh"));
}

describe("two reviewers shown two lists that both hold", () => {
  it("are told so beside the case, each with the other's name", async () => {
    const { title } = await sendCase(site, { desk: "north", title: "Split", text: "One case." });
    const rowan = await shown("rowan", next("One organisation"));
    const samira = await shown("samira", next("Another organisation"));
    await rowan.opens(title);
    expect(await told(rowan).count()).toBe(0);
    await rowan.acknowledges();

    await samira.opens(title);
    const toSamira = await names(samira);
    expect(toSamira).toContain(site.member("rowan").name);
    expect(toSamira).not.toContain(site.member("samira").name);
    await samira.replies("Thank you.");

    await readsAgain(rowan);
    const toRowan = await names(rowan);
    expect(toRowan).toContain(site.member("samira").name);
    expect(toRowan).not.toContain(site.member("rowan").name);
  });

  it("are told nothing when the lists are one", async () => {
    const { title } = await sendCase(site, { desk: "north", title: "Whole", text: "One case." });
    const list = next("One organisation");
    const rowan = await shown("rowan", list);
    await rowan.opens(title);
    await rowan.acknowledges();
    const samira = await shown("samira", list);
    await samira.opens(title);
    await samira.replies("Thank you.");
    await readsAgain(rowan);
    await rowan.reads("Thank you.");
    expect(await told(rowan).count()).toBe(0);
    expect(await told(samira).count()).toBe(0);
  });
});
