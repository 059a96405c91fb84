/** Which messages a member wants, and where they go. Nothing here is about a case, and no reporter may ask. */
import * as z from "zod/mini";
import { bytesOf, Id } from "./bytes.ts";
import { Count, endpoint, Nothing } from "./endpoint.ts";
import { SMALL_BODY_BYTES } from "./limits.ts";
import {
  AddressCode,
  Destination,
  DESTINATION_WAYS,
  DESTINATIONS_EACH,
  NotificationLanguage,
  PUSH_KEY_BYTES,
} from "./notifications.ts";

const Wanted = {
  language: NotificationLanguage,
  /** One message a day, whether or not anything happened. */
  daily: z.boolean(),
  /** At once, when a report marked urgent comes or something is overdue. */
  alerts: z.boolean(),
};

export const notificationEndpoints = {
  notifications: endpoint({
    method: "POST",
    path: "/api/account/notifications",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      /** Null for somebody who has never chosen. */
      wanted: z.nullable(z.strictObject(Wanted)),
      /** What the next change replaces; 0 before the first. */
      version: Count,
      /** What this server can send by. */
      offered: z.array(z.enum(DESTINATION_WAYS)),
      /** The key a browser subscribes to; null where there is no push. */
      pushKey: z.nullable(bytesOf(PUSH_KEY_BYTES)),
      destinations: z
        .array(
          z.strictObject({
            id: Id,
            by: z.enum(DESTINATION_WAYS),
            /** The e-mail address, or the host of the receiver. */
            name: z.string(),
            /** An address counts once its code came back; anything else at once. */
            confirmed: z.boolean(),
            /** Something is waiting for it that could not be delivered yet. */
            failing: z.boolean(),
          }),
        )
        .check(z.maxLength(DESTINATIONS_EACH)),
    }),
    padding: "none",
  }),

  /** All that is wanted, and one more place for it to go to, or null. */
  saveNotifications: endpoint({
    method: "POST",
    path: "/api/account/notifications/save",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      /** Where somebody else was quicker: `conflict`. */
      replacesVersion: Count,
      ...Wanted,
      destination: z.nullable(z.strictObject({ id: Id, to: Destination })),
    }),
    output: Nothing,
    padding: "none",
  }),

  /** `code-wrong` where it is not the code. After five of them the address is forgotten. */
  confirmDestination: endpoint({
    method: "POST",
    path: "/api/account/notifications/confirm",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ destination: Id, code: AddressCode }),
    output: Nothing,
    padding: "none",
  }),

  /** A message to see that it arrives; with the next run of the job. `too-many-messages` beyond five a day. */
  testDestination: endpoint({
    method: "POST",
    path: "/api/account/notifications/test",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ destination: Id }),
    output: Nothing,
    padding: "none",
  }),

  removeDestination: endpoint({
    method: "POST",
    path: "/api/account/notifications/remove",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ destination: Id }),
    output: Nothing,
    padding: "none",
  }),
} as const;
