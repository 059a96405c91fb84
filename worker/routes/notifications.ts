/**
 * A member's own messages: which they want, and where they go. Nobody sees or changes another's.
 */
import type { DestinationWay } from "../contract/notifications.ts";
import { CODE_TRIES, TESTS_A_DAY, type Destination } from "../contract/notifications.ts";
import {
  confirmDestination as confirm,
  countCode,
  countWrongCode,
  deleteDestination,
  findDestination,
  findNotifications,
  isCodeTooMany,
  saveNotifications as save,
  type DestinationRow,
} from "../db/notifications.ts";
import { insertAsked } from "../db/outbox.ts";
import { asMember, type Actor } from "../domain/actor.ts";
import {
  addressCode,
  destinationName,
  openDestination,
  sealDestination,
} from "../domain/notification.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

function offeredBy({ config: { sending } }: Context): DestinationWay[] {
  return [
    ...(sending.email === null ? [] : (["email"] as const)),
    "webhook",
    ...(sending.push === null ? [] : (["push"] as const)),
  ];
}

export const notifications: Handler<"notifications", Context> = async (_input, context, actor) => {
  const { memberId } = asMember(actor);
  const { db, config } = context;
  const { settings, destinations } = await findNotifications(db, memberId);
  const listed = await Promise.all(
    destinations.map(async ({ destinationId: id, destination, confirmed, failing }) => {
      const place = { memberId, destinationId: id };
      const opened = await openDestination(config.keys.destination, place, destination);
      // Sealed under another SERVER_SECRET: nothing can be sent there any more.
      if (opened === null) return [];
      return [{ id, by: opened.by, name: destinationName(opened), confirmed, failing }];
    }),
  );
  return {
    wanted:
      settings === null
        ? null
        : { language: settings.language, daily: settings.daily, alerts: settings.alerts },
    version: settings?.version ?? 0,
    offered: offeredBy(context),
    pushKey: config.sending.push?.publicKey ?? null,
    destinations: listed.flat(),
  };
};

/** @throws Refusal where this server does not send by that way, or would send to itself */
function checkReachable(to: Destination, context: Context): void {
  if (!offeredBy(context).includes(to.by)) throw new Refusal("wrong-type", "destination.to.by");
  const own = to.by !== "email" && context.config.origins.includes(new URL(to.url).origin);
  if (own) throw new Refusal("wrong-type", "destination.to.url");
}

export const saveNotifications: Handler<"saveNotifications", Context> = async (
  { replacesVersion, language, daily, alerts, destination },
  context,
  actor,
) => {
  const { memberId } = asMember(actor);
  const { db, config, today } = context;
  let added = null;
  if (destination !== null) {
    const { id: destinationId, to } = destination;
    checkReachable(to, context);
    const place = { memberId, destinationId };
    const sealed = await sealDestination(config.keys.destination, place, to);
    added = { destinationId, destination: sealed, confirmed: to.by !== "email" };
  }
  const saved = await save(db, {
    wanted: { memberId, language, daily, alerts },
    replacesVersion,
    destination: added,
    codeDay: added?.confirmed === false ? today : null,
  });
  if (saved === "codes") throw new Refusal("too-many-messages", "destination");
  if (saved === "full") throw new Refusal("conflict", "destination");
  if (saved === "conflict") throw new Refusal("conflict", "replacesVersion");
  if (added?.confirmed === false) {
    await insertAsked(
      db,
      { destinationId: added.destinationId, kind: "code", day: today },
      CODE_TRIES,
    );
  }
  return {};
};

/** @throws Refusal `not-found`, for another's as for one that is not there */
async function ownDestination(id: string, { db }: Context, actor: Actor): Promise<DestinationRow> {
  const row = await findDestination(db, asMember(actor).memberId, id);
  if (row === null) throw new Refusal("not-found", "destination");
  return row;
}

export const confirmDestination: Handler<"confirmDestination", Context> = async (
  { destination, code },
  context,
  actor,
) => {
  const { db, config } = context;
  const own = await ownDestination(destination, context, actor);
  const { destinationId, confirmed } = own;
  if (confirmed) return {};
  if (code !== (await addressCode(config.keys.addressCode, destinationId, own.destination))) {
    await countWrongCode(db, destinationId);
    throw new Refusal("code-wrong", "code");
  }
  await confirm(db, destinationId);
  return {};
};

export const testDestination: Handler<"testDestination", Context> = async (
  { destination },
  context,
  actor,
) => {
  const { db, today } = context;
  const { destinationId, confirmed } = await ownDestination(destination, context, actor);
  // What can be asked for at an address nobody has confirmed is the code, once more.
  const kind = confirmed ? "test" : "code";
  const counted = confirmed ? [] : [countCode(db, asMember(actor).memberId, today)];
  try {
    const message = { destinationId, kind, day: today } as const;
    if (await insertAsked(db, message, TESTS_A_DAY, counted)) return {};
  } catch (error) {
    if (!isCodeTooMany(error)) throw error;
  }
  throw new Refusal("too-many-messages");
};

export const removeDestination: Handler<"removeDestination", Context> = async (
  { destination },
  context,
  actor,
) => {
  const { destinationId } = await ownDestination(destination, context, actor);
  await deleteDestination(context.db, destinationId);
  return {};
};
