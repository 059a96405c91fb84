/** From somebody's words to an answer and back, on the real pages, in each language. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** What is written along the way, in the language of the page. */
const WORDS = {
  en: {
    title: "The boy on the second floor",
    text: "He has not been at school since March.\n\n“Ask nobody,” he said. <3 & so on.",
    reply: "Thank you. When did you see him last?",
    note: "Ask the school first.",
    addition: "On Monday evening, at the stairs.",
    closing: "The school has seen him today. He is with his aunt.",
  },
  fr: {
    title: "L’enfant du deuxième étage",
    text: "Il ne va plus à l’école depuis mars.\n\n« Ne demandez à personne », a-t-il dit.",
    reply: "Merci. Quand l’avez-vous vu pour la dernière fois ?",
    note: "Demander d’abord à l’école.",
    addition: "Lundi soir, dans l’escalier.",
    closing: "L’école l’a vu aujourd’hui. Il est chez sa tante.",
  },
  ar: {
    title: "الطفل في الطابق الثاني",
    text: "لم يذهب إلى المدرسة منذ شهر مارس.\n\nقال: «لا تسأل أحدًا» في 12/03.",
    reply: "شكرًا لك. متى رأيته آخر مرة؟",
    note: "نسأل المدرسة أولًا.",
    addition: "مساء يوم الاثنين عند الدرج.",
    closing: "رأته المدرسة اليوم. هو عند خالته.",
  },
} as const satisfies Record<PageLanguage, object>;

describe.each(PAGE_LANGUAGES)("a report in %s", (language) => {
  it("is read, acknowledged, answered, added to and closed, and the reporter sees it all but the note", async () => {
    const words = WORDS[language];
    const reporter = await Reporter.arrives(browser, language);
    const { t } = reporter.texts.report;
    const direction = language === "ar" ? "rtl" : "ltr";
    expect(await reporter.page.locator("html").getAttribute("dir")).toBe(direction);
    const code = await reporter.reports({
      channel: "abuse_neglect_exploitation",
      desk: "north",
      urgent: false,
      title: words.title,
      text: words.text,
    });
    expect(code.words).toHaveLength(12);
    expect(code.numbers).toHaveLength(12);
    for (const number of code.numbers) expect(number).toMatch(/^\d{4}$/);
    await reporter.confirms(language === "ar" ? code.numbers : code.words);

    const reviewer = await Reviewer.isAt(site, browser, "rowan", language);
    await reviewer.opens(words.title);
    expect(await reviewer.readsReport()).toBe(words.text);
    await reviewer.acknowledges();
    await reviewer.replies(words.reply);
    await reviewer.takesNote(words.note);
    expect(await reviewer.notes.textContent()).toContain(words.note);
    expect(await reviewer.conversation.textContent()).not.toContain(words.note);

    const returning = await Reporter.arrives(browser, language);
    await returning.comesBack(code.words.join(" "));
    await returning.reads(t("case.acknowledged"));
    const timeline = await returning.readsTimeline();
    const name = site.member("rowan").name;
    expect(timeline).toHaveLength(3);
    expect(timeline[0]).toContain(words.text);
    expect(timeline[1]).toContain(t("case.member-acknowledged", { name }));
    expect(timeline[2]).toContain(words.reply);
    expect(await returning.page.content()).not.toContain(words.note);
    await returning.adds(words.addition);

    await reviewer.goesBackToInbox();
    await reviewer.looksForNewCases();
    expect(await reviewer.row(words.title).textContent()).toContain(
      reviewer.texts.desk.t("chip.news"),
    );
    await reviewer.opens(words.title);
    expect(await reviewer.conversation.textContent()).toContain(words.addition);
    await reviewer.closes("SAFE_CONFIRMED", words.closing);
    await reviewer.signsOut();

    const last = await Reporter.arrives(browser, language);
    await last.comesBack(code.numbers.join("-"));
    const ended = await last.readsTimeline();
    expect(ended).toHaveLength(5);
    expect(ended[3]).toContain(words.addition);
    expect(ended[4]).toContain(t("case.member-closed", { name }));
    expect(ended[4]).toContain(last.texts.common.t("closure.SAFE_CONFIRMED"));
    expect(ended[4]).toContain(words.closing);
    expect(await last.page.content()).not.toContain(words.note);
  });
});

describe("before anything is sent", () => {
  it("the urgent mark is explained above the choice, and stands at no", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { t } = reporter.texts.report;
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.answerDesk("north");
    await reporter.reaches(t("urgent.title"));
    const read = (await reporter.page.getByRole("main").textContent()) ?? "";
    const inOrder = ["urgent.explain-sees", "urgent.explain-does", "urgent.explain-not"] as const;
    const places = [...inOrder.map((key) => t(key)), t("urgent.no"), t("urgent.yes")].map((text) =>
      read.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    const no = reporter.page.getByRole("radio", { name: t("urgent.no"), exact: true });
    expect(await no.isChecked()).toBe(true);
  });

  it("the work that a report costs is begun while it is written, and sending is one request more", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.writes({ channel: "unsure", desk: "north", urgent: false, text: "Words." });
    const written = ["GET /api/roster", "POST /api/challenge"];
    expect(reporter.visit.asked()).toEqual(written);
    await reporter.sends();
    await reporter.readsCode();
    expect(reporter.visit.asked()).toEqual([...written, "POST /api/report"]);
  });
});
