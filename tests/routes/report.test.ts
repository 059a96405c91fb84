import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROOF_BITS } from "../../worker/contract/limits.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, challengeOn, freeProof, refused, solve, today } from "./client.ts";
import { foundOrganisation, publishRoster, type Organisation } from "./people.ts";
import {
  randomText,
  sealCard,
  sealEntry,
  sealReport,
  sealWrap,
  slots,
  wrapFor,
  type Submission,
} from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

async function report(): Promise<Submission> {
  const { desk, members } = organisation;
  const ids = members.map(({ id }) => id);
  return (await sealReport(server, desk, ids)).submission;
}

async function stored(table: string, caseId: string): Promise<number> {
  const row = await server.database
    .prepare(`SELECT count(*) AS n FROM ${table} WHERE case_id = ?`)
    .bind(caseId)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

describe("a report", () => {
  it("is received once its proof of work is done", async () => {
    const { challenge, bits, day } = await call(server, "challenge", { action: "submit" });
    expect({ bits, day }).toEqual({ bits: PROOF_BITS, day: today() });
    const submission = { ...(await report()), proof: solve(challenge, bits) };
    expect(await call(server, "submitReport", submission)).toEqual({
      receivedDay: today(),
      acknowledgeByDay: today() + 7,
    });
  });

  it("is stored with its entry, its reporter and one wrap for each real recipient", async () => {
    const submission = await report();
    await call(server, "submitReport", submission);
    expect(submission.wraps).toHaveLength(4);
    expect(await stored("wraps", submission.case)).toBe(3);
    expect(await stored("entries", submission.case)).toBe(1);
    expect(await stored("reporters", submission.case)).toBe(1);
    const row = await server.database
      .prepare("SELECT * FROM cases WHERE case_id = ?")
      .bind(submission.case)
      .first();
    expect(row).toMatchObject({
      desk_id: organisation.desk,
      urgent: 0,
      received_day: today(),
      // It follows with the first act or in the first night.
      next_due_day: null,
      conversation_seq: 1,
      internal_seq: 0,
      card_header: submission.card.header,
      card_body: submission.card.body,
    });
  });

  it.each([1_024, 4_096, 16_384, 65_536, 262_144])("of %i bytes fits", async (bodyBytes) => {
    const submission = await report();
    const entry = sealEntry(server, { caseId: submission.case, bodyBytes });
    await call(server, "submitReport", { ...submission, entry });
  });

  it("may be sealed to as many members as there are slots", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 64; at += 1) {
      const id = randomText(16);
      await server.database
        .prepare("INSERT INTO members VALUES (?, ?, 'k', 's', 3, 65536, 'r', 1, NULL)")
        .bind(id, `slot-${at}`)
        .run();
      ids.push(id);
    }
    await publishRoster(server, organisation.desk, ids, { version: 10, expiresDay: today() });
    const submission = { ...(await report()), wraps: slots(ids) };
    await call(server, "submitReport", submission);
    expect(await stored("wraps", submission.case)).toBe(64);
    await server.database.prepare("DELETE FROM rosters WHERE version = 10").run();
  });

  it("sent again is answered as the first time, whether its proof is spent or renewed", async () => {
    const submission = await report();
    const first = await ask(server, "submitReport", submission);
    const second = await ask(server, "submitReport", submission);
    const proof = await freeProof(server, "submit");
    const third = await ask(server, "submitReport", { ...submission, proof });
    const answer = await first.text();
    expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
    expect([await second.text(), await third.text()]).toEqual([answer, answer]);
    expect(await stored("entries", submission.case)).toBe(1);
  });

  it("sent again is answered as the first time even when nothing else about it holds any more", async () => {
    const submission = await report();
    const first = await call(server, "submitReport", submission);
    const longAgo = Math.floor(Date.now() / 1_000) - 10 * 86_400;
    const expired = await challengeOn(server, "submit", { nowSeconds: longAgo });
    const again = { ...submission, proof: { challenge: expired, counter: 0 } };
    expect(await call(server, "submitReport", again)).toEqual(first);
  });

  it("sent again on a later day answers with the day it was received", async () => {
    const submission = await report();
    await call(server, "submitReport", submission);
    await server.database
      .prepare("UPDATE cases SET received_day = received_day - 1 WHERE case_id = ?")
      .bind(submission.case)
      .run();
    const again = { ...submission, proof: await freeProof(server, "submit") };
    expect(await call(server, "submitReport", again)).toEqual({
      receivedDay: today() - 1,
      acknowledgeByDay: today() + 6,
    });
  });
});

