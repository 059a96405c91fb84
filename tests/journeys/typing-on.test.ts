/**
 * Whoever goes on typing while something is on its way: what was sent is sent once, also where its answer was lost, and
 * what was typed since stays.
 */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import type { Person } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** Types `more` into that field while what stands there is on its way, then lets it be answered. */
async function typesOn(
  person: Person,
  { path, send, field, more }: { path: string; send: string; field: Locator; more: string },
): Promise<void> {
  let arrived = (): void => undefined;
  const underWay = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let release = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await person.visit.once(path, async (route) => {
    arrived();
    await typed;
    await route.fulfill({ response: await person.visit.answerTo(route) });
  });
  await person.press(send);
  await underWay;
  await field.focus();
  await person.page.keyboard.press("End");
  await person.page.keyboard.type(more);
  release();
}

it("a note and a task: the words typed since stay in their field, and those that were all sent are gone", async () => {
  const title = "Typed on";
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  const { path } = endpoints.appendToCase;
  await rowan.opens(title);
  await rowan.writesNote("Rung up.");
  const note = rowan.field(t("note.label"));
  await typesOn(rowan, { path, send: t("note.send"), field: note, more: " Nobody there." });
  await rowan.reads(t("note.sent"));
  expect(await note.inputValue()).toBe("Rung up. Nobody there.");
  await rowan.press(t("note.send"));
  await note.waitFor({ state: "detached" });
  await rowan.press(t("notes.write"));
  expect(await note.inputValue()).toBe("");

  await rowan.opensForm("task");
  const task = rowan.work.getByLabel(t("work.task.what"), { exact: true });
  await task.fill("Ring the school.");
  await typesOn(rowan, { path, send: t("work.save"), field: task, more: " And the aunt." });
  await rowan.reads(t("work.kept"));
  expect(await task.inputValue()).toBe("Ring the school. And the aunt.");
  await rowan.press(t("work.save"));
  await task.waitFor({ state: "detached" });
  await rowan.opensForm("task");
  expect(await task.inputValue()).toBe("");
});

it("an addition of a reporter: the words typed since stay", async () => {
  const sent = await sendCase(site, { desk: "north", title: "Added to", text: "Words." });
  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(sent.words.join(" "));
  const { t } = reporter.texts.report;
  const field = reporter.additionField;
  await field.fill("He is back.");
  const { path } = endpoints.reporterAppend;
  await typesOn(reporter, { path, send: t("case.add-button"), field, more: " Alone." });
  await reporter.reads(t("case.added"));
  expect(await field.inputValue()).toBe("He is back. Alone.");
  await reporter.press(t("case.add-button"));
  await reporter.page.waitForFunction(() => document.querySelector("textarea")?.value === "");
});

it("a note whose answer was lost is not written twice because something else got through, and is when it is meant", async () => {
  const title = "An answer lost";
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  rowan.visit.expects(REQUEST_FAILED);
  const { desk, common } = rowan.texts;
  const { t } = desk;
  await rowan.opens(title);
  await rowan.writesNote("The aunt rang.");
  await rowan.visit.once(endpoints.appendToCase.path, async (route) => {
    await rowan.visit.answerTo(route);
    await route.abort();
  });
  await rowan.press(t("note.send"));
  await rowan.reads(t("write.failed", { reason: common.t("error.offline") }));
  await rowan.opensForm("assignment");
  await rowan.work
    .getByRole("combobox", { name: t("work.assignment.member"), exact: true })
    .selectOption({ value: site.member("samira").id });
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const written = rowan.notes.getByText("The aunt rang.", { exact: true });
  await rowan.press(t("note.send"));
  await rowan.reads(t("note.sent"));
  expect(await written.count()).toBe(1);
  // Once it is settled the same words are words like any others.
  await rowan.takesNote("The aunt rang.");
  await expect.poll(() => written.count()).toBe(2);
});
