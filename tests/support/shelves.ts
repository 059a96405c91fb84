/** Keys of cases as they lie in a database, uncovered with what the bucket of shred keys holds at that moment. */
import type { D1Database } from "@cloudflare/workers-types";
import { openDatabase } from "../../worker/db/open.ts";
import { ShredKeys } from "../../worker/db/shelves.ts";
import { hasLayer } from "../../worker/domain/shredding.ts";
import type { Server } from "./server.ts";

async function receivedDay(database: D1Database, caseId: string): Promise<number> {
  const row = await database
    .prepare("SELECT received_day AS day FROM cases WHERE case_id = ?")
    .bind(caseId)
    .first<{ day: number }>();
  return row?.day ?? 0;
}

/** @param day of receipt, where there is no case that says it. @throws when the key of their layer is gone */
export async function uncovered(
  { database, shredKeys }: Pick<Server, "database" | "shredKeys">,
  caseId: string,
  stored: readonly string[],
  day?: number,
): Promise<string[]> {
  if (!stored.some(hasLayer)) return [...stored];
  const place = { caseId, receivedDay: day ?? (await receivedDay(database, caseId)) };
  return new ShredKeys(shredKeys, openDatabase(database), new Map()).uncover(place, stored);
}

/** Where the database holds keys of a case: table, column, and which rows are of it. */
export const KEYS_OF_CASES = [
  { table: "wraps", column: "wrap", of: "case_id = ?" },
  { table: "reporters", column: "wrap", of: "case_id = ?" },
  { table: "reporter_wraps", column: "wrap", of: "case_id = ?" },
  { table: "identity_shares", column: "share", of: "case_id = ?" },
  {
    table: "release_requests",
    column: "request",
    of: "release_id IN (SELECT release_id FROM releases WHERE case_id = ?)",
  },
  {
    table: "release_decisions",
    column: "share",
    of: "release_id IN (SELECT release_id FROM releases WHERE case_id = ?)",
  },
] as const;

/** As if the case had come on that day: its rows say so, and its keys lie under the key of that day's shelf. */
export async function receivedOn(
  server: Pick<Server, "database" | "shredKeys">,
  caseId: string,
  day: number,
): Promise<void> {
  const { database, shredKeys } = server;
  const before = await receivedDay(database, caseId);
  const keys = new ShredKeys(shredKeys, openDatabase(database), new Map());
  for (const { table, column, of } of KEYS_OF_CASES) {
    const { results } = await database
      .prepare(
        `SELECT DISTINCT ${column} AS stored FROM ${table} WHERE ${column} IS NOT NULL AND ${of}`,
      )
      .bind(caseId)
      .all<{ stored: string }>();
    const stored = results.map((row) => row.stored);
    const opened = await keys.uncover({ caseId, receivedDay: before }, stored);
    const moved = await keys.coverNew({ caseId, receivedDay: day }, opened);
    for (const [at, text] of moved.entries()) {
      await database
        .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ? AND ${of}`)
        .bind(text, stored[at] ?? "", caseId)
        .run();
    }
  }
  await database.batch([
    database.prepare("UPDATE cases SET received_day = ? WHERE case_id = ?").bind(day, caseId),
    database.prepare("UPDATE wraps SET received_day = ? WHERE case_id = ?").bind(day, caseId),
  ]);
}
