import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CHALLENGE_SECONDS,
  LANE_ENTRIES,
  PROOF_BITS,
  REPORTER_ANSWER_BUCKETS_BYTES,
  REPORTER_LANE_ENTRIES,
} from "../../worker/contract/limits.ts";
import { challengeByDay } from "../../worker/contract/clocks.ts";
import { concat, label, u32 } from "../../worker/contract/preimages.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { endpoints } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { readConfig } from "../../worker/env.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, TEST_SECRET, type Server } from "../support/server.ts";
import { ask, call, challengeOn, freeProof, refused, solve, today } from "./client.ts";
import {
  comeBack,
  foundOrganisation,
  makeReporter,
  openCase,
  reporterSignInInput,
  signIn,
  type Organisation,
} from "./people.ts";
import { reasoned } from "./reasons.ts";
import {
  addition,
  entryHash,
  randomText,
  sealCard,
  sealEntry,
  sealReport,
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

const FROM_START = { after: { conversation: 0, internal: 0 } };

async function submitted() {
  const ids = organisation.members.map(({ id }) => id);
  const report = await sealReport(server, organisation.desk, ids);
  await call(server, "submitReport", report.submission);
  return report;
}

describe("coming back with a code", () => {
  it("opens the reporter's own case and nothing else", async () => {
    const { submission, reporter } = await submitted();
    const answer = await call(server, "reporterRead", FROM_START, await comeBack(server, reporter));
    expect(answer.case.case).toBe(submission.case);
    expect(answer.entries).toEqual([submission.entry]);
    expect(answer.wraps).toEqual([submission.reporter.wrap]);
    expect(answer).toMatchObject({ more: false, day: today() });
  });

  it("answers a wrong signature, an unknown code and a withdrawn report alike", async () => {
    const known = await submitted();
    const withdrawn = await submitted();
    const token = await comeBack(server, withdrawn.reporter);
    await call(server, "reporterAppend", await withdrawal(withdrawn.submission), token);
    const stranger = await makeReporter();
    const inputs = [
      { ...(await reporterSignInInput(server, known.reporter)), signature: randomText(64) },
      await reporterSignInInput(server, stranger),
      await reporterSignInInput(server, withdrawn.reporter),
      // The right code with a signature under another code's key.
      {
        ...(await reporterSignInInput(server, stranger)),
        locator: known.reporter.locator,
      },
    ];
    const answers = [];
    for (const input of inputs) {
      const response = await ask(server, "reporterSignIn", input);
      answers.push({
        status: response.status,
        headers: [...response.headers].filter(([name]) => name !== "date"),
        body: await response.text(),
      });
    }
    expect(answers[0]).toMatchObject({ status: 401, body: '{"error":"unauthorised"}' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("is refused without a challenge of ours that is fresh and meant for it", async () => {
    const { reporter } = await submitted();
    const now = Math.floor(Date.now() / 1_000);
    const attempts = [
      ["proof-wrong", await challengeOn(server, "submit")],
      ["proof-wrong", await challengeOn(server, "reporter-sign-in", { bits: 24 })],
      ["proof-wrong", randomText(59)],
      ["proof-expired", await challengeOn(server, "reporter-sign-in", { nowSeconds: now - 130 })],
    ] as const;
    for (const [code, challenge] of attempts) {
      const signature = await reporter.sign(server, challenge);
      const input = { proof: { challenge, counter: 0 }, locator: reporter.locator, signature };
      await refused(server, "reporterSignIn", input, code);
    }
  });

  it("is refused when what was signed is another challenge or another origin", async () => {
    const { reporter } = await submitted();
    const input = await reporterSignInInput(server, reporter);
    const other = await freeProof(server, "reporter-sign-in");
    await refused(server, "reporterSignIn", { ...input, proof: other }, "unauthorised");
    const elsewhere = { ...server, origin: "https://elsewhere.example" };
    const signature = await reporter.sign(elsewhere, input.proof.challenge);
    await refused(server, "reporterSignIn", { ...input, signature }, "unauthorised");
  });
});

describe("a reporter's session", () => {
  it("ends with its time, and with any byte of its token changed", async () => {
    const { reporter } = await submitted();
    const { keys } = await readConfig({ SERVER_SECRET: TEST_SECRET, ORIGIN: server.origin });
    const open = concat(
      fromBase64Url(reporter.locatorHash),
      u32(Math.floor(Date.now() / 1_000) - 5),
    );
    const mac = await crypto.subtle.sign("HMAC", keys.reporterToken, concat(label("token"), open));
    const expired = toBase64Url(concat(open, new Uint8Array(mac)));
    await refused(server, "reporterRead", FROM_START, "unauthorised", expired);
    const token = fromBase64Url(await comeBack(server, reporter));
    for (const at of [0, 31, 35, 36, 67]) {
      const bent = Uint8Array.from(token, (byte, index) => (index === at ? byte ^ 1 : byte));
      await refused(server, "reporterRead", FROM_START, "unauthorised", toBase64Url(bent));
    }
  });

  it("is nothing to a member's endpoint, nor a member's to it", async () => {
    const { submission, reporter } = await submitted();
    const code = await comeBack(server, reporter);
    const member = await signIn(server, organisation.members[0]);
    await refused(server, "inbox", { after: null }, "unauthorised", code);
    const read = { case: submission.case, ...FROM_START };
    await refused(server, "readCase", read, "unauthorised", code);
    await refused(server, "reporterRead", FROM_START, "unauthorised", member);
  });
});

describe("adding to a report", () => {
  it("appends to the conversation, and sent again answers the same", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const entry = sealEntry(server, {
      caseId: submission.case,
      seq: 2,
      prev: entryHash(submission.entry),
    });
    const input = await addition(server, entry);
    expect(await call(server, "reporterAppend", input, token)).toMatchObject({
      conversationSeq: 2,
    });
    expect(await call(server, "reporterAppend", input, token)).toMatchObject({
      conversationSeq: 2,
    });
    const third = sealEntry(server, { caseId: submission.case, seq: 3, prev: entryHash(entry) });
    await call(server, "reporterAppend", await addition(server, third), token);
    expect(await call(server, "reporterAppend", input, token)).toMatchObject({
      conversationSeq: 2,
    });
    const read = await call(server, "reporterRead", FROM_START, token);
    expect(read.entries).toEqual([submission.entry, entry, third]);
    const rest = { after: { conversation: 2, internal: 0 } };
    expect((await call(server, "reporterRead", rest, token)).entries).toEqual([third]);
  });

  it("is refused out of turn, under another's name, in another lane or case", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const caseId = submission.case;
    const next = { caseId, seq: 2, prev: entryHash(submission.entry) };
    const attempts = [
      ["conflict", { ...next, seq: 1 }],
      ["conflict", { ...next, seq: 3 }],
      ["conflict", { ...next, prev: randomText(32) }],
      ["wrong-header", { ...next, author: organisation.members[0].id }],
      ["wrong-header", { ...next, lane: "internal" }],
      ["wrong-header", { ...next, lane: "identity" }],
      ["wrong-header", { ...next, epoch: 1 }],
      ["wrong-header", { ...next, caseId: randomText(16) }],
      ["wrong-header", { ...next, origin: new Uint8Array(32) }],
      ["wrong-day", { ...next, day: today() - 2 }],
    ] as const;
    for (const [code, place] of attempts) {
      const input = await addition(server, sealEntry(server, place));
      await refused(server, "reporterAppend", input, code, token);
    }
    const input = await addition(server, sealEntry(server, next));
    await call(server, "reporterAppend", input, token);
  });

  it("is paid for with work, at the price of a report", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const { challenge, bits } = await call(server, "challenge", { action: "reporter-append" });
    expect(bits).toBe(PROOF_BITS);
    const free = await addition(server, second(submission));
    const input = { ...free, proof: solve(challenge, bits) };
    await call(server, "reporterAppend", input, token);
    const read = await call(server, "reporterRead", FROM_START, token);
    expect(read.entries).toEqual([submission.entry, input.entry]);
  });

  it("is refused when its proof is missing, wrong, too old or for another action", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const { proof, ...rest } = await addition(server, second(submission));
    await refused(server, "reporterAppend", rest, "proof-missing", token);
    const now = Math.floor(Date.now() / 1_000);
    const old = { nowSeconds: now - CHALLENGE_SECONDS - 5 };
    const attempts = [
      ["proof-wrong", await challengeOn(server, "reporter-append", { bits: 24 })],
      ["proof-wrong", await challengeOn(server, "submit")],
      ["proof-wrong", await challengeOn(server, "reporter-sign-in")],
      ["proof-wrong", randomText(59)],
      ["proof-expired", await challengeOn(server, "reporter-append", old)],
    ] as const;
    for (const withdraw of [false, true]) {
      for (const [code, challenge] of attempts) {
        const input = { ...rest, withdraw, proof: { challenge, counter: 0 } };
        await refused(server, "reporterAppend", input, code, token);
      }
    }
    await call(server, "reporterAppend", { ...rest, proof }, token);
  });

  it("is refused when its proof has paid for another entry, of this report or of another", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const first = await addition(server, second(submission));
    await call(server, "reporterAppend", first, token);
    const third = { caseId: submission.case, seq: 3, prev: entryHash(first.entry) };
    for (const withdraw of [false, true]) {
      const input = { ...first, entry: sealEntry(server, third), withdraw };
      expect(await refused(server, "reporterAppend", input, "proof-used", token)).toBe("proof");
    }
    const other = await submitted();
    const elsewhere = { ...(await addition(server, second(other.submission))), proof: first.proof };
    const otherToken = await comeBack(server, other.reporter);
    await refused(server, "reporterAppend", elsewhere, "proof-used", otherToken);
    const read = await call(server, "reporterRead", FROM_START, token);
    expect(read.entries).toEqual([submission.entry, first.entry]);
    const { proof } = await addition(server, first.entry);
    await call(server, "reporterAppend", { ...elsewhere, proof }, otherToken);
  });

  it("sent again with another proof, or one that is too old by now, answers the same", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const input = await addition(server, second(submission));
    const first = await call(server, "reporterAppend", input, token);
    const longAgo = { nowSeconds: Math.floor(Date.now() / 1_000) - 86_400 };
    const challenge = await challengeOn(server, "reporter-append", longAgo);
    for (const again of [
      await addition(server, input.entry),
      { ...input, proof: { challenge, counter: 0 } },
    ]) {
      const { conversationSeq } = await call(server, "reporterAppend", again, token);
      expect(conversationSeq).toBe(first.conversationSeq);
    }
    const read = await call(server, "reporterRead", FROM_START, token);
    expect(read.entries).toHaveLength(2);
  });
});

