/** Somebody outside gets a case in short, in their language and the desk's; nobody sees it before it is logged. */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import type { CaseworkPayload } from "../../web/payload/entries/index.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { textsIn } from "../support/people.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const TITLE = "The one told in short";
const WORDS = "أريد أن أبقى مع خالتي";
const MUST_NOT_TRAVEL = "The street where her aunt lives";
const LOCKED = "She goes to the school by the river";

const WORK: readonly CaseworkPayload[] = [
  {
    type: "triage",
    decision: "ACCEPT",
    riskChild: "HIGH",
    riskReporter: "LOW",
    text: "",
    language: "en",
  },
  {
    type: "voice",
    text: WORDS,
    language: "ar",
    source: "INTERPRETER",
    helper: "",
    childKnows: "YES",
  },
  {
    type: "locked-fact",
    kind: "SCHOOL",
    text: LOCKED,
    language: "en",
    danger: "She is followed.",
  },
  {
    type: "hand-over",
    form: "REFERRAL",
    recipient: "The other service",
    country: "TN",
    consent: null,
    withoutConsent: "Danger.",
    withheld: MUST_NOT_TRAVEL,
    interests: "Her aunt lives there.",
    language: "en",
  },
];

/** Of A4 paper, in CSS pixels. */
const PAPER = { width: 794, height: 1_123 } as const;
const PHONE = { width: 390, height: 844 } as const;

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** One label with its answer, once in each language. */
function sides(paper: Locator, answer: { readonly en: string; readonly ar: string }) {
  const side = (language: "en" | "ar", words: string): Locator =>
    paper.locator(`dl > [lang=${language}]`).filter({ hasText: words });
  return { english: side("en", answer.en), arabic: side("ar", answer.ar) };
}

async function placeOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("summary: it is not drawn");
  return box;
}

