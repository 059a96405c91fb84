/**
 * What a reporter's browser loads, and how long it makes somebody wait: the first page (`firstLoadBrotliBytes`), a
 * whole text report (`sealedReportBrotliBytes`), the requests of both, `submit.requests`, and the time from
 * pressing send to the code; and a member from pressing sign in to the inbox. Real pages, real Chromium, an empty cache each time; of three languages the largest.
 */
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { buildSite, startSite } from "../support/site.ts";
import { atMost, type Bound, type Measure, type Measurement } from "./measure.ts";
import { measureSignIn } from "./sign-in.ts";
import { startRecordingProxy, type Fetched, type RecordingProxy } from "./recording-proxy.ts";
import { median, spreadOf } from "./statistics.ts";

const FIRST_LOAD_MAX = 30_000;
const SEALED_REPORT_MAX = 180_000;
const REQUESTS_MAX = 4;
const TEXT = "An invented report. ".repeat(100);
/** Each language is gone through this often: pressing send at once, and after the proof of work is done. */
const TURNS = 3;
/** Much longer than the proof takes, much shorter than anybody writes. */
const PAUSE_MILLISECONDS = 6_000;

interface Journey {
  readonly language: PageLanguage;
  readonly firstLoad: readonly Fetched[];
  /** From opening the form to the code on the screen. */
  readonly untilCode: readonly Fetched[];
  /** While the code was asked back. */
  readonly afterCode: readonly Fetched[];
  /** From pressing send to the code on the screen. */
  readonly sendMilliseconds: number;
}

async function report(
  browser: TestBrowser,
  proxy: RecordingProxy,
  language: PageLanguage,
  pauseMilliseconds: number,
): Promise<Journey> {
  proxy.take();
  const reporter = await Reporter.arrives(browser, language);
  await reporter.button(reporter.texts.report.t("start.write")).waitFor();
  await reporter.page.waitForLoadState("networkidle");
  const firstLoad = proxy.take();
  await reporter.writes({ channel: "unsure", desk: "north", urgent: false, text: TEXT });
  await reporter.page.waitForTimeout(pauseMilliseconds);
  const from = performance.now();
  await reporter.sends();
  await reporter.reaches(reporter.texts.report.t("code.title"));
  const sendMilliseconds = performance.now() - from;
  const code = await reporter.readsCode();
  const untilCode = proxy.take();
  await reporter.confirms(code.words);
  const afterCode = proxy.take();
  await browser.endVisits();
  return { language, firstLoad, untilCode, afterCode, sendMilliseconds };
}

function brotliBytesOf(fetched: readonly Fetched[]): number {
  return fetched.reduce((sum, { brotliBytes }) => sum + brotliBytes, 0);
}

function whole({ firstLoad, untilCode, afterCode }: Journey): readonly Fetched[] {
  return [...firstLoad, ...untilCode, ...afterCode];
}

function apiRequests({ untilCode }: Journey): readonly Fetched[] {
  return untilCode.filter(({ path }) => path.startsWith("/api/"));
}

interface Counting {
  readonly name: string;
  readonly unit: "bytes" | "requests";
  readonly bound: Bound | null;
  readonly part: (journey: Journey) => readonly Fetched[];
}

function count(fetched: readonly Fetched[], unit: Counting["unit"]): number {
  return unit === "requests" ? fetched.length : brotliBytesOf(fetched);
}

/** The largest of all journeys, with what it was made of. */
function largest({ name, unit, bound, part }: Counting, journeys: readonly Journey[]): Measurement {
  const counted = journeys
    .map((journey) => ({ language: journey.language, fetched: part(journey) }))
    .map((one) => ({ ...one, value: count(one.fetched, unit) }))
    .toSorted((one, other) => other.value - one.value);
  const [most] = counted;
  if (most === undefined) throw new Error("bench: no journey was made");
  const byLanguage = PAGE_LANGUAGES.map((language) => [
    language,
    counted.find((one) => one.language === language)?.value,
  ]);
  return {
    name,
    value: most.value,
    unit,
    bound,
    detail: { byLanguage: Object.fromEntries(byLanguage), fetched: most.fetched },
  };
}

function wait(name: string, journeys: readonly Journey[]): Measurement {
  const waits = journeys.map(({ sendMilliseconds }) => sendMilliseconds);
  return {
    name,
    value: median(waits),
    unit: "ms",
    bound: null,
    spread: spreadOf(waits),
    detail: {},
  };
}

const COUNTED: readonly Counting[] = [
  {
    name: "firstLoadBrotliBytes",
    unit: "bytes",
    bound: atMost(FIRST_LOAD_MAX),
    part: ({ firstLoad }) => firstLoad,
  },
  { name: "firstLoadRequests", unit: "requests", bound: null, part: ({ firstLoad }) => firstLoad },
  { name: "sealedReportBrotliBytes", unit: "bytes", bound: atMost(SEALED_REPORT_MAX), part: whole },
  { name: "sealedReportRequests", unit: "requests", bound: null, part: whole },
  { name: "submit.requests", unit: "requests", bound: atMost(REQUESTS_MAX), part: apiRequests },
];

async function makeJourneys(browser: TestBrowser, proxy: RecordingProxy) {
  const atOnce: Journey[] = [];
  const later: Journey[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const language = PAGE_LANGUAGES[turn % PAGE_LANGUAGES.length] ?? "en";
    atOnce.push(await report(browser, proxy, language, 0));
    later.push(await report(browser, proxy, language, PAUSE_MILLISECONDS));
  }
  return { atOnce, later };
}

async function measurePages(): Promise<readonly Measurement[]> {
  const closers: (() => Promise<void> | void)[] = [];
  try {
    const { site: built, remove } = await buildSite();
    closers.unshift(remove);
    const site = await startSite(built);
    closers.unshift(() => site.close());
    const proxy = await startRecordingProxy(site.server.url);
    closers.unshift(() => proxy.close());
    const browser = await openBrowser(proxy.url);
    closers.unshift(() => browser.close());
    const { atOnce, later } = await makeJourneys(browser, proxy);
    return [
      ...COUNTED.map((counting) => largest(counting, [...atOnce, ...later])),
      wait("submit.sendToCode", later),
      wait("submit.sendToCodeWithProof", atOnce),
      await measureSignIn(site, browser),
    ];
  } finally {
    for (const close of closers) await close();
  }
}

export function pagesMeasure(): Measure {
  return { name: "pages", run: measurePages };
}
