/**
 * Every report of the collection goes through the pages and the Worker, and comes back to each of its
 * recipients to the character, and to nobody else.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Channel } from "../../web/payload/channels.ts";
import { cardTitle } from "../../web/payload/card-head.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { DESKS, MEMBERS, type DeskName, type MemberHandle, type Site } from "../support/site.ts";
import {
  openKeyringOf,
  openWithCode,
  recipientsOf,
  storedCases,
  type OpenKeyring,
  type StoredCase,
} from "../support/stored-case.ts";

const Collection = z.array(
  z.object({
    id: z.string(),
    channel: Channel,
    language: z.string(),
    urgency: z.enum(["immediate", "urgent", "standard"]),
    text: z.string(),
  }),
);

interface Case {
  readonly id: string;
  readonly channel: Channel;
  readonly page: PageLanguage;
  readonly urgent: boolean;
  readonly text: string;
  readonly title: string;
  readonly desk: DeskName;
  /** Whom the reporter takes out. */
  readonly without: readonly MemberHandle[];
  readonly recipients: readonly MemberHandle[];
}

/** Who is taken out of the report that says that a team's head must not receive it. */
const TAKEN_OUT: Readonly<Record<string, readonly MemberHandle[]>> = { S18: ["rowan"] };

const file = readFileSync(join(import.meta.dirname, "../support/reports.json"), "utf8");
const cases: readonly Case[] = Collection.parse(JSON.parse(file)).map((report, at) => {
  const { id, channel, language, text } = report;
  const desk = at % 2 === 0 ? "north" : "south";
  const without = TAKEN_OUT[id] ?? [];
  const reviewers: readonly MemberHandle[] = DESKS[desk].reviewers;
  return {
    id,
    channel,
    page: PAGE_LANGUAGES.find((code) => code === language) ?? "en",
    urgent: report.urgency === "immediate",
    text,
    // Some people give no title: then its first words stand for it in the inbox.
    title: at % 3 === 0 ? "" : `${id} · ${language}`,
    desk,
    without,
    recipients: reviewers.filter((handle) => !without.includes(handle)),
  };
});

let site: Site;
let browser: TestBrowser;
const codes = new Map<string, readonly string[]>();
let stored: readonly StoredCase[] = [];
const keyrings = new Map<MemberHandle, OpenKeyring>();

atSite(async (opened) => {
  ({ site, browser } = opened);
  for (const { handle } of MEMBERS) keyrings.set(handle, await openKeyringOf(site, handle));
});

function keyringOf(handle: MemberHandle): OpenKeyring {
  const keyring = keyrings.get(handle);
  if (keyring === undefined) throw new Error(`no keyring of ${handle}`);
  return keyring;
}

function rowTitle({ title, text }: Case): string {
  return cardTitle(title, text);
}

/** The stored case of a report: the one its own code opens. */
async function storedOf({ id }: Case): Promise<StoredCase> {
  for (const candidate of stored) {
    const view = await openWithCode(site, codes.get(id) ?? [], candidate).catch(() => null);
    if (view !== null) return candidate;
  }
  throw new Error(`no stored case opens with the code of ${id}`);
}

describe("every report of the collection", () => {
  it("is twelve reports, one of which takes a reader out", () => {
    expect(cases).toHaveLength(12);
    expect(cases.filter(({ without }) => without.length > 0).map(({ id }) => id)).toEqual(["S18"]);
  });

  it.each(cases)("$id is written and sent through the page", async (report) => {
    const reporter = await Reporter.arrives(browser, report.page);
    const names = report.without.map((handle) => site.member(handle).name);
    await reporter.writes({ ...report, without: names });
    await reporter.sends();
    codes.set(report.id, (await reporter.readsCode()).numbers);
    expect(reporter.visit.asked().filter((request) => request === "POST /api/report")).toHaveLength(
      1,
    );
  });

  it("is stored once each, sealed to its recipients and to nobody else", async () => {
    stored = await storedCases(site);
    expect(stored).toHaveLength(cases.length);
    for (const report of cases) {
      const kept = await storedOf(report);
      const expected = report.recipients.map((handle) => site.member(handle).id);
      expect(recipientsOf(kept).toSorted()).toEqual(expected.toSorted());
      expect(kept.plain).toMatchObject({ urgent: report.urgent, desk: site.desks[report.desk] });
    }
  });

  it("is read to the character by a recipient on the page", async () => {
    const samira = await Reviewer.isAt(site, browser, "samira");
    for (const report of cases) {
      await samira.opens(rowTitle(report));
      expect(await samira.readsReport()).toBe(report.text);
      await samira.goesBackToInbox();
    }
  });

  it("stands in the inbox of a reviewer only where they were not taken out", async () => {
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const shown = await rowan.caseButtons.allTextContents();
    const expected = cases.filter(({ recipients }) => recipients.includes("rowan")).map(rowTitle);
    expect(expected).toHaveLength(5);
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });

  it("shows no inbox to members who review no desk", async () => {
    for (const handle of ["kestrel", "theo"] as const) {
      const member = await Reviewer.arrives(browser, "en");
      await member.signsIn(site, handle);
      await member.button(member.texts.desk.t("frame.sign-out")).waitFor();
      const { t } = member.texts.desk;
      expect(await member.page.getByText(t("inbox.title"), { exact: true }).count()).toBe(0);
    }
  });

  it.each(cases)("$id opens identical for each recipient and for its code", async (report) => {
    stored = await storedCases(site);
    const kept = await storedOf(report);
    for (const handle of report.recipients) {
      const keyring = keyringOf(handle);
      const { state } = await keyring.open(kept);
      expect(state.report).toMatchObject({
        text: report.text,
        title: report.title,
        channel: report.channel,
        language: report.page,
        excluded: report.without.map((out) => site.member(out).id),
      });
      expect(await keyring.cardTitle(kept)).toBe(rowTitle(report));
      // The same attempt that fails for everybody else below succeeds for who holds the key.
      expect((await keyring.force(kept)).opened).toContain(rowTitle(report));
    }
    const own = await openWithCode(site, codes.get(report.id) ?? [], kept);
    expect(own.state.report?.text).toBe(report.text);
    expect(own.items.every(({ lane }) => lane === "conversation")).toBe(true);
  });

  it.each(cases)("$id opens for nobody else, with every stored wrap in hand", async (report) => {
    const kept = await storedOf(report);
    const others = MEMBERS.filter(({ handle }) => !report.recipients.includes(handle));
    expect(others.length).toBeGreaterThanOrEqual(3);
    for (const { handle } of others) {
      const keyring = keyringOf(handle);
      await expect(keyring.open(kept)).rejects.toThrow();
      const { tried, opened } = await keyring.force(kept);
      expect(tried).toBe(kept.wraps.length + 1);
      expect(opened).toEqual([]);
    }
    const foreign = cases.find(({ id }) => id !== report.id)?.id ?? "";
    await expect(openWithCode(site, codes.get(foreign) ?? [], kept)).rejects.toThrow();
  });
});
