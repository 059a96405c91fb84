/** Messages to members, sent by the real Worker to real receivers, and what cannot be read out of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import {
  ALERT_PAUSE_RUNS,
  CODE_TRIES,
  CODES_A_DAY,
  DESTINATIONS_EACH,
  EMAIL_TEXT_BYTES,
  TESTS_A_DAY,
  WEBHOOK_BODY_BYTES,
} from "../../worker/contract/notifications.ts";
import type { Received } from "../support/receivers.ts";
import { call, refused, today } from "./client.ts";
import {
  EVERYTHING,
  idOf,
  isSignedFor,
  newHook,
  newId,
  SENDER,
  startNotified,
  wants,
  type Notified,
  type Person,
} from "./notified.ts";
import { comeBack } from "./people.ts";
import { sealReport } from "./sealed-bytes.ts";

let notified: Notified;
beforeAll(async () => {
  notified = await startNotified();
});
afterAll(() => notified.close());

beforeEach(async () => {
  const { server, receiver } = notified;
  for (const table of [
    "outbox",
    "notification_destinations",
    "notification_settings",
    "address_codes",
  ]) {
    await server.database.prepare(`DELETE FROM ${table}`).run();
  }
  receiver.answers = 200;
  notified.arrived();
});

const Mail = z.object({
  from: z.object({ name: z.string(), email: z.string() }),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
});

function mailOf(received: Received | undefined): z.infer<typeof Mail> {
  return Mail.parse(JSON.parse(received?.body.toString() ?? ""));
}

function kindOf({ body }: Received): string {
  return z.object({ type: z.string() }).parse(JSON.parse(body.toString())).type;
}

async function report(
  recipients: readonly Person[],
  urgent: boolean,
): Promise<Awaited<ReturnType<typeof sealReport>>> {
  const { server, organisation } = notified;
  const ids = recipients.map(({ member }) => member.id);
  const sent = await sealReport(server, organisation.desk, ids);
  await call(server, "submitReport", { ...sent.submission, urgent });
  return sent;
}

describe("the message of the day", () => {
  it("comes once, in its hour, signed, to whoever wants it and to nobody else", async () => {
    const [first, second] = notified.people;
    const hook = newHook();
    await wants(notified, first, EVERYTHING, hook.to);
    await wants(notified, second, { ...EVERYTHING, daily: false }, newHook().to);
    await notified.run({ at: "noon" });
    expect(notified.arrived()).toEqual([]);
    for (const minute of [0, 1, 2, 30, 59]) {
      expect(await notified.run({ at: "daily-hour", minute })).toBe("ok");
    }
    const [message, ...more] = notified.arrived();
    if (message === undefined) throw new Error("nothing came");
    expect(more).toEqual([]);
    expect(message).toMatchObject({ host: "hooks.example", path: hook.path });
    expect(kindOf(message)).toBe("notification.daily");
    expect(isSignedFor(hook, message)).toBe(true);
    expect(isSignedFor(newHook(), message)).toBe(false);
    const changed = {
      ...message,
      body: Buffer.from(message.body.toString().replace("daily", "other")),
    };
    expect(isSignedFor(hook, changed)).toBe(false);
  });

  it("comes at the next run of that day, once, when no run fell into its hour", async () => {
    const [first] = notified.people;
    const hook = newHook();
    const { database } = notified.server;
    await wants(notified, first, EVERYTHING, hook.to);
    // The control: on a day on which it has gone out, it does not go out again at noon.
    await database.prepare("UPDATE job_days SET day = ? WHERE job = 'daily'").bind(today()).run();
    await notified.run({ at: "noon" });
    expect(notified.arrived()).toEqual([]);
    await database.prepare("UPDATE job_days SET day = day - 1 WHERE job = 'daily'").run();
    for (let minute = 0; minute < 4; minute += 1) await notified.run({ at: "noon", minute });
    const [late, ...others] = notified.arrived();
    expect([late?.path, others]).toEqual([hook.path, []]);
    // Of the day, whenever it goes: its id and its size are those of its hour.
    await database.prepare("DELETE FROM outbox").run();
    await notified.run({ at: "daily-hour" });
    const [inTime] = notified.arrived();
    expect(inTime?.headers["webhook-id"]).toBe(late?.headers["webhook-id"]);
    expect(inTime?.body).toEqual(late?.body);
  });

  it("is the same bytes whether or not anything happened", async () => {
    const [first] = notified.people;
    const { server } = notified;
    await wants(notified, first, { ...EVERYTHING, alerts: false }, newHook().to);
    const bodies = [];
    for (const happened of [0, 1, 3]) {
      for (let at = 0; at < happened; at += 1) await report([first], true);
      await server.database.prepare("DELETE FROM outbox").run();
      await notified.run({ at: "daily-hour" });
      const [message] = notified.arrived();
      const { "webhook-signature": _signature, ...headers } = message?.headers ?? {};
      bodies.push({ body: message?.body.toString(), headers });
    }
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });
});

describe("an alert", () => {
  it("goes at once to those an urgent report is sealed to, and to nobody the reporter left out", async () => {
    const [first, second, third] = notified.people;
    const hooks = [newHook(), newHook(), newHook()] as const;
    await wants(notified, first, EVERYTHING, hooks[0].to);
    await wants(notified, second, EVERYTHING, hooks[1].to);
    await wants(notified, third, { ...EVERYTHING, alerts: false }, hooks[2].to);
    await report([first, third], false);
    await notified.run({ at: "noon" });
    expect(notified.arrived()).toEqual([]);
    await report([first, third], true);
    await notified.run({ at: "noon" });
    const arrived = notified.arrived();
    expect(arrived.map(({ path }) => path)).toEqual([hooks[0].path]);
    expect(arrived.map(kindOf)).toEqual(["notification.alert"]);
  });

  it("rings once however many urgent reports come, and once more when the pause is over", async () => {
    const [first] = notified.people;
    await wants(notified, first, EVERYTHING, newHook().to);
    for (let at = 0; at < 5; at += 1) await report([first], true);
    await notified.run({ at: "noon" });
    expect(notified.arrived()).toHaveLength(1);
    // The control: without the pause each of these would ring.
    const rings = [];
    for (let minute = 1; minute <= ALERT_PAUSE_RUNS * 2; minute += 1) {
      await report([first], true);
      await notified.run({ at: "noon", minute });
      rings.push(notified.arrived().length);
    }
    expect(rings.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(rings.slice(0, ALERT_PAUSE_RUNS - 1)).toEqual(Array(ALERT_PAUSE_RUNS - 1).fill(0));
  });

  it("is of the size of every other message", async () => {
    const [first] = notified.people;
    await wants(notified, first, EVERYTHING, newHook().to);
    await notified.run({ at: "daily-hour" });
    await report([first], true);
    await notified.run({ at: "noon" });
    const arrived = notified.arrived();
    expect(arrived.map(kindOf)).toEqual(["notification.daily", "notification.alert"]);
    for (const { body } of arrived) expect(body).toHaveLength(WEBHOOK_BODY_BYTES);
    const [daily, alert] = arrived.map(({ headers }) =>
      Object.entries(headers).map(([name, value]) => [name, value.length]),
    );
    expect(alert).toEqual(daily);
  });
});

describe("an e-mail address", () => {
  it("is written to only once the code sent there came back", async () => {
    const [first] = notified.people;
    const { server } = notified;
    const to = { by: "email", address: "somebody@post.example" } as const;
    const id = await wants(notified, first, EVERYTHING, to);
    await notified.run({ at: "daily-hour" });
    const [asking, ...others] = notified.arrived();
    expect(others).toEqual([]);
    const mail = mailOf(asking);
    expect(mail).toMatchObject({ from: { email: SENDER }, to: to.address });
    expect(Buffer.byteLength(mail.text)).toBe(EMAIL_TEXT_BYTES);
    const code = /\d{8}/u.exec(mail.text)?.[0] ?? "";
    const wrong = code === "00000000" ? "11111111" : "00000000";
    await refused(
      server,
      "confirmDestination",
      { destination: id, code: wrong },
      "code-wrong",
      first.token,
    );
    await call(server, "confirmDestination", { destination: id, code }, first.token);
    await notified.run({ at: "daily-hour", minute: 5 });
    const [daily] = notified.arrived();
    expect(Buffer.byteLength(mailOf(daily).text)).toBe(EMAIL_TEXT_BYTES);
    expect(Object.keys(mailOf(daily).headers).toSorted()).toEqual([
      "Auto-Submitted",
      "X-Message-ID",
    ]);
    expect(mailOf(daily).text).not.toMatch(/\d|http/u);
  });

  it("is forgotten after too many wrong codes, so that none can be guessed", async () => {
    const [first] = notified.people;
    const { server } = notified;
    const to = { by: "email", address: "somebody@post.example" } as const;
    const id = await wants(notified, first, EVERYTHING, to);
    await notified.run({ at: "noon" });
    const code = /\d{8}/u.exec(mailOf(notified.arrived()[0]).text)?.[0] ?? "";
    const wrong = code === "00000000" ? "11111111" : "00000000";
    for (let tries = 0; tries < CODE_TRIES; tries += 1) {
      await refused(
        server,
        "confirmDestination",
        { destination: id, code: wrong },
        "code-wrong",
        first.token,
      );
    }
    await refused(
      server,
      "confirmDestination",
      { destination: id, code },
      "not-found",
      first.token,
    );
  });
});

describe("codes to addresses", () => {
  const to = { by: "email", address: "somebody@post.example" } as const;
  const mails = (): number => notified.arrived().filter(({ path }) => path === "/mail").length;

  async function addsAndRemoves(person: Person, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const id = await wants(notified, person, EVERYTHING, to);
      await notified.run({ at: "noon" });
      await call(notified.server, "removeDestination", { destination: id }, person.token);
    }
  }

  async function isRefusedOne({ token }: Person): Promise<void> {
    const { version, destinations } = await call(notified.server, "notifications", {}, token);
    const destination = { id: newId(), to };
    const input = { replacesVersion: version, ...EVERYTHING, destination };
    await refused(notified.server, "saveNotifications", input, "too-many-messages", token);
    // Nothing of it is stored: neither the address nor a version.
    const now = await call(notified.server, "notifications", {}, token);
    expect([now.version, now.destinations]).toEqual([version, destinations]);
  }

  it("are as many a day as there may be, however often one is taken away and added again", async () => {
    const [first, second] = notified.people;
    await addsAndRemoves(first, CODES_A_DAY);
    expect(mails()).toBe(CODES_A_DAY);
    await isRefusedOne(first);
    await notified.run({ at: "noon" });
    expect(mails()).toBe(0);
    // Nobody else's, no other kind of place, and no longer than the day.
    await addsAndRemoves(second, 1);
    await wants(notified, first, EVERYTHING, newHook().to);
    await notified.server.database.prepare("UPDATE address_codes SET day = day - 1").run();
    await addsAndRemoves(first, 1);
    expect(mails()).toBe(2);
  });

  it("are counted where one is asked for once more, and not where it is still on its way", async () => {
    const [first] = notified.people;
    const id = await wants(notified, first, EVERYTHING, to);
    for (let time = 1; time < TESTS_A_DAY; time += 1) {
      await notified.run({ at: "noon" });
      await call(notified.server, "testDestination", { destination: id }, first.token);
      await call(notified.server, "testDestination", { destination: id }, first.token);
    }
    await addsAndRemoves(first, CODES_A_DAY - TESTS_A_DAY);
    expect(mails()).toBe(CODES_A_DAY);
    await isRefusedOne(first);
  });

  it("would be as many as somebody likes, if none were counted", async () => {
    const [first] = notified.people;
    for (let time = 0; time < CODES_A_DAY + 2; time += 1) {
      await notified.server.database.prepare("DELETE FROM address_codes").run();
      await addsAndRemoves(first, 1);
    }
    expect(mails()).toBe(CODES_A_DAY + 2);
  });

  it("are counted no longer than to the next sweep", async () => {
    const [first] = notified.people;
    await addsAndRemoves(first, 1);
    const { database } = notified.server;
    await database.prepare("UPDATE address_codes SET day = day - 1").run();
    await notified.server.runCron("17 3 * * *", new Date());
    expect((await database.prepare("SELECT * FROM address_codes").all()).results).toEqual([]);
  });
});

describe("a receiver", () => {
  it("that fails is tried again after 2, 4, 8 runs, under the same id", async () => {
    const [first] = notified.people;
    const { server, receiver } = notified;
    const id = await wants(notified, first, EVERYTHING, newHook().to);
    receiver.answers = 500;
    await report([first], true);
    const tried: string[][] = [];
    for (let minute = 0; minute < 16; minute += 1) {
      if (minute === 15) receiver.answers = 204;
      await notified.run({ at: "noon", minute });
      tried.push(notified.arrived().map(idOf));
    }
    expect(tried.flatMap((ids, minute) => (ids.length === 0 ? [] : [minute]))).toEqual([
      0, 2, 6, 14,
    ]);
    expect(new Set(tried.flat()).size).toBe(1);
    const { destinations } = await call(server, "notifications", {}, first.token);
    expect(destinations).toMatchObject([{ id, failing: true }]);
    for (let minute = 16; minute < 31; minute += 1) await notified.run({ at: "noon", minute });
    expect(notified.arrived().map(idOf)).toEqual(tried[0]);
  });

  it("of mail that never answers is not waited for, and keeps nobody else's message back", async () => {
    const [first, second] = notified.people;
    const to = { by: "email", address: "somebody@hangs.example" } as const;
    const id = await wants(notified, first, EVERYTHING, to);
    const hook = newHook();
    const beginning = Date.now();
    // The control: the one that hangs is claimed and under way when the other's comes.
    await wants(notified, second, EVERYTHING, hook.to);
    expect(await notified.run({ at: "daily-hour" })).toBe("ok");
    expect(Date.now() - beginning).toBeLessThan(40_000);
    expect(notified.arrived().map(({ path }) => path)).toEqual([hook.path]);
    const row = await notified.server.database
      .prepare("SELECT attempts, delivered FROM outbox WHERE destination_id = ?")
      .bind(id)
      .first();
    expect(row).toEqual({ attempts: 1, delivered: 0 });
  });

  it("that answers with another place is not followed", async () => {
    const [first] = notified.people;
    notified.receiver.answers = 307;
    await wants(notified, first, EVERYTHING, newHook().to);
    await notified.run({ at: "daily-hour" });
    expect(notified.arrived().map(({ host }) => host)).toEqual(["hooks.example"]);
  });

  it("that says it is gone is forgotten", async () => {
    const [first] = notified.people;
    notified.receiver.answers = 410;
    await wants(notified, first, EVERYTHING, newHook().to);
    await notified.run({ at: "daily-hour" });
    const { destinations } = await call(notified.server, "notifications", {}, first.token);
    expect(destinations).toEqual([]);
    const left = await notified.server.database
      .prepare("SELECT count(*) AS n FROM outbox")
      .first("n");
    expect(left).toBe(0);
  });

  it.each([
    "http://hooks.example/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://hooks.example:8443/",
    "https://user:password@hooks.example/",
    "https://localhost./",
    "https://hooks.example/#part",
  ])("cannot be %s", async (url) => {
    const [first] = notified.people;
    const { server } = notified;
    const destination = { id: newId(), to: { ...newHook().to, url } };
    const input = { replacesVersion: 0, ...EVERYTHING, destination };
    await refused(server, "saveNotifications", input, "wrong-type", first.token);
  });

  it("whose key is none keeps nobody else's message back", async () => {
    const [first, second] = notified.people;
    const hook = newHook();
    const none = Buffer.alloc(65, 7).toString("base64url");
    const auth = Buffer.alloc(16, 7).toString("base64url");
    await wants(notified, first, EVERYTHING, {
      by: "push",
      url: "https://push.example/x",
      key: none,
      auth,
    });
    await wants(notified, second, EVERYTHING, hook.to);
    expect(await notified.run({ at: "daily-hour" })).toBe("ok");
    expect(notified.arrived().map(({ path }) => path)).toEqual([hook.path]);
  });
});

describe("a member", () => {
  it("sees and changes their own alone, and is told where somebody else was quicker", async () => {
    const [first, second] = notified.people;
    const { server } = notified;
    const id = await wants(notified, first, EVERYTHING, newHook().to);
    for (const destination of [id, newId()]) {
      const input = { destination, code: "00000000" };
      await refused(server, "confirmDestination", input, "not-found", second.token);
      await refused(server, "testDestination", { destination }, "not-found", second.token);
      await refused(server, "removeDestination", { destination }, "not-found", second.token);
    }
    const stale = { replacesVersion: 0, ...EVERYTHING, destination: null };
    await refused(server, "saveNotifications", stale, "conflict", first.token);
    const own = await call(server, "notifications", {}, first.token);
    expect(own).toMatchObject({
      version: 1,
      wanted: EVERYTHING,
      destinations: [{ id, name: "hooks.example" }],
    });
    expect((await call(server, "notifications", {}, second.token)).destinations).toEqual([]);
    await call(server, "removeDestination", { destination: id }, first.token);
    expect((await call(server, "notifications", {}, first.token)).destinations).toEqual([]);
  });

  it("has as many places as there may be, and as many tests a day", async () => {
    const [first] = notified.people;
    const { server } = notified;
    const id = await wants(notified, first, EVERYTHING, newHook().to);
    for (let at = 1; at < DESTINATIONS_EACH; at += 1)
      await wants(notified, first, EVERYTHING, newHook().to);
    const { version } = await call(server, "notifications", {}, first.token);
    const destination = { id: newId(), to: newHook().to };
    const more = { replacesVersion: version, ...EVERYTHING, destination };
    await refused(server, "saveNotifications", more, "conflict", first.token);
    for (let at = 0; at < TESTS_A_DAY; at += 1) {
      await call(server, "testDestination", { destination: id }, first.token);
      await call(server, "testDestination", { destination: id }, first.token);
      await notified.run({ at: "noon" });
      expect(notified.arrived().map(kindOf)).toEqual(["notification.test"]);
    }
    await refused(server, "testDestination", { destination: id }, "too-many-messages", first.token);
  });

  it("is not offered what the server cannot send by, nor the server itself", async () => {
    const [first] = notified.people;
    const { server } = notified;
    expect(await call(server, "notifications", {}, first.token)).toMatchObject({
      offered: ["email", "webhook", "push"],
      pushKey: notified.vapid.publicKey,
    });
  });

  it("who is one no more is sent nothing, and nothing of theirs is kept", async () => {
    const [, , third] = notified.people;
    const { server } = notified;
    await wants(notified, third, EVERYTHING, newHook().to);
    await report([third], true);
    await server.database
      .prepare("UPDATE members SET revoked_day = 1 WHERE member_id = ?")
      .bind(third.member.id)
      .run();
    await notified.run({ at: "daily-hour" });
    expect(notified.arrived()).toEqual([]);
    // The control: it was waiting, and would have gone.
    expect(await server.database.prepare("SELECT count(*) AS n FROM outbox").first("n")).toBe(1);
    expect((await server.runCron("17 3 * * *", new Date())).outcome).toBe("ok");
    for (const table of [
      "outbox",
      "notification_destinations",
      "notification_settings",
      "address_codes",
    ]) {
      const left = await server.database.prepare(`SELECT count(*) AS n FROM ${table}`).first("n");
      expect({ table, left }).toEqual({ table, left: 0 });
    }
    await server.database
      .prepare("UPDATE members SET revoked_day = NULL WHERE member_id = ?")
      .bind(third.member.id)
      .run();
  });
});

describe("a reporter", () => {
  it("can ask for no message, and sets none off by coming back", async () => {
    const [first] = notified.people;
    const { server } = notified;
    await wants(notified, first, EVERYTHING, newHook().to);
    const { reporter } = await report([first], false);
    const code = await comeBack(server, reporter);
    await refused(server, "notifications", {}, "unauthorised", code);
    const input = {
      replacesVersion: 0,
      ...EVERYTHING,
      destination: { id: newId(), to: newHook().to },
    };
    await refused(server, "saveNotifications", input, "unauthorised", code);
    await notified.run({ at: "noon" });
    expect(notified.arrived()).toEqual([]);
  });
});
