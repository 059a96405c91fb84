import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { D1Database, D1Meta } from "@cloudflare/workers-types";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { base64UrlLength } from "../../worker/contract/bytes.ts";
import {
  BODY_BUCKETS_BYTES,
  CARD_BYTES,
  D1_BOUND_PARAMETERS,
  D1_ROW_BYTES,
  JOURNAL_PAGE_CHARACTERS,
  SEAL_OVERHEAD_BYTES,
  WRAP_BYTES,
} from "../../worker/contract/limits.ts";
import { insertCase } from "../../worker/db/cases.ts";
import { selectPage } from "../../worker/db/entries.ts";
import { selectInbox } from "../../worker/db/inbox.ts";
import { openDatabase } from "../../worker/db/open.ts";
import * as schema from "../../worker/db/schema.ts";
import { insertWraps } from "../../worker/db/wraps.ts";
import { checkEntry, REPORTER } from "../../worker/domain/journal.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { PROJECT, startServer, type Server } from "../support/server.ts";
import { today } from "./client.ts";
import { addMember, foundOrganisation, type Organisation, type TestMember } from "./people.ts";
import { originHash, randomText, sealReport } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly key: number;
}

async function migratedTables(): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { results } = await server.database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all<{ name: string }>();
  const tables = new Map<string, readonly Column[]>();
  for (const { name } of results) {
    if (name.startsWith("_cf") || name.startsWith("sqlite") || name.startsWith("d1_")) continue;
    const info = await server.database
      .prepare(`PRAGMA table_info(${name})`)
      .all<{ name: string; type: string; notnull: number; pk: number }>();
    tables.set(
      name,
      info.results.map((column) => ({
        name: column.name,
        type: column.type.toLowerCase(),
        notNull: column.notnull === 1,
        key: column.pk,
      })),
    );
  }
  return tables;
}

function drizzleTables(): ReadonlyMap<string, readonly Column[]> {
  const tables = new Map<string, readonly Column[]>();
  for (const table of Object.values(schema)) {
    if (!(table instanceof SQLiteTable)) continue;
    const { name, columns, primaryKeys } = getTableConfig(table);
    const composite = primaryKeys[0]?.columns.map((column) => column.name) ?? [];
    tables.set(
      name,
      columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        notNull: column.notNull,
        key: column.primary ? 1 : composite.indexOf(column.name) + 1,
      })),
    );
  }
  return tables;
}

/** `## table` and the rows under it: column -> kind. */
function documentedTables(): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const text = readFileSync(join(PROJECT, "worker/db/STORAGE.md"), "utf8");
  const tables = new Map<string, readonly (readonly [string, string])[]>();
  for (const section of text.split(/^## /m).slice(1)) {
    const rows = [...section.matchAll(/^\| `(\w+)` \| (\w+) \| .+ \| .+ \|$/gm)];
    const name = section.slice(0, section.indexOf("\n"));
    if (rows.length > 0)
      tables.set(
        name,
        rows.map((row) => [row[1] ?? "", row[2] ?? ""]),
      );
  }
  return tables;
}

