/**
 * Messages to members that are yet to be sent, and those of the last day that were. Each is one row under the key of
 * what it is, so that a job that runs again writes nothing twice.
 *
 * An attempt is its own claim: the row is counted up and put off before anything is sent, in one statement that no two
 * runs both win, and even a run that begins while it is being sent leaves it alone. Whoever crashes after that leaves the row to be tried again when its wait is over; whoever crashes
 * after the receiver took the message sends it again under the same id. So none is lost, and one that comes twice is
 * recognised. `wait` counts runs of the job, which is every minute: no column here holds a time.
 */
import { eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { DueStep } from "../contract/due.ts";
import {
  ALERT_PAUSE_RUNS,
  RETRY_RUNS_MAX,
  type NotificationKind,
  type NotificationLanguage,
} from "../contract/notifications.ts";
import type { Message } from "../domain/notification.ts";
import type { countCode } from "./notifications.ts";
import { bindable, type Database } from "./open.ts";
import {
  notificationDestinations as destinations,
  notificationSettings as settings,
  outbox,
} from "./schema.ts";

/** The message of the day to every place of every member who wants one, for a batch. Written twice, it stays one. */
export function insertDaily(db: Database, today: number) {
  return db
    .insert(outbox)
    .select(
      sql`SELECT d.destination_id, 'daily', ${today}, 0, 0, 0, 0
        FROM notification_settings AS s
        JOIN notification_destinations AS d ON d.member_id = s.member_id
        JOIN members AS m ON m.member_id = s.member_id
        WHERE s.daily = 1 AND d.confirmed = 1 AND (m.revoked_day IS NULL OR m.revoked_day > ${today})`,
    )
    .onConflictDoNothing();
}

/**
 * An alert to each of these members who wants them, for the batch of what it is about. While one has not been tried yet
 * it stands for the next as well, and after one was delivered the next waits: however many urgent reports come, a place
 * gets one alert in ALERT_PAUSE_RUNS minutes.
 * @param members SQL: the ids of those it is meant for
 */
function alertEach(db: Database, members: SQL, today: number) {
  return db.insert(outbox).select(
    sql`SELECT d.destination_id, 'alert', ${today},
        1 + coalesce((SELECT max(number) FROM outbox AS o
          WHERE o.destination_id = d.destination_id AND o.kind = 'alert' AND o.day = ${today}), 0),
        0,
        coalesce((SELECT max(CASE WHEN o.delivered = 1 THEN o.wait ELSE ${ALERT_PAUSE_RUNS} END) FROM outbox AS o
          WHERE o.destination_id = d.destination_id AND o.kind = 'alert'), 0),
        0
      FROM notification_destinations AS d JOIN notification_settings AS s ON s.member_id = d.member_id
      WHERE d.member_id IN (${members})
        AND d.confirmed = 1 AND s.alerts = 1
        AND NOT EXISTS (SELECT 1 FROM outbox AS o
          WHERE o.destination_id = d.destination_id AND o.kind = 'alert' AND o.attempts = 0)`,
  );
}

/** To these members. */
export function insertAlerts(db: Database, memberIds: readonly string[], today: number) {
  return alertEach(db, sql`SELECT value FROM json_each(${JSON.stringify(memberIds)})`, today);
}

/** A step that a case has reached, and one of those it is meant for. */
export interface MeantStep {
  readonly memberId: string;
  readonly caseId: string;
  readonly dueDay: number;
  readonly step: DueStep;
}

/** For the batch that marks these steps, before they are marked: of what was marked earlier nobody is told again. */
export function alertOfSteps(db: Database, meant: readonly MeantStep[], today: number) {
  const rows = meant.map(({ memberId, caseId, dueDay, step }) => [memberId, caseId, dueDay, step]);
  return alertEach(
    db,
    sql`SELECT meant.value ->> 0 FROM json_each(${JSON.stringify(rows)}) AS meant
      WHERE NOT EXISTS (SELECT 1 FROM due_marks AS k WHERE k.case_id = meant.value ->> 1
        AND k.due_day = meant.value ->> 2 AND k.step = meant.value ->> 3)`,
    today,
  );
}

/** Of a new report that is urgent: to those it is sealed to. Whoever its reporter took out does not hear of it either. */
export function alertReaders(
  db: Database,
  report: {
    readonly urgent: boolean;
    readonly wraps: readonly { readonly member: string }[];
    readonly receivedDay: number;
  },
) {
  if (!report.urgent) return [];
  const readers = report.wraps.map(({ member }) => member);
  return [insertAlerts(db, readers, report.receivedDay)];
}

/**
 * A code or a test, unless one of today's is on its way. False when there were `most` today already.
 * @param counted what is written with it, if it is written, and fails it
 */
export async function insertAsked(
  db: Database,
  { destinationId, kind, day }: Omit<Message, "number">,
  most: number,
  counted: readonly ReturnType<typeof countCode>[] = [],
): Promise<boolean> {
  const all = await db.all<{ number: number; delivered: number }>(
    sql`SELECT number, delivered FROM outbox
      WHERE destination_id = ${destinationId} AND kind = ${kind} AND day = ${day}`,
  );
  if (all.some(({ delivered }) => delivered === 0)) return true;
  if (all.length >= most) return false;
  const number = all.length + 1;
  await db.batch([
    db
      .insert(outbox)
      .values({ destinationId, kind, day, number, attempts: 0, wait: 0, delivered: false })
      .onConflictDoNothing(),
    ...counted,
  ]);
  return true;
}

/** One run of the job has begun. */
export async function passRun(db: Database): Promise<void> {
  await db
    .update(outbox)
    .set({ wait: sql`wait - 1` })
    .where(sql`wait > 0`);
}

interface ClaimedRow {
  readonly destination_id: string;
  readonly kind: NotificationKind;
  readonly day: number;
  readonly number: number;
}

/**
 * Up to `most` messages that are due, counted up and put off in the same statement: nobody else has them while this
 * attempt lasts. Yesterday's message of the day is let go: today's says the same.
 */
export async function claimDue(
  db: Database,
  today: number,
  most: number,
): Promise<readonly Message[]> {
  const rows = await db.all<ClaimedRow>(
    sql`UPDATE outbox SET attempts = attempts + 1, wait = min(${RETRY_RUNS_MAX}, 2 << attempts)
      WHERE delivered = 0 AND wait = 0 AND (destination_id, kind, day, number) IN (
        SELECT o.destination_id, o.kind, o.day, o.number
        FROM outbox AS o
        JOIN notification_destinations AS d ON d.destination_id = o.destination_id
        JOIN members AS m ON m.member_id = d.member_id
        WHERE o.delivered = 0 AND o.wait = 0 AND (o.kind <> 'daily' OR o.day = ${today})
          AND (d.confirmed = 1 OR o.kind = 'code') AND (m.revoked_day IS NULL OR m.revoked_day > ${today})
        ORDER BY o.attempts LIMIT ${most}
      )
      RETURNING destination_id, kind, day, number`,
  );
  return rows.map(({ destination_id: destinationId, ...message }) => ({
    destinationId,
    ...message,
  }));
}

export interface SealedPlace {
  readonly destinationId: string;
  readonly memberId: string;
  readonly destination: string;
  readonly language: NotificationLanguage;
}

export async function findPlaces(
  db: Database,
  destinationIds: readonly string[],
): Promise<ReadonlyMap<string, SealedPlace>> {
  const places = new Map<string, SealedPlace>();
  for (const ids of bindable(destinationIds, 1)) {
    const rows = await db
      .select({
        destinationId: destinations.destinationId,
        memberId: destinations.memberId,
        destination: destinations.destination,
        language: settings.language,
      })
      .from(destinations)
      .innerJoin(settings, eq(settings.memberId, destinations.memberId))
      .where(inArray(destinations.destinationId, ids));
    for (const row of rows) places.set(row.destinationId, row);
  }
  return places;
}

/** Delivered, and kept until the sweep so that it is not written again; an alert makes the next one wait. */
export async function markDelivered(db: Database, message: Message): Promise<void> {
  const { destinationId, kind, day, number } = message;
  await db
    .update(outbox)
    .set({ delivered: true, wait: kind === "alert" ? ALERT_PAUSE_RUNS : 0 })
    .where(
      sql`destination_id = ${destinationId} AND kind = ${kind} AND day = ${day} AND number = ${number}`,
    );
}

/** Delivered or not: a message nobody could be brought in a day is no news any more. */
export async function deleteMessagesBefore(db: Database, day: number): Promise<void> {
  await db.delete(outbox).where(lt(outbox.day, day));
}
