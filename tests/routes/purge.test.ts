/**
 * The job that deletes cases: the real Worker, with its D1 and its R2, broken off at every point there is. What is
 * deleted is gone from everywhere, once; what is not is untouched.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMonths } from "../../worker/contract/clocks.ts";
import { CLOSED_MONTHS, HOLD_MONTHS_MAX, WITHDRAWN_DAYS } from "../../worker/contract/retention.ts";
import { rowsNaming, takeCopy } from "../support/copy.ts";
import { startServer, type Server } from "../support/server.ts";
import { TROUBLED_WORKER, troubles } from "../support/trouble.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  comeBack,
  foundOrganisation,
  openCase,
  publishRoster,
  reporterSignInInput,
  type Organisation,
} from "./people.ts";
import { dueCase, isDueNow, newShelf, PURGE, readCase, signedIn, type OldCase } from "./purging.ts";
import { reasoned } from "./reasons.ts";
import { addition, entryHash, sealCard, sealEntry, sealReport } from "./sealed-bytes.ts";

/** Two jobs and a dozen requests for each point. */
const MANY_RUNS_MILLISECONDS = 240_000;
const NOW = new Date();
const DAY_MS = 86_400_000;
const NO_TROUBLE = { breaksAt: null, forgets: false };
const FROM_START = { conversation: 0, internal: 0 };

let server: Server;
let organisation: Organisation;
let token: string;
beforeAll(async () => {
  server = await startServer({ main: TROUBLED_WORKER });
  organisation = await foundOrganisation(server);
  token = await signedIn(server, organisation);
});
afterAll(() => server.close());

const runs = async (): Promise<string> => (await server.runCron(PURGE, NOW)).outcome;

async function tablesNaming(caseId: string): Promise<readonly string[]> {
  return [...rowsNaming(await takeCopy(server.database), caseId).keys()];
}

/** Its id in the audit log, where it was opened, is inside a signed statement: no row names it. */
async function expectGone({ id, reporter }: OldCase): Promise<void> {
  expect(await tablesNaming(id)).toEqual(["deletions"]);
  await refused(
    server,
    "readCase",
    { case: id, after: FROM_START, audit: null },
    "not-found",
    token,
  );
  const input = await reporterSignInInput(server, reporter);
  await refused(server, "reporterSignIn", input, "unauthorised");
}

async function expectThere({ id, reporter }: OldCase): Promise<void> {
  expect((await openCase(server, id, token)).wraps).toHaveLength(2);
  await call(server, "reporterRead", { after: FROM_START }, await comeBack(server, reporter));
}

