/**
 * What somebody has just answered, written or let go of is not deleted before anybody could see it: the real Worker, and
 * the job that deletes on the day that comes.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETION_NOTICE_DAYS } from "../../worker/contract/retention.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, today } from "./client.ts";
import { comeBack, foundOrganisation, openCase, type Organisation } from "./people.ts";
import { dueCase, PURGE, readCase, signedIn, type OldCase } from "./purging.ts";
import { addition, sealEntry } from "./sealed-bytes.ts";

const DAY_MS = 86_400_000;
const NOTICED = today() + DELETION_NOTICE_DAYS;

let server: Server;
let organisation: Organisation;
let token: string;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
  token = await signedIn(server, organisation);
});
afterAll(() => server.close());

async function runs(inDays: number): Promise<void> {
  const at = new Date(Date.now() + inDays * DAY_MS);
  expect((await server.runCron(PURGE, at)).outcome).toBe("ok");
}

async function change({ id }: OldCase, days: string, ...values: readonly number[]): Promise<void> {
  await server.database
    .prepare(`UPDATE cases SET ${days} WHERE case_id = ?`)
    .bind(...values, id)
    .run();
}

async function purgeDay({ id }: OldCase): Promise<number | null> {
  const query = "SELECT purge_day AS day FROM cases WHERE case_id = ?";
  return await server.database.prepare(query).bind(id).first<number>("day");
}

async function isStored({ id }: OldCase): Promise<boolean> {
  const query = "SELECT count(*) AS count FROM cases WHERE case_id = ?";
  return (await server.database.prepare(query).bind(id).first<number>("count")) === 1;
}

async function writes(
  { id, head, reporter }: OldCase,
  act: { readonly withdraw?: boolean; readonly challenge?: boolean } = {},
): Promise<void> {
  const entry = sealEntry(server, { caseId: id, seq: 2, prev: head });
  const input = {
    ...(await addition(server, entry, act.withdraw)),
    challenge: act.challenge === true,
  };
  await call(server, "reporterAppend", input, await comeBack(server, reporter));
}

/** It stays until its notice is over, and then goes; with the day it had before the act it would have gone at once. */
async function expectNotice(kept: OldCase, before: number, control: OldCase): Promise<void> {
  expect(await purgeDay(kept)).toBe(NOTICED);
  await runs(Math.max(before - today(), 0));
  expect(await isStored(kept)).toBe(true);
  expect((await openCase(server, kept.id, token)).entries).toHaveLength(3);
  // The control: where nothing puts the day off, it goes on it, whatever was done.
  expect(await isStored(control)).toBe(false);
  await change(kept, "purge_day = ?", before);
  await runs(Math.max(before - today(), 0));
  expect(await isStored(kept)).toBe(false);
}

describe("past its day, a case is kept for its notice", () => {
  it("once a challenge was answered", async () => {
    const [kept, control] = [
      await dueCase(server, organisation, token),
      await dueCase(server, organisation, token),
    ];
    await change(kept, "purge_day = ?, challenged_day = ?", today() - 5, today() - 20);
    await runs(0);
    expect(await isStored(kept)).toBe(true);
    const { plain } = await call(
      server,
      "appendToCase",
      kept.next({ challengeDecided: true }),
      token,
    );
    expect(plain).toMatchObject({ challengeDecidedDay: today(), purgeDay: NOTICED });
    await expectNotice(kept, today() - 5, control);
  });

  it("once nothing holds it any more", async () => {
    const [kept, control] = [
      await dueCase(server, organisation, token),
      await dueCase(server, organisation, token),
    ];
    await change(kept, "purge_day = ?, hold_review_day = ?", today() - 5, today() + 20);
    await runs(0);
    expect(await isStored(kept)).toBe(true);
    const { plain } = await call(server, "appendToCase", kept.next({ hold: null }), token);
    expect(plain).toMatchObject({ holdReviewDay: null, purgeDay: NOTICED });
    await expectNotice(kept, today() - 5, control);
  });
});

describe("on the day before it would go, a case is kept for its notice", () => {
  it.each([{}, { challenge: true }])("once its reporter wrote, %j", async (act) => {
    const [kept, control] = [
      await dueCase(server, organisation, token),
      await dueCase(server, organisation, token),
    ];
    const tomorrow = today() + 1;
    await change(kept, "purge_day = ?", tomorrow);
    await change(control, "purge_day = ?", tomorrow);
    await writes(kept, act);
    // What waits for an answer stays for as long as it does: here nothing but the day is asked.
    await change(kept, "challenged_day = NULL");
    await expectNotice(kept, tomorrow, control);
  });

  it("and not once its reporter took it back", async () => {
    const going = await dueCase(server, organisation, token);
    await change(going, "purge_day = ?", today() + 1);
    await writes(going, { withdraw: true });
    expect(await purgeDay(going)).toBe(today() + 1);
    await runs(1);
    expect(await isStored(going)).toBe(false);
  });
});

describe("what a reporter writes moves no day", () => {
  it("of an open case, which has none", async () => {
    const open = await readCase(server, organisation, token);
    await writes(open);
    expect(await purgeDay(open)).toBeNull();
  });

  it("that is far off", async () => {
    const closed = await dueCase(server, organisation, token);
    await change(closed, "purge_day = ?", today() + 200);
    await writes(closed);
    expect(await purgeDay(closed)).toBe(today() + 200);
  });
});
