/**
 * A server that lies about a report to whoever comes back with its code. The page shows nothing of a record
 * from where it does not hold, says so in its own language, and adds nothing to it.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { keysOf, keysOfCode } from "../support/insider.ts";
import { Intermediary } from "../support/intermediary.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { comeBack, deskHand, sendCase, type SentCase } from "../support/sent-case.ts";
import { startSite, type Site } from "../support/site.ts";
import { flipped, FORGED, withReply, type Liar, type ServedRecord } from "./forgery.ts";
import { FLIPS, RECORD_LIES } from "./record-lie.ts";

type Page = OutputOf<"reporterRead">;

const REPLY = "Thank you. Where is he now?";

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
let sent: SentCase;
let liar: Liar;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
  sent = await sendCase(site, { desk: "north", title: "Mine", text: "The first case." });
  const other = await sendCase(site, { desk: "north", title: "Another", text: "The other case." });
  const rowan = await deskHand(site, "rowan");
  for (const { id } of [sent, other]) {
    await rowan.act(id, { kind: "acknowledge", text: "", language: "en" });
    await rowan.act(id, { kind: "reply", text: REPLY, language: "en" });
  }
  liar = {
    caseId: sent.id,
    other: recordOf(await (await comeBack(site, other.words)).read()),
    reader: keysOfCode(sent.words).seal,
    reviewer: await keysOf(site, "rowan"),
    // A reviewer, but at the other desk.
    stranger: await keysOf(site, "ines"),
  };
});
afterEach(() => server.isHonest());
afterAll(async () => {
  await browser.endVisits();
  await browser.close();
  await server.close();
  await site.close();
});

function recordOf(page: Page): ServedRecord {
  const { entries, wraps } = page;
  return { entries, wraps, conversationSeq: page.case.conversationSeq };
}

function tells(tell: (record: ServedRecord, known: Liar) => ServedRecord): void {
  server.changes("reporterRead", (page) => {
    const { entries, wraps, conversationSeq } = tell(recordOf(page), liar);
    const plain = { ...page.case, conversationSeq };
    return { ...page, case: plain, entries: [...entries], wraps: [...wraps] };
  });
}

/** Nothing on screen but what held, if it is called that; a reason in words; no way to write. Answers what was said. */
async function refuses(reporter: Reporter): Promise<string> {
  const { report } = reporter.texts;
  await reporter.reaches(report.t("broken.title"));
  const alert = reporter.page.getByRole("alert");
  await alert.waitFor();
  const shown = (await reporter.page.getByRole("main").textContent()) ?? "";
  expect(shown).not.toContain(FORGED);
  if (!shown.includes(report.t("broken.shown"))) {
    expect(shown).toContain(report.t("broken.what"));
    for (const words of [sent.text, REPLY]) expect(shown).not.toContain(words);
  }
  expect(await reporter.additionField.count()).toBe(0);
  return (await alert.textContent()) ?? "";
}

async function arrives(language: PageLanguage): Promise<Reporter> {
  const reporter = await Reporter.arrives(browser, language);
  await reporter.press(reporter.texts.report.t("start.code"));
  return reporter;
}

async function opens(reporter: Reporter): Promise<void> {
  const { t } = reporter.texts.report;
  await reporter.reaches(t("enter.title"));
  await reporter.codeField.fill(sent.words.join(" "));
  await reporter.press(t("enter.button"));
}

async function seesItAll(reporter: Reporter): Promise<readonly string[]> {
  await reporter.reaches(reporter.texts.report.t("case.title"));
  const timeline = await reporter.readsTimeline();
  expect(timeline[0]).toContain(sent.text);
  expect(timeline[2]).toContain(REPLY);
  return timeline;
}

describe.each(PAGE_LANGUAGES)("a record that is not true, on the page in %s", (language) => {
  const own = (at: number): boolean =>
    at % PAGE_LANGUAGES.length === PAGE_LANGUAGES.indexOf(language);
  let reporter: Reporter;
  let before: number;
  beforeAll(async () => {
    before = server.asked("reporterAppend");
    reporter = await arrives(language);
  });
  afterAll(() => browser.endVisits());

  it.each(RECORD_LIES.filter((_, at) => own(at)))("with $what is refused", async (lie) => {
    tells(lie.tell);
    await opens(reporter);
    const said = await refuses(reporter);
    expect(said).toContain(reporter.texts.report.t("broken.lead"));
    expect(said).toContain(reporter.texts.common.t(`error.${lie.code}`));
    await reporter.press(reporter.texts.common.t("page.back"));
  });

  it("with one bit turned anywhere is refused", async () => {
    // In the report itself and in the reviewer's reply, by turns.
    for (const [at, { part, byte }] of FLIPS.entries()) {
      if (!own(at)) continue;
      tells((record) => flipped(record, at % 2 === 0 ? 0 : 3, part, byte));
      await opens(reporter);
      await refuses(reporter);
      await reporter.press(reporter.texts.common.t("page.back"));
    }
  });

  it("is not the one that opens now: served as it is, it is shown, and nothing was ever sent", async () => {
    tells((record) => record);
    await opens(reporter);
    expect(await seesItAll(reporter)).toHaveLength(3);
    expect(server.asked("reporterAppend")).toBe(before);
  });
});

describe("a reply by somebody who knows the code", () => {
  it("is shown when the reviewer really signed it, so that the refusals above are the signature's doing", async () => {
    const reporter = await arrives("en");
    tells((record, known) => withReply(record, known, known.reviewer, known.reviewer.signing));
    await opens(reporter);
    const timeline = await seesItAll(reporter);
    const name = site.member("rowan").name;
    expect(timeline[3]).toContain(FORGED);
    expect(timeline[3]).toContain(reporter.texts.report.t("case.member-wrote", { name }));
  });
});

describe("a record that was true when it was opened", () => {
  it("and has lost its end since, number and all, is refused", async () => {
    const reporter = await arrives("en");
    await opens(reporter);
    await seesItAll(reporter);
    const whole = recordOf(await (await comeBack(site, sent.words)).read());
    tells(() => ({ ...whole, entries: whole.entries.slice(0, 2), conversationSeq: 2 }));
    await reporter.press(reporter.texts.report.t("case.refresh"));
    const said = await refuses(reporter);
    expect(said).toContain(reporter.texts.common.t("error.journal-truncated"));
  });

  it.each(PAGE_LANGUAGES)(
    "and is not when something is added: nothing is sent, the words stay, in %s",
    async (language) => {
      const addition = "Words that must not be lost.";
      const reporter = await arrives(language);
      const { common, report } = reporter.texts;
      await opens(reporter);
      await seesItAll(reporter);
      const before = server.asked("reporterAppend");
      await reporter.additionField.fill(addition);
      const known = liar;
      const whole = recordOf(await (await comeBack(site, sent.words)).read());
      tells(() => withReply(whole, known, known.reviewer, null));
      await reporter.press(report.t("case.add-button"));
      const said = await refuses(reporter);
      expect(said).toContain(common.t("error.entry-signature"));
      expect(server.asked("reporterAppend")).toBe(before);
      server.isHonest();
      await reporter.press(common.t("page.try-again"));
      await seesItAll(reporter);
      expect(await reporter.additionField.inputValue()).toBe(addition);
      expect(server.asked("reporterAppend")).toBe(before);
    },
  );
});
