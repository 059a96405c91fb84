import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { APPEND_ENTRIES } from "../../worker/contract/limits.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { receivedOn } from "../support/shelves.ts";
import { call, refused, today } from "./client.ts";
import {
  comeBack,
  foundOrganisation,
  openCase,
  publishRoster,
  signIn,
  type Organisation,
  type TestMember,
} from "./people.ts";
import { Steps } from "./reasons.ts";
import {
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
let token: string;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
  token = await signIn(server, organisation.members[0]);
});
afterAll(() => server.close());

const FROM_START = { conversation: 0, internal: 0 };
type Append = InputOf<"appendToCase">;

async function submit(members: readonly TestMember[] = organisation.members) {
  const ids = members.map(({ id }) => id);
  const report = await sealReport(server, organisation.desk, ids);
  await call(server, "submitReport", report.submission);
  return report;
}

async function revoke({ id }: TestMember, day: number | null): Promise<void> {
  await server.database
    .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
    .bind(day, id)
    .run();
}

function read(caseId: string, as: string) {
  return openCase(server, caseId, as);
}

/** An append by the first member: a reply to the conversation, after `last`. */
function reply({ case: caseId }: Submission, last: SealedEntry, seq = 2): Append {
  const author = organisation.members[0].id;
  return {
    case: caseId,
    entries: [sealEntry(server, { caseId, author, seq, prev: entryHash(last) })],
    wraps: [],
    card: sealCard(server, { caseId, author, coversConversation: seq }),
    ...NO_MARKS,
  };
}

/** An append by the first member that opens the internal lane for all recipients. */
function opening(
  { case: caseId }: Submission,
  members = organisation.members.map(({ id }) => id),
): Append {
  const author = organisation.members[0].id;
  return {
    case: caseId,
    entries: [sealEntry(server, { caseId, author, lane: "internal" })],
    wraps: members.map((id) => wrapFor(id, "internal")),
    card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
    ...NO_MARKS,
  };
}

describe("an inbox", () => {
  it("shows each recipient the card, and the wrap that opens it, and is empty for others", async () => {
    const [first, second] = organisation.members;
    const { submission } = await submit([first, second]);
    const tokens = {
      second: await signIn(server, second),
      third: await signIn(server, organisation.members[2]),
    };
    const { cases } = await call(server, "inbox", { after: null }, tokens.second);
    const mine = cases.find(({ plain }) => plain.case === submission.case);
    const { member: _member, ...wrap } = submission.wraps[1] ?? wrapFor("");
    expect(mine).toMatchObject({ card: submission.card, wrap, plain: { receivedDay: today() } });
    const others = await call(server, "inbox", { after: null }, tokens.third);
    expect(others.cases.map(({ plain }) => plain.case)).not.toContain(submission.case);
  });

  it("gives the internal wrap once the card is internal, and the conversation's to who has none", async () => {
    const { submission } = await submit();
    const [first, second, third] = organisation.members;
    // Somebody who was away when the lane was opened has no wrap of it.
    await revoke(third, today());
    const input = opening(submission, [first.id, second.id]);
    await call(server, "appendToCase", input, token);
    await revoke(third, null);
    for (const [member, lane] of [
      [second, "internal"],
      [third, "conversation"],
    ] as const) {
      const { cases } = await call(server, "inbox", { after: null }, await signIn(server, member));
      const mine = cases.find(({ plain }) => plain.case === submission.case);
      expect(mine).toMatchObject({ card: input.card, wrap: { lane, epoch: 0 } });
    }
  });

  it("comes newest first, a page of fifty at a time, each case once", async () => {
    const { desk, members, outsider } = organisation;
    const ids = [...members, outsider].map(({ id }) => id);
    await publishRoster(server, desk, ids, { version: 2, expiresDay: today() });
    const pager = await signIn(server, outsider);
    const sent: { received: number; id: string }[] = [];
    for (let at = 0; at < 120; at += 1) {
      const { submission } = await submit([outsider]);
      const received = today() - (at % 5);
      sent.push({ received, id: submission.case });
      await receivedOn(server, submission.case, received);
    }
    const got: string[] = [];
    const sizes: number[] = [];
    let after: InputOf<"inbox">["after"] = null;
    do {
      const page: OutputOf<"inbox"> = await call(server, "inbox", { after }, pager);
      got.push(...page.cases.map(({ plain }) => plain.case));
      sizes.push(page.cases.length);
      after = page.next;
    } while (after !== null);
    expect(sizes).toEqual([50, 50, 20]);
    sent.sort((a, b) => b.received - a.received || (a.id < b.id ? 1 : -1));
    expect(got).toEqual(sent.map(({ id }) => id));
  });
});

