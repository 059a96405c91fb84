/**
 * The outbox under a Worker that is stopped anywhere: between any two statements, before and after anything is sent.
 * What the receivers got is compared by id: nothing is missing, nothing is there that should not be, and what came
 * twice came under one id, with the same bytes.
 */
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Received } from "../support/receivers.ts";
import { call } from "./client.ts";
import {
  EVERYTHING,
  idOf,
  newHook,
  startNotified,
  wants,
  type Notified,
  type Person,
} from "./notified.ts";
import { sealReport } from "./sealed-bytes.ts";

const SEED = 20_261_126;
const PLACES_EACH = 2;

let notified: Notified;
beforeAll(async () => {
  notified = await startNotified();
  for (const person of notified.people) {
    for (let at = 0; at < PLACES_EACH; at += 1)
      await wants(notified, person, EVERYTHING, newHook().to);
  }
});
afterAll(() => notified.close());

beforeEach(async () => {
  await goOn();
  await notified.server.database.prepare("DELETE FROM outbox").run();
  notified.arrived();
});

const Taken = z.object({ taken: z.int() });

async function stop(query: string): Promise<number> {
  const answer = await notified.server.fetch(`/stop${query}`, { method: "POST" });
  return Taken.parse(await answer.json()).taken;
}
/** Answers how many steps there were since it was last asked. */
const goOn = async (): Promise<number> => stop("");

async function reportUrgently(recipients: readonly Person[]): Promise<void> {
  const { server, organisation } = notified;
  const ids = recipients.map(({ member }) => member.id);
  const { submission } = await sealReport(server, organisation.desk, ids);
  await call(server, "submitReport", { ...submission, urgent: true });
}

/** Until everything was delivered, with nothing stopping it any more. */
async function untilDelivered(): Promise<void> {
  await goOn();
  for (let minute = 0; minute < 140; minute += 1) {
    await notified.run({ at: "daily-hour", minute: minute % 60 });
    const left = await notified.server.database
      .prepare("SELECT count(*) AS n FROM outbox WHERE delivered = 0")
      .first("n");
    if (left === 0) return;
  }
  throw new Error("outbox: something was never delivered");
}

/** Place (its path) -> kind -> ids, and every id's bodies. */
function sorted(arrived: readonly Received[]) {
  const byPlace = new Map<string, Set<string>>();
  const bodies = new Map<string, Set<string>>();
  for (const received of arrived) {
    const { type } = z.object({ type: z.string() }).parse(JSON.parse(received.body.toString()));
    const what = `${received.path} ${type}`;
    const id = idOf(received);
    byPlace.set(what, (byPlace.get(what) ?? new Set()).add(id));
    bodies.set(id, (bodies.get(id) ?? new Set()).add(received.body.toString()));
  }
  return { byPlace, bodies };
}

/** Every place got its one message of the day and its one alert. */
function expectExact(arrived: readonly Received[]): void {
  const { byPlace, bodies } = sorted(arrived);
  expect(byPlace.size).toBe(2 * PLACES_EACH * notified.people.length);
  for (const [what, ids] of byPlace) expect({ what, ids: ids.size }).toEqual({ what, ids: 1 });
  for (const same of bodies.values()) expect(same.size).toBe(1);
}

describe("a job that is stopped", () => {
  let steps = 0;
  let doubled = 0;

  it("has many places to be stopped at", async () => {
    await reportUrgently(notified.people);
    await goOn();
    await notified.run({ at: "daily-hour" });
    steps = await goOn();
    expectExact(notified.arrived());
    expect(steps).toBeGreaterThan(20);
  });

  it("loses nothing and sends nothing under two ids, wherever it stops and however often", async () => {
    const stops = fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 30 }),
        last: fc.constantFrom("done", "undone"),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(stops, async (broken) => {
        await goOn();
        await notified.server.database.prepare("DELETE FROM outbox").run();
        notified.arrived();
        await reportUrgently(notified.people);
        for (const { after, last } of broken) {
          await stop(`?after=${after}&last=${last}`);
          await notified.run({ at: "daily-hour" });
        }
        await untilDelivered();
        const arrived = notified.arrived();
        expectExact(arrived);
        doubled += arrived.length - 2 * PLACES_EACH * notified.people.length;
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it("was stopped between a delivery and its note too: some came twice, and were recognised", () => {
    expect(doubled).toBeGreaterThan(0);
  });

  it("at every single step, before and after it", async () => {
    for (let after = 1; after <= Math.min(steps, 16); after += 1) {
      for (const last of ["done", "undone"]) {
        await goOn();
        await notified.server.database.prepare("DELETE FROM outbox").run();
        notified.arrived();
        await reportUrgently(notified.people.slice(0, 1));
        await stop(`?after=${after}&last=${last}`);
        await notified.run({ at: "daily-hour" });
        await untilDelivered();
        const { byPlace } = sorted(notified.arrived());
        const kinds = [...byPlace.keys()].map((what) => what.split(" ")[1] ?? "").toSorted();
        expect(kinds).toEqual([
          ...Array(PLACES_EACH).fill("notification.alert"),
          ...Array(PLACES_EACH * notified.people.length).fill("notification.daily"),
        ]);
        for (const ids of byPlace.values()) expect(ids.size).toBe(1);
      }
    }
  });
});

describe("two runs at once", () => {
  it("send each message once", async () => {
    await reportUrgently(notified.people);
    await Promise.all([1, 2].map(async () => notified.run({ at: "daily-hour" })));
    const arrived = notified.arrived();
    expectExact(arrived);
    expect(arrived).toHaveLength(2 * PLACES_EACH * notified.people.length);
  });
});

describe("a report that is taken in", () => {
  it("has its alerts with it or is not there at all, wherever it stops", async () => {
    const { server, organisation, people } = notified;
    for (const after of [1, 2, 3, 4, 5, 6]) {
      for (const last of ["done", "undone"]) {
        await goOn();
        await server.database.prepare("DELETE FROM outbox").run();
        const ids = people.map(({ member }) => member.id);
        const { submission } = await sealReport(server, organisation.desk, ids);
        await stop(`?after=${after}&last=${last}`);
        await server.fetch("/api/report", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ ...submission, urgent: true }),
        });
        await goOn();
        const stored = await server.database
          .prepare("SELECT count(*) AS n FROM cases WHERE case_id = ?")
          .bind(submission.case)
          .first<number>("n");
        const alerts = await server.database.prepare("SELECT count(*) AS n FROM outbox").first("n");
        expect(alerts).toBe((stored ?? 0) * PLACES_EACH * people.length);
      }
    }
  });
});
