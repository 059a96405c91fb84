/**
 * What members want to be sent, and where. Invariant: whoever is no member any more has no row here after the next
 * sweep, and is sent nothing from that day on (outbox.ts).
 */
import { and, eq, inArray, lt, lte, sql } from "drizzle-orm";
import { CODE_TRIES, CODES_A_DAY, DESTINATIONS_EACH } from "../contract/notifications.ts";
import { violationOf, type Database } from "./open.ts";
import {
  addressCodes,
  members,
  notificationDestinations as destinations,
  notificationSettings as settings,
  outbox,
} from "./schema.ts";

export type SettingsRow = typeof settings.$inferSelect;
export type DestinationRow = typeof destinations.$inferSelect;

export interface Notifications {
  readonly settings: SettingsRow | null;
  readonly destinations: readonly (DestinationRow & { readonly failing: boolean })[];
}

export async function findNotifications(db: Database, memberId: string): Promise<Notifications> {
  const [[found], rows, undelivered] = await db.batch([
    db.select().from(settings).where(eq(settings.memberId, memberId)),
    db.select().from(destinations).where(eq(destinations.memberId, memberId)),
    db
      .selectDistinct({ id: outbox.destinationId })
      .from(destinations)
      .innerJoin(outbox, eq(outbox.destinationId, destinations.destinationId))
      .where(
        // Once tried and neither delivered nor in the middle of its first try.
        and(eq(destinations.memberId, memberId), eq(outbox.delivered, false), sql`attempts > 1`),
      ),
  ]);
  const failing = new Set(undelivered.map(({ id }) => id));
  return {
    settings: found ?? null,
    destinations: rows.map((row) => ({ ...row, failing: failing.has(row.destinationId) })),
  };
}

export interface SavedNotifications {
  readonly wanted: Omit<SettingsRow, "version">;
  readonly replacesVersion: number;
  /** One more, or null. */
  readonly destination: Pick<DestinationRow, "destinationId" | "destination" | "confirmed"> | null;
  /** The day on which a code is asked for with it; null where none is. */
  readonly codeDay: number | null;
}

/** For the batch that has a code mailed: fails it, by a number that is not there, when the day has had as many. */
export function countCode(db: Database, memberId: string, day: number) {
  const { codes } = addressCodes;
  return db
    .insert(addressCodes)
    .values({ memberId, day, codes: 1 })
    .onConflictDoUpdate({
      target: [addressCodes.memberId, addressCodes.day],
      set: { codes: sql`CASE WHEN ${codes} < ${CODES_A_DAY} THEN ${codes} + 1 END` },
    });
}

export function isCodeTooMany(error: unknown): boolean {
  const violation = violationOf(error);
  return violation?.rule === "not-null" && violation.table === "address_codes";
}

export async function deleteCodesBefore(db: Database, day: number): Promise<void> {
  await db.delete(addressCodes).where(lt(addressCodes.day, day));
}

/**
 * One batch. `conflict`: another version was there; `full`: as many places as a member may have; `codes`: as many codes
 * as a day has.
 */
export async function saveNotifications(
  db: Database,
  { wanted, replacesVersion, destination, codeDay }: SavedNotifications,
): Promise<"saved" | "conflict" | "full" | "codes"> {
  const { memberId } = wanted;
  const stands = sql`coalesce((SELECT version FROM notification_settings WHERE member_id = ${memberId}), 0)`;
  const held = sql`(SELECT count(*) FROM notification_destinations WHERE member_id = ${memberId})`;
  // Where something else was there the row is given no number, and NOT NULL fails the whole batch.
  const version = sql`CASE WHEN ${stands} = ${replacesVersion} THEN ${replacesVersion + 1} END`;
  try {
    await db.batch([
      db
        .insert(settings)
        .values({ ...wanted, version })
        .onConflictDoUpdate({
          target: settings.memberId,
          set: {
            version: sql`excluded.version`,
            language: wanted.language,
            daily: wanted.daily,
            alerts: wanted.alerts,
          },
        }),
      ...(destination === null
        ? []
        : [
            db.insert(destinations).values({
              ...destination,
              memberId,
              tries: sql`CASE WHEN ${held} < ${DESTINATIONS_EACH} THEN 0 END`,
            }),
          ]),
      ...(codeDay === null ? [] : [countCode(db, memberId, codeDay)]),
    ]);
    return "saved";
  } catch (error) {
    const violation = violationOf(error);
    if (violation === null) throw error;
    if (isCodeTooMany(error)) return "codes";
    const full = violation.rule === "not-null" && violation.table === "notification_destinations";
    return full ? "full" : "conflict";
  }
}

/** That member's, or null. */
export async function findDestination(
  db: Database,
  memberId: string,
  destinationId: string,
): Promise<DestinationRow | null> {
  const rows = await db
    .select()
    .from(destinations)
    .where(and(eq(destinations.memberId, memberId), eq(destinations.destinationId, destinationId)));
  return rows[0] ?? null;
}

export async function confirmDestination(db: Database, destinationId: string): Promise<void> {
  await db
    .update(destinations)
    .set({ confirmed: true })
    .where(eq(destinations.destinationId, destinationId));
}

/** Counts a wrong code; the last of CODE_TRIES ends the place, so that codes cannot be guessed. */
export async function countWrongCode(db: Database, destinationId: string): Promise<void> {
  const its = eq(destinations.destinationId, destinationId);
  await db.batch([
    db
      .update(destinations)
      .set({ tries: sql`${destinations.tries} + 1` })
      .where(its),
    db.delete(destinations).where(and(its, sql`tries >= ${CODE_TRIES}`)),
    deleteOrphans(db),
  ]);
}

/** With whatever was yet to be sent there. */
export async function deleteDestination(db: Database, destinationId: string): Promise<void> {
  await db.batch([
    db.delete(destinations).where(eq(destinations.destinationId, destinationId)),
    db.delete(outbox).where(eq(outbox.destinationId, destinationId)),
  ]);
}

function deleteOrphans(db: Database) {
  return db
    .delete(outbox)
    .where(sql`destination_id NOT IN (SELECT destination_id FROM notification_destinations)`);
}

/** For the batch of what ends memberships by `today`: whoever went is written to no more. */
export function forgetNotifications(db: Database, today: number) {
  const gone = db
    .select({ memberId: members.memberId })
    .from(members)
    .where(lte(members.revokedDay, today));
  return [
    db
      .delete(outbox)
      .where(
        inArray(
          outbox.destinationId,
          db
            .select({ id: destinations.destinationId })
            .from(destinations)
            .where(inArray(destinations.memberId, gone)),
        ),
      ),
    db.delete(destinations).where(inArray(destinations.memberId, gone)),
    db.delete(settings).where(inArray(settings.memberId, gone)),
  ] as const;
}