it("a summary in English and Arabic, side by side on paper, the child's own words first", async () => {
  await sendCase(site, {
    desk: "north",
    title: TITLE,
    text: "The words of the report.",
    change: { language: "fr" },
  });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  rowan.visit.expects(REQUEST_FAILED);
  await rowan.opens(TITLE);
  const caseId = (await rowan.page.locator(".case-number bdi").textContent()) ?? "";
  const linnet = await deskHand(site, "linnet");
  for (const payload of WORK) await linnet.act(caseId, { kind: "casework", payload });
  await rowan.looksAgain();

  const { t } = rowan.texts.desk;
  const arabic = (await textsIn("ar")).desk;
  await rowan.press(t("summary.open"));
  const second = rowan.page.getByRole("combobox", { name: t("summary.second"), exact: true });
  // The page's own language, and the reporter's.
  expect(await second.inputValue()).toBe("fr");
  await second.selectOption({ value: "ar" });
  // Whoever takes it out is told what must not travel, and that none of it is in there.
  const taking = rowan.page.getByRole("region", { name: t("export.title"), exact: true });
  expect(await taking.textContent()).toContain(LOCKED);
  expect(await taking.textContent()).toContain(t("export.locked"));
  await rowan.press(t("export.print"));
  await rowan.reads(t("summary.recipient-missing"));
  await rowan.field(t("summary.recipient")).fill("The youth court");

  // A language that cannot be fetched: nothing is logged, because nothing could be shown.
  await rowan.page.route("**/*.js", (route) => route.abort());
  await rowan.press(t("export.print"));
  await rowan.reads(t("summary.words-unavailable"));
  await rowan.page.unroute("**/*.js");
  expect(rowan.visit.asked().filter((asked) => asked.endsWith(endpoints.exportCase.path))).toEqual(
    [],
  );

  // Not logged: nothing to see, and nothing that was filled in is lost.
  const { path } = endpoints.exportCase;
  const paper = rowan.page.getByRole("article");
  await rowan.visit.once(path, (route) => route.abort());
  await rowan.press(t("export.print"));
  await rowan.reads(rowan.texts.common.t("error.offline"));
  expect(await paper.count()).toBe(0);
  expect(await rowan.field(t("summary.recipient")).inputValue()).toBe("The youth court");

  // While the log has not answered there is nothing to see either.
  let shownBefore = -1;
  await rowan.visit.once(path, async (route) => {
    const answer = await rowan.visit.answerTo(route);
    shownBefore = await paper.count();
    await route.fulfill({ response: answer });
  });
  await rowan.press(t("export.print"));
  await paper.waitFor();
  expect(shownBefore).toBe(0);

  const shown = (await paper.textContent()) ?? "";
  expect(shown.split(WORDS)).toHaveLength(2);
  for (const later of [t("risk.HIGH"), arabic.t("risk.HIGH"), "The other service"]) {
    expect(shown.indexOf(later)).toBeGreaterThan(shown.indexOf(WORDS));
  }
  for (const never of [MUST_NOT_TRAVEL, LOCKED, "The words of the report.", TITLE]) {
    expect(shown).not.toContain(never);
  }
  const words = paper.getByText(WORDS);
  expect(await words.getAttribute("lang")).toBe("ar");

  const decision = sides(paper, { en: t("triage.ACCEPT"), ar: arabic.t("triage.ACCEPT") });
  expect(await decision.english.getAttribute("dir")).toBe("ltr");
  expect(await decision.arabic.getAttribute("dir")).toBe("rtl");
  await rowan.page.emulateMedia({ media: "print" });
  await rowan.page.setViewportSize(PAPER);
  const left = await placeOf(decision.english);
  const right = await placeOf(decision.arabic);
  expect(right.y).toBe(left.y);
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width);
  // What somebody wrote stands across both.
  expect((await placeOf(words)).width).toBeGreaterThan(left.width + right.width - 1);
  expect(await rowan.page.getByRole("heading", { level: 1 }).isVisible()).toBe(false);
  await rowan.page.emulateMedia({ media: "screen" });
  await rowan.page.setViewportSize(PHONE);
  const above = await placeOf(decision.english);
  const below = await placeOf(decision.arabic);
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
  expect(below.x).toBe(above.x);

  await rowan.press(t("export.back"));
  await rowan.history.getByText(t("export.part.summary")).first().waitFor();
});

it("a fact that must not travel is said to whoever hands the case over, until the danger is over", async () => {
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const title = "The one with something locked";
  await sendCase(site, { desk: "north", title, text: "Words." });
  await rowan.looksForNewCases();
  await rowan.opens(title);
  const { t } = rowan.texts.desk;
  await rowan.opensForm("locked-fact");
  await rowan.choose(t("locked-fact.NEW_NAME"));
  await rowan.field(t("work.locked-fact.text")).fill("She is called Wren now.");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await rowan.field(t("work.locked-fact.danger")).fill("Her uncle looks for that name.");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const fact = rowan.work.locator("[data-locked-fact]");
  expect(await fact.textContent()).toContain(t("locked-fact.mark"));

  await rowan.opensForm("hand-over");
  const form = rowan.work.getByRole("form", { name: t("work.hand-over"), exact: true });
  const reminder = form.getByText("She is called Wren now.");
  await reminder.waitFor();
  expect(await form.textContent()).toContain(t("work.locked-fact-reminder"));
  // In no field of the form: it is sent with none.
  for (const box of await form.getByRole("textbox").all()) expect(await box.inputValue()).toBe("");
  await rowan.press(t("work.put-away"));

  const name = t("work.pair", {
    name: t("locked-fact.NEW_NAME"),
    what: "She is called Wren now.",
  });
  await rowan.press(t("work.locked-fact-lift-of", { fact: name }));
  await rowan.field(t("work.locked-fact-lifted.reason")).fill("He has died.");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  expect(await fact.getAttribute("data-locked-fact")).toBe("lifted");
  await rowan.opensForm("hand-over");
  await form.waitFor();
  expect(await reminder.count()).toBe(0);
});
