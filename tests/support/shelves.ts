/** Keys of cases as they lie in a database, uncovered with what the bucket of shred keys holds at that moment. */
import type { D1Database } from "@cloudflare/workers-types";
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
  return new ShredKeys(shredKeys, new Map()).uncover(place, stored);
}
