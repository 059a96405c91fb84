/** The daily job on the real Worker: what it marks, that a repeat or a crash changes nothing, and what an inbox says. */
import type { D1Database } from "@cloudflare/workers-types";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DUE_STEPS, type DueStep } from "../../worker/contract/due.ts";
import { stepsReached } from "../../worker/domain/escalation.ts";
import { markDue } from "../../worker/jobs/due.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, today } from "./client.ts";
import {
  addMember,
  foundOrganisation,
  openCase,
  publishRoster,
  signIn,
  type Organisation,
} from "./people.ts";
import { readCase } from "./purging.ts";
import { sealCard, sealEntry, sealReport, wrapFor } from "./sealed-bytes.ts";

const NIGHT = "37 3 * * *";
const CASES = 1_000;
const MILLISECONDS_A_DAY = 86_400_000;

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

async function sql(text: string, ...values: readonly (string | number)[]) {
  return (
    await server.database
      .prepare(text)
      .bind(...values)
      .all()
  ).results;
}

/** The job, on a day that many from now. */
async function night(later = 0): Promise<void> {
  const time = new Date(Date.now() + later * MILLISECONDS_A_DAY);
  expect((await server.runCron(NIGHT, time)).outcome).toBe("ok");
}

const marks = () =>
  sql("SELECT case_id, due_day, step, marked_day FROM due_marks ORDER BY case_id, due_day, step");

async function report(urgent = 0): Promise<string> {
  const { submission } = await sealReport(
    server,
    organisation.desk,
    organisation.members.map(({ id }) => id),
  );
  await call(server, "submitReport", submission);
  await sql("UPDATE cases SET urgent = ? WHERE case_id = ?", urgent, submission.case);
  return submission.case;
}

