/**
 * What looks alike to somebody who counts bytes: codes that open nothing, reports with and without replies,
 * reports that differ only in what nobody may see.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { REQUEST_STEP_BYTES } from "../../worker/contract/limits.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Intermediary, type GivenAnswer } from "../support/intermediary.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";
import { deskHand, sendCase, type DeskHand } from "../support/sent-case.ts";
import { startSite, type Site } from "../support/site.ts";

const REFUSED = /Failed to load resource/;

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
let rowan: DeskHand;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
  rowan = await deskHand(site, "rowan");
});
afterEach(async () => {
  server.isHonest();
  await browser.endVisits();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await site.close();
});

function answersTo(name: EndpointName): readonly GivenAnswer[] {
  return server.given.filter(({ path }) => path === endpoints[name].path);
}

function lengths(name: EndpointName): readonly number[] {
  return server.taken
    .filter(({ path }) => path === endpoints[name].path)
    .map(({ body }) => body.length);
}

/** What an onlooker could tell two answers apart by. */
function shapeOf({ status, headers, body }: GivenAnswer) {
  return { status, names: headers.filter((_, at) => at % 2 === 0), length: body.length };
}

describe("a code that opens nothing", () => {
  /** Known to the server, once; known to it, but signed for by nobody; never known at all. */
  async function deadCodes(): Promise<readonly string[]> {
    const withdrawn = await sendCase(site, { desk: "north", title: "Gone", text: "Taken back." });
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.comesBack(withdrawn.words.join(" "));
    await reporter.takesBack();
    const nobodys = `${"0001 ".repeat(11)}0004`;
    return [withdrawn.words.join(" "), nobodys, "zoo ".repeat(11) + "wrong"];
  }

  it("is answered and told the same, whether it never was one or was taken back, in each language", async () => {
    const codes = await deadCodes();
    const before = answersTo("reporterSignIn").length;
    for (const language of PAGE_LANGUAGES) {
      const told: string[] = [];
      for (const code of codes) {
        const reporter = await Reporter.arrives(browser, language);
        reporter.visit.expects(REFUSED);
        await reporter.entersCode(code);
        await reporter.reads(reporter.texts.report.t("enter.wrong"));
        const shown = (await reporter.page.getByRole("main").textContent()) ?? "";
        // All but what they typed themselves, which stays in its field.
        told.push(shown.replaceAll(code, ""));
      }
      expect(new Set(told).size).toBe(1);
    }
    const shapes = answersTo("reporterSignIn").slice(before).map(shapeOf);
    expect(shapes).toHaveLength(codes.length * PAGE_LANGUAGES.length);
    expect(shapes[0]?.status).toBe(401);
    expect(shapes).toEqual(shapes.map(() => shapes[0]));
    expect(new Set(lengths("reporterSignIn")).size).toBe(1);
  });

  it("is answered the same when it is a known one that somebody else's key signs for", async () => {
    const known = await sendCase(site, { desk: "north", title: "Known", text: "Still here." });
    const { path } = endpoints.reporterSignIn;
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REFUSED);
    await reporter.page.route(`**${path}`, async (route) => {
      const sent = route.request().postData() ?? "";
      const { signature } = endpoints.reporterSignIn.input.parse(JSON.parse(sent));
      const another = "A".repeat(signature.length);
      await route.continue({ postData: sent.replace(signature, another) });
    });
    await reporter.entersCode(known.words.join(" "));
    await reporter.reads(reporter.texts.report.t("enter.wrong"));
    const refused = answersTo("reporterSignIn")
      .map(shapeOf)
      .filter(({ status }) => status === 401);
    expect(refused.at(-1)).toEqual(refused[0]);
  });
});