async function lengthen(caseId: string, conversationSeq: number): Promise<void> {
  await server.database
    .prepare("UPDATE cases SET conversation_seq = ? WHERE case_id = ?")
    .bind(conversationSeq, caseId)
    .run();
}

describe("a conversation", () => {
  it("takes so many entries, then nothing from its reporter but a withdrawal", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    await lengthen(submission.case, REPORTER_LANE_ENTRIES - 1);
    const caseId = submission.case;
    const prev = entryHash(submission.entry);
    const last = sealEntry(server, { caseId, seq: REPORTER_LANE_ENTRIES, prev });
    const input = await addition(server, last);
    await call(server, "reporterAppend", input, token);
    const place = { caseId, seq: REPORTER_LANE_ENTRIES + 1, prev: entryHash(last) };
    const beyond = await addition(server, sealEntry(server, place));
    expect(await refused(server, "reporterAppend", beyond, "journal-full", token)).toBe("entry");
    await call(server, "reporterAppend", input, token);

    const member = organisation.members[0];
    const author = member.id;
    const reply = sealEntry(server, { ...place, author });
    const card = sealCard(server, { caseId, author, coversConversation: place.seq });
    const marks = {
      acknowledged: true,
      feedback: false,
      feedbackExtended: false,
      closed: false,
      reopened: false,
      challengeDecided: false,
      dueDay: null,
    };
    await call(
      server,
      "appendToCase",
      { case: caseId, entries: [reply], wraps: [], card, ...marks },
      await signIn(server, member),
    );
    const end = sealEntry(server, { caseId, seq: place.seq + 1, prev: entryHash(reply) });
    await refused(server, "reporterAppend", await addition(server, end), "journal-full", token);
    await call(server, "reporterAppend", await addition(server, end, true), token);
    await refused(server, "reporterRead", FROM_START, "unauthorised", token);
  });

  it("that members have filled keeps its last place for a withdrawal", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    await lengthen(submission.case, LANE_ENTRIES - 1);
    const caseId = submission.case;
    const place = { caseId, seq: LANE_ENTRIES, prev: entryHash(submission.entry) };
    const member = organisation.members[0];
    const author = member.id;
    const reply = {
      case: caseId,
      entries: [sealEntry(server, { ...place, author })],
      wraps: [],
      card: sealCard(server, { caseId, author, coversConversation: LANE_ENTRIES }),
      ...NO_MARKS,
    };
    const session = await signIn(server, member);
    await refused(server, "appendToCase", reply, "journal-full", session);
    const entry = sealEntry(server, place);
    await call(server, "reporterAppend", await addition(server, entry, true), token);
  });
});