describe("a report is refused", () => {
  const cases: readonly [string, (of: Submission) => Partial<Submission>][] = [
    ["other text", ({ case: caseId }) => ({ entry: sealEntry(server, { caseId }) })],
    ["another card", ({ case: caseId }) => ({ card: sealCard(server, { caseId }) })],
    ["other recipients", () => ({ wraps: slots([organisation.members[0].id]) })],
    ["another mark", () => ({ urgent: true })],
  ];
  it.each(cases)("when its case exists with %s", async (_name, change) => {
    const submission = await report();
    await call(server, "submitReport", submission);
    const other = {
      ...submission,
      ...change(submission),
      proof: await freeProof(server, "submit"),
    };
    expect(await refused(server, "submitReport", other, "case-exists")).toBe("case");
    expect(await stored("entries", submission.case)).toBe(1);
  });

  it("when another case has the same code", async () => {
    const first = await report();
    await call(server, "submitReport", first);
    const second = { ...(await report()), reporter: first.reporter };
    await refused(server, "submitReport", second, "case-exists");
    expect(await stored("cases", second.case)).toBe(0);
  });

  it("when its proof has paid for another, and leaves nothing behind", async () => {
    const first = await report();
    await call(server, "submitReport", first);
    const second = { ...(await report()), proof: first.proof };
    expect(await refused(server, "submitReport", second, "proof-used")).toBe("proof");
    for (const table of ["cases", "entries", "reporters", "wraps"]) {
      expect(await stored(table, second.case)).toBe(0);
    }
  });

  it("when its proof is missing, wrong, foreign, too old or for another action", async () => {
    const { proof, ...rest } = await report();
    await refused(server, "submitReport", rest, "proof-missing");
    const costly = await challengeOn(server, "submit", { bits: 24 });
    const now = Math.floor(Date.now() / 1_000);
    const attempts = [
      ["proof-wrong", { challenge: costly, counter: 0 }],
      ["proof-wrong", { challenge: randomText(59), counter: 0 }],
      ["proof-wrong", await freeProof(server, "member-sign-in")],
      [
        "proof-wrong",
        {
          challenge: await challengeOn(server, "submit", {
            secret: Buffer.alloc(32, 8).toString("base64url"),
          }),
          counter: 0,
        },
      ],
      [
        "proof-expired",
        {
          challenge: await challengeOn(server, "submit", { nowSeconds: now - 4 * 3_600 - 5 }),
          counter: 0,
        },
      ],
    ] as const;
    for (const [code, wrong] of attempts) {
      await refused(server, "submitReport", { ...rest, proof: wrong }, code);
    }
    await call(server, "submitReport", { ...rest, proof });
  });

  it("when a recipient is unknown, or there is none", async () => {
    const unknown = await report();
    const wraps = slots([organisation.members[0].id, randomText(16)]);
    await refused(server, "submitReport", { ...unknown, wraps }, "unknown-recipient");
    expect(await stored("cases", unknown.case)).toBe(0);
    const nobody = { ...(await report()), wraps: slots([]) };
    await refused(server, "submitReport", nobody, "unknown-recipient");
  });

  it("when a recipient is a member, but no active reviewer of the desk by the newest roster", async () => {
    const { desk, members, outsider } = organisation;
    const [first, second, third] = members;
    const wraps = slots([first.id, outsider.id]);
    const submission = { ...(await report()), wraps };
    expect(await refused(server, "submitReport", submission, "unknown-recipient")).toBe("wraps");
    expect(await stored("cases", submission.case)).toBe(0);
    const before = await report();
    const answered = await call(server, "submitReport", before);
    const listings = {
      [second.id]: { roles: ["coordinator" as const] },
      [third.id]: { revokedDay: today() },
      [outsider.id]: { revokedDay: today() + 1 },
    };
    const ids = [...members.map(({ id }) => id), outsider.id];
    await publishRoster(server, desk, ids, { version: 11, expiresDay: today(), listings });
    for (const { id } of [second, third]) {
      const wrong = { ...(await report()), wraps: slots([first.id, id]) };
      await refused(server, "submitReport", wrong, "unknown-recipient");
    }
    await call(server, "submitReport", submission);
    const again = { ...before, proof: await freeProof(server, "submit") };
    expect(await call(server, "submitReport", again)).toEqual(answered);
    await server.database.prepare("DELETE FROM rosters WHERE version = 11").run();
  });

  it("when its desk is unknown", async () => {
    const submission = { ...(await report()), desk: randomText(16) };
    expect(await refused(server, "submitReport", submission, "unknown-desk")).toBe("desk");
  });

  it("when its day is not the server's, give or take one", async () => {
    for (const apart of [-1, 1]) {
      const submission = await report();
      const entry = sealEntry(server, { caseId: submission.case, day: today() + apart });
      await call(server, "submitReport", { ...submission, entry });
    }
    for (const apart of [-2, 2]) {
      const submission = await report();
      const entry = sealEntry(server, { caseId: submission.case, day: today() + apart });
      await refused(server, "submitReport", { ...submission, entry }, "wrong-day");
    }
  });

  const foreign = new Uint8Array(32).fill(1);
  const headers: readonly [string, string, (of: Submission) => Partial<Submission>][] = [
    ["a foreign origin", "entry.header", (of) => entryWith(of, { origin: foreign })],
    [
      "another case",
      "entry.header",
      () => ({ entry: sealEntry(server, { caseId: randomText(16) }) }),
    ],
    ["a member's name", "entry.header", (of) => entryWith(of, { author: randomText(16) })],
    ["the internal lane", "entry.header", (of) => entryWith(of, { lane: "internal" })],
    ["the identity lane", "entry.header", (of) => entryWith(of, { lane: "identity" })],
    ["a later seq", "entry.header", (of) => entryWith(of, { seq: 2 })],
    ["no seq", "entry.header", (of) => entryWith(of, { seq: 0 })],
    ["an entry before", "entry.header", (of) => entryWith(of, { prev: randomText(32) })],
    ["a later epoch", "entry.header", (of) => entryWith(of, { epoch: 1 })],
    ["a foreign card", "card.header", (of) => cardWith(of, { origin: foreign })],
    [
      "another's card",
      "card.header",
      () => ({ card: sealCard(server, { caseId: randomText(16) }) }),
    ],
    ["a member's card", "card.header", (of) => cardWith(of, { author: randomText(16) })],
    ["an internal card", "card.header", (of) => cardWith(of, { lane: "internal" })],
    ["a card of a later epoch", "card.header", (of) => cardWith(of, { epoch: 1 })],
    ["a card that covers nothing", "card.header", (of) => cardWith(of, { coversConversation: 0 })],
    ["a card that covers notes", "card.header", (of) => cardWith(of, { coversInternal: 1 })],
    ["an internal wrap", "wraps.0", () => ({ wraps: internalFirst() })],
    ["one member twice", "wraps.1.member", () => ({ wraps: twice() })],
    ["an internal reporter's wrap", "reporter.wrap", internalReporter],
  ];
  function entryWith({ case: caseId }: Submission, rest: object): Partial<Submission> {
    return { entry: sealEntry(server, { caseId, ...rest }) };
  }
  function cardWith({ case: caseId }: Submission, rest: object): Partial<Submission> {
    return { card: sealCard(server, { caseId, ...rest }) };
  }
  function internalFirst() {
    return [wrapFor(organisation.members[0].id, "internal"), ...slots([]).slice(1)];
  }
  function twice() {
    const { id } = organisation.members[0];
    return [wrapFor(id), wrapFor(id), ...slots([]).slice(2)];
  }
  function internalReporter({ reporter }: Submission): Partial<Submission> {
    return { reporter: { ...reporter, wrap: sealWrap("internal") } };
  }
  it.each(headers)("when its plain header names %s", async (_name, field, change) => {
    const submission = await report();
    const wrong = { ...submission, ...change(submission) };
    expect(await refused(server, "submitReport", wrong, "wrong-header")).toBe(field);
    await call(server, "submitReport", submission);
  });

  it("when a header has an unknown suite or lane byte", async () => {
    const submission = await report();
    for (const at of [0, 49]) {
      const bytes = Buffer.from(submission.entry.header, "base64url");
      bytes[at] = 9;
      const entry = { ...submission.entry, header: bytes.toString("base64url") };
      await refused(server, "submitReport", { ...submission, entry }, "wrong-header");
    }
  });

  it("when a size is not one of the sizes there are", async () => {
    const submission = await report();
    const attempts: readonly [Partial<Record<keyof Submission, unknown>>, string][] = [
      [{ entry: { ...submission.entry, body: randomText(1_000) } }, "entry.body"],
      [{ card: { ...submission.card, body: randomText(1_065) } }, "card.body"],
      [{ wraps: submission.wraps.slice(1) }, "wraps"],
      [{ case: `${submission.case}A` }, "case"],
      [{ urgent: 1 }, "urgent"],
    ];
    for (const [change, field] of attempts) {
      const wrong = { ...submission, ...change };
      expect(await refused(server, "submitReport", wrong, "wrong-type")).toBe(field);
    }
  });

  it("when the same bytes are spelled another way", async () => {
    const submission = await report();
    // The last of 22 characters carries two bits of the sixteenth byte and four that must be zero.
    const spelled = `${submission.case.slice(0, -1)}B`;
    await refused(server, "submitReport", { ...submission, case: spelled }, "wrong-type");
  });

  it("when no roster is in force, and taken again under the next one", async () => {
    const { desk, members } = organisation;
    const ids = members.map(({ id }) => id);
    await publishRoster(server, desk, ids, { version: 2, expiresDay: today() - 1 });
    const submission = await report();
    await refused(server, "submitReport", submission, "intake-closed");
    await publishRoster(server, desk, ids, { version: 3, expiresDay: today() });
    await call(server, "submitReport", submission);
  });

  it("when its desk is in an older roster only", async () => {
    const ids = organisation.members.map(({ id }) => id);
    const submission = await report();
    await publishRoster(server, randomText(16), ids, { version: 4, expiresDay: today() + 1 });
    await refused(server, "submitReport", submission, "unknown-desk");
    await server.database.prepare("DELETE FROM rosters WHERE version = 4").run();
  });
});