describe("the stored columns", () => {
  it("are the same in the migrations and in Drizzle", async () => {
    const migrated = await migratedTables();
    expect(migrated.size).toBeGreaterThan(0);
    expect(Object.fromEntries(drizzleTables())).toEqual(Object.fromEntries(migrated));
  });

  it("are all in STORAGE.md, each with its kind", async () => {
    const documented = documentedTables();
    const migrated = await migratedTables();
    expect([...documented.keys()]).toEqual([...migrated.keys()]);
    for (const [table, columns] of migrated) {
      const rows = documented.get(table) ?? [];
      expect(rows.map(([column]) => column)).toEqual(columns.map(({ name }) => name));
      for (const [, kind] of rows) expect(["plain", "sealed", "digest", "key"]).toContain(kind);
    }
  });

  it("stand in STRICT tables that nothing cascades from", async () => {
    for (const table of (await migratedTables()).keys()) {
      const row = await server.database
        .prepare("SELECT sql FROM sqlite_schema WHERE name = ?")
        .bind(table)
        .first<{ sql: string }>();
      expect(row?.sql).toMatch(/\) STRICT/);
      expect(row?.sql).not.toMatch(/CASCADE/i);
    }
  });

  it("fit the rows and statements D1 takes in production", () => {
    const body = base64UrlLength((BODY_BUCKETS_BYTES.at(-1) ?? 0) + SEAL_OVERHEAD_BYTES);
    expect(body + 1_000).toBeLessThan(D1_ROW_BYTES);
    // A roster row holds two statements of the largest size.
    expect(base64UrlLength(262_144) * 2 + 1_000).toBeLessThan(D1_ROW_BYTES);
    const rows = Array.from({ length: 64 }, () => ({
      member: randomText(16),
      lane: "conversation" as const,
      epoch: 0,
      key: randomText(16),
      wrap: randomText(WRAP_BYTES),
    }));
    const statements = insertWraps(openDatabase(server.database), randomText(16), 1, rows);
    const counts = statements.map((statement) => statement.toSQL().params.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(64 * 7);
    for (const count of counts) expect(count).toBeLessThanOrEqual(D1_BOUND_PARAMETERS);
  });
});

/** The database, with what each batch cost written down. */
function metered(database: D1Database): {
  readonly database: D1Database;
  readonly metas: D1Meta[];
} {
  const metas: D1Meta[] = [];
  const batch: D1Database["batch"] = async (statements) => {
    const results = await database.batch<never>(statements);
    metas.push(...results.map(({ meta }) => meta));
    return results;
  };
  return {
    metas,
    database: new Proxy(database, {
      get: (target, key) => (key === "batch" ? batch : Reflect.get(target, key)),
    }),
  };
}

describe("a submission", () => {
  it.each([1, 2, 3])("to %i members writes four rows and one for each of them", async (count) => {
    const members = organisation.members.slice(0, count).map(({ id }) => id);
    const { submission } = await sealReport(server, organisation.desk, members);
    const { database, metas } = metered(server.database);
    const originHashText = toBase64Url(originHash(server));
    await insertCase(openDatabase(database), {
      caseId: submission.case,
      submissionHash: randomText(32),
      deskId: submission.desk,
      urgent: submission.urgent,
      receivedDay: today(),
      card: submission.card,
      entry: await checkEntry(
        submission.entry,
        { originHash: originHashText, caseId: submission.case, author: REPORTER, today: today() },
        "entry",
      ),
      reporter: {
        locatorHash: submission.reporter.locatorHash,
        signInKey: submission.reporter.signInKey,
        wrapKey: submission.reporter.wrap.key,
        wrap: submission.reporter.wrap.wrap,
      },
      wraps: members.map((member) => ({
        member,
        lane: "conversation",
        epoch: 0,
        key: randomText(16),
        wrap: randomText(WRAP_BYTES),
      })),
      envelope: null,
      spent: { expiresDay: today(), challengeHash: randomText(32) },
    });
    const written = metas.reduce((sum, meta) => sum + meta.rows_written, 0);
    expect(written).toBe(4 + count);
  });
});