function second({ case: caseId, entry }: Submission): SealedEntry {
  return sealEntry(server, { caseId, seq: 2, prev: entryHash(entry) });
}

function withdrawal(submission: Submission) {
  return addition(server, second(submission), true);
}

describe("withdrawing", () => {
  it("ends the code, the session and what is due, and the members still read the case", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    await call(server, "reporterAppend", await withdrawal(submission), token);
    await refused(server, "reporterRead", FROM_START, "unauthorised", token);
    const again = await reporterSignInInput(server, reporter);
    await refused(server, "reporterSignIn", again, "unauthorised");
    const member = await signIn(server, organisation.members[0]);
    const read = await openCase(server, submission.case, member);
    expect(read.plain).toMatchObject({
      withdrawnDay: today(),
      nextDueDay: null,
      conversationSeq: 2,
    });
    expect(read.entries).toHaveLength(2);
  });
});

describe("challenging a decision", () => {
  async function closed() {
    const { submission, reporter } = await submitted();
    const member = organisation.members[0];
    const author = member.id;
    const place = { caseId: submission.case, seq: 2, prev: entryHash(submission.entry) };
    const closing = sealEntry(server, { ...place, author });
    const marks = {
      acknowledged: true,
      feedback: true,
      feedbackExtended: false,
      reopened: false,
      challengeDecided: false,
      dueDay: null,
    };
    const notes = { caseId: submission.case, author, lane: "internal" } as const;
    const note = sealEntry(server, notes);
    const token = await signIn(server, member);
    const appending = (entry: SealedEntry, seq: number) => ({
      case: submission.case,
      entries: [entry],
      wraps: [],
      card: sealCard(server, { ...notes, coversConversation: seq, coversInternal: 1 }),
      ...marks,
      closed: false,
    });
    const append = (entry: SealedEntry, seq: number, change: object) =>
      call(server, "appendToCase", { ...appending(entry, seq), ...change }, token);
    const closes = {
      ...appending(closing, 2),
      entries: [closing, note],
      wraps: organisation.members.map(({ id }) => wrapFor(id, "internal")),
      closed: true,
    };
    await call(
      server,
      "appendToCase",
      await reasoned(server, [member, token], closes, note),
      token,
    );
    return { submission, reporter, closing, append, author };
  }

  it("starts a clock that runs though the case is closed, and that the answer stops", async () => {
    const { submission, reporter, closing, append, author } = await closed();
    const code = await comeBack(server, reporter);
    const caseId = submission.case;
    const entry = sealEntry(server, { caseId, seq: 3, prev: entryHash(closing) });
    const input = { ...(await addition(server, entry)), challenge: true };
    await call(server, "reporterAppend", input, code);
    // Sent again because the answer got lost: the same, and no second clock.
    await call(server, "reporterAppend", input, code);
    const read = await call(server, "reporterRead", FROM_START, code);
    expect(read.case).toMatchObject({
      closedDay: today(),
      challengedDay: today(),
      challengeDecidedDay: null,
      nextDueDay: challengeByDay(today()),
    });
    const answer = sealEntry(server, { caseId, seq: 4, prev: entryHash(entry), author });
    const { plain } = await append(answer, 4, { challengeDecided: true });
    expect(plain).toMatchObject({ challengeDecidedDay: today(), nextDueDay: null });
  });

  it("is said of every addition, so that none has another shape", async () => {
    const { submission, reporter } = await submitted();
    const { challenge: _left, ...without } = await addition(server, second(submission));
    const code = await comeBack(server, reporter);
    expect(await refused(server, "reporterAppend", without, "wrong-type", code)).toBe("challenge");
  });

  it("starts no clock while nothing is closed", async () => {
    const { submission, reporter } = await submitted();
    const code = await comeBack(server, reporter);
    const input = { ...(await addition(server, second(submission))), challenge: true };
    await call(server, "reporterAppend", input, code);
    const read = await call(server, "reporterRead", FROM_START, code);
    expect(read.case).toMatchObject({ challengedDay: null, nextDueDay: today() + 7 });
  });
});

