/**
 * Journal entries: written once, at the end of their lane, never changed.
 */
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { JOURNAL_PAGE_CHARACTERS } from "../contract/limits.ts";
import type { SealedEntry } from "../contract/journal.ts";
import type { CheckedEntry, JournalLane } from "../domain/journal.ts";
import type { Database } from "./open.ts";
import { entries } from "./schema.ts";

/** As many entries of the smallest size as a page could hold: nobody's page needs more rows. */
const PAGE_ENTRIES = 500;

export interface PageEntry extends SealedEntry {
  readonly lane: JournalLane;
  readonly seq: number;
}

/** Where each lane is read on from; null leaves the internal lane alone. */
export interface After {
  readonly conversation: number;
  readonly internal: number | null;
}

export function insertEntry(db: Database, caseId: string, entry: CheckedEntry) {
  return db.insert(entries).values({
    caseId,
    lane: entry.lane,
    seq: entry.seq,
    entryHash: entry.hash,
    header: entry.sealed.header,
    body: entry.sealed.body,
  });
}

/** The next entries of one lane and their sizes: a range of the key, and no body is read for it. */
function selectNext(db: Database, caseId: string, lane: JournalLane, seq: number) {
  const next = db
    .select({
      lane: entries.lane,
      seq: entries.seq,
      characters: sql<number>`octet_length(${entries.body})`.as("characters"),
    })
    .from(entries)
    .where(and(eq(entries.caseId, caseId), eq(entries.lane, lane), gt(entries.seq, seq)))
    .orderBy(entries.seq)
    .limit(PAGE_ENTRIES)
    .as(`next_${lane}`);
  return db.select({ lane: next.lane, seq: next.seq, characters: next.characters }).from(next);
}

/**
 * The entries after `after`, by lane and seq, until their bodies fill JOURNAL_PAGE_CHARACTERS; always at
 * least one if there is one.
 */
export function selectPage(db: Database, caseId: string, after: After) {
  const conversation = selectNext(db, caseId, "conversation", after.conversation);
  const next = (
    after.internal === null
      ? conversation
      : conversation.unionAll(selectNext(db, caseId, "internal", after.internal))
  ).as("next");
  const sizes = db
    .select({
      lane: next.lane,
      seq: next.seq,
      before: sql<number>`sum(${next.characters}) OVER (ORDER BY ${next.lane}, ${next.seq})
        - ${next.characters}`.as("before"),
    })
    .from(next)
    .as("sizes");
  return (
    db
      .select({
        lane: entries.lane,
        seq: entries.seq,
        header: entries.header,
        body: entries.body,
      })
      .from(sizes)
      // CROSS JOIN holds SQLite to this order (optoverview.html, 7.2): sizes first, then bodies by key.
      .crossJoin(entries)
      .where(
        and(
          lt(sizes.before, JOURNAL_PAGE_CHARACTERS),
          eq(entries.caseId, caseId),
          eq(entries.lane, sizes.lane),
          eq(entries.seq, sizes.seq),
        ),
      )
      .orderBy(entries.lane, entries.seq)
  );
}

/** Whether every one of these entries is stored already, byte for byte. */
export async function holdsEntries(
  db: Database,
  caseId: string,
  wanted: readonly CheckedEntry[],
): Promise<boolean> {
  const rows = await db
    .select({ lane: entries.lane, seq: entries.seq, hash: entries.entryHash })
    .from(entries)
    .where(
      and(
        eq(entries.caseId, caseId),
        inArray(
          entries.seq,
          wanted.map((entry) => entry.seq),
        ),
      ),
    );
  return wanted.every((entry) =>
    rows.some((row) => row.lane === entry.lane && row.seq === entry.seq && row.hash === entry.hash),
  );
}
