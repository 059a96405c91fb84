/** An organisation some of whose members have messages sent to receivers on this machine. */
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { DAILY_HOUR_UTC, type Destination } from "../../worker/contract/notifications.ts";
import { startReceiver, type Received, type Receiver } from "../support/receivers.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, today } from "./client.ts";
import { foundOrganisation, signIn, type Organisation, type TestMember } from "./people.ts";

export const SENDER = "notes@mail.example";
export const MINUTE = 60_000;
const DAY = 86_400_000;

const Jwk = z.object({ x: z.string(), y: z.string(), d: z.string() });

/** As `VAPID_PUBLIC_KEY` and `VAPID_PRIVATE_KEY` hold it. */
export function newVapidKey(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y, d } = Jwk.parse(pair.privateKey.export({ format: "jwk" }));
  const point = [Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
  return { publicKey: Buffer.concat(point).toString("base64url"), privateKey: d };
}

export interface Person {
  readonly member: TestMember;
  readonly token: string;
}

export interface Notified {
  readonly server: Server;
  readonly receiver: Receiver;
  readonly organisation: Organisation;
  readonly vapid: ReturnType<typeof newVapidKey>;
  /** The organisation's reviewers, signed in. */
  readonly people: readonly [Person, Person, Person];
  /** Everything that has arrived since it was last asked. */
  readonly arrived: () => readonly Received[];
  /** One run of the job, so many minutes into today, or into the hour of the daily message. */
  readonly run: (when: {
    readonly at: "noon" | "daily-hour";
    readonly minute?: number;
  }) => Promise<string>;
  /** Runs until nothing is waiting that could be sent, at noon. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startNotified(): Promise<Notified> {
  const receiver = await startReceiver();
  const vapid = newVapidKey();
  const server = await startServer({
    main: "tests/support/watched-network-worker.ts",
    vars: {
      RECEIVER: `http://127.0.0.1:${receiver.port}`,
      NOTIFICATION_SENDER: SENDER,
      VAPID_PUBLIC_KEY: vapid.publicKey,
      VAPID_PRIVATE_KEY: vapid.privateKey,
    },
  });
  const organisation = await foundOrganisation(server);
  const enter = async (member: TestMember): Promise<Person> => ({
    member,
    token: await signIn(server, member),
  });
  const [first, second, third] = organisation.members;
  const run: Notified["run"] = async ({ at, minute = 0 }) => {
    const hour = at === "noon" ? 12 : DAILY_HOUR_UTC;
    const time = new Date(today() * DAY + hour * 60 * MINUTE + minute * MINUTE);
    return (await server.runCron("* * * * *", time)).outcome;
  };
  // Today's hour for the message of the day is over before anybody wants one.
  await run({ at: "daily-hour" });
  return {
    server,
    receiver,
    organisation,
    vapid,
    people: [await enter(first), await enter(second), await enter(third)],
    arrived: () => receiver.received.splice(0),
    run,
    settle: async () => {
      for (let runs = 0; runs < 8; runs += 1) await run({ at: "noon" });
    },
    close: async () => {
      await server.close();
      await receiver.close();
    },
  };
}

export type Wanted = Omit<InputOf<"saveNotifications">, "replacesVersion" | "destination">;
export const EVERYTHING: Wanted = { language: "en", daily: true, alerts: true };

export function newId(): string {
  return toBase64Url(randomBytes(16));
}

/** Wants that, and one more place for it to go to; answers the place's id. */
export async function wants(
  { server }: Pick<Notified, "server">,
  { token }: Pick<Person, "token">,
  wanted: Wanted,
  to: Destination | null = null,
): Promise<string> {
  const { version } = await call(server, "notifications", {}, token);
  const id = newId();
  const destination = to === null ? null : { id, to };
  const input = { replacesVersion: version, ...wanted, destination };
  await call(server, "saveNotifications", input, token);
  return id;
}

export interface TestHook {
  readonly to: Extract<Destination, { by: "webhook" }>;
  /** Where it is asked: a path of its own. */
  readonly path: string;
}

export function newHook(host = "hooks.example"): TestHook {
  const path = `/${newId()}`;
  const secret = toBase64Url(randomBytes(32));
  return { path, to: { by: "webhook", url: `https://${host}${path}`, secret } };
}

/** As a receiver checks it by Standard Webhooks, with code of its own. */
export function isSignedFor({ to }: TestHook, { headers, body }: Received): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
  const mac = createHmac("sha256", Buffer.from(to.secret, "base64url"));
  const expected = mac.update(signed).update(body).digest("base64");
  return headers["webhook-signature"] === `v1,${expected}`;
}

/** The id a message is known by, however it came. */
export function idOf({ headers, body, path }: Received): string {
  if (path !== "/mail") return headers["webhook-id"] ?? "";
  const mail = z
    .object({ headers: z.record(z.string(), z.string()) })
    .parse(JSON.parse(body.toString()));
  return mail.headers["X-Message-ID"] ?? "";
}
