/**
 * Every key of a case lies in the database under a second layer, whose key lies in another place; and that place, R2,
 * is the real one of the test server.
 */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  SEALED_REQUEST_BYTES,
  SEALED_SHARE_BYTES,
  WRAP_BYTES,
} from "../../worker/contract/limits.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { ShredKeys } from "../../worker/db/shelves.ts";
import { shelfDays, shelfOf } from "../../worker/domain/retention.ts";
import { hasLayer } from "../../worker/domain/shredding.ts";
import { takeCases } from "../adversary/taken-cases.ts";
import { TakenRequests } from "../adversary/taken.ts";
import { startServer, type Server } from "../support/server.ts";
import { KEYS_OF_CASES, receivedOn } from "../support/shelves.ts";
import { forgets, TROUBLED_WORKER } from "../support/trouble.ts";
import { call, refused, today } from "./client.ts";
import {
  auditEntry,
  comeBack,
  foundOrganisation,
  openCase,
  signIn,
  type Organisation,
  type TestMember,
} from "./people.ts";
import { randomText, sealReport } from "./sealed-bytes.ts";

const FROM_START = { conversation: 0, internal: 0 };

async function cannotOpen(server: Server, id: string, member: TestMember, token: string) {
  const audit = await auditEntry(server, member, { kind: "case-opened", case: id }, token);
  await refused(server, "readCase", { case: id, after: FROM_START, audit }, "key-lost", token);
}

describe("a desk at work", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
    await takeCases(server, new TakenRequests());
  });
  afterAll(() => server.close());

  it.each(KEYS_OF_CASES)("leaves no key in $table without the layer", async ({ table, column }) => {
    const { results } = await server.database
      .prepare(`SELECT ${column} AS stored FROM ${table} WHERE ${column} IS NOT NULL`)
      .all<{ stored: string }>();
    // Reporters get later keys only once somebody was taken out.
    if (table !== "reporter_wraps") expect(results.length).toBeGreaterThan(0);
    for (const { stored } of results) expect(hasLayer(stored)).toBe(true);
  });

  it("keeps one object for all of it, and nothing of a case in that", async () => {
    const { objects } = await server.shredKeys.list();
    expect(objects.map(({ key, size }) => [key, size])).toEqual([
      [`shelves/${shelfOf(today())}`, 2 + 32],
    ]);
  });
});

describe("a key of a case", () => {
  let server: Server;
  let organisation: Organisation;
  beforeAll(async () => {
    server = await startServer();
    organisation = await foundOrganisation(server);
  });
  afterAll(() => server.close());

  it("is handed out to its reader and its reporter as they sent it", async () => {
    const { desk, members } = organisation;
    const [first] = members;
    const { submission, reporter } = await sealReport(server, desk, [first.id]);
    await call(server, "submitReport", submission);
    const token = await signIn(server, first);
    const sent = submission.wraps.find(({ member }) => member === first.id);
    const page = await openCase(server, submission.case, token);
    expect(page.wraps.map(({ wrap }) => wrap)).toEqual([sent?.wrap]);
    const { cases } = await call(server, "inbox", { after: null }, token);
    expect(cases.map(({ wrap }) => wrap?.wrap)).toContain(sent?.wrap);
    const code = await comeBack(server, reporter);
    const own = await call(server, "reporterRead", { after: FROM_START }, code);
    expect(own.wraps.map(({ wrap }) => wrap)).toEqual([submission.reporter.wrap.wrap]);
  });

  it("of the time before the layer is handed out as it lies there", async () => {
    const { desk, members } = organisation;
    const [, second] = members;
    const { submission } = await sealReport(server, desk, [second.id]);
    await call(server, "submitReport", submission);
    const old = randomText(WRAP_BYTES);
    await server.database
      .prepare("UPDATE wraps SET wrap = ? WHERE case_id = ?")
      .bind(old, submission.case)
      .run();
    const page = await openCase(server, submission.case, await signIn(server, second));
    expect(page.wraps.map(({ wrap }) => wrap)).toEqual([old]);
  });

  it("of two cases cannot be exchanged in the database", async () => {
    const { desk, members } = organisation;
    const [, , third] = members;
    const reports = [
      await sealReport(server, desk, [third.id]),
      await sealReport(server, desk, [third.id]),
    ];
    for (const { submission } of reports) await call(server, "submitReport", submission);
    const [one = "", other = ""] = reports.map(({ submission }) => submission.case);
    await server.database
      .prepare(
        "UPDATE wraps SET wrap = (SELECT wrap FROM wraps WHERE case_id = ?) WHERE case_id = ?",
      )
      .bind(one, other)
      .run();
    const token = await signIn(server, third);
    const { cases } = await call(server, "inbox", { after: null }, token);
    expect(new Map(cases.map(({ plain, wrap }) => [plain.case, wrap?.wrap ?? null]))).toEqual(
      new Map([
        [one, reports[0]?.submission.wraps.find(({ member }) => member === third.id)?.wrap],
        [other, null],
      ]),
    );
    await cannotOpen(server, other, third, token);
    expect((await openCase(server, one, token)).wraps).toHaveLength(1);
  });
});