describe("an act of a member", () => {
  it("closes a case, which then has its day, and opens it again, and there is none", async () => {
    const made = await readCase(server, organisation, token);
    const by = organisation.members[0];
    const place = { caseId: made.id, author: by.id };
    const note = sealEntry(server, { ...place, lane: "internal", seq: 2, prev: made.opened });
    const said = made.next({ acknowledged: true, feedback: true, closed: true });
    const covers = { coversConversation: 2, coversInternal: 2 };
    const first = {
      ...said,
      entries: [...said.entries, note],
      card: sealCard(server, { ...place, lane: "internal", ...covers }),
    };
    const why = await reasoned(server, [by, token], first, note);
    const closed = await call(server, "appendToCase", why, token);
    expect(closed.plain).toMatchObject({
      closedDay: today(),
      purgeDay: addMonths(today(), CLOSED_MONTHS),
      holdReviewDay: null,
    });
    const { conversationSeq } = closed.plain;
    const reopened = await call(
      server,
      "appendToCase",
      {
        ...first,
        closed: false,
        reopened: true,
        entries: [
          sealEntry(server, {
            ...place,
            seq: conversationSeq + 1,
            prev: entryHash(first.entries[0] ?? { header: "", body: "" }),
          }),
        ],
        card: sealCard(server, {
          ...place,
          lane: "internal",
          coversConversation: conversationSeq + 1,
          coversInternal: 2,
        }),
      },
      token,
    );
    expect(reopened.plain).toMatchObject({ closedDay: null, purgeDay: null });
  });

  it("holds a case for at most six months, and ends that", async () => {
    const made = await readCase(server, organisation, token);
    const last = addMonths(today(), HOLD_MONTHS_MAX);
    for (const hold of [today() - 1, last + 1]) {
      const field = await refused(server, "appendToCase", made.next({ hold }), "wrong-day", token);
      expect(field).toBe("hold");
    }
    const held = await call(server, "appendToCase", made.next({ hold: last }), token);
    expect(held.plain.holdReviewDay).toBe(last);
    // Whoever reported is not told.
    const code = await comeBack(server, made.reporter);
    const own = await call(server, "reporterRead", { after: FROM_START }, code);
    expect(own.case.holdReviewDay).toBeNull();
  });

  it("tells a reporter no day of deletion that has passed, held or not, and every other alike", async () => {
    const told = async (held: number | null, purgeDay: number): Promise<number | null> => {
      const made = await readCase(server, organisation, token);
      await server.database
        .prepare(
          "UPDATE cases SET closed_day = 1, purge_day = ?, hold_review_day = ? WHERE case_id = ?",
        )
        .bind(purgeDay, held, made.id)
        .run();
      const code = await comeBack(server, made.reporter);
      const own = await call(server, "reporterRead", { after: FROM_START }, code);
      // The control: its readers are told the day itself.
      expect((await openCase(server, made.id, token)).plain.purgeDay).toBe(purgeDay);
      return own.case.purgeDay;
    };
    for (const held of [null, today() + 90]) {
      expect(await told(held, today() - 1)).toBeNull();
      expect(await told(held, today())).toBe(today());
      expect(await told(held, today() + 40)).toBe(today() + 40);
    }
    await server.database.prepare("UPDATE cases SET purge_day = NULL").run();
  });
});