describe("reading a case", () => {
  it("gives a recipient its plain columns, card, wraps and entries", async () => {
    const { submission } = await submit();
    const opened = await read(submission.case, token);
    const { member: _member, ...wrap } = submission.wraps[0] ?? wrapFor("");
    expect(opened).toEqual({
      plain: {
        case: submission.case,
        desk: organisation.desk,
        urgent: false,
        receivedDay: today(),
        acknowledgedDay: null,
        feedbackDay: null,
        feedbackExtendedDay: null,
        closedDay: null,
        reopenedDay: null,
        challengedDay: null,
        challengeDecidedDay: null,
        withdrawnDay: null,
        purgeDay: null,
        holdReviewDay: null,
        nextDueDay: today() + 7,
        conversationSeq: 1,
        internalSeq: 0,
      },
      card: submission.card,
      wraps: [wrap],
      entries: [submission.entry],
      more: false,
      day: today(),
    });
  });

  it("goes through both lanes a page at a time", async () => {
    const { submission } = await submit();
    const author = organisation.members[0].id;
    const caseId = submission.case;
    const open = opening(submission);
    const notes = [open.entries[0] ?? submission.entry];
    await call(server, "appendToCase", open, token);
    for (let seq = 2; seq <= 4; seq += 1) {
      const prev = entryHash(notes.at(-1) ?? submission.entry);
      const place = { caseId, author, lane: "internal" as const, seq, prev };
      const note = sealEntry(server, { ...place, bodyBytes: 262_144 });
      notes.push(note);
      const card = sealCard(server, { caseId, author, lane: "internal", coversInternal: seq });
      const input = { case: caseId, entries: [note], wraps: [], card, ...NO_MARKS };
      await call(server, "appendToCase", input, token);
    }
    const first = await read(caseId, token);
    expect(first.more).toBe(true);
    const after = { conversation: 1, internal: first.entries.length - 1 };
    const rest = await call(server, "readCase", { case: caseId, after, audit: null }, token);
    expect(rest.more).toBe(false);
    expect([...first.entries, ...rest.entries]).toEqual([submission.entry, ...notes]);
  });

  it("answers another's case exactly as one that does not exist", async () => {
    const { submission } = await submit();
    const outsider = await signIn(server, organisation.outsider);
    for (const id of [submission.case, randomText(16)]) {
      await refused(
        server,
        "readCase",
        { case: id, after: FROM_START, audit: null },
        "not-found",
        outsider,
      );
      const input = { ...reply(submission, submission.entry), case: id };
      await refused(server, "appendToCase", input, "not-found", outsider);
    }
  });
});

function stepsOn(submission: Submission): Steps {
  const { members } = organisation;
  const ids = members.map(({ id }) => id);
  return new Steps(server, [members[0], token], submission, ids);
}

