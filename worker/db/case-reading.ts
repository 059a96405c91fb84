/** A case as it is read: by one of its recipients, and by its reporter. Each in one round trip. */
import { and, eq } from "drizzle-orm";
import type { Wrap } from "../contract/journal.ts";
import type { Signed } from "../contract/roster.ts";
import { selectForMember, type CaseRow } from "./cases.ts";
import { selectPage, type After, type PageEntry } from "./entries.ts";
import type { Database } from "./open.ts";
import { selectDecisions } from "./releases.ts";
import { selectReporterWraps } from "./reporters.ts";
import { cases, wraps } from "./schema.ts";
import { asWrap } from "./wraps.ts";

export interface OpenedCase {
  readonly row: CaseRow;
  readonly wraps: readonly Wrap[];
  readonly page: readonly PageEntry[];
}

/** A case as one of its recipients reads it, in one round trip; null when it is absent or another's. */
export async function openCase(
  db: Database,
  caseId: string,
  memberId: string,
  after: After,
): Promise<OpenedCase | null> {
  const [found, wrapRows, page] = await db.batch([
    selectForMember(db, caseId, memberId),
    db
      .select({ lane: wraps.lane, epoch: wraps.epoch, wrapKey: wraps.wrapKey, wrap: wraps.wrap })
      .from(cases)
      .innerJoin(
        wraps,
        and(
          eq(wraps.memberId, memberId),
          eq(wraps.receivedDay, cases.receivedDay),
          eq(wraps.caseId, cases.caseId),
        ),
      )
      .where(eq(cases.caseId, caseId)),
    selectPage(db, caseId, after),
  ]);
  const row = found[0];
  return row === undefined ? null : { row, wraps: wrapRows.map(asWrap), page };
}

/** A case as its reporter reads it: no lane but the conversation is even looked at. Wraps of later epochs only. */
export async function openConversation(
  db: Database,
  caseId: string,
  after: number,
): Promise<(OpenedCase & { readonly decisions: readonly Signed[] }) | null> {
  const [found, later, page, decisions] = await db.batch([
    db.select().from(cases).where(eq(cases.caseId, caseId)),
    selectReporterWraps(db, caseId),
    selectPage(db, caseId, { conversation: after, internal: null }),
    selectDecisions(db, caseId),
  ]);
  const row = found[0];
  return row === undefined
    ? null
    : { row, wraps: later.map((wrap) => ({ lane: "conversation", ...wrap })), page, decisions };
}
