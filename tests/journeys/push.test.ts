/**
 * A browser that its member adds, in a real Chromium: from the button to the sentence that is shown. The push service
 * is the test's own, because a real one is not on this machine: it takes what the Worker sends, and hands the browser what
 * the browser's key opens.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod/mini";
import { NOTIFICATION_WORDS } from "../../worker/contract/notification-words.ts";
import { DAILY_HOUR_UTC, PUSH_PLAINTEXT_BYTES } from "../../worker/contract/notifications.ts";
import { newVapidKey } from "../routes/notified.ts";
import { opensAccount } from "../support/account.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { newPushBrowser } from "../support/push-browser.ts";
import { startReceiver, type Receiver } from "../support/receivers.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";

const NOON = 12;
const DAY = 86_400_000;
const HOST = "push.example";

let site: Site;
let browser: TestBrowser;
let receiver: Receiver;
const vapid = newVapidKey();
beforeAll(async () => {
  receiver = await startReceiver();
  site = await startSite(inject("site"), {
    main: "tests/support/watched-network-worker.ts",
    vars: {
      RECEIVER: `http://127.0.0.1:${receiver.port}`,
      VAPID_PUBLIC_KEY: vapid.publicKey,
      VAPID_PRIVATE_KEY: vapid.privateKey,
    },
  });
  browser = await openBrowser(site.server.url, { whole: true });
  // Today's hour for the message of the day is over before anybody wants one.
  await runsAt(DAILY_HOUR_UTC);
});

async function runsAt(hour: number): Promise<void> {
  const time = new Date(Math.floor(Date.now() / DAY) * DAY + hour * 3_600_000);
  expect((await site.server.runCron("* * * * *", time)).outcome).toBe("ok");
}
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
  await receiver.close();
});

interface TestSubscription {
  readonly url: string;
  readonly key: string;
  readonly auth: string;
}

/** Runs in the page before its own code: stands for the push service, which this machine cannot reach. */
function standInForPushService({ url, key, auth }: TestSubscription): void {
  const bytes = (text: string): ArrayBuffer =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
      one.charCodeAt(0),
    ).buffer;
  let held: object | null = null;
  const subscription = {
    endpoint: url,
    getKey: (name: string) => bytes(name === "auth" ? auth : key),
    unsubscribe: async () => {
      held = null;
      return true;
    },
  };
  Object.assign(PushManager.prototype, {
    subscribe: async () => {
      held = subscription;
      return subscription;
    },
    getSubscription: async () => held,
  });
}

const Registrations = z.object({
  registrations: z.array(z.object({ registrationId: z.string(), scopeURL: z.string() })),
});

describe("a browser its member adds", () => {
  it("shows the fixed sentence of what is pushed, holds no page, and keeps nothing once it is removed", async () => {
    const subscribed = newPushBrowser(HOST);
    const samira = await Reviewer.arrives(browser, "ar");
    const { context, page } = samira.visit;
    const { t } = samira.texts.desk;
    await context.grantPermissions(["notifications"], { origin: SITE_ORIGIN });
    await context.addInitScript(standInForPushService, subscribed.to);
    await page.reload();
    await samira.reaches(t("sign-in.title"));
    await samira.signsIn(site, "samira");
    await samira.seesInbox();
    const session = await context.newCDPSession(page);
    let registrationId = "";
    session.on("ServiceWorker.workerRegistrationUpdated", (event: unknown) => {
      const found = Registrations.parse(event).registrations[0];
      if (found === undefined) return;
      expect(found.scopeURL).toBe(`${SITE_ORIGIN}/push/`);
      registrationId = found.registrationId;
    });
    await session.send("ServiceWorker.enable");

    await opensAccount(samira);
    await samira.reads(t("notify.push-hint"));
    await samira.press(t("notify.add-push"));
    await samira.reads(t("notify.added"));
    const place = t("notify.by-push", { name: HOST });
    await samira.press(t("notify.test-which", { place }));
    await samira.reads(t("notify.test-sent"));
    await runsAt(NOON);
    const [pushed, ...others] = receiver.received.splice(0);
    expect(others).toEqual([]);
    const opened = subscribed
      .opens(pushed?.body ?? Buffer.alloc(0))
      .subarray(0, PUSH_PLAINTEXT_BYTES);

    const shown = async (): Promise<readonly string[]> =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration("/push/");
        return ((await registration?.getNotifications()) ?? []).map(
          ({ title, body, lang }) => `${lang} ${title} ${body}`,
        );
      });
    const deliver = async (data: string): Promise<void> => {
      await session.send("ServiceWorker.deliverPushMessage", {
        origin: SITE_ORIGIN,
        registrationId,
        data,
      });
    };
    await expect.poll(() => registrationId).not.toBe("");
    await deliver(opened.toString());
    const { subject, text } = NOTIFICATION_WORDS.ar.test;
    await expect.poll(shown).toEqual([`ar ${subject} ${text}`]);
    // What is no note of ours, whoever sent it, puts no word of its own on the screen.
    await deliver('{"kind":"alert","language":"en","title":"Call this number"}');
    await expect.poll(async () => (await shown()).length).toBe(2);
    const { daily } = NOTIFICATION_WORDS.en;
    expect(await shown()).toContain(`en ${daily.subject} ${daily.text}`);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

    await samira.press(t("notify.remove-which", { place }));
    await samira.reads(t("notify.removed"));
    const left = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    );
    expect(left).toBe(0);
    await session.detach();
  });

  it("that says no is told of it, and nothing is kept", async () => {
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const { t } = rowan.texts.desk;
    await opensAccount(rowan);
    await rowan.press(t("notify.add-push"));
    await rowan.reads(t("notify.push-refused"));
  });
});