describe("appending to a case", () => {
  it("adds a reply that the reporter reads", async () => {
    const { submission, reporter } = await submit();
    const input = reply(submission, submission.entry);
    const { plain } = await call(server, "appendToCase", input, token);
    expect(plain).toEqual((await read(submission.case, token)).plain);
    const answer = await call(
      server,
      "reporterRead",
      { after: FROM_START },
      await comeBack(server, reporter),
    );
    expect(answer.entries).toEqual([submission.entry, ...input.entries]);
  });

  it("writes entries of both lanes at once, wraps the lane they open, and replaces the card", async () => {
    const { submission } = await submit();
    const caseId = submission.case;
    const [author, colleague] = organisation.members;
    const open = opening(submission);
    const answer = sealEntry(server, {
      caseId,
      author: author.id,
      seq: 2,
      prev: entryHash(submission.entry),
    });
    const input = {
      ...open,
      entries: [...open.entries, answer],
      card: sealCard(server, {
        caseId,
        author: author.id,
        lane: "internal",
        coversConversation: 2,
        coversInternal: 1,
      }),
    };
    await call(server, "appendToCase", input, token);
    const seen = await read(caseId, await signIn(server, colleague));
    expect(seen.plain).toMatchObject({ conversationSeq: 2, internalSeq: 1 });
    expect(seen.card).toEqual(input.card);
    expect(seen.wraps.map(({ lane }) => lane)).toEqual(["conversation", "internal"]);
    expect(seen.entries).toEqual([submission.entry, answer, ...open.entries]);
  });

  it("sent again answers the same and writes nothing", async () => {
    const { submission } = await submit();
    const input = opening(submission);
    const first = await call(server, "appendToCase", input, token);
    expect(await call(server, "appendToCase", input, token)).toEqual(first);
    expect((await read(submission.case, token)).entries).toHaveLength(2);
  });

  it("is a conflict when somebody was quicker, and changes nothing", async () => {
    const { submission } = await submit();
    await call(server, "appendToCase", reply(submission, submission.entry), token);
    const before = await read(submission.case, token);
    const late = { ...reply(submission, submission.entry), closed: true };
    expect(await refused(server, "appendToCase", late, "conflict", token)).toBe("entries");
    expect(await read(submission.case, token)).toEqual(before);
  });

  it("sets each mark on its day, once, and what is due follows", async () => {
    const { submission } = await submit();
    const steps = stepsOn(submission);
    const acknowledged = await steps.take({ acknowledged: true });
    expect(acknowledged).toMatchObject({ acknowledgedDay: today(), feedbackDay: null });
    expect(acknowledged.nextDueDay).toBeGreaterThan(today() + 80);
    await server.database
      .prepare("UPDATE cases SET acknowledged_day = acknowledged_day - 3 WHERE case_id = ?")
      .bind(submission.case)
      .run();
    expect(await steps.take({ acknowledged: true })).toMatchObject({
      acknowledgedDay: today() - 3,
    });
    expect(await steps.take({ feedback: true })).toMatchObject({
      feedbackDay: today(),
      nextDueDay: null,
    });
    expect(await steps.take({ closed: true })).toMatchObject({
      closedDay: today(),
      nextDueDay: null,
    });
  });

  it("takes a closing back, and lets the next one set its own day", async () => {
    const { submission } = await submit();
    const steps = stepsOn(submission);
    await steps.take({ acknowledged: true, feedback: true, closed: true });
    await server.database
      .prepare("UPDATE cases SET closed_day = closed_day - 9 WHERE case_id = ?")
      .bind(submission.case)
      .run();
    const reopened = await steps.take({ reopened: true });
    expect(reopened).toMatchObject({ closedDay: null, feedbackDay: null, reopenedDay: today() });
    expect(reopened.nextDueDay).toBeGreaterThan(today() + 80);
    expect(await steps.take({ feedback: true, closed: true })).toMatchObject({
      closedDay: today(),
      nextDueDay: null,
    });
  });

  const next = (of: Submission) => {
    const author = organisation.members[0].id;
    return { caseId: of.case, author, seq: 2, prev: entryHash(of.entry) };
  };
  const wrong: readonly [string, (of: Submission) => Partial<Append>][] = [
    [
      "an entry under a colleague's name",
      (of) => ({
        entries: [sealEntry(server, { ...next(of), author: organisation.members[1].id })],
      }),
    ],
    [
      "an entry in the reporter's name",
      (of) => ({
        entries: [sealEntry(server, { caseId: of.case, seq: 2, prev: entryHash(of.entry) })],
      }),
    ],
    [
      "an entry of another case",
      (of) => ({ entries: [sealEntry(server, { ...next(of), caseId: randomText(16) })] }),
    ],
    [
      "an entry for another origin",
      (of) => ({ entries: [sealEntry(server, { ...next(of), origin: new Uint8Array(32) })] }),
    ],
    [
      "an entry of the identity lane",
      (of) => ({ entries: [sealEntry(server, { ...next(of), lane: "identity" })] }),
    ],
    [
      "an entry of a later epoch",
      (of) => ({ entries: [sealEntry(server, { ...next(of), epoch: 1 })] }),
    ],
    [
      "a card under a colleague's name",
      (of) => ({ card: cardOf(of, { author: organisation.members[1].id }) }),
    ],
    ["a card of another case", (of) => ({ card: cardOf(of, { caseId: randomText(16) }) })],
    ["a card that covers too much", (of) => ({ card: cardOf(of, { coversConversation: 3 }) })],
    ["a card of a lane there is not", (of) => ({ card: cardOf(of, { lane: "internal" }) })],
    [
      "wraps that open nothing",
      () => ({ wraps: [wrapFor(organisation.members[1].id, "internal")] }),
    ],
    ["wraps of the conversation", () => ({ wraps: [wrapFor(organisation.members[1].id)] })],
  ];
  function cardOf(of: Submission, rest: object) {
    const author = organisation.members[0].id;
    return sealCard(server, { caseId: of.case, author, coversConversation: 2, ...rest });
  }
  it.each(wrong)("is refused with %s", async (_name, change) => {
    const { submission } = await submit();
    const input = { ...reply(submission, submission.entry), ...change(submission) };
    await refused(server, "appendToCase", input, "wrong-header", token);
    await call(server, "appendToCase", reply(submission, submission.entry), token);
  });

  it.each([
    "acknowledged",
    "feedback",
    "feedbackExtended",
    "closed",
    "reopened",
    "challengeDecided",
  ])("is refused when it says %s and tells the reporter nothing", async (said) => {
    const { submission } = await submit();
    const { case: caseId } = submission;
    const author = organisation.members[0].id;
    const note = {
      ...reply(submission, submission.entry),
      entries: [sealEntry(server, { caseId, author, lane: "internal" })],
      wraps: organisation.members.map(({ id }) => wrapFor(id, "internal")),
      card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
    };
    await refused(
      server,
      "appendToCase",
      { ...note, ...NO_MARKS, [said]: true },
      "wrong-header",
      token,
    );
    // The control: the same note, of which nothing is said.
    await call(server, "appendToCase", { ...note, ...NO_MARKS }, token);
  });

  it("conflicts with a card of the case as it was before", async () => {
    const { submission } = await submit();
    const input = reply(submission, submission.entry);
    const behind = { ...input, card: cardOf(submission, { coversConversation: 1 }) };
    await refused(server, "appendToCase", behind, "conflict", token);
    await call(server, "appendToCase", input, token);
  });

  it("is refused on another day", async () => {
    const { submission } = await submit();
    const entries = [sealEntry(server, { ...next(submission), day: today() + 2 })];
    const input = { ...reply(submission, submission.entry), entries };
    await refused(server, "appendToCase", input, "wrong-day", token);
  });

  it("is refused when the entries do not follow one another", async () => {
    const { submission } = await submit();
    const [one] = reply(submission, submission.entry).entries;
    const two = sealEntry(server, { ...next(submission), seq: 3, prev: randomText(32) });
    const input = { ...reply(submission, submission.entry), entries: [one, two] };
    await refused(server, "appendToCase", input, "conflict", token);
  });

  it("opens the internal lane to recipients of the case only, the author among them", async () => {
    const [first, second, third] = organisation.members;
    const { submission } = await submit([first, second]);
    const members = [first.id, second.id];
    const attempts = [
      ["unknown-recipient", opening(submission, [...members, third.id])],
      ["unknown-recipient", opening(submission, [...members, randomText(16)])],
      ["wrong-header", opening(submission, [second.id])],
      ["wrong-header", opening(submission, [first.id])],
      ["wrong-header", opening(submission, [])],
      ["wrong-header", opening(submission, [first.id, first.id])],
      ["wrong-header", { ...opening(submission), wraps: members.map((id) => wrapFor(id)) }],
    ] as const;
    for (const [code, input] of attempts) {
      await refused(server, "appendToCase", input, code, token);
    }
    await call(server, "appendToCase", opening(submission, members), token);
    const late = await signIn(server, third);
    await refused(
      server,
      "readCase",
      { case: submission.case, after: FROM_START, audit: null },
      "not-found",
      late,
    );
  });

  it("opens the internal lane to every recipient who is still a member, and keeps nothing for a former one", async () => {
    const [first, second, third] = organisation.members;
    const { submission } = await submit();
    const all = [first.id, second.id, third.id];
    const leftOut = opening(submission, [first.id, second.id]);
    await revoke(third, today() + 1);
    expect(await refused(server, "appendToCase", leftOut, "wrong-header", token)).toBe("wraps");
    await revoke(third, today());
    // A client may not have heard that they left.
    await call(server, "appendToCase", opening(submission, all), token);
    const { results } = await server.database
      .prepare("SELECT member_id FROM wraps WHERE case_id = ? AND lane = 'internal'")
      .bind(submission.case)
      .all();
    expect(results.map((row) => String(row["member_id"])).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
    await revoke(third, null);
  });

  it("is refused with no entry, or too many at once", async () => {
    const { submission } = await submit();
    const input = reply(submission, submission.entry);
    for (const entries of [
      [],
      Array.from({ length: APPEND_ENTRIES + 1 }, () => submission.entry),
    ]) {
      await refused(server, "appendToCase", { ...input, entries }, "wrong-size", token);
    }
  });
});
