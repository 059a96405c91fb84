import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { PROJECT, startServer, type Server } from "../support/server.ts";
import { freeProof } from "./client.ts";
import { foundOrganisation } from "./people.ts";
import { sealReport } from "./sealed-bytes.ts";

const CANARY = `canary-${randomBytes(12).toString("hex")}`;

/** Everything a browser, a proxy or the host puts on a request that says who, where or with what. */
const TELLING = {
  "accept-language": `${CANARY}-language`,
  "cf-connecting-ip": "203.0.113.77",
  "cf-connecting-ipv6": "2001:db8::77",
  "cf-ipcountry": "XZ",
  "cf-ray": `${CANARY}-ray`,
  cookie: `id=${CANARY}`,
  dnt: "1",
  forwarded: `for=${CANARY}`,
  origin: `https://${CANARY}.example`,
  referer: `https://${CANARY}.example/page`,
  "sec-ch-ua": `"${CANARY}"`,
  "true-client-ip": "203.0.113.77",
  "user-agent": `${CANARY}-agent`,
  "x-forwarded-for": "203.0.113.77, 203.0.113.78",
  "x-real-ip": "203.0.113.77",
  "x-request-id": CANARY,
};
const TRACES = [CANARY, "203.0.113.77", "203.0.113.78", "2001:db8::77"];

describe("what a handler can see of a request", () => {
  let probe: Server;
  beforeAll(async () => {
    probe = await startServer({ main: join(PROJECT, "tests/routes/privacy-probe.ts") });
  });
  afterAll(() => probe.close());

  it("is its method, its path, its body and four headers", async () => {
    const response = await probe.fetch(`/api/report?from=${CANARY}`, {
      method: "POST",
      headers: {
        ...TELLING,
        accept: "application/json",
        authorization: "Bearer AAAA",
        "content-type": "application/json",
      },
      body: "{}",
    });
    expect(await response.json()).toEqual({
      method: "POST",
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/report$/),
      headers: {
        accept: "application/json",
        authorization: "Bearer AAAA",
        "content-length": "2",
        "content-type": "application/json",
      },
      cf: null,
      referrer: null,
      body: "{}",
    });
  });
});

describe("what stays of a request", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  async function everyRow(): Promise<string> {
    const tables = await server.database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all<{ name: string }>();
    const rows = [];
    for (const { name } of tables.results.filter((table) => !table.name.startsWith("_cf"))) {
      rows.push(await server.database.prepare(`SELECT * FROM "${name}"`).all());
    }
    return JSON.stringify(rows.map(({ results }) => results));
  }

  it("is nothing of who sent it, in the database or in the logs", async () => {
    const { desk, members } = await foundOrganisation(server);
    const { submission } = await sealReport(server, desk, [members[0].id]);
    const proof = await freeProof(server, "submit");
    const send = (path: string, body: unknown) =>
      server.fetch(`${path}?${CANARY}`, {
        method: "POST",
        headers: { ...TELLING, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const stored = await send(endpoints.submitReport.path, { ...submission, proof });
    expect(stored.status).toBe(200);
    for (const { path } of Object.values(endpoints)) await send(path, { [CANARY]: CANARY });
    await send("/nowhere", CANARY);
    const kept = (await everyRow()) + server.logs();
    expect(kept).toContain(submission.case);
    for (const trace of TRACES) expect(kept).not.toContain(trace);
  });

  it("is no log line at all while nothing is broken", () => {
    expect(server.logs()).toBe("[]");
  });
});
