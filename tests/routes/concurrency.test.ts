import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, freeProof } from "./client.ts";
import { comeBack, foundOrganisation, openCase, signIn, type Organisation } from "./people.ts";
import { addition, entryHash, sealCard, sealEntry, sealReport, wrapFor } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

async function count(table: string): Promise<number> {
  const row = await server.database
    .prepare(`SELECT count(*) AS n FROM ${table}`)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

async function report() {
  const ids = organisation.members.map(({ id }) => id);
  return sealReport(server, organisation.desk, ids);
}

/** How many of the answers had each status. */
async function tally(responses: readonly Promise<Response>[]): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const { status } of await Promise.all(responses)) {
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

describe("many at once", () => {
  it("200 reports from 8 senders are all received, each once", async () => {
    const before = await count("cases");
    const reports = await Promise.all(Array.from({ length: 200 }, () => report()));
    const queue = [...reports];
    const answers: number[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          answers.push((await ask(server, "submitReport", next.submission)).status);
        }
      }),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, () => 200));
    expect((await count("cases")) - before).toBe(200);
    for (const { submission } of reports) {
      const row = await server.database
        .prepare(
          `SELECT (SELECT count(*) FROM entries WHERE case_id = ?1) AS entries,
                  (SELECT count(*) FROM wraps WHERE case_id = ?1) AS wraps,
                  (SELECT count(*) FROM reporters WHERE case_id = ?1) AS reporters`,
        )
        .bind(submission.case)
        .first();
      expect(row).toEqual({ entries: 1, wraps: 3, reporters: 1 });
    }
  });

  it("the same report sent eight times at once is received once, and answered eight times", async () => {
    const before = await count("cases");
    const { submission } = await report();
    const sent = Array.from({ length: 8 }, () => ask(server, "submitReport", submission));
    expect(await tally(sent)).toEqual({ 200: 8 });
    expect((await count("cases")) - before).toBe(1);
  });

  it("eight reports with one proof: one is received", async () => {
    const before = await count("cases");
    const reports = await Promise.all(Array.from({ length: 8 }, () => report()));
    const proof = reports[0]?.submission.proof;
    const sent = reports.map(({ submission }) =>
      ask(server, "submitReport", { ...submission, proof }),
    );
    expect(await tally(sent)).toEqual({ 200: 1, 409: 7 });
    expect((await count("cases")) - before).toBe(1);
  });

  it("replies to one case: one is appended, the others are conflicts", async () => {
    const { submission } = await report();
    await call(server, "submitReport", submission);
    const caseId = submission.case;
    const tokens = await Promise.all(organisation.members.map((member) => signIn(server, member)));
    const sent = Array.from({ length: 9 }, (_, at) => {
      const member = organisation.members[at % 3] ?? organisation.members[0];
      const author = member.id;
      const place = { caseId, author, seq: 2, prev: entryHash(submission.entry) };
      const input = {
        case: caseId,
        entries: [sealEntry(server, place)],
        wraps: [],
        card: sealCard(server, { caseId, author, coversConversation: 2 }),
        acknowledged: true,
        feedback: false,
        feedbackExtended: false,
        closed: false,
        reopened: false,
        challengeDecided: false,
        dueDay: null,
      };
      return ask(server, "appendToCase", input, tokens[at % 3]);
    });
    expect(await tally(sent)).toEqual({ 200: 1, 409: 8 });
    const { plain, entries } = await openCase(server, caseId, tokens[0] ?? "");
    expect(plain.conversationSeq).toBe(2);
    expect(entries).toHaveLength(2);
  });

  it("colleagues opening the internal lane: one does, with one set of wraps", async () => {
    const { submission } = await report();
    await call(server, "submitReport", submission);
    const caseId = submission.case;
    const sent = organisation.members.map(async (member) => {
      const author = member.id;
      const input = {
        case: caseId,
        entries: [sealEntry(server, { caseId, author, lane: "internal" })],
        wraps: organisation.members.map(({ id }) => wrapFor(id, "internal")),
        card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
        ...NO_MARKS,
      };
      return ask(server, "appendToCase", input, await signIn(server, member));
    });
    expect(await tally(sent)).toEqual({ 200: 1, 409: 2 });
    const row = await server.database
      .prepare("SELECT count(*) AS n FROM wraps WHERE case_id = ? AND lane = 'internal'")
      .bind(caseId)
      .first();
    expect(row).toEqual({ n: 3 });
  });

  it("the same addition eight times is appended once and answered eight times", async () => {
    const { submission, reporter } = await report();
    await call(server, "submitReport", submission);
    const code = await comeBack(server, reporter);
    const place = { caseId: submission.case, seq: 2, prev: entryHash(submission.entry) };
    const added = await addition(server, sealEntry(server, place));
    const sent = Array.from({ length: 8 }, () => ask(server, "reporterAppend", added, code));
    expect(await tally(sent)).toEqual({ 200: 8 });
  });

  it("eight additions to as many reports with one proof: one is appended", async () => {
    const before = await count("entries");
    const reports = await Promise.all(Array.from({ length: 8 }, () => report()));
    const sent: { readonly entry: SealedEntry; readonly code: string }[] = [];
    for (const { submission, reporter } of reports) {
      await call(server, "submitReport", submission);
      const place = { caseId: submission.case, seq: 2, prev: entryHash(submission.entry) };
      sent.push({ entry: sealEntry(server, place), code: await comeBack(server, reporter) });
    }
    const proof = await freeProof(server, "reporter-append");
    const additions = await Promise.all(sent.map(({ entry }) => addition(server, entry)));
    const answers = sent.map(({ code }, at) =>
      ask(server, "reporterAppend", { ...additions[at], proof }, code),
    );
    expect(await tally(answers)).toEqual({ 200: 1, 409: 7 });
    expect((await count("entries")) - before).toBe(9);
  });

  it("a reply and an addition: the chain stays whole, whoever was first", async () => {
    const { submission, reporter } = await report();
    await call(server, "submitReport", submission);
    const caseId = submission.case;
    const member = organisation.members[0];
    const author = member.id;
    const token = await signIn(server, member);
    const code = await comeBack(server, reporter);
    const place = { caseId, seq: 2, prev: entryHash(submission.entry) };
    const reply = {
      case: caseId,
      entries: [sealEntry(server, { ...place, author })],
      wraps: [],
      card: sealCard(server, { caseId, author, coversConversation: 2 }),
      acknowledged: true,
      feedback: false,
      feedbackExtended: false,
      closed: false,
      reopened: false,
      challengeDecided: false,
      dueDay: null,
    };
    const added = await addition(server, sealEntry(server, place));
    const statuses = await tally([
      ask(server, "appendToCase", reply, token),
      ask(server, "reporterAppend", added, code),
    ]);
    expect(statuses).toEqual({ 200: 1, 409: 1 });
    const opened = await openCase(server, caseId, token);
    expect(opened.entries).toHaveLength(2);
    const row = await server.database
      .prepare("SELECT conversation_head AS head FROM cases WHERE case_id = ?")
      .bind(caseId)
      .first<{ head: string }>();
    expect(row?.head).toBe(entryHash(opened.entries[1] ?? submission.entry));
    const replied = opened.plain.acknowledgedDay !== null;
    expect(opened.entries[1]).toEqual(replied ? reply.entries[0] : added.entry);
  });
});
