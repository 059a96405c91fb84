import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { WireError } from "../../worker/contract/errors.ts";
import { NO_STORE, SECURITY_HEADERS } from "../../worker/contract/headers.ts";
import { SMALL_BODY_BYTES } from "../../worker/contract/limits.ts";
import { ROLES } from "../../worker/contract/roster.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, refused, today } from "./client.ts";
import { comeBack, foundOrganisation, publishRoster, signIn } from "./people.ts";
import { sealReport } from "./sealed-bytes.ts";

let server: Server;
let tokens: Readonly<Record<"nobody" | "reporter" | "member", string | undefined>>;
beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  // Of every role, so that what is refused below is refused for what was asked.
  const listings = { [members[0].id]: { roles: [...ROLES] } };
  const ids = members.map(({ id }) => id);
  await publishRoster(server, desk, ids, { version: 2, expiresDay: today() + 30, listings });
  const { submission, reporter } = await sealReport(server, desk, [members[0].id]);
  await call(server, "submitReport", submission);
  tokens = {
    nobody: undefined,
    reporter: await comeBack(server, reporter),
    member: await signIn(server, members[0]),
  };
});
afterAll(() => server.close());

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}
const names = Object.keys(endpoints).filter(isEndpointName);
const posts = names.filter((name) => endpoints[name].method === "POST");
const guarded = names.filter((name) => endpoints[name].auth !== "nobody");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** A request to that endpoint by somebody it lets in. */
function admitted(
  name: EndpointName,
  init: {
    readonly body: string | Uint8Array<ArrayBuffer>;
    readonly headers?: Record<string, string>;
  },
): Promise<Response> {
  const token = tokens[endpoints[name].auth];
  return server.fetch(endpoints[name].path, {
    method: endpoints[name].method,
    body: init.body,
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...init.headers,
    },
  });
}

async function expectRefusal(response: Response, status: number, body: object): Promise<void> {
  expect(await response.json()).toEqual(body);
  expect(response.status).toBe(status);
  expectHeaders(response);
}

function expectHeaders(response: Response): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(response.headers.get(name), name).toBe(value);
  }
  expect(response.headers.get("cache-control")).toBe(NO_STORE);
}

describe.each(names)("%s", (name) => {
  const { method, path } = endpoints[name];

  it("answers every other method with 405 and the one it allows", async () => {
    for (const other of METHODS.filter((candidate) => candidate !== method)) {
      const response = await server.fetch(path, { method: other });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe(method);
      expectHeaders(response);
      if (other !== "HEAD") expect(await response.json()).toEqual({ error: "wrong-method" });
    }
  });
});

describe.each(guarded)("%s", (name) => {
  it("answers 401 to nobody and to a token it does not know", async () => {
    const basic = `Basic ${tokens[endpoints[name].auth]}`;
    for (const authorization of ["", "Bearer ", "Bearer AAAA", basic]) {
      const response = await admitted(name, { body: "{}", headers: { authorization } });
      await expectRefusal(response, 401, { error: "unauthorised" });
    }
  });
});

describe.each(posts)("%s", (name) => {
  it("answers 415 to anything but JSON", async () => {
    for (const type of ["text/plain", "application/jsonp", "multipart/form-data", ""]) {
      const response = await admitted(name, { body: "{}", headers: { "content-type": type } });
      await expectRefusal(response, 415, { error: "wrong-media-type" });
    }
  });

  it("answers 400 to what is no JSON", async () => {
    for (const body of ["", "{", '{"a":', "\u{feff}{}", new Uint8Array([0x22, 0xff, 0x22])]) {
      await expectRefusal(await admitted(name, { body }), 400, { error: "not-json" });
    }
  });

  it("answers 413 to a body beyond its limit", async () => {
    const body = JSON.stringify({ x: "x".repeat(endpoints[name].bodyLimitBytes) });
    await expectRefusal(await admitted(name, { body }), 413, { error: "too-large" });
  });

  it("answers 400 to a key it does not know", async () => {
    for (const key of ["unheard", "__proto__", "constructor"]) {
      const response = await admitted(name, { body: `{"${key}":1}` });
      const { error } = WireError.parse(await response.json());
      // The first thing wrong is named: where keys are also missing, that may be one of those.
      expect(["unknown-key", "wrong-type", "proof-missing"]).toContain(error);
      expect(response.status).toBe(400);
      expectHeaders(response);
    }
  });

  it("answers 400 to what is no object", async () => {
    for (const body of ["null", "[]", "1", '"{}"']) {
      await expectRefusal(await admitted(name, { body }), 400, { error: "wrong-type" });
    }
  });
});

describe("an unknown key", () => {
  it("is named as such wherever the rest is right, at any depth", async () => {
    await refused(server, "challenge", { action: "submit", extra: 1 }, "unknown-key");
    const member = tokens.member;
    await refused(server, "memberSignOut", { extra: 1 }, "unknown-key", member);
    const after = { receivedDay: 1, case: "A".repeat(22), extra: 1 };
    expect(await refused(server, "inbox", { after }, "unknown-key", member)).toBe("after");
  });
});

describe("a field at fault", () => {
  it("is named, and its value never repeated", async () => {
    const canary = "canary-0123456789";
    const response = await admitted("challenge", { body: JSON.stringify({ action: canary }) });
    const text = await response.text();
    expect(text).toBe('{"error":"wrong-type","field":"action"}');
    const key = await admitted("challenge", { body: `{"action":"submit","${canary}":1}` });
    expect(await key.text()).not.toContain(canary);
  });
});

describe("a body", () => {
  /** A chunked request with no Content-Length, of that many bytes. */
  function chunked(path: string, bytes: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const outgoing = request(server.url + path, {
        method: "POST",
        headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
      });
      outgoing.on("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      for (let sent = 0; sent < bytes; sent += 4_096) outgoing.write(" ".repeat(4_096));
      outgoing.end('{"action":"submit"}');
    });
  }

  it("without a length is read no further than its limit", async () => {
    expect(await chunked(endpoints.challenge.path, SMALL_BODY_BYTES / 2)).toBe(200);
    expect(await chunked(endpoints.challenge.path, SMALL_BODY_BYTES * 2)).toBe(413);
  });
});
