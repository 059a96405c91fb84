/**
 * Members who want to be told that they should look: one by e-mail, one by a program of their own. What reaches them
 * is searched for everything a report, its case and its readers are made of.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod/mini";
import { DAILY_HOUR_UTC } from "../../worker/contract/notifications.ts";
import { canaryOfText, randomWord, sightings } from "../privacy/canary.ts";
import { opensAccount } from "../support/account.ts";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { startReceiver, type Received, type Receiver } from "../support/receivers.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type Site } from "../support/site.ts";

const ADDRESS = "rowan@post.example";
const DAY = 86_400_000;

let site: Site;
let browser: TestBrowser;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  site = await startSite(inject("site"), {
    main: "tests/support/watched-network-worker.ts",
    vars: {
      RECEIVER: `http://127.0.0.1:${receiver.port}`,
      NOTIFICATION_SENDER: "notes@mail.example",
    },
  });
  browser = await openBrowser(site.server.url);
  // Today's hour for the message of the day is over before anybody wants one.
  await nextRun(DAILY_HOUR_UTC);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
  await receiver.close();
});

const Mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What arrives with the next run of the job. */
async function nextRun(hour = 12): Promise<readonly Received[]> {
  const time = new Date(Math.floor(Date.now() / DAY) * DAY + hour * 3_600_000);
  expect((await site.server.runCron("* * * * *", time)).outcome).toBe("ok");
  return receiver.received.splice(0);
}

function mailIn(arrived: readonly Received[]): z.infer<typeof Mail> {
  const mail = arrived.find(({ path }) => path === "/mail");
  return Mail.parse(JSON.parse(mail?.body.toString() ?? ""));
}

async function textOf(database: Site["server"]["database"], sql: string): Promise<string[]> {
  const { results } = await database.prepare(sql).all<{ text: string }>();
  return results.map(({ text }) => text);
}

describe("members who want messages", () => {
  it("are asked for the code of their address, told what an alert gives away, and sent no word of anything", async () => {
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const { t } = rowan.texts.desk;
    rowan.visit.expects(REQUEST_FAILED);
    await opensAccount(rowan);
    await rowan.reads(t("notify.none"));
    await rowan.press(t("notify.add-email"));
    await rowan.field(t("notify.email")).fill("rowan at post");
    await rowan.press(t("notify.submit"));
    await rowan.reads(t("notify.email-shape"));
    expect(await rowan.field(t("notify.email")).inputValue()).toBe("rowan at post");
    await rowan.field(t("notify.email")).fill(ADDRESS);
    await rowan.press(t("notify.submit"));
    await rowan.reads(t("notify.code-sent"));
    const asking = mailIn(await nextRun());
    expect(asking.to).toBe(ADDRESS);
    const code = /\d{8}/u.exec(asking.text)?.[0] ?? "";
    const field = rowan.field(t("notify.code", { name: ADDRESS }));
    await field.fill("1234");
    await rowan.press(t("notify.confirm"));
    await rowan.reads(t("notify.code-shape"));
    await field.fill(code === "00000000" ? "11111111" : "00000000");
    await rowan.press(t("notify.confirm"));
    await rowan.reads(rowan.texts.common.t("error.code-wrong"));
    await field.fill(code);
    await rowan.press(t("notify.confirm"));
    await rowan.reads(t("notify.confirmed"));
    await rowan.reads(t("notify.alerts-hint"));
    await rowan.ticks(t("notify.alerts"));
    await rowan.press(t("notify.save"));
    await rowan.reads(t("notify.saved"));

    const samira = await Reviewer.isAt(site, browser, "samira", "ar");
    const { t: arabic } = samira.texts.desk;
    await opensAccount(samira);
    await samira.press(arabic("notify.add-webhook"));
    const secret = await samira.page.locator("code.authenticator-key").textContent();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    await samira.field(arabic("notify.url")).fill("https://hooks.example/samira");
    await samira.press(arabic("notify.submit"));
    await samira.reads(arabic("notify.added"));
    await samira.ticks(arabic("notify.alerts"));
    await samira.press(arabic("notify.save"));
    await samira.reads(arabic("notify.saved"));

    const [title, words] = [randomWord(), randomWord()];
    const reporter = await Reporter.arrives(browser, "fr");
    await reporter.reports({
      channel: "trafficking",
      desk: "north",
      urgent: true,
      title,
      text: words,
    });
    const arrived = [...(await nextRun()), ...(await nextRun(DAILY_HOUR_UTC))];
    expect(arrived.map(({ path }) => path).toSorted()).toEqual([
      "/mail",
      "/mail",
      "/samira",
      "/samira",
    ]);

    const { database } = site.server;
    const canaries = [
      canaryOfText("the title", title),
      canaryOfText("the report", words),
      ...(await textOf(database, "SELECT case_id AS text FROM cases")).map((id) =>
        canaryOfText("the case", id),
      ),
      ...(await textOf(database, "SELECT member_id AS text FROM members")).map((id) =>
        canaryOfText("a member", id),
      ),
      ...(
        await textOf(database, "SELECT destination_id AS text FROM notification_destinations")
      ).map((id) => canaryOfText("a place", id)),
      canaryOfText("a desk", site.desks.north, site.desks.south, "North desk", "Bureau du Nord"),
      canaryOfText("a name", site.member("samira").name, site.member("rowan").name),
    ];
    const sent = arrived.map((received, at) => ({
      name: `message ${at}`,
      bytes: Buffer.from(JSON.stringify({ ...received, body: received.body.toString() })),
    }));
    expect(sightings(canaries, sent)).toEqual([]);
    // The control: the search finds what is there, and the words that are theirs are.
    expect(sightings([canaryOfText("the subject", mailIn(arrived).subject)], sent)).toHaveLength(1);

    await rowan.press(t("notify.remove-which", { place: t("notify.by-email", { name: ADDRESS }) }));
    await rowan.reads(t("notify.removed"));
    expect(
      await textOf(database, "SELECT language AS text FROM notification_settings"),
    ).toHaveLength(2);
    expect(
      await textOf(database, "SELECT destination AS text FROM notification_destinations"),
    ).toHaveLength(1);
  });
});
