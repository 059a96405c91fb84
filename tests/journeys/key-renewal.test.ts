/** A member whose key is a month old: it is renewed after signing in, beside the work, can be stopped, and goes on. */
import { describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { signKeyPacket } from "../../web/crypto/roster.ts";
import { today } from "../routes/client.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { keysOf } from "../support/insider.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase, type SentCase } from "../support/sent-case.ts";
import { SITE_ORIGIN, type MemberHandle, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** As if the founding had been so long ago. */
async function agePacket(handle: MemberHandle, days: number): Promise<void> {
  const { id, signing, seal } = await keysOf(site, handle);
  const { statement, signature } = signKeyPacket(
    {
      suite: "tern/1",
      origin: SITE_ORIGIN,
      memberId: id,
      epoch: 0,
      issuedDay: today() - days,
      expiresDay: today() + 30,
      key: seal.publicKey,
    },
    signing,
  );
  await site.server.database
    .prepare("UPDATE packets SET statement = ?, signature = ? WHERE member_id = ? AND epoch = 0")
    .bind(statement, signature, id)
    .run();
}

/** How many of that member's wraps are under each key, most first. */
async function wrapsByKey(handle: MemberHandle): Promise<readonly number[]> {
  const { results } = await site.server.database
    .prepare(
      "SELECT count(*) AS held FROM wraps WHERE member_id = ? GROUP BY wrap_key ORDER BY 1 DESC",
    )
    .bind(site.member(handle).id)
    .all<{ held: number }>();
  return results.map(({ held }) => held);
}

function sendCases(count: number): Promise<readonly SentCase[]> {
  return Promise.all(
    Array.from({ length: count }, (_, at) =>
      sendCase(site, { desk: "north", title: `Case ${at}`, text: `Invented, number ${at}.` }),
    ),
  );
}

describe("a key that is a month old", () => {
  it("is renewed after signing in, every case opens as before, and one that is younger is left alone", async () => {
    const [sent] = await sendCases(3);
    await agePacket("rowan", 40);
    const member = await Reviewer.isAt(site, browser, "rowan");
    const { t } = member.texts.desk;
    await member.reads(t("renewal.done"));
    expect(await wrapsByKey("rowan")).toEqual([3]);
    await member.opens(sent?.title ?? "");
    expect(await member.readsReport()).toBe(sent?.text);
    await member.signsOut();
    await member.triesToSignIn("rowan", site.member("rowan").passphrase);
    await member.seesInbox();
    await member.opens(sent?.title ?? "");
    expect(await member.page.getByText(t("renewal.done")).count()).toBe(0);
    const packets = await site.server.database
      .prepare("SELECT count(*) AS held FROM packets WHERE member_id = ?")
      .bind(site.member("rowan").id)
      .first<number>("held");
    expect(packets).toBe(2);
  });

  it("can be stopped on the way, works meanwhile, and goes on at the next sign-in", async () => {
    await agePacket("samira", 40);
    const member = await Reviewer.arrives(browser, "en");
    const { t } = member.texts.desk;
    // The page is answered only once it has been stopped.
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await member.visit.once(endpoints.myWraps.path, async (route) => {
      await held;
      const answer: unknown = await (await member.visit.answerTo(route)).json();
      await route.fulfill({ json: answer });
    });
    await member.triesToSignIn("samira", site.member("samira").passphrase);
    await member.seesInbox();
    await member.press(t("renewal.stop"));
    await member.reads(t("renewal.stopped"));
    letGo();
    await member.opens("Case 0");
    await member.goesBackToInbox();
    await member.signsOut();
    await member.triesToSignIn("samira", site.member("samira").passphrase);
    await member.reads(t("renewal.done"));
    expect(await wrapsByKey("samira")).toHaveLength(1);
    await member.opens("Case 1");
  });
});