/** Cases as they lie after years: due from 20 days ago to 20 days ahead, every fifth urgent, every tenth unread. */
async function fill(): Promise<void> {
  await sql(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, next_due_day,
       conversation_seq, conversation_head, conversation_epoch, internal_seq, internal_head,
       internal_epoch, card_lane, card_epoch, card_header, card_body)
     SELECT printf('case-%04d', i), 'h', 'd', i % 5 = 0, 20000, ?2 - 20 + i % 41, 1, 'h', 0, i % 10 <> 0,
       'h', 0, 'conversation', 0, 'c', 'c' FROM n`,
    CASES,
    today(),
  );
}

interface FilledCase {
  readonly id: string;
  readonly due: number;
  readonly urgent: boolean;
  readonly internalSeq: number;
}

const FILLED: readonly FilledCase[] = Array.from({ length: CASES }, (_, at) => {
  const i = at + 1;
  return {
    id: `case-${String(i).padStart(4, "0")}`,
    due: today() - 20 + (i % 41),
    urgent: i % 5 === 0,
    internalSeq: i % 10 === 0 ? 0 : 1,
  };
});

/** What should be marked after nights on these days. */
function expected(...nights: readonly number[]) {
  return FILLED.flatMap(({ id, due, urgent, internalSeq }) => {
    const first = new Map<DueStep, number>();
    for (const on of nights) {
      for (const step of stepsReached({ nextDueDay: due, urgent, internalSeq }, on)) {
        if (!first.has(step)) first.set(step, on);
      }
    }
    return [...first]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([step, on]) => ({ case_id: id, due_day: due, step, marked_day: on }));
  });
}

beforeEach(async () => {
  for (const table of ["due_marks", "job_days"]) await sql(`DELETE FROM ${table}`);
  await sql("DELETE FROM cases WHERE case_id LIKE 'case-%'");
  await sql("UPDATE cases SET closed_day = 1, next_due_day = NULL");
});

describe("a hold", () => {
  it("that nobody looks at again goes up the ladder like anything else that is due, until it ends", async () => {
    const token = await signIn(server, organisation.members[0]);
    const made = await readCase(server, organisation, token);
    const review = today() + 10;
    await sql(
      "UPDATE cases SET closed_day = ?, purge_day = ? WHERE case_id = ?",
      today(),
      today() + 300,
      made.id,
    );
    const held = await call(server, "appendToCase", made.next({ hold: review }), token);
    expect(held.plain.nextDueDay).toBe(review);
    await night(9);
    expect(await marks()).toEqual([]);
    await night(18);
    const steps = (await marks()).filter(({ case_id: id }) => id === made.id);
    expect(steps.map(({ due_day: day }) => day)).toEqual(steps.map(() => review));
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(DUE_STEPS));
    // Looked at again, and ended: nothing is due, and nothing is said of it any more.
    const other = await readCase(server, organisation, token);
    await sql(
      "UPDATE cases SET closed_day = 1, hold_review_day = ?1, next_due_day = ?1 WHERE case_id = ?2",
      review,
      other.id,
    );
    await night(18);
    const marked = async () => (await marks()).filter(({ case_id: id }) => id === other.id).length;
    expect(await marked()).toBe(DUE_STEPS.length);
    const ended = await call(server, "appendToCase", other.next({ hold: null }), token);
    expect(ended.plain.nextDueDay).toBeNull();
    expect(await marked()).toBe(0);
  });
});

describe("a report", () => {
  it("is among what is due after its first night, and not marked before its day", async () => {
    const id = await report();
    expect(await sql("SELECT next_due_day FROM cases WHERE case_id = ?", id)).toEqual([
      { next_due_day: null },
    ]);
    await night();
    expect(await sql("SELECT next_due_day FROM cases WHERE case_id = ?", id)).toEqual([
      { next_due_day: today() + 7 },
    ]);
    expect(await marks()).toEqual([]);
    await night(8);
    expect((await marks()).map(({ step }) => step)).toEqual(["due", "overdue"]);
  });

  it("that is urgent and that nobody has opened goes to its readers on the same day", async () => {
    await report(1);
    await night();
    expect((await marks()).map(({ step }) => step)).toEqual(["due", "on-call"]);
    await night(2);
    expect((await marks()).map(({ step }) => step)).toHaveLength(5);
  });

  it("is found by the next night that runs, however many did not, and only the newest are looked at", async () => {
    const [member] = organisation.members;
    const id = await report();
    await sql("INSERT INTO job_days VALUES ('due', ?)", today());
    await night(30);
    expect((await marks()).map(({ step }) => step)).toContain("oversight");
    const { cases } = await call(server, "inbox", { after: null }, await signIn(server, member));
    expect(cases.find(({ plain }) => plain.case === id)?.step).toBe("oversight");
    await sql("UPDATE cases SET next_due_day = NULL WHERE case_id = ?", id);
    await night(31);
    expect(await sql("SELECT next_due_day FROM cases WHERE case_id = ?", id)).toEqual([
      { next_due_day: null },
    ]);
  });

  it("counts no mark of a day that is its due day no more: they go with the act", async () => {
    const [member] = organisation.members;
    const id = await report(1);
    await night();
    const token = await signIn(server, member);
    const step = async () =>
      (await call(server, "inbox", { after: null }, token)).cases.find(
        ({ plain }) => plain.case === id,
      )?.step;
    expect(await step()).toBe("on-call");
    // Somebody opens it: what is due next is the acknowledgement, in a week.
    const caseId = id;
    const author = member.id;
    await call(
      server,
      "appendToCase",
      {
        case: id,
        entries: [sealEntry(server, { caseId, author, lane: "internal" })],
        wraps: organisation.members.map((one) => wrapFor(one.id, "internal")),
        card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
        acknowledged: false,
        feedback: false,
        feedbackExtended: false,
        closed: false,
        reopened: false,
        challengeDecided: false,
        dueDay: today() + 3,
      },
      token,
    );
    expect(await step()).toBeNull();
    expect((await openCase(server, id, token)).plain.nextDueDay).toBe(today() + 3);
    expect(await marks()).toEqual([]);
    await night();
    expect(await marks()).toEqual([]);
  });
});

describe("an alert for what is overdue", () => {
  const place = (memberId: string) => `place-${memberId}`;
  const alerts = async (): Promise<readonly unknown[]> =>
    (
      await sql("SELECT destination_id AS place FROM outbox WHERE kind = 'alert' ORDER BY place")
    ).map((row) => row["place"]);
  /** Everybody who is told has been, and an alert may be written anew. */
  const allWereSent = () => sql("UPDATE outbox SET delivered = 1, attempts = 1, wait = 0");
  const wants = async (memberId: string, alert: 0 | 1) => {
    await sql("INSERT INTO notification_settings VALUES (?, 1, 'en', 0, ?)", memberId, alert);
    await sql(
      "INSERT INTO notification_destinations VALUES (?, ?, '', 1, 0)",
      place(memberId),
      memberId,
    );
  };
  const ids = () => organisation.members.map(({ id }) => id);

  beforeEach(async () => {
    for (const table of ["outbox", "notification_destinations", "notification_settings"]) {
      await sql(`DELETE FROM ${table}`);
    }
  });

  it("goes to its readers when it is on call, once, and to nobody before or who wants none", async () => {
    const [first, second, third] = ids();
    await wants(first ?? "", 1);
    await wants(second ?? "", 1);
    await wants(third ?? "", 0);
    await report();
    await night(8);
    expect(await alerts()).toEqual([]);
    await night(9);
    const told = [place(first ?? ""), place(second ?? "")].toSorted();
    expect(await alerts()).toEqual(told);
    await allWereSent();
    await night(9);
    await night(10);
    expect(await alerts()).toEqual(told);
  });

  it("goes on to the coordinators, who hold no key of it, and not to its readers again", async () => {
    const coordinator = await addMember(server, "coordinator");
    await publishRoster(server, organisation.desk, ids(), {
      version: 2,
      expiresDay: today() + 30,
      elsewhere: [coordinator.id],
      listings: { [coordinator.id]: { roles: ["coordinator"] } },
    });
    const [first] = ids();
    await wants(first ?? "", 1);
    await wants(coordinator.id, 1);
    await report();
    await night(9);
    expect(await alerts()).toEqual([place(first ?? "")]);
    await sql("DELETE FROM outbox");
    await night(11);
    expect(await alerts()).toEqual([place(coordinator.id)]);
  });

  it("is not lost with a night that broke off before its marks, nor written twice by the next", async () => {
    const [first] = ids();
    await wants(first ?? "", 1);
    await report();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 14 }), async (most) => {
        for (const table of ["due_marks", "job_days", "outbox"]) await sql(`DELETE FROM ${table}`);
        const bindings = { DB: crashing(server.database, most) };
        await markDue(bindings, today() + 9).catch(() => undefined);
        const early = await alerts();
        if (early.length > 0) await allWereSent();
        await night(9);
        expect(await alerts()).toEqual([place(first ?? "")]);
      }),
      { numRuns: 14 },
    );
  });
});

describe("a thousand cases", () => {
  it("are marked page by page, each step once, and a repeat changes nothing", async () => {
    await fill();
    await night();
    const first = await marks();
    expect(first).toEqual(expected(today()));
    expect(first.length).toBeGreaterThan(CASES);
    await night();
    expect(await marks()).toEqual(first);
  });

  it("are caught up with after nights on which nothing ran", async () => {
    await fill();
    await night(-15);
    await night(3);
    expect(await marks()).toEqual(expected(today() - 15, today() + 3));
  });

  it("lose and double nothing, wherever the job breaks off and however often", async () => {
    await fill();
    await report();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), async (crashes) => {
        await sql("DELETE FROM due_marks");
        await sql("DELETE FROM job_days");
        await sql("UPDATE cases SET next_due_day = NULL WHERE case_id NOT LIKE 'case-%'");
        for (const after of crashes) {
          await expect(
            markDue({ DB: crashing(server.database, after) }, today()),
          ).rejects.toThrow();
          const lost = await sql("SELECT count(*) AS n FROM job_days");
          expect(lost).toEqual([{ n: 0 }]);
        }
        await night();
        expect(await marks()).toEqual(expected(today()));
        const waiting = await sql(
          "SELECT count(*) AS n FROM cases WHERE next_due_day IS NULL AND closed_day IS NULL",
        );
        expect(waiting).toEqual([{ n: 0 }]);
      }),
      { numRuns: 12 },
    );
  });
});

/** The same database, gone after so many statements. */
function crashing(inner: D1Database, after: number): D1Database {
  let left = after;
  return Object.create(inner, {
    prepare: {
      value: (text: string) => {
        if (left === 0) throw new Error("crash");
        left -= 1;
        return inner.prepare(text);
      },
    },
    batch: { value: (statements: Parameters<D1Database["batch"]>[0]) => inner.batch(statements) },
  });
}