/** `count` cases of that member, spread over a year, every second one with an internal lane and card. */
async function fill(member: TestMember, from: number, count: number): Promise<void> {
  const card = base64UrlLength(CARD_BYTES + SEAL_OVERHEAD_BYTES);
  const wrap = base64UrlLength(WRAP_BYTES);
  const numbers = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1})`;
  const id = `'${member.handle}-' || i`;
  const lane = "CASE i % 2 WHEN 0 THEN 'internal' ELSE 'conversation' END";
  const wraps = (laneOf: string, where: string) =>
    `${numbers} INSERT INTO wraps SELECT ?, 20000 + i % 365, ${id}, ${laneOf}, 0, 'k',
     printf('%.*c', ${wrap}, 'A') FROM n WHERE ${where}`;
  await server.database.batch([
    server.database.prepare(
      `${numbers} INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, acknowledged_day, feedback_day,
       closed_day, withdrawn_day, purge_day, next_due_day, conversation_seq, conversation_head, conversation_epoch,
       internal_seq, internal_head, internal_epoch, card_lane, card_epoch, card_header, card_body)
       SELECT ${id}, 'h', 'd', 0, 20000 + i % 365, NULL, NULL, NULL, NULL,
       NULL, NULL, 1, 'h', 0, i % 2, 'h', 0, ${lane}, 0, 'c', printf('%.*c', ${card}, 'A') FROM n`,
    ),
    server.database.prepare(wraps("'conversation'", "true")).bind(member.id),
    server.database.prepare(wraps("'internal'", "i % 2 = 0")).bind(member.id),
  ]);
}

describe("the first page of an inbox", () => {
  it("reads as many rows with 10,000 stored cases as with 100, and never more than 250", async () => {
    const member = await addMember(server, "busy");
    const colleague = await addMember(server, "colleague");
    await fill(colleague, 1, 500);
    const read: number[] = [];
    let stored = 0;
    for (const total of [100, 1_000, 10_000]) {
      await fill(member, stored + 1, total - stored);
      stored = total;
      const query = selectInbox(openDatabase(server.database), member.id, null).toSQL();
      const page = await server.database
        .prepare(query.sql)
        .bind(...query.params)
        .all();
      expect(page.results).toHaveLength(51);
      read.push(page.meta.rows_read);
    }
    expect(Math.max(...read)).toBeLessThanOrEqual(250);
    expect(Math.max(...read) - Math.min(...read)).toBeLessThanOrEqual(5);
  });

  it("is a search by key with nothing sorted and nothing scanned, and so is the next", async () => {
    for (const after of [null, { receivedDay: 20_100, case: "busy-5000" }]) {
      const query = selectInbox(openDatabase(server.database), "m", after).toSQL();
      const plan = await server.database
        .prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
        .bind(...query.params)
        .all<{ detail: string }>();
      const steps = plan.results.map(({ detail }) => detail);
      expect(steps[0]).toMatch(
        after === null ? /^SEARCH wraps USING PRIMARY KEY \(member_id=\?\)/ : /received_day/,
      );
      for (const step of steps) expect(step).toMatch(/^(SEARCH |CORRELATED SCALAR SUBQUERY )/);
    }
  });
});

describe("a page of a journal", () => {
  it("reads no more of a long lane than it answers with", async () => {
    const body = base64UrlLength(4_096 + SEAL_OVERHEAD_BYTES);
    await server.database.batch([
      server.database.prepare(
        `INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, acknowledged_day, feedback_day,
       closed_day, withdrawn_day, purge_day, next_due_day, conversation_seq, conversation_head, conversation_epoch,
       internal_seq, internal_head, internal_epoch, card_lane, card_epoch, card_header, card_body)
       SELECT 'long', 'h', 'd', 0, 1, NULL, NULL, NULL, NULL, NULL, NULL, 10000, 'h', 0,
         0, 'h', 0, 'conversation', 0, 'c', 'c'`,
      ),
      server.database.prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
         INSERT INTO entries SELECT 'long', 'conversation', i, 'h', 'h', printf('%.*c', ${body}, 'A') FROM n`,
      ),
    ]);
    const after = { conversation: 1_000, internal: 0 };
    const query = selectPage(openDatabase(server.database), "long", after).toSQL();
    const page = await server.database
      .prepare(query.sql)
      .bind(...query.params)
      .all<{ seq: number }>();
    expect(page.results).toHaveLength(Math.ceil(JOURNAL_PAGE_CHARACTERS / body));
    expect(page.results[0]?.seq).toBe(1_001);
    expect(page.meta.rows_read).toBeLessThan(2_500);
  });
});