describe("what a reporter is answered", () => {
  it("comes in the sizes there are, the same for none and for some replies", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const lengths = [];
    let prev = entryHash(submission.entry);
    for (let seq = 2; seq <= 5; seq += 1) {
      const read = await ask(server, "reporterRead", FROM_START, token);
      lengths.push((await read.arrayBuffer()).byteLength);
      const entry = sealEntry(server, { caseId: submission.case, seq, prev });
      prev = entryHash(entry);
      const appended = await ask(server, "reporterAppend", await addition(server, entry), token);
      lengths.push((await appended.arrayBuffer()).byteLength);
    }
    expect(new Set(lengths)).toEqual(new Set([REPORTER_ANSWER_BUCKETS_BYTES[0]]));
    const large = sealEntry(server, { caseId: submission.case, seq: 6, prev, bodyBytes: 65_536 });
    await call(server, "reporterAppend", await addition(server, large), token);
    const read = await ask(server, "reporterRead", FROM_START, token);
    expect((await read.arrayBuffer()).byteLength).toBe(REPORTER_ANSWER_BUCKETS_BYTES[1]);
  });

  it("tells nothing of what reviewers write among themselves, nor waits for it", async () => {
    const { submission, reporter } = await submitted();
    const code = await comeBack(server, reporter);
    // All of it but the padding, which is random, and how long it is with it.
    const answered = async () => {
      const response = await ask(server, "reporterRead", FROM_START, code);
      const text = await response.text();
      const { pad: _pad, ...rest } = endpoints.reporterRead.output.parse(JSON.parse(text));
      return { rest, length: text.length, headers: [...response.headers.keys()] };
    };
    const before = await answered();
    const author = organisation.members[0];
    const caseId = submission.case;
    const token = await signIn(server, author);
    await call(
      server,
      "appendToCase",
      {
        case: caseId,
        entries: [sealEntry(server, { caseId, author: author.id, lane: "internal" })],
        wraps: organisation.members.map(({ id }) => wrapFor(id, "internal")),
        card: sealCard(server, {
          caseId,
          author: author.id,
          lane: "internal",
          coversInternal: 1,
        }),
        ...NO_MARKS,
      },
      token,
    );
    expect(await answered()).toEqual(before);
    const entry = sealEntry(server, { caseId, seq: 2, prev: entryHash(submission.entry) });
    await call(server, "reporterAppend", await addition(server, entry), code);
    const read = await openCase(server, caseId, token);
    expect(read.plain).toMatchObject({ conversationSeq: 2, internalSeq: 1 });
  });

  it("is a page at a time when the conversation is long, and nothing is left out", async () => {
    const { submission, reporter } = await submitted();
    const token = await comeBack(server, reporter);
    const sent = [submission.entry];
    for (let seq = 2; seq <= 5; seq += 1) {
      const last = sent.at(-1) ?? submission.entry;
      const entry = sealEntry(server, {
        caseId: submission.case,
        seq,
        prev: entryHash(last),
        bodyBytes: 262_144,
      });
      sent.push(entry);
      await call(server, "reporterAppend", await addition(server, entry), token);
    }
    const got: SealedEntry[] = [];
    let pages = 0;
    for (let more = true; more; pages += 1) {
      const after = { conversation: got.length, internal: 0 };
      const page = await call(server, "reporterRead", { after }, token);
      got.push(...page.entries);
      more = page.more;
    }
    expect(got).toEqual(sent);
    expect(pages).toBe(2);
  });
});