describe("a shelf that cannot be read", () => {
  it.each(["is gone", "is no shelf"] as const)(
    "because it %s, closes the cases on it and no other",
    async (how) => {
      const server = await startServer({ main: TROUBLED_WORKER });
      try {
        const { desk, members } = await foundOrganisation(server);
        const [first] = members;
        const { submission, reporter } = await sealReport(server, desk, [first.id]);
        await call(server, "submitReport", submission);
        const { submission: kept } = await sealReport(server, desk, [first.id]);
        await call(server, "submitReport", kept);
        await receivedOn(server, kept.case, shelfDays(shelfOf(today()) - 1).last);
        const token = await signIn(server, first);
        const name = `shelves/${shelfOf(today())}`;
        const shelf = await (await server.shredKeys.get(name))?.arrayBuffer();
        if (how === "is gone") await server.shredKeys.delete(name);
        else await server.shredKeys.put(name, "no shelf");
        await forgets(server);
        const own = kept.wraps.find(({ member }) => member === first.id)?.wrap;
        for (const list of ["inbox", "holdings"] as const) {
          const { cases } = await call(server, list, { after: null }, token);
          expect(cases.map(({ plain, wrap }) => [plain.case, wrap?.wrap ?? null])).toEqual([
            [submission.case, null],
            [kept.case, own],
          ]);
        }
        const key = randomText(16);
        await server.database.prepare("UPDATE wraps SET wrap_key = ?").bind(key).run();
        const moving = await call(server, "myWraps", { key, after: null }, token);
        expect([moving.wraps.map(({ wrap }) => wrap), moving.withheld]).toEqual([[own], 1]);
        await cannotOpen(server, submission.case, first, token);
        expect((await openCase(server, kept.case, token)).wraps).toHaveLength(1);
        const code = await comeBack(server, reporter);
        await refused(server, "reporterRead", { after: FROM_START }, "key-lost", code);
        await server.shredKeys.put(name, shelf ?? "");
        await forgets(server);
        const { cases } = await call(server, "inbox", { after: null }, token);
        expect(cases.filter(({ wrap }) => wrap !== null)).toHaveLength(2);
      } finally {
        await server.close();
      }
    },
  );
});

