/** A shelf of shred keys that was lost is never made again: what lay on it is refused, and what comes goes elsewhere. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { ShredKeys } from "../../worker/db/shelves.ts";
import { shelfOf } from "../../worker/domain/retention.ts";
import { encodeSecret, SHRED_KEY_BYTES } from "../../worker/domain/shelf.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { forgets, TROUBLED_WORKER } from "../support/trouble.ts";
import { call, refused, today } from "./client.ts";
import { foundOrganisation, openCase, signIn, type Organisation } from "./people.ts";
import { sealCard, sealEntry, sealReport, wrapFor, type Submission } from "./sealed-bytes.ts";

const NAME = `shelves/${shelfOf(today())}`;
let server: Server;
let organisation: Organisation;
let token: string;
beforeAll(async () => {
  server = await startServer({ main: TROUBLED_WORKER });
  organisation = await foundOrganisation(server);
  token = await signIn(server, organisation.members[0]);
});
afterAll(() => server.close());

async function names(): Promise<string[]> {
  return (await server.shredKeys.list()).objects.map(({ key }) => key);
}

async function loses(name: string): Promise<ArrayBuffer> {
  const shelf = await (await server.shredKeys.get(name))?.arrayBuffer();
  if (shelf === undefined) throw new Error("no shelf to lose");
  await server.shredKeys.delete(name);
  await forgets(server);
  return shelf;
}

async function putsBack(name: string, shelf: ArrayBuffer | Uint8Array): Promise<void> {
  await server.shredKeys.put(name, shelf);
  await forgets(server);
}

async function reports(): Promise<Submission> {
  const { submission } = await sealReport(server, organisation.desk, [organisation.members[0].id]);
  await call(server, "submitReport", submission);
  return submission;
}

/** The first note on a case, which brings the key of the notes. */
function opening({ case: caseId }: Submission): InputOf<"appendToCase"> {
  const author = organisation.members[0].id;
  return {
    case: caseId,
    entries: [sealEntry(server, { caseId, author, lane: "internal" })],
    wraps: [wrapFor(author, "internal")],
    card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
    ...NO_MARKS,
  };
}

/** Which of these the inbox has a key to. */
async function opens(cases: readonly Submission[]): Promise<readonly boolean[]> {
  const page = await call(server, "inbox", { after: null }, token);
  return cases.map(
    (one) => page.cases.find(({ plain }) => plain.case === one.case)?.wrap?.wrap !== undefined,
  );
}

async function stored(caseId: string): Promise<unknown> {
  const wraps = server.database.prepare("SELECT * FROM wraps WHERE case_id = ?").bind(caseId);
  const cases = server.database.prepare("SELECT * FROM cases WHERE case_id = ?").bind(caseId);
  const entries = server.database.prepare("SELECT * FROM entries WHERE case_id = ?").bind(caseId);
  const rows = await server.database.batch([wraps, cases, entries]);
  return rows.map(({ results }) => results);
}

describe("a shelf that was lost", () => {
  let before: Submission;
  beforeEach(async () => {
    for (const name of await names()) await server.shredKeys.delete(name);
    await server.database.batch(
      ["wraps", "entries", "reporters", "cases"].map((table) =>
        server.database.prepare(`DELETE FROM ${table}`),
      ),
    );
    await forgets(server);
    before = await reports();
  });

  it("is not made again by a write to a case on it, which is refused and leaves no trace", async () => {
    await loses(NAME);
    const rows = await stored(before.case);
    await refused(server, "appendToCase", opening(before), "key-lost", token);
    expect(await stored(before.case)).toEqual(rows);
    expect(await names()).toEqual([]);
  });

  it("made again, as it once was, would take that write and lose it with the true one", async () => {
    const shelf = await loses(NAME);
    await putsBack(NAME, encodeSecret(randomBytes(SHRED_KEY_BYTES)));
    await call(server, "appendToCase", opening(before), token);
    expect((await call(server, "inbox", { after: null }, token)).cases[0]?.wrap).not.toBeNull();
    await putsBack(NAME, shelf);
    // The report opens again; the key of its notes lay on the shelf that nobody should have made.
    expect(await opens([before])).toEqual([false]);
  });

  it("leaves intake open: what comes then lies on a later shelf of the same days, and is worked on there", async () => {
    const shelf = await loses(NAME);
    const after = [await reports(), await reports()];
    expect(await names()).toEqual([expect.stringMatching(new RegExp(`^${NAME}/[\\w-]{8}$`, "u"))]);
    expect(await opens([before, ...after])).toEqual([false, true, true]);
    const [one = before] = after;
    await call(server, "appendToCase", opening(one), token);
    expect(
      (await openCase(server, one.case, token)).wraps.map(({ lane }) => lane).toSorted(),
    ).toEqual(["conversation", "internal"]);
    await refused(server, "appendToCase", opening(before), "key-lost", token);
    // Found again, it takes nothing from what came meanwhile.
    await putsBack(NAME, shelf);
    await call(server, "appendToCase", opening(before), token);
    expect(await opens([before, ...after])).toEqual([true, true, true]);
  });

  it("that is a later one is not made again either", async () => {
    await loses(NAME);
    const second = await reports();
    const [later = ""] = await names();
    await loses(later);
    await refused(server, "appendToCase", opening(second), "key-lost", token);
    const third = await reports();
    expect(await names()).not.toContain(later);
    expect(await opens([before, second, third])).toEqual([false, false, true]);
  });

  it("that is damaged is left as it is, and takes no report with it", async () => {
    await putsBack(NAME, new Uint8Array([9]));
    await refused(server, "appendToCase", opening(before), "key-lost", token);
    const after = await reports();
    expect(await opens([before, after])).toEqual([false, true]);
    expect((await server.shredKeys.head(NAME))?.size).toBe(1);
  });

  it("is gone for its cases alone: a later one's keys are destroyed like any other's", async () => {
    await loses(NAME);
    const [gone, kept] = [await reports(), await reports()];
    const keys = new ShredKeys(server.shredKeys, openDatabase(server.database), new Map());
    const ids = [before, gone, kept].map((one) => one.case);
    await keys.destroy(shelfOf(today()), new Set([gone.case]), async () => ids);
    await forgets(server);
    const { cases } = await call(server, "inbox", { after: null }, token);
    expect(new Map(cases.map(({ plain, wrap }) => [plain.case, wrap !== null]))).toEqual(
      new Map([
        [before.case, false],
        [kept.case, true],
      ]),
    );
  });
});
