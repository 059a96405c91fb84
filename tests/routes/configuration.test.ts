import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SECURITY_HEADERS } from "../../worker/contract/headers.ts";
import { readConfig } from "../../worker/env.ts";
import { startServer, TEST_SECRET } from "../support/server.ts";

const ORIGIN = "https://tern.example";

describe("a configuration", () => {
  it.each(["https://tern.example", "http://127.0.0.1:8787", "http://localhost:8787"])(
    "is sound with the origin %s",
    async (origin) => {
      const config = await readConfig({ SERVER_SECRET: TEST_SECRET, ORIGIN: origin });
      expect(config.originHash).toHaveLength(32);
    },
  );

  it.each(["", "tern.example", "http://tern.example", "https://tern.example/", "ftp://127.0.0.1"])(
    "is not sound with the origin %j",
    async (origin) => {
      const reading = readConfig({ SERVER_SECRET: TEST_SECRET, ORIGIN: origin });
      await expect(reading).rejects.toThrow("ORIGIN");
    },
  );

  it.each([
    "",
    "short",
    randomBytes(31).toString("base64url"),
    "not base64url, but long enough to pass",
  ])("is not sound with the secret %j", async (secret) => {
    const reading = readConfig({ SERVER_SECRET: secret, ORIGIN });
    await expect(reading).rejects.toThrow("SERVER_SECRET");
  });
});

describe("a Worker without a sound secret", () => {
  it("answers every request to its API with server-error, and nothing more", async () => {
    const server = await startServer({ vars: { SERVER_SECRET: "short" } });
    try {
      for (const path of ["/api/health", "/api/roster"]) {
        const response = await server.fetch(path);
        expect(response.status).toBe(500);
        expect(await response.text()).toBe('{"error":"server-error"}');
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
          expect(response.headers.get(name), name).toBe(value);
        }
      }
      expect(server.logs()).toContain("server-error");
      expect(server.logs()).not.toContain("SERVER_SECRET");
      expect((await server.fetch("/")).status).toBe(200);
    } finally {
      await server.close();
    }
  });
});