describe("a shelf", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const LENGTHS = [WRAP_BYTES, SEALED_SHARE_BYTES, SEALED_REQUEST_BYTES];
  const DAY = shelfDays(700).first;
  const AT = shelfOf(DAY);

  /** As an isolate of its own. */
  const isolate = (): ShredKeys =>
    new ShredKeys(server.shredKeys, openDatabase(server.database), new Map());
  const place = (receivedDay = DAY) => ({ caseId: randomText(16), receivedDay });

  it("gives back what was covered, whatever its length, and shows no end of it", async () => {
    const one = place();
    const sealed = LENGTHS.map((bytes) => toBase64Url(randomBytes(bytes)));
    const covered = await isolate().coverNew(one, sealed);
    for (const [at, text] of covered.entries()) {
      expect(text).not.toContain((sealed[at] ?? "").slice(-40));
    }
    expect(await isolate().uncover(one, covered)).toEqual(sealed);
    await expect(isolate().uncover({ ...one, caseId: randomText(16) }, covered)).rejects.toThrow(
      "key-lost",
    );
  });

  it("that does not answer hands out nothing, and nothing it may hold is called lost", async () => {
    const one = place();
    const covered = await isolate().coverNew(one, [randomText(WRAP_BYTES)]);
    const silent = new Proxy(server.shredKeys, {
      get: () => async () => {
        throw new Error("no answer");
      },
    });
    const asking = new ShredKeys(silent, openDatabase(server.database), new Map());
    const page = covered.map((text) => ({ ...one, text }));
    await expect(asking.uncoverEach(page)).rejects.toThrow("keys-unavailable");
    await expect(asking.uncover(one, covered)).rejects.toThrow("keys-unavailable");
    const more = [randomText(WRAP_BYTES)];
    await expect(asking.cover(place(), more)).rejects.toThrow("keys-unavailable");
    await expect(asking.coverNew(place(), more)).rejects.toThrow("keys-unavailable");
    expect((await isolate().uncoverEach(page)).map(({ kind }) => kind)).toEqual(["uncovered"]);
  });

  it("loses a key that is damaged and none beside it, which asking for all or none would", async () => {
    const one = place();
    const sealed = randomText(WRAP_BYTES);
    const [whole = ""] = await isolate().coverNew(one, [sealed]);
    const page = [whole, `${whole.slice(0, -8)}AAAAAAAA`, `${whole}=`, "1."].map((text) => ({
      ...one,
      text,
    }));
    expect(await isolate().uncoverEach(page)).toEqual([
      { kind: "uncovered", text: sealed },
      { kind: "lost" },
      { kind: "lost" },
      { kind: "lost" },
    ]);
    const texts = page.map(({ text }) => text);
    await expect(isolate().uncover(one, texts)).rejects.toThrow("key-lost");
  });

  it("made by many at once is one shelf", async () => {
    const day = shelfDays(701).first;
    const places = Array.from({ length: 12 }, () => place(day));
    const sealed = randomText(WRAP_BYTES);
    const covered = await Promise.all(places.map((one) => isolate().coverNew(one, [sealed])));
    const opened = await Promise.all(
      places.map((one, at) => isolate().uncover(one, covered[at] ?? [])),
    );
    expect(opened).toEqual(places.map(() => [sealed]));
  });

  it("without one case's key opens every other, and that one to nobody", async () => {
    const places = Array.from({ length: 5 }, () => place());
    const ids = places.map(({ caseId }) => caseId);
    const sealed = randomText(WRAP_BYTES);
    const covered = await Promise.all(places.map((one) => isolate().coverNew(one, [sealed])));
    const opens = async (at: number): Promise<readonly string[] | null> =>
      isolate()
        .uncover(places[at] ?? place(), covered[at] ?? [])
        .catch(() => null);
    const others = async (): Promise<readonly string[]> => ids;

    await isolate().destroy(AT, new Set(ids.slice(0, 1)), others);
    expect(await Promise.all(ids.map((_id, at) => opens(at)))).toEqual([
      null,
      ...places.slice(1).map(() => [sealed]),
    ]);
    // Again, and two at once, and by somebody who read the shelf long ago.
    const slow = isolate();
    await slow.uncover(places[4] ?? place(), covered[4] ?? []);
    await isolate().destroy(AT, new Set(ids.slice(0, 1)), others);
    await Promise.all([
      isolate().destroy(AT, new Set(ids.slice(1, 2)), others),
      slow.destroy(AT, new Set(ids.slice(2, 3)), others),
    ]);
    expect(await Promise.all(ids.map((_id, at) => opens(at)))).toEqual([
      null,
      null,
      null,
      [sealed],
      [sealed],
    ]);
    const [gone = place()] = places;
    await expect(isolate().uncover(gone, covered[0] ?? [])).rejects.toThrow("not-found");
    await expect(isolate().cover(gone, [sealed])).rejects.toThrow("not-found");
    await isolate().destroy(AT, new Set(ids), others);
    // What is left says that there was one: a shelf that is not there would be one that was lost.
    expect((await server.shredKeys.head(`shelves/${AT}`))?.size).toBe(2);
    await isolate().destroy(AT, new Set(ids), others);
  });
});
