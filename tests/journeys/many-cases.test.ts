/**
 * Many cases in one inbox: the newest page shows first, the others follow by themselves with their progress said, the
 * oldest stand where they belong and nobody is disturbed; stopped and gone on with, and ten thousand searched at once.
 */
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { endpoints, type OutputOf } from "../../worker/contract/endpoints.ts";
import { ID_BYTES, INBOX_PAGE_CASES } from "../../worker/contract/limits.ts";
import { KeyPacket } from "../../worker/contract/roster.ts";
import { fromUtf8, random } from "../../web/crypto/bytes.ts";
import { sealCard } from "../../web/crypto/card.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { keyIdOf, newLaneKey, sealPublicKey } from "../../web/crypto/keys.ts";
import { canonicalOrigin } from "../../web/crypto/roster.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { wrapLaneKey } from "../../web/crypto/wrap.ts";
import { WINDOW_ROWS } from "../../web/desk/inbox-group.tsx";
import type { Card } from "../../web/payload/card.ts";
import { isFocused } from "../browser/by-key.ts";
import { today } from "../routes/client.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type Site } from "../support/site.ts";

const CASES = 10_000;
/** Drawing what was asked for, on a machine that is busy with other tests as well. */
const QUICK_MILLISECONDS = 2_000;
/** Two hundred answers, each opened by the vault. */
const FETCHED_MILLISECONDS = 120_000;

type Page = OutputOf<"inbox">;

/** How many of the reports are so many days old. */
interface Oldest {
  readonly cases: number;
  readonly days: number;
}

/** The server's pages of these reports; the one after the first waits until `rest` is settled. */
async function answersWith(
  reviewer: Reviewer,
  all: Page["cases"],
  rest: Promise<void> = Promise.resolve(),
): Promise<void> {
  const day = today();
  await reviewer.page.route(`**${endpoints.inbox.path}`, async (route) => {
    const { after } = endpoints.inbox.input.parse(route.request().postDataJSON());
    if (after !== null) await rest;
    const from = after === null ? 0 : all.findIndex(({ plain }) => plain.case === after.case) + 1;
    const cases = all.slice(from, from + INBOX_PAGE_CASES);
    const last = cases.at(-1)?.plain;
    const more = from + INBOX_PAGE_CASES < all.length && last !== undefined;
    const next = more ? { receivedDay: last.receivedDay, case: last.case } : null;
    await route.fulfill({ json: { cases, next, day } satisfies Page });
  });
}