describe("a case whose day has come", () => {
  it("is gone from every table, from its readers and from its reporter; what is left is that it was deleted", async () => {
    const shelf = newShelf();
    const going = await dueCase(server, organisation, token, shelf);
    const staying = await readCase(server, organisation, token, shelf);
    await openCase(server, going.id, token);
    const before = await takeCopy(server.database);
    expect(rowsNaming(before, going.id).size).toBeGreaterThan(4);
    expect(await runs()).toBe("ok");
    await expectGone(going);
    const { results } = await server.database
      .prepare("SELECT * FROM deletions WHERE case_id = ?")
      .bind(going.id)
      .all();
    expect(results).toEqual([{ deleted_day: today(), case_id: going.id, reason: "schedule" }]);
    // Nothing of any other case has changed.
    const after = await takeCopy(server.database);
    expect(rowsNaming(after, staying.id)).toEqual(rowsNaming(before, staying.id));
    await expectThere(staying);
  });

  it("goes with all that was ever written, however long its journal", async () => {
    const going = await dueCase(server, organisation, token);
    await server.database
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)
         INSERT INTO entries SELECT ?, 'conversation', i, 'h', 'h', 'b' FROM n`,
      )
      .bind(going.id)
      .run();
    expect(await runs()).toBe("ok");
    await expectGone(going);
  });

  it("that its reporter took back goes for that reason", async () => {
    const { desk, members } = organisation;
    const [first] = members;
    const { submission, reporter } = await sealReport(server, desk, [first.id]);
    await call(server, "submitReport", submission);
    const { case: id } = submission;
    const entry = sealEntry(server, { caseId: id, seq: 2, prev: entryHash(submission.entry) });
    const code = await comeBack(server, reporter);
    await call(server, "reporterAppend", await addition(server, entry, true), code);
    const days = await server.database
      .prepare("SELECT withdrawn_day, purge_day FROM cases WHERE case_id = ?")
      .bind(id)
      .first();
    // Nobody has read it: whoever does has thirty days.
    expect(days).toEqual({ withdrawn_day: today(), purge_day: null });
    const going = await readCase(server, organisation, token);
    const last = sealEntry(server, { caseId: going.id, seq: 2, prev: going.head });
    const theirs = await comeBack(server, going.reporter);
    await call(server, "reporterAppend", await addition(server, last, true), theirs);
    const closed = await dueCase(server, organisation, token);
    const dayBefore = new Date(NOW.getTime() + (WITHDRAWN_DAYS - 1) * DAY_MS);
    expect((await server.runCron(PURGE, dayBefore)).outcome).toBe("ok");
    expect(await tablesNaming(going.id)).toContain("entries");
    const theDay = new Date(NOW.getTime() + WITHDRAWN_DAYS * DAY_MS);
    expect((await server.runCron(PURGE, theDay)).outcome).toBe("ok");
    await expectGone(going);
    const { results } = await server.database
      .prepare("SELECT case_id AS id, reason FROM deletions WHERE case_id IN (?, ?)")
      .bind(going.id, closed.id)
      .all<{ id: string; reason: string }>();
    expect(new Map(results.map(({ id: of, reason }) => [of, reason]))).toEqual(
      new Map([
        [going.id, "withdrawal"],
        [closed.id, "schedule"],
      ]),
    );
  });
});

describe("a case is not deleted", () => {
  const stays = async (change: string, ...values: readonly number[]): Promise<void> => {
    const staying = await dueCase(server, organisation, token);
    await server.database
      .prepare(`UPDATE cases SET ${change} WHERE case_id = ?`)
      .bind(...values, staying.id)
      .run();
    expect(await runs()).toBe("ok");
    await expectThere(staying);
    // The control: without that it goes.
    await server.database
      .prepare("UPDATE cases SET hold_review_day = NULL, challenged_day = NULL WHERE case_id = ?")
      .bind(staying.id)
      .run();
    await isDueNow(server, staying.id);
    expect(await runs()).toBe("ok");
    await expectGone(staying);
  };

  it("before its day", () => stays("purge_day = ?", today() + 1));
  it("while it is open", () => stays("closed_day = NULL"));
  it("while no rule says a day", () => stays("purge_day = NULL"));
  it("while it is held", () => stays("hold_review_day = ?", today() + 30));
  it("while a challenge to its closing waits for an answer", () =>
    stays("challenged_day = ?, challenge_decided_day = NULL", today() - 1));
  it("while it is held, though nobody looked at the hold in time", () =>
    stays("hold_review_day = ?", today() - 100));

  it("unread, however long ago it was taken back", async () => {
    const { desk, members } = organisation;
    const { submission, reporter } = await sealReport(server, desk, [members[0].id]);
    await call(server, "submitReport", submission);
    await server.database
      .prepare("UPDATE cases SET withdrawn_day = ?, purge_day = ? WHERE case_id = ?")
      .bind(today() - 400, today() - 370, submission.case)
      .run();
    expect(await runs()).toBe("ok");
    expect(await tablesNaming(submission.case)).toContain("entries");
    await comeBack(server, reporter);
  });

  it("where its desk keeps cases longer than it did: it waits until that day", async () => {
    const waiting = await dueCase(server, organisation, token);
    const ids = [...organisation.members, organisation.outsider].map(({ id }) => id);
    const expiresDay = today() + 30;
    const terms = { version: 2, expiresDay, retention: { closedMonths: 60 } };
    await publishRoster(server, organisation.desk, ids, terms);
    expect(await runs()).toBe("ok");
    await expectThere(waiting);
    const page = await openCase(server, waiting.id, token);
    expect(page.plain.purgeDay).toBeGreaterThan(today() + 365);
    await publishRoster(server, organisation.desk, ids, { version: 3, expiresDay });
  });
});

describe("a job that breaks off", () => {
  it(
    "anywhere is gone on with: nothing is doubled, and nothing left half done",
    async () => {
      await dueCase(server, organisation, token);
      await troubles(server, NO_TROUBLE);
      expect(await runs()).toBe("ok");
      const asked = await troubles(server, NO_TROUBLE);
      expect(asked).toBeGreaterThan(8);
      for (let breaksAt = 1; breaksAt <= asked; breaksAt += 1) {
        const shelf = newShelf();
        const going = await dueCase(server, organisation, token, shelf);
        const staying = await readCase(server, organisation, token, shelf);
        const before = rowsNaming(await takeCopy(server.database), staying.id);
        await troubles(server, { breaksAt, forgets: false });
        expect(await runs()).not.toBe("ok");
        // Whole, or nobody's: whoever asks meanwhile is never given half a case.
        const { cases } = await call(server, "inbox", { after: null }, token);
        if (cases.some(({ plain }) => plain.case === going.id)) await expectThere(going);
        await troubles(server, NO_TROUBLE);
        expect(await runs()).toBe("ok");
        await expectGone(going);
        expect(rowsNaming(await takeCopy(server.database), staying.id)).toEqual(before);
        await expectThere(staying);
        await server.database.prepare("DELETE FROM deletions").run();
      }
      const { results } = await server.database.prepare("SELECT * FROM purges").all();
      expect(results).toEqual([]);
    },
    MANY_RUNS_MILLISECONDS,
  );

  it("two at once delete each case once", async () => {
    const shelf = newShelf();
    const going: OldCase[] = [];
    for (let at = 0; at < 6; at += 1) {
      going.push(await dueCase(server, organisation, token, shelf));
    }
    const staying = await readCase(server, organisation, token, shelf);
    await Promise.all([runs(), runs(), runs()]);
    expect(await runs()).toBe("ok");
    for (const one of going) await expectGone(one);
    await expectThere(staying);
  });
});

describe("whoever writes to a case that is being deleted", () => {
  it("was quicker, or finds nothing: never half of it", async () => {
    const outcomes = new Set<string>();
    // Later each time, until somebody was too late.
    for (let round = 0; round < 12 || (round < 40 && !outcomes.has("gone")); round += 1) {
      const going = await dueCase(server, organisation, token);
      const held = going.next({ hold: today() + 30 });
      const writing = async (): Promise<Response> => {
        await new Promise((resolve) => setTimeout(resolve, round * 4));
        return ask(server, "appendToCase", held, token);
      };
      const [written] = await Promise.all([writing(), runs()]);
      expect([200, 404, 409]).toContain(written.status);
      expect(await runs()).toBe("ok");
      outcomes.add(written.status === 200 ? "held" : "gone");
      if (written.status === 200) {
        expect((await openCase(server, going.id, token)).entries).toHaveLength(3);
      } else {
        await expectGone(going);
      }
    }
    expect(outcomes).toContain("gone");
  });

  it("after it has begun is refused, though they had read it before", async () => {
    const going = await dueCase(server, organisation, token);
    const adding = going.next();
    // Broken off one thing later each time, until the first that is done to it is the last that happens.
    const step = async (): Promise<string | null> =>
      server.database
        .prepare("SELECT step FROM purges WHERE case_id = ?")
        .bind(going.id)
        .first<string>("step");
    for (let breaksAt = 1; (await step()) === null; breaksAt += 1) {
      await troubles(server, { breaksAt, forgets: false });
      expect(await runs()).not.toBe("ok");
    }
    expect(await step()).toBe("begun");
    expect(await tablesNaming(going.id)).toContain("entries");
    await refused(server, "appendToCase", adding, "not-found", token);
    await troubles(server, NO_TROUBLE);
    expect(await runs()).toBe("ok");
    await expectGone(going);
  });
});
