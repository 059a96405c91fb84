/** Every kind of answer the origin that serves the real pages can give: one policy, and nothing kept. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import {
  CONTENT_SECURITY_POLICY,
  HASHED_ASSETS_PATH,
  IMMUTABLE,
  NO_STORE,
  SECURITY_HEADERS,
} from "../../worker/contract/headers.ts";
import { startServer, type Server } from "../support/server.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await startSite(inject("site"));
});
afterAll(() => site.close());

interface Question {
  readonly what: string;
  readonly path: string;
  readonly init?: RequestInit;
  readonly status: number;
}

const json = { "content-type": "application/json" };
const { submitReport, inbox, health } = endpoints;
const QUESTIONS: readonly Question[] = [
  { what: "the first page", path: "/", status: 200 },
  { what: "the members' page", path: "/desk", status: 200 },
  { what: "its icon", path: "/icon.svg", status: 200 },
  { what: "a page by its file's name", path: "/desk.html", status: 307 },
  { what: "nothing that is there", path: "/nowhere", status: 404 },
  { what: "no endpoint that is there", path: "/api/nowhere", status: 404 },
  { what: "the build's own list of headers", path: "/_headers", status: 404 },
  { what: "an endpoint", path: health.path, status: 200 },
  { what: "a head", path: "/", init: { method: "HEAD" }, status: 200 },
  { what: "a method no page has", path: "/", init: { method: "POST" }, status: 405 },
  {
    what: "leave to ask from elsewhere",
    path: submitReport.path,
    init: { method: "OPTIONS" },
    status: 405,
  },
  { what: "a method no endpoint has", path: submitReport.path, status: 405 },
  {
    what: "what is not JSON",
    path: submitReport.path,
    init: { method: "POST", body: "x", headers: { "content-type": "text/plain" } },
    status: 415,
  },
  {
    what: "too much",
    path: endpoints.challenge.path,
    init: { method: "POST", body: JSON.stringify("x".repeat(20_000)), headers: json },
    status: 413,
  },
  {
    what: "something wrong",
    path: submitReport.path,
    init: { method: "POST", body: "{}", headers: json },
    status: 400,
  },
  {
    what: "a member's list without being one",
    path: inbox.path,
    init: { method: "POST", body: "{}", headers: json },
    status: 401,
  },
];

function expectPolicy(response: Response, kept: string): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(response.headers.get(name), name).toBe(value);
  }
  expect(response.headers.get("cache-control")).toBe(kept);
  expect(response.headers.get("set-cookie")).toBeNull();
  for (const telling of [
    "report-to",
    "nel",
    "reporting-endpoints",
    "access-control-allow-origin",
  ]) {
    expect(response.headers.get(telling)).toBeNull();
  }
}

describe("every answer of the origin that serves the real pages", () => {
  it.each(QUESTIONS)(
    "to $what ($status) is under the one policy and is not kept",
    async (asked) => {
      const response = await site.server.fetch(asked.path, asked.init);
      await response.arrayBuffer();
      expect(response.status).toBe(asked.status);
      expectPolicy(response, NO_STORE);
    },
  );

  it("for each asset of the build is under it too, and may be kept, because its name is its hash", async () => {
    const assets = readdirSync(join(site.pages, HASHED_ASSETS_PATH));
    expect(assets.length).toBeGreaterThan(15);
    for (const name of assets) {
      const response = await site.server.fetch(HASHED_ASSETS_PATH + name);
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      expectPolicy(response, IMMUTABLE);
      const etag = response.headers.get("etag") ?? "";
      const again = await site.server.fetch(HASHED_ASSETS_PATH + name, {
        headers: { "if-none-match": etag },
      });
      expect(again.status).toBe(304);
      expect(again.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
    }
  });

  it("to somebody who has the page already (304) is under it too", async () => {
    const etag = (await site.server.fetch("/")).headers.get("etag") ?? "";
    const response = await site.server.fetch("/", { headers: { "if-none-match": etag } });
    expect(response.status).toBe(304);
    expect(response.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get("cache-control")).toBe(NO_STORE);
  });

  it("when the server itself is broken (500) is under it too, for its pages and its endpoints", async () => {
    let broken: Server | null = null;
    try {
      broken = await startServer({ assets: site.pages, vars: { SERVER_SECRET: "short" } });
      const failed = await broken.fetch(health.path);
      expect(failed.status).toBe(500);
      expectPolicy(failed, NO_STORE);
      const page = await broken.fetch("/");
      expect(page.status).toBe(200);
      expectPolicy(page, NO_STORE);
    } finally {
      await broken?.close();
    }
  });
});
