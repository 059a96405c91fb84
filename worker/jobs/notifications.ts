/**
 * Every minute: writes the messages of the day in the hour for them, and sends what is due. Nothing is sent while a
 * request is answered, so that nothing of a request can reach a receiver and no message marks the second of one.
 */
import { DAILY_HOUR_UTC, type Destination } from "../contract/notifications.ts";
import { deleteDestination } from "../db/notifications.ts";
import { findJobDay, jobDayKept } from "../db/due.ts";
import { openDatabase, type Database } from "../db/open.ts";
import {
  claimDue,
  findPlaces,
  insertDaily,
  markDelivered,
  passRun,
  type SealedPlace,
} from "../db/outbox.ts";
import { addressCode, messageId, openDestination, type Message } from "../domain/notification.ts";
import { readConfig, type Bindings, type Config } from "../env.ts";
import { reach } from "../notifications/reach.ts";
import { send } from "../notifications/send.ts";
import type { Outcome, Outgoing } from "../notifications/sender.ts";

/** As many connections as the host lets a Worker have open at once. */
const AT_ONCE = 6;
/** What one claim takes; with each answered in ten seconds at most, it is over before the row is due again. */
const CLAIMED_AT_ONCE = AT_ONCE * 4;
/** No more is claimed when this much of the minute is over. */
const CLAIMING_MILLISECONDS = 20_000;
const MILLISECONDS_AN_HOUR = 3_600_000;
const DAILY_JOB = "daily";

interface Run {
  readonly db: Database;
  readonly bindings: Bindings;
  readonly config: Config;
  readonly nowSeconds: number;
}

/** Never rejects: a key that is none, named by one member, must not keep a message from any other. */
async function sendSafely(
  destination: Destination,
  outgoing: Outgoing,
  { bindings, config, nowSeconds }: Run,
): Promise<Outcome> {
  try {
    return await send(destination, outgoing, bindings, config, { nowSeconds, reach });
  } catch {
    return "failed";
  }
}

async function attempt(message: Message, place: SealedPlace, run: Run): Promise<void> {
  const { db, config } = run;
  const destination = await openDestination(config.keys.destination, place, place.destination);
  // Sealed under another SERVER_SECRET: its member is shown that it does not work, and names it again.
  if (destination === null) return;
  const { destinationId, kind } = message;
  const outgoing = {
    id: await messageId(message),
    kind,
    language: place.language,
    code:
      kind === "code"
        ? await addressCode(config.keys.addressCode, destinationId, place.destination)
        : null,
  };
  const outcome = await sendSafely(destination, outgoing, run);
  if (outcome === "delivered") await markDelivered(db, message);
  if (outcome === "gone") await deleteDestination(db, destinationId);
}

/**
 * In each minute of its hour, so that a run that was missed or broke off is made up for; and after it, once, on a day on
 * which no run fell into it.
 */
async function isDailyDue(db: Database, today: number, hour: number): Promise<boolean> {
  if (hour <= DAILY_HOUR_UTC) return hour === DAILY_HOUR_UTC;
  return ((await findJobDay(db, DAILY_JOB)) ?? 0) < today;
}

export async function sendNotifications(
  bindings: Bindings,
  today: number,
  scheduledTime: number,
): Promise<void> {
  const db = openDatabase(bindings.DB);
  const config = await readConfig(bindings);
  const run = { db, bindings, config, nowSeconds: Math.floor(scheduledTime / 1_000) };
  await passRun(db);
  const hour = Math.floor(scheduledTime / MILLISECONDS_AN_HOUR) % 24;
  if (await isDailyDue(db, today, hour)) {
    await db.batch([insertDaily(db, today), jobDayKept(db, DAILY_JOB, today)]);
  }
  const until = Date.now() + CLAIMING_MILLISECONDS;
  do {
    const claimed = await claimDue(db, today, CLAIMED_AT_ONCE);
    if (claimed.length === 0) return;
    const places = await findPlaces(db, [
      ...new Set(claimed.map(({ destinationId }) => destinationId)),
    ]);
    for (let at = 0; at < claimed.length; at += AT_ONCE) {
      await Promise.all(
        claimed.slice(at, at + AT_ONCE).map(async (message) => {
          const place = places.get(message.destinationId);
          if (place !== undefined) await attempt(message, place, run);
        }),
      );
    }
  } while (Date.now() < until);
}
