import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IMMUTABLE, NO_STORE, SECURITY_HEADERS } from "../../worker/contract/headers.ts";
import { startServer, type Server } from "../support/server.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Every kind of answer the asset layer and the Worker give between them. */
const ANSWERS = [
  { method: "GET", path: "/", status: 200, title: "report" },
  { method: "GET", path: "/desk", status: 200, title: "desk" },
  { method: "HEAD", path: "/", status: 200, title: null },
  { method: "GET", path: "/index.html", status: 307, title: null },
  { method: "GET", path: "/desk.html", status: 307, title: null },
  { method: "GET", path: "/desk/", status: 307, title: null },
  { method: "POST", path: "/", status: 405, title: null },
  { method: "PUT", path: "/assets/report-1a2b3c4d.js", status: 405, title: null },
  { method: "OPTIONS", path: "/desk", status: 405, title: null },
  { method: "GET", path: "/nowhere", status: 404, title: "not found" },
  { method: "HEAD", path: "/nowhere", status: 404, title: null },
  { method: "POST", path: "/nowhere", status: 404, title: "not found" },
  { method: "GET", path: "/_headers", status: 404, title: "not found" },
  { method: "GET", path: "/assets/absent.js", status: 404, title: "not found" },
  { method: "GET", path: "//desk", status: 307, title: null },
  { method: "GET", path: "/%zz", status: 404, title: "not found" },
  { method: "GET", path: "/api/nothing", status: 404, title: null },
  { method: "GET", path: "/api/health", status: 200, title: null },
];

describe("every answer of the origin", () => {
  it.each(ANSWERS)("to $method $path is $status and carries the same headers", async (answer) => {
    const response = await server.fetch(answer.path, { method: answer.method });
    const text = await response.text();
    expect(response.status).toBe(answer.status);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(response.headers.get(name), name).toBe(value);
    }
    if (answer.title !== null) expect(text).toContain(`<title>${answer.title}</title>`);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("is not stored, but for the assets named by their hash", async () => {
    for (const path of ["/", "/desk", "/nowhere", "/api/health", "/api/nothing"]) {
      expect((await server.fetch(path)).headers.get("cache-control")).toBe(NO_STORE);
    }
    const asset = await server.fetch("/assets/report-1a2b3c4d.js");
    expect(asset.status).toBe(200);
    expect(asset.headers.get("cache-control")).toBe(IMMUTABLE);
  });

  it("to a page somebody already has is a 304 with the same headers", async () => {
    const etag = (await server.fetch("/")).headers.get("etag") ?? "";
    const response = await server.fetch("/", { headers: { "if-none-match": etag } });
    expect(response.status).toBe(304);
    expect(response.headers.get("content-security-policy")).toBe(
      SECURITY_HEADERS["Content-Security-Policy"],
    );
  });
});