let site: Site;
let browser: TestBrowser;
beforeAll(async () => {
  await loadSodium();
  site = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** New reports, sealed to that member as browsers seal them, the newest first. */
function newReports(
  member: string,
  { cases, oldest }: { readonly cases: number; readonly oldest: Oldest },
): Page["cases"] {
  const packet = site.published.packets.find((one) => one.member === member);
  if (packet === undefined) throw new Error("many cases: a member without a key");
  const statement: unknown = JSON.parse(fromUtf8(fromBase64Url(packet.packet.statement)));
  const reader = sealPublicKey(fromBase64Url(KeyPacket.parse(statement).key));
  const origin = originHash(canonicalOrigin(site.trust));
  const day = today();
  return Array.from({ length: cases }, (_, number) => {
    const receivedDay = number < cases - oldest.cases ? day : day - oldest.days;
    const caseId = random(ID_BYTES);
    const laneKey = newLaneKey();
    const place = { origin, caseId, lane: "conversation", epoch: 0 } as const;
    const card: Card = {
      title: `Report ${number + 1} from the ${number % 100 === 7 ? "lighthouse" : "harbour"}`,
      channel: "custody_abduction",
      language: "en",
      standing: "received",
    };
    const header = {
      ...place,
      coversConversation: 1,
      coversInternal: 0,
      author: new Uint8Array(ID_BYTES),
    };
    return {
      plain: {
        case: toBase64Url(caseId),
        desk: site.desks.north,
        urgent: false,
        receivedDay,
        acknowledgedDay: null,
        feedbackDay: null,
        feedbackExtendedDay: null,
        reopenedDay: null,
        challengedDay: null,
        challengeDecidedDay: null,
        purgeDay: null,
        holdReviewDay: null,
        closedDay: null,
        withdrawnDay: null,
        nextDueDay: receivedDay + 7,
        conversationSeq: 1,
        internalSeq: 0,
      },
      step: null,
      card: sealCard(header, JSON.stringify(card), laneKey, null),
      wrap: {
        lane: "conversation",
        epoch: 0,
        key: toBase64Url(keyIdOf(reader)),
        wrap: toBase64Url(wrapLaneKey(laneKey, reader, place)),
      },
    };
  });
}

/** A member who sees the newest page of these, and what lets the others come. */
async function atFirstPage(all: Page["cases"]): Promise<{ rowan: Reviewer; release: () => void }> {
  const rowan = await Reviewer.arrives(browser, "en");
  const { t } = rowan.texts.desk;
  let release = (): void => undefined;
  const rest = new Promise<void>((resolve) => {
    release = resolve;
  });
  await answersWith(rowan, all, rest);
  await rowan.signsIn(site, "rowan");
  await rowan.seesInbox();
  await rowan.reads(t("inbox.older", { count: INBOX_PAGE_CASES }));
  return { rowan, release };
}

it("the oldest stand first by themselves, and whoever selects and stands on a row still stands there", async () => {
  const oldest = { cases: WINDOW_ROWS + 10, days: 30 };
  const all = newReports(site.member("rowan").id, { cases: 300, oldest });
  const late = new Set(all.slice(-oldest.cases).map(({ plain }) => plain.case));
  const { rowan, release } = await atFirstPage(all);
  const { t } = rowan.texts.desk;
  const shown = async (): Promise<readonly string[]> =>
    await rowan.page
      .locator(".case-row")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-case") ?? ""));
  const before = await shown();
  expect(before.length).toBe(INBOX_PAGE_CASES);
  // Where one page would leave it: nothing that is late is to be seen.
  expect(before.filter((id) => late.has(id))).toEqual([]);
  expect(await rowan.button(t("inbox.stop")).count()).toBe(1);

  const row = rowan.page.locator(`.case-row[data-case="${before[0] ?? ""}"]`);
  await row.getByRole("checkbox").check();
  await row.locator(".case-row-open").focus();
  release();
  await rowan.reads(t("inbox.all", { count: all.length }));
  const after = await shown();
  expect(after.slice(0, oldest.cases).every((id) => late.has(id))).toBe(true);
  await expect.poll(() => isFocused(row.locator(".case-row-open"))).toBe(true);
  expect(await row.getByRole("checkbox").isChecked()).toBe(true);
});

it("words that are typed while the others come stay, and go on where they were", async () => {
  const all = newReports(site.member("rowan").id, { cases: 300, oldest: { cases: 1, days: 30 } });
  const { rowan, release } = await atFirstPage(all);
  const { t } = rowan.texts.desk;
  const search = rowan.page.getByRole("searchbox", { name: t("inbox.search"), exact: true });
  await search.focus();
  await rowan.page.keyboard.type("Report 30");
  release();
  await rowan.reads(t("inbox.all", { count: all.length }));
  expect(await isFocused(search)).toBe(true);
  await rowan.page.keyboard.type("0");
  expect(await search.inputValue()).toBe("Report 300");
  await rowan.reads(t("inbox.matching", { count: 1 }));
  expect(await rowan.page.locator(".case-row").count()).toBe(1);
});

it("is fetched with progress, can be stopped, shows a window of rows, and is searched at once", async () => {
  const rowan = await Reviewer.arrives(browser, "en");
  const { t } = rowan.texts.desk;
  await answersWith(
    rowan,
    newReports(site.member("rowan").id, { cases: CASES, oldest: { cases: 0, days: 0 } }),
  );
  await rowan.signsIn(site, "rowan");
  await rowan.reaches(t("inbox.title"));
  const rows = rowan.page.locator(".case-row");
  await rows.first().waitFor();

  await rowan.page.getByText(t("inbox.loading")).first().waitFor();
  await rowan.press(t("inbox.stop"));
  await rowan.button(t("inbox.load-all")).waitFor();
  expect(await rows.count()).toBe(WINDOW_ROWS);
  await rowan.press(t("inbox.load-all"));
  await rowan.page
    .getByText(t("inbox.all", { count: CASES }))
    .waitFor({ timeout: FETCHED_MILLISECONDS });
  expect(await rows.count()).toBe(WINDOW_ROWS);

  const search = rowan.page.getByRole("searchbox", { name: t("inbox.search"), exact: true });
  const from = performance.now();
  await search.fill("lighth");
  await rowan.page.getByText(t("inbox.matching", { count: CASES / 100 })).waitFor();
  expect(performance.now() - from).toBeLessThan(QUICK_MILLISECONDS);
  expect(await rows.count()).toBe(WINDOW_ROWS);
  await rowan.press(t("inbox.more", { count: CASES / 100 - WINDOW_ROWS }));
  expect(await rows.count()).toBe(CASES / 100);
  await search.fill("lighthouse 9908");
  await rowan.page.getByText(t("inbox.matching", { count: 1 })).waitFor();
  expect(await rows.count()).toBe(1);
});
