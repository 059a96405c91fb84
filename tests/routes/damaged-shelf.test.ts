/** Deletion where a shelf of shred keys is damaged: its own cases wait, begun, and no other case does. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shelfOf } from "../../worker/domain/retention.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask } from "./client.ts";
import { foundOrganisation, type Organisation } from "./people.ts";
import { dueCase, newShelf, PURGE, signedIn } from "./purging.ts";

/** More than a run deletes. */
const STUCK = 45;
const DAMAGED = new TextEncoder().encode("damaged");

let server: Server;
let organisation: Organisation;
let token: string;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
  token = await signedIn(server, organisation);
});
afterAll(() => server.close());

const runs = async (): Promise<string> => (await server.runCron(PURGE, new Date())).outcome;

async function sql(query: string, ...values: readonly (string | number)[]) {
  const { results } = await server.database
    .prepare(query)
    .bind(...values)
    .all();
  return results;
}

async function isStored(caseId: string): Promise<boolean> {
  return (await sql("SELECT 1 FROM cases WHERE case_id = ?", caseId)).length === 1;
}

/** @returns what puts it back as it was */
async function damages(receivedDay: number): Promise<() => Promise<void>> {
  const name = `shelves/${shelfOf(receivedDay)}`;
  const object = await server.shredKeys.get(name);
  const whole = await object?.arrayBuffer();
  if (whole === undefined) throw new Error("there is no such shelf");
  await server.shredKeys.put(name, DAMAGED);
  return async () => {
    await server.shredKeys.put(name, whole);
  };
}

describe("a damaged shelf", () => {
  it("keeps its own cases begun and no other from its end, the run fails, and a whole one lets them go", async () => {
    const damagedDay = newShelf();
    const waiting = await dueCase(server, organisation, token, damagedDay);
    // On shelves before and after it.
    const others = [
      await dueCase(server, organisation, token),
      await dueCase(server, organisation, token, damagedDay + 28),
    ];
    const mend = await damages(damagedDay);
    for (const tries of [1, 2]) {
      expect(await runs()).not.toBe("ok");
      for (const { id } of others) expect(await isStored(id)).toBe(false);
      expect(await isStored(waiting.id)).toBe(true);
      expect(await sql("SELECT case_id, step, tries FROM purges")).toEqual([
        { case_id: waiting.id, step: "begun", tries },
      ]);
    }
    // Begun is begun: nobody writes to it meanwhile.
    expect((await ask(server, "appendToCase", waiting.next(), token)).status).toBe(404);
    await mend();
    expect(await runs()).toBe("ok");
    expect(await isStored(waiting.id)).toBe(false);
    expect(await sql("SELECT case_id FROM purges")).toEqual([]);
  });

  it("of more cases than a run deletes keeps no other waiting: what failed comes last", async () => {
    const damagedDay = newShelf();
    const first = await dueCase(server, organisation, token, damagedDay);
    const mend = await damages(damagedDay);
    await sql(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO purges (case_id, desk_id, received_day, reason, step)
       SELECT '-' || i, ?, ?, 'schedule', 'begun' FROM n`,
      STUCK,
      organisation.desk,
      damagedDay,
    );
    const other = await dueCase(server, organisation, token);
    // The control: were they not known to have failed, they would be all a run ever comes to.
    for (let run = 0; run < 3; run += 1) {
      await sql("UPDATE purges SET tries = 0");
      expect(await runs()).not.toBe("ok");
    }
    expect(await isStored(other.id)).toBe(true);
    for (let run = 0; run < 2; run += 1) expect(await runs()).not.toBe("ok");
    expect(await isStored(other.id)).toBe(false);
    // And what is due from now on goes with the next run, however many wait.
    const next = await dueCase(server, organisation, token);
    expect(await runs()).not.toBe("ok");
    expect(await isStored(next.id)).toBe(false);
    await mend();
    for (let run = 0; run < 2; run += 1) expect(await runs()).toBe("ok");
    expect(await isStored(first.id)).toBe(false);
    expect(await sql("SELECT case_id FROM purges")).toEqual([]);
  });
});
