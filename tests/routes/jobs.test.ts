import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JOBS } from "../../worker/jobs/index.ts";
import { readWorkerConfig, startServer, type Server } from "../support/server.ts";
import { today } from "./client.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SWEEP = "17 3 * * *";
const NOW = new Date();

describe("jobs", () => {
  it("are the crons of wrangler.toml, all of them", () => {
    expect([...JOBS.keys()]).toEqual(readWorkerConfig().triggers.crons);
  });

  it("fail for a cron nobody wrote a job for", async () => {
    expect((await server.runCron("*/7 * * * *", NOW)).outcome).toBe("exception");
  });
});

describe("the sweep", () => {
  it("forgets challenges and sessions past their day, and no others", async () => {
    const days = [-3, -2, -1, 0, 1].map((apart) => today() + apart);
    for (const day of days) {
      const named = `day-${day}`;
      await server.database.prepare("INSERT INTO spent VALUES (?, ?)").bind(day, named).run();
      await server.database
        .prepare("INSERT INTO sessions (token_hash, member_id, created_day) VALUES (?, 'm', ?)")
        .bind(named, day)
        .run();
    }
    expect((await server.runCron(SWEEP, NOW)).outcome).toBe("ok");
    const spent = await server.database.prepare("SELECT expires_day AS day FROM spent").all();
    const sessions = await server.database
      .prepare("SELECT created_day AS day FROM sessions ORDER BY day")
      .all();
    expect(spent.results.map(({ day }) => day)).toEqual([today(), today() + 1]);
    expect(sessions.results.map(({ day }) => day)).toEqual([today() - 1, today(), today() + 1]);
  });

  it("goes on until nothing is left, however much there is", async () => {
    await server.database
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000)
         INSERT INTO spent SELECT 1, 'c' || i FROM n`,
      )
      .run();
    expect((await server.runCron(SWEEP, NOW)).outcome).toBe("ok");
    const left = await server.database
      .prepare("SELECT count(*) AS n FROM spent WHERE expires_day = 1")
      .first();
    expect(left).toEqual({ n: 0 });
  });
});
