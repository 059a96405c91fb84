/** Members' saved views. Invariant: a save replaces the version it was made from, and no other. */
import { and, eq } from "drizzle-orm";
import type { SavedViews, ViewsSave } from "../contract/saved-views.ts";
import type { Database } from "./open.ts";
import { savedViews } from "./saved-views-schema.ts";

/** Null for a member who never kept any. */
export async function findSavedViews(db: Database, memberId: string): Promise<SavedViews | null> {
  const rows = await db
    .select({ version: savedViews.version, sealed: savedViews.sealed })
    .from(savedViews)
    .where(eq(savedViews.memberId, memberId));
  return rows[0] ?? null;
}

/** False when another version is stored. */
export async function replaceSavedViews(
  db: Database,
  memberId: string,
  { replacesVersion, sealed }: ViewsSave,
): Promise<boolean> {
  const version = replacesVersion + 1;
  const written =
    replacesVersion === 0
      ? await db
          .insert(savedViews)
          .values({ memberId, version, sealed })
          .onConflictDoNothing()
          .returning({ version: savedViews.version })
      : await db
          .update(savedViews)
          .set({ version, sealed })
          .where(and(eq(savedViews.memberId, memberId), eq(savedViews.version, replacesVersion)))
          .returning({ version: savedViews.version });
  return written.length > 0;
}
