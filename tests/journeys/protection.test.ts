/** A care plan, an order that is looked at again, and fairness: two reviewers, where one alone cannot sign off. */
import { expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const TITLE = "The one with an order";
const WHY = "The calls still frighten the child.";
const BACK = "Has anybody asked the child?";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

it("an order is signed off by whoever did not review it, and the plan and the questions of fairness stand beside it", async () => {
  await sendCase(site, { desk: "north", title: TITLE, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  await rowan.opens(TITLE);
  const { t, day } = rowan.texts.desk;
  const order = { kind: t("measure.CONTACT_SUSPENDED"), day: day(20_759) };

  await rowan.opensForm("measure");
  await rowan.choose(t("measure.CONTACT_SUSPENDED"));
  await rowan.field(t("work.measure.authority")).fill("The youth court");
  await rowan.work.getByLabel(t("work.measure.country")).selectOption({ value: "IE" });
  await rowan.page.getByLabel(t("work.measure.start-day")).fill("2026-11-02");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  // Nobody said when: the clock of three months does.
  const clocks = rowan.page.getByRole("list", { name: t("case.clocks") });
  expect(await clocks.textContent()).toContain(t("clock.ORD"));

  await rowan.press(t("work.measure-review-of", order));
  await rowan.work
    .getByRole("radio", { name: t("known.YES"), exact: true })
    .first()
    .check();
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await rowan.work
    .getByRole("radio", { name: t("known.NO"), exact: true })
    .last()
    .check();
  await rowan.field(t("work.measure-review.text")).fill(WHY);
  await rowan.page.getByLabel(t("work.measure-review.next")).fill("2030-02-28");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  // Whoever writes the measure again meanwhile is told what that does.
  await rowan.press(t("work.measure-again-of", order));
  await rowan.reads(t("work.review-voided"));
  await rowan.press(t("work.put-away"));
  const review = rowan.work.locator("[data-review]");
  expect(await review.getAttribute("data-review")).toBe("WAITING");
  expect(await rowan.work.getByRole("button", { name: t("work.sign-off-of", order) }).count()).toBe(
    0,
  );
  const forms = rowan.work.getByRole("combobox", { name: t("work.choose"), exact: true });
  expect(await forms.textContent()).toContain(t("work.measure"));
  expect(await forms.textContent()).not.toContain(t("work.review-sign-off"));

  const linnet = await Reviewer.isAt(site, browser, "linnet", "ar");
  const arabic = linnet.texts.desk;
  expect(await linnet.row(TITLE).textContent()).toContain(arabic.t("chip.sign-off"));
  await linnet.opens(TITLE);
  const ordered = { kind: arabic.t("measure.CONTACT_SUSPENDED"), day: arabic.day(20_759) };
  await linnet.press(arabic.t("work.sign-off-of", ordered));
  await linnet.choose(arabic.t("sign-off.RETURNED"));
  await linnet.press(arabic.t("work.save"));
  await linnet.reads(arabic.t("work.missing"));
  await linnet.page.getByLabel(arabic.t("work.review-sign-off.text")).fill(BACK);
  await linnet.press(arabic.t("work.save"));
  await linnet.reads(arabic.t("work.kept"));

  await rowan.looksAgain();
  await rowan.work.getByText(BACK).waitFor();
  await rowan.press(t("work.measure-review-of", order));
  await rowan.work
    .getByRole("radio", { name: t("known.YES"), exact: true })
    .first()
    .check();
  await rowan.work
    .getByRole("radio", { name: t("known.YES"), exact: true })
    .last()
    .check();
  await rowan.field(t("work.measure-review.text")).fill("Asked, and wishes it so.");
  await rowan.page.getByLabel(t("work.measure-review.next")).fill("2030-02-28");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));

  await linnet.looksAgain();
  await linnet.press(arabic.t("work.sign-off-of", ordered));
  await linnet.choose(arabic.t("sign-off.APPROVED"));
  await linnet.press(arabic.t("work.save"));
  await linnet.reads(arabic.t("work.kept"));
  const after = (await linnet.work.textContent()) ?? "";
  expect(after).toContain(arabic.t("work.measure-review-on", { day: arabic.day(21_973) }));

  await linnet.opensForm("care-item");
  await linnet.field(arabic.t("work.care-item.need")).fill("A school nearby");
  await linnet.work
    .getByLabel(arabic.t("work.care-item.service"))
    .selectOption({ value: "EDUCATION" });
  await linnet.press(arabic.t("work.save"));
  await linnet.reads(arabic.t("work.kept"));
  await linnet.press(arabic.t("work.task-done", { what: "A school nearby" }));
  await linnet.reads(arabic.t("work.kept"));
  expect(await linnet.work.locator("[data-care]").getAttribute("data-care")).toBe("done");
  // Said too early: it is taken back with one press.
  await linnet.press(arabic.t("undo.last"));
  await linnet.work.locator('[data-care="open"]').waitFor();

  // A language that no page is in; the original stays what it is.
  await linnet.opensForm("translation");
  await linnet.work
    .getByLabel(arabic.t("work.translation.from"))
    .selectOption({ label: arabic.language("ti") });
  await linnet.field(arabic.t("work.translation.text")).fill("كلمات");
  await linnet.choose(arabic.t("translator.INTERPRETER"));
  await linnet.press(arabic.t("work.save"));
  await linnet.reads(arabic.t("work.kept"));
  // It stands under the report, marked as what it is.
  const translation = (await linnet.page.locator("[data-translation]").textContent()) ?? "";
  expect(translation).toContain(arabic.language("ti"));
  expect(translation).toContain("كلمات");
  expect(await linnet.readsReport()).toBe("Words.");

  await rowan.looksAgain();
  await rowan.press(t("close.open"));
  await rowan.reads(t("close.fairness-unanswered"));
  await rowan.press(t("close.cancel"));
  await rowan.opensForm("fairness-check");
  for (const no of await rowan.work
    .getByRole("radio", { name: t("fairness.NO"), exact: true })
    .all())
    await no.check();
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  await rowan.opensForm("right-of-reply");
  await rowan.choose(t("reply.NOT_SAFE"));
  await rowan.page.getByLabel(t("work.right-of-reply.text")).fill("The child lives with them.");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  await rowan.press(t("close.open"));
  const closing = (await rowan.page.textContent("main")) ?? "";
  expect(closing).not.toContain(t("close.fairness-unanswered"));
  expect(closing).toContain(t("reply.NOT_SAFE"));
});

it("what was begun about one order does not turn up in the review of another", async () => {
  const title = "The one with two orders";
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  await rowan.opens(title);
  const { t, day } = rowan.texts.desk;
  for (const kind of ["SUPERVISION", "GUARDIANSHIP"] as const) {
    await rowan.opensForm("measure");
    await rowan.choose(t(`measure.${kind}`));
    await rowan.field(t("work.measure.authority")).fill("A court");
    await rowan.work.getByLabel(t("work.measure.country")).selectOption({ value: "IE" });
    await rowan.page.getByLabel(t("work.measure.start-day")).fill("2026-11-02");
    await rowan.press(t("work.save"));
    await rowan.work
      .getByRole("button", { name: t("work.measure-review-of", of(kind)), exact: true })
      .waitFor();
  }
  function of(kind: "SUPERVISION" | "GUARDIANSHIP") {
    return { kind: t(`measure.${kind}`), day: day(20_759) };
  }
  const which = rowan.work.getByLabel(t("work.measure-review.measure")).locator("option:checked");
  const why = rowan.field(t("work.measure-review.text"));

  await rowan.press(t("work.measure-review-of", of("SUPERVISION")));
  await why.fill(WHY);
  await rowan.press(t("work.measure-review-of", of("GUARDIANSHIP")));
  await expect.poll(() => which.textContent()).toContain(t("measure.GUARDIANSHIP"));
  expect(await why.inputValue()).toBe("");
  // The control: it is not lost, and stands with the order it was begun about.
  await rowan.press(t("work.measure-review-of", of("SUPERVISION")));
  await expect.poll(() => which.textContent()).toContain(t("measure.SUPERVISION"));
  expect(await why.inputValue()).toBe(WHY);
});
