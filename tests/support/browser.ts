/**
 * A real Chromium in front of one site, and visits that remember everything they saw.
 * Invariant: a visit fails its test when anything it did not announce went wrong: an error on the console, a
 * violation of the Content-Security-Policy, another host than the site's, a cookie, a byte of storage.
 */
import {
  chromium,
  type APIResponse,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
  type Route,
} from "playwright-core";
import { NAMED_ORIGIN, SITE_ORIGIN } from "./site.ts";

const EXECUTABLE = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** The browser with its window: it alone shows notifications, and keeps a profile as people have one. */
const WHOLE_EXECUTABLE = process.env["WHOLE_CHROMIUM"] ?? EXECUTABLE;

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How long a person waits for something to appear; generous, because the machine may be busy. */
const PATIENCE_MILLISECONDS = 30_000;

/** What the console says of every request that failed or was refused. */
export const REQUEST_FAILED = /Failed to load resource/;

/** Reported through the console, which is watched anyway. */
const VIOLATION = "securitypolicyviolation";

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface VisitOptions {
  /** What the browser asks for, as a BCP 47 tag. */
  readonly language?: string;
  readonly colourScheme?: "light" | "dark";
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: "on" | "off";
}

const PHONE = { width: 360, height: 740 } as const;

/** What a browser is like for one person. */
export function contextOptions(options: VisitOptions) {
  return {
    locale: options.language ?? "en",
    colorScheme: options.colourScheme ?? "light",
    viewport: { width: options.width ?? PHONE.width, height: options.height ?? PHONE.height },
    javaScriptEnabled: (options.javaScript ?? "on") === "on",
    serviceWorkers: "allow",
  } as const;
}

/** How Chromium is started so that it finds the site's server and nothing else. */
export function launchOptions(
  serverUrl: string,
  { flags = [], whole = false }: { readonly flags?: readonly string[]; readonly whole?: boolean },
) {
  const server = new URL(serverUrl).host;
  const sites = [SITE_ORIGIN, NAMED_ORIGIN].map((origin) => new URL(origin).host);
  const rules = [
    ...sites.map((site) => `MAP ${site} ${server}`),
    `EXCLUDE ${server}`,
    "MAP * ~NOTFOUND",
  ];
  return {
    executablePath: whole ? WHOLE_EXECUTABLE : EXECUTABLE,
    args: [...FLAGS, `--host-resolver-rules=${rules.join(", ")}`, ...flags],
  };
}

export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requests: SentRequest[] = [];
  readonly #serverUrl: string;
  readonly #problems: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #elsewhere: string[] = [];

  private constructor(context: BrowserContext, page: Page, serverUrl: string) {
    this.context = context;
    this.page = page;
    this.#serverUrl = serverUrl;
    context.on("request", (request) => this.#sent(request));
    page.on("pageerror", (error) => this.#problem(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        this.#problem(`console: ${message.text()} ${message.location().url}`);
      }
    });
  }

  static async begin(browser: Browser, serverUrl: string, options: VisitOptions): Promise<Visit> {
    return await Visit.within(await browser.newContext(contextOptions(options)), serverUrl);
  }

  /** @param context somebody's own, with nothing open in it that matters */
  static async within(context: BrowserContext, serverUrl: string): Promise<Visit> {
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    await context.addInitScript((name) => {
      document.addEventListener(name, (event) => {
        if (!(event instanceof SecurityPolicyViolationEvent)) return;
        console.error(name, event.violatedDirective, event.blockedURI);
      });
    }, VIOLATION);
    return new Visit(context, await context.newPage(), serverUrl);
  }

  #sent(request: Request): void {
    const { origin } = new URL(request.url());
    if (origin !== SITE_ORIGIN && origin !== NAMED_ORIGIN && !this.#elsewhere.includes(origin)) {
      this.#problem(`another host: ${request.url()}`);
    }
    this.requests.push({
      method: request.method(),
      url: request.url(),
      headers: request.headers(),
      body: request.postDataBuffer(),
    });
  }

  #problem(text: string): void {
    this.#problems.push(text);
  }

  /** Announces a message on the console that this test brings about. */
  expects(message: RegExp): void {
    this.#expected.push(message);
  }

  /** Announces a page somewhere else; the test answers for it with a route. */
  leavesTo(origin: string): void {
    this.#elsewhere.push(origin);
  }

  /** The next request to a path meets `handler`; every later one goes through. */
  async once(path: string, handler: (route: Route) => Promise<void>): Promise<void> {
    await this.page.route(`**${path}`, handler, { times: 1 });
  }

  /** What the real server answers to a request that a test holds in its hands. */
  async answerTo(route: Route): Promise<APIResponse> {
    const { pathname } = new URL(route.request().url());
    return await route.fetch({ url: this.#serverUrl + pathname });
  }

  /** Requests to the API so far, as `POST /api/…`. */
  asked(): readonly string[] {
    return this.requests
      .map(({ method, url }) => ({ method, path: new URL(url).pathname }))
      .filter(({ path }) => path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** What this browser would still hold if somebody looked into it. */
  async #kept(): Promise<readonly string[]> {
    const cookies = await this.context.cookies();
    const kept = cookies.map(({ name }) => `cookie ${name}`);
    for (const page of this.context.pages()) {
      if (![SITE_ORIGIN, NAMED_ORIGIN].some((origin) => page.url().startsWith(origin))) continue;
      const stored = page.evaluate(async () => [
        ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
        ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
        ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
        ...(await caches.keys()).map((key) => `cache ${key}`),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
      ]);
      // A page that cannot be asked is a finding of its own, and hides none of the others.
      kept.push(...(await stored.catch((error: unknown) => [`not looked into: ${String(error)}`])));
    }
    return kept;
  }

  /** Closes everything. @throws Error naming whatever was not announced. */
  async end(): Promise<void> {
    try {
      const kept = await this.#kept();
      const unexpected = this.#problems.filter(
        (problem) => !this.#expected.some((pattern) => pattern.test(problem)),
      );
      const found = [...unexpected, ...kept];
      if (found.length > 0) throw new Error(`visit: ${found.join("\n")}`);
    } finally {
      await this.context.close();
    }
  }
}

export interface TestBrowser {
  /** A person of their own: nothing is shared with any other visit. */
  readonly visit: (options?: VisitOptions) => Promise<Visit>;
  /** To be called after each test. @throws when a visit saw something that was not announced. */
  readonly endVisits: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param serverUrl where the site's server really listens; nothing else can be reached. */
export async function openBrowser(
  serverUrl: string,
  start: Parameters<typeof launchOptions>[1] = {},
): Promise<TestBrowser> {
  const browser = await chromium.launch(launchOptions(serverUrl, start));
  const visits: Visit[] = [];
  return {
    visit: async (options = {}) => {
      const visit = await Visit.begin(browser, serverUrl, options);
      visits.push(visit);
      return visit;
    },
    endVisits: async () => {
      const ended = await Promise.allSettled(visits.splice(0).map((visit) => visit.end()));
      for (const result of ended) if (result.status === "rejected") throw result.reason;
    },
    close: () => browser.close(),
  };
}