describe("a report that somebody comes back to", () => {
  it("is as long with no reply as with one or three, read or added to", async () => {
    const { t } = (await Reporter.arrives(browser, "en")).texts.report;
    const shapes: object[][] = [];
    for (const replies of [0, 1, 3]) {
      const sent = await sendCase(site, { desk: "north", title: `${replies}`, text: "A report." });
      for (let at = 0; at < replies; at += 1) {
        await rowan.act(sent.id, {
          kind: "reply",
          text: "An answer. ".repeat(1 + at),
          language: "en",
        });
      }
      const from = server.given.length;
      const reporter = await Reporter.arrives(browser, "en");
      await reporter.comesBack(sent.words.join(" "));
      const timeline = await reporter.readsTimeline();
      expect(timeline.filter((line) => line.includes("An answer."))).toHaveLength(replies);
      await reporter.press(t("case.refresh"));
      await reporter.reads(t("case.refreshed"));
      const asked = server.given.slice(from).filter(({ path }) => path.startsWith("/api/"));
      shapes.push(asked.map((answer) => ({ path: answer.path, ...shapeOf(answer) })));
    }
    expect(shapes[0]?.length).toBeGreaterThan(3);
    expect(shapes).toEqual(shapes.map(() => shapes[0]));
  });
});

describe("a report that is sent", () => {
  const REPORT: WrittenReport = {
    channel: "trafficking",
    desk: "north",
    urgent: false,
    text: "Words.",
  };

  /** Path and length of every call to the API on the way, in order. */
  async function sends(report: WrittenReport, language: PageLanguage = "en") {
    const from = server.taken.length;
    const reporter = await Reporter.arrives(browser, language);
    await reporter.reports(report);
    return server.taken
      .slice(from)
      .filter(({ path }) => path.startsWith("/api/"))
      .map(({ method, path, body }) => `${method} ${path} ${body.length}`)
      .toSorted();
  }

  let plain: readonly string[];
  beforeAll(async () => {
    plain = await sends(REPORT);
  });

  it.each<{ what: string; change: Partial<WrittenReport>; language?: PageLanguage }>([
    { what: "urgent", change: { urgent: true } },
    { what: "longer, within its size", change: { text: "Words. ".repeat(40), title: "A title" } },
    { what: "about something else", change: { channel: "abuse_neglect_exploitation" } },
    { what: "without one of its readers", change: { without: ["Rowan Example"] } },
    { what: "for fewer readers", change: { desk: "south" } },
    { what: "in French", change: {}, language: "fr" },
    { what: "in Arabic", change: { text: "كلمات." }, language: "ar" },
  ])("$what is asked for in as many bytes", async ({ change, language = "en" }) => {
    expect(await sends({ ...REPORT, ...change }, language)).toEqual(plain);
  });

  it("much longer is not, so that the lengths above are seen to be counted", async () => {
    expect(await sends({ ...REPORT, text: "Words. ".repeat(2_000) })).not.toEqual(plain);
  });

  it("is as long whatever its proof counted to", () => {
    const sent = server.bodies("submitReport").map((body) => {
      const { proof, entry } = endpoints.submitReport.input.parse(JSON.parse(body));
      return { counter: proof.counter, sealed: entry.body.length, length: body.length };
    });
    expect(new Set(sent.map(({ counter }) => counter)).size).toBeGreaterThan(1);
    const sizes = new Set(sent.map(({ sealed }) => sealed));
    expect(sizes.size).toBe(2);
    expect(new Set(sent.map(({ length }) => length)).size).toBe(sizes.size);
  });
});

const CLOSE = {
  kind: "close",
  reason: "NO_MORE_INFO",
  text: "",
  language: "en",
  bestInterests: { text: "Nothing more can be found out.", language: "en" },
} as const;

describe("every request", () => {
  it("is filled to whole steps", () => {
    const posts = server.taken.filter(({ method }) => method === "POST");
    expect(posts.length).toBeGreaterThan(40);
    for (const { path, body } of posts) expect(body.length % REQUEST_STEP_BYTES, path).toBe(0);
  });

  it("of somebody who adds something is as long as of somebody who challenges, or takes a report back", async () => {
    for (const act of ["adds", "challenges", "takes back"] as const) {
      const sent = await sendCase(site, { desk: "north", title: act, text: "A report." });
      if (act === "challenges") await rowan.act(sent.id, CLOSE);
      const reporter = await Reporter.arrives(browser, "en");
      await reporter.comesBack(sent.words.join(" "));
      if (act === "adds") await reporter.adds("Some more words.");
      else if (act === "challenges") await reporter.challenges("Look again.");
      else await reporter.takesBack();
    }
    expect(lengths("reporterAppend").length).toBeGreaterThan(2);
    expect(new Set(lengths("reporterAppend")).size).toBe(1);
  });
});
