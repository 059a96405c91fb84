/**
 * What the server keeps of envelopes, requests, decisions and pieces, and from whom: it can read none of them, and
 * still keeps their order.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import {
  ID_BYTES,
  SEALED_REQUEST_BYTES,
  SEALED_SHARE_BYTES,
} from "../../worker/contract/limits.ts";
import { concat, label } from "../../worker/contract/preimages.ts";
import type { ReleaseDecision } from "../../worker/contract/release.ts";
import { parseAuditText, type AuditAct, type SignedAudit } from "../../worker/contract/audit.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { isLeftUnder } from "../../worker/db/key-epochs.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  auditPair,
  comeBack,
  foundOrganisation,
  publishRoster,
  signIn,
  type TestMember,
  type TestReporter,
} from "./people.ts";
import {
  addition,
  entryHash,
  envelopeFor,
  randomText,
  sealCard,
  sealEntry,
  sealReport,
  wrapFor,
  type Submission,
} from "./sealed-bytes.ts";

let server: Server;
let desk: string;
let members: readonly [TestMember, TestMember, TestMember];
/** `both` reviews at the desk and keeps identities there; `former` keeps them no more. */
let both: TestMember;
let keepers: readonly [TestMember, TestMember];
let former: TestMember;
const tokens = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  const organisation = await foundOrganisation(server);
  ({ desk } = organisation);
  ({ members } = organisation);
  [, , both] = members;
  keepers = [await addMember(server, "keeper"), await addMember(server, "second-keeper")];
  former = await addMember(server, "former-keeper");
  await publishRoster(
    server,
    desk,
    members.map(({ id }) => id),
    {
      version: 2,
      expiresDay: today() + 30,
      elsewhere: [...keepers, former].map(({ id }) => id),
      custodians: [both, ...keepers, former].map(({ id }) => id),
      listings: {
        [both.id]: { roles: ["reviewer", "custodian"] },
        [keepers[0].id]: { roles: ["custodian"] },
        [keepers[1].id]: { roles: ["custodian"] },
        [former.id]: { roles: ["custodian"], revokedDay: today() },
      },
    },
  );
  for (const member of [...members, ...keepers]) {
    tokens.set(member.id, await signIn(server, member));
  }
});
afterAll(() => server.close());

async function audited(member: TestMember, act: AuditAct): Promise<SignedAudit> {
  return await auditEntry(server, member, act, token(member) ?? "");
}

type Asking = Omit<InputOf<"requestRelease">, "audit" | "interests">;
function entryless(): never {
  throw new Error("releases: no entry");
}

type Deciding = Omit<InputOf<"decideRelease">, "audit">;

async function askingOf(input: Asking, member: TestMember): Promise<InputOf<"requestRelease">> {
  const place = { case: input.case };
  const entry = entryHash(input.entries.at(-1) ?? entryless());
  const acts = [
    { kind: "release-request", ...place },
    { kind: "best-interests", ...place, entry },
  ] as const;
  const [audit, interests] = await auditPair(server, member, acts, token(member) ?? "");
  return { ...input, audit, interests };
}

/** Signed into the log as what it is, about that case. */
async function decidingOf(
  made: Deciding,
  member: TestMember,
  caseId: string,
): Promise<InputOf<"decideRelease">> {
  const kind = made.share === null ? "release-refusal" : "release-approval";
  return { ...made, audit: await audited(member, { kind, case: caseId }) };
}

function token(member: TestMember): string | undefined {
  return tokens.get(member.id);
}

function custodianIds(): string[] {
  return [both, ...keepers].map(({ id }) => id);
}

interface Case {
  readonly submission: Submission;
  readonly reporter: TestReporter;
}

async function submitted(): Promise<Case> {
  const ids = members.map(({ id }) => id);
  const report = await sealReport(server, desk, ids, custodianIds());
  await call(server, "submitReport", report.submission);
  return report;
}

async function count(table: string, caseId: string): Promise<number> {
  const rows = await server.database
    .prepare(`SELECT count(*) AS held FROM ${table} WHERE case_id = ?`)
    .bind(caseId)
    .first<number>("held");
  return rows ?? 0;
}

/** A first act of that member: the request's entry, the notes it opens, and what goes to custodians. */
function requestOf(
  { submission }: Case,
  member: TestMember,
  custodians: readonly TestMember[],
): Asking {
  const caseId = submission.case;
  const author = member.id;
  const place = { caseId, author, prev: entryHash(submission.entry) };
  return {
    case: caseId,
    entries: [
      sealEntry(server, { ...place, seq: 2 }),
      sealEntry(server, { caseId, author, lane: "internal" }),
    ],
    wraps: members.map(({ id }) => wrapFor(id, "internal")),
    card: sealCard(server, {
      caseId,
      author,
      lane: "internal",
      coversConversation: 2,
      coversInternal: 1,
    }),
    ...NO_MARKS,
    release: {
      id: randomText(ID_BYTES),
      envelopeSeq: 1,
      requests: custodians.map(({ id }) => ({
        member: id,
        key: randomText(ID_BYTES),
        sealed: randomText(SEALED_REQUEST_BYTES),
      })),
    },
  };
}

async function asked(member = members[0]): Promise<{
  readonly report: Case;
  readonly input: Asking;
}> {
  const report = await submitted();
  const others = [both, ...keepers].filter(({ id }) => id !== member.id);
  const input = requestOf(report, member, others);
  await call(server, "requestRelease", await askingOf(input, member), token(member));
  return { report, input };
}

async function decision(
  input: Asking,
  custodian: TestMember,
  change: Partial<ReleaseDecision> = {},
  signer = custodian,
): Promise<Deciding> {
  const statement: ReleaseDecision = {
    suite: "tern/1",
    origin: server.origin,
    case: input.case,
    release: input.release.id,
    envelope: randomText(32),
    request: randomText(32),
    requester: members[0].id,
    custodian: custodian.id,
    day: today(),
    answer: "approved",
    ...change,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(statement));
  const signature = await signer.signAct(concat(label("release decision"), bytes));
  return {
    release: input.release.id,
    decision: { statement: toBase64Url(bytes), signature: toBase64Url(signature) },
    share:
      statement.answer === "approved"
        ? { key: randomText(ID_BYTES), share: randomText(SEALED_SHARE_BYTES) }
        : null,
  };
}

async function decides(
  input: Asking,
  custodian: TestMember,
  change: Partial<ReleaseDecision> = {},
): Promise<Deciding> {
  const made = await decision(input, custodian, change);
  await call(
    server,
    "decideRelease",
    await decidingOf(made, custodian, input.case),
    token(custodian),
  );
  return made;
}

describe("an envelope", () => {
  it("is kept with the report, a piece for each custodian, and handed to nobody who was not asked", async () => {
    const { submission } = await submitted();
    expect(await count("identity_envelopes", submission.case)).toBe(1);
    expect(await count("identity_shares", submission.case)).toBe(3);
    for (const keeper of keepers) {
      const { requests } = await call(server, "releaseRequests", {}, token(keeper));
      expect(requests.filter((asking) => asking.case === submission.case)).toEqual([]);
    }
  });

  it("is refused when a piece is for nobody who keeps identities at that desk", async () => {
    const ids = members.map(({ id }) => id);
    for (const stranger of [members[0], former]) {
      const report = await sealReport(server, desk, ids, [keepers[0].id, stranger.id]);
      expect(await refused(server, "submitReport", report.submission, "unknown-recipient")).toBe(
        "identity",
      );
    }
  });

  it("is refused when its header is of another case, or names others than its pieces", async () => {
    const ids = members.map(({ id }) => id);
    const { submission } = await sealReport(server, desk, ids, custodianIds());
    const elsewhere = envelopeFor(server, randomText(ID_BYTES), custodianIds());
    const others = envelopeFor(server, submission.case, [keepers[0].id]);
    const { shares } = submission.identity;
    const lies = [
      elsewhere,
      { ...submission.identity, header: others.header },
      { ...submission.identity, shares: shares.toReversed() },
      { ...submission.identity, header: randomText(276) },
    ];
    for (const identity of lies) {
      await refused(server, "submitReport", { ...submission, identity }, "wrong-header");
    }
    await call(server, "submitReport", submission);
  });

  it("comes with every addition, and those before it go when the reporter says so", async () => {
    const { submission, reporter } = await submitted();
    const code = await comeBack(server, reporter);
    const caseId = submission.case;
    let prev = entryHash(submission.entry);
    for (const [seq, forgetIdentity, held] of [
      [2, false, 2],
      [3, true, 1],
    ] as const) {
      const entry = sealEntry(server, { caseId, seq, prev });
      const plain = await addition(server, entry);
      const identity = envelopeFor(server, caseId, custodianIds());
      await call(server, "reporterAppend", { ...plain, identity, forgetIdentity }, code);
      prev = entryHash(entry);
      expect(await count("identity_envelopes", caseId)).toBe(held);
      expect(await count("identity_shares", caseId)).toBe(held * 3);
    }
    const entry = sealEntry(server, { caseId, seq: 4, prev });
    await call(server, "reporterAppend", await addition(server, entry, true), code);
    expect(await count("identity_envelopes", caseId)).toBe(0);
    expect(await count("identity_shares", caseId)).toBe(0);
  });
});

describe("a request", () => {
  it("reaches the custodians who are asked, each with their own piece, and is written with its entry", async () => {
    const { input, report } = await asked();
    const own = async (keeper: TestMember) =>
      (await call(server, "releaseRequests", {}, token(keeper))).requests.filter(
        ({ release }) => release === input.release.id,
      );
    const [first, second] = [await own(keepers[0]), await own(keepers[1])];
    expect(first).toMatchObject([{ requester: members[0].id, day: today(), decision: null }]);
    const piece = (member: TestMember) =>
      report.submission.identity.shares.find((share) => share.member === member.id)?.share;
    expect(first[0]?.share).toBe(piece(keepers[0]));
    expect(second[0]?.share).toBe(piece(keepers[1]));
    expect(first[0]).not.toHaveProperty("body");
    const code = await comeBack(server, report.reporter);
    const after = { conversation: 0, internal: 0 };
    const { entries } = await call(server, "reporterRead", { after }, code);
    expect(entries).toEqual([report.submission.entry, input.entries[0]]);
  });

  it("is refused to whoever is no reader of the case, and asks nobody then", async () => {
    const report = await submitted();
    const ids = [members[0].id];
    const narrow = await sealReport(server, desk, ids, custodianIds());
    await call(server, "submitReport", narrow.submission);
    const input = requestOf(narrow, members[1], [...keepers]);
    await refused(
      server,
      "requestRelease",
      await askingOf(input, members[1]),
      "not-found",
      token(members[1]),
    );
    const foreign = requestOf(report, members[0], [members[1]]);
    await refused(
      server,
      "requestRelease",
      await askingOf(foreign, members[0]),
      "unknown-recipient",
      token(members[0]),
    );
    const own = requestOf(report, both, [both, ...keepers]);
    await refused(
      server,
      "requestRelease",
      await askingOf(own, both),
      "unknown-recipient",
      token(both),
    );
    const twice = requestOf(report, members[0], [keepers[0], keepers[0]]);
    await refused(
      server,
      "requestRelease",
      await askingOf(twice, members[0]),
      "unknown-recipient",
      token(members[0]),
    );
    expect(await count("releases", report.submission.case)).toBe(0);
  });

  it("that is overtaken asks nobody", async () => {
    const report = await submitted();
    const first = requestOf(report, members[0], [...keepers]);
    const second = requestOf(report, members[1], [...keepers]);
    await call(server, "requestRelease", await askingOf(first, members[0]), token(members[0]));
    await refused(
      server,
      "requestRelease",
      await askingOf(second, members[1]),
      "conflict",
      token(members[1]),
    );
    expect(await count("releases", report.submission.case)).toBe(1);
  });
});

describe("a decision", () => {
  it("is taken once from each custodian who was asked; the same again is the same", async () => {
    const { input } = await asked();
    const made = await decides(input, keepers[0]);
    await call(
      server,
      "decideRelease",
      await decidingOf(made, keepers[0], input.case),
      token(keepers[0]),
    );
    const other = await decision(input, keepers[0]);
    await refused(
      server,
      "decideRelease",
      await decidingOf(other, keepers[0], input.case),
      "conflict",
      token(keepers[0]),
    );
  });

  it("is refused when it is for something else, or its piece and its answer do not go together", async () => {
    const { input } = await asked();
    const lies: readonly Partial<ReleaseDecision>[] = [
      { case: randomText(ID_BYTES) },
      { release: randomText(ID_BYTES) },
      { requester: members[1].id },
      { custodian: keepers[1].id },
    ];
    for (const lie of lies) {
      const made = { ...(await decision(input, keepers[0], lie)), release: input.release.id };
      await refused(
        server,
        "decideRelease",
        await decidingOf(made, keepers[0], input.case),
        "wrong-header",
        token(keepers[0]),
      );
    }
    // Another custodian's signature, and nobody's.
    const borrowed = await decision(input, keepers[0], {}, keepers[1]);
    await refused(
      server,
      "decideRelease",
      await decidingOf(borrowed, keepers[0], input.case),
      "wrong-signature",
      token(keepers[0]),
    );
    const approved = await decision(input, keepers[0]);
    const unsigned = { ...approved, decision: { ...approved.decision, signature: randomText(64) } };
    await refused(
      server,
      "decideRelease",
      await decidingOf(unsigned, keepers[0], input.case),
      "wrong-signature",
      token(keepers[0]),
    );
    const without = { ...approved, share: null };
    await refused(
      server,
      "decideRelease",
      await decidingOf(without, keepers[0], input.case),
      "wrong-header",
      token(keepers[0]),
    );
    const { share } = approved;
    const refusal = { ...(await decision(input, keepers[0], { answer: "harm" })), share };
    await refused(
      server,
      "decideRelease",
      await decidingOf(refusal, keepers[0], input.case),
      "wrong-header",
      token(keepers[0]),
    );
  });

  it("is refused from whoever asked, from a custodian nobody asked, and about nothing", async () => {
    const { input } = await asked(both);
    const own = await decision(input, both, { requester: both.id });
    await refused(
      server,
      "decideRelease",
      await decidingOf(own, both, input.case),
      "not-found",
      token(both),
    );
    const { input: second } = await asked();
    const unknown = { ...(await decision(second, keepers[0])), release: randomText(ID_BYTES) };
    await refused(
      server,
      "decideRelease",
      await decidingOf(unknown, keepers[0], input.case),
      "not-found",
      token(keepers[0]),
    );
    await refused(
      server,
      "decideRelease",
      await decidingOf(own, members[0], input.case),
      "forbidden",
      token(members[0]),
    );
  });

  it("is told to every reader and to the reporter; the pieces only to whoever asked, when there are enough", async () => {
    const { input, report } = await asked();
    const shares = async (member: TestMember) =>
      (await call(server, "releaseShares", { case: input.case }, token(member))).releases;
    const first = await decides(input, keepers[0]);
    expect(await shares(members[0])).toMatchObject([
      { answers: [{ decision: first.decision, share: first.share }], envelope: null },
    ]);
    expect(await shares(members[1])).toMatchObject([
      { answers: [{ decision: first.decision, share: null }], envelope: null },
    ]);
    await decides(input, keepers[1]);
    const { header, body } = report.submission.identity;
    expect(await shares(members[0])).toMatchObject([{ envelope: { header, body } }]);
    expect(await shares(members[1])).toMatchObject([{ envelope: null }]);
    const code = await comeBack(server, report.reporter);
    const after = { conversation: 0, internal: 0 };
    const { decisions } = await call(server, "reporterRead", { after }, code);
    expect(decisions).toHaveLength(2);
    expect(decisions).toContainEqual(first.decision);
  });

  it("is nobody's any more once the reporter took back who they are, but stays told", async () => {
    const { input, report } = await asked();
    await decides(input, keepers[0]);
    await decides(input, keepers[1]);
    const code = await comeBack(server, report.reporter);
    const [, prev] = [report.submission.entry, input.entries[0]].map((entry) =>
      entry === undefined ? "" : entryHash(entry),
    );
    const entry = sealEntry(server, { caseId: input.case, seq: 3, prev: prev ?? "" });
    const plain = await addition(server, entry);
    await call(server, "reporterAppend", { ...plain, forgetIdentity: true }, code);
    const { releases } = await call(
      server,
      "releaseShares",
      { case: input.case },
      token(members[0]),
    );
    expect(releases).toMatchObject([
      { answers: [{ share: null }, { share: null }], envelope: null },
    ]);
    const { requests } = await call(server, "releaseRequests", {}, token(keepers[0]));
    expect(requests.map(({ release }) => release)).not.toContain(input.release.id);
    const late = await decision(input, both);
    await refused(
      server,
      "decideRelease",
      await decidingOf(late, both, input.case),
      "not-found",
      token(both),
    );
  });

  it("of a case is kept from members who cannot read it", async () => {
    const narrow = await sealReport(server, desk, [members[0].id], custodianIds());
    await call(server, "submitReport", narrow.submission);
    const asking = { case: narrow.submission.case };
    await refused(server, "releaseShares", asking, "not-found", token(members[1]));
  });
});

describe("a member's key", () => {
  it("takes its pieces and requests along to the next, its own and nobody else's", async () => {
    const { input, report } = await asked();
    const database = openDatabase(server.database);
    const keeper = keepers[0];
    const share = report.submission.identity.shares.find(({ member }) => member === keeper.id);
    const request = input.release.requests.find(({ member }) => member === keeper.id);
    if (share === undefined || request === undefined) throw new Error("releases: no piece");
    const to = randomText(ID_BYTES);
    for (const from of [share.key, request.key]) {
      expect(await isLeftUnder(database, keeper.id, from)).toBe(true);
      const { pieces } = await call(server, "myPieces", { key: from }, token(keeper));
      expect(pieces).toHaveLength(1);
      // Somebody else's hands move nothing of it.
      await call(server, "replacePieces", { from, to, pieces }, token(keepers[1]));
      expect(await isLeftUnder(database, keeper.id, from)).toBe(true);
      await call(server, "replacePieces", { from, to, pieces }, token(keeper));
      expect(await isLeftUnder(database, keeper.id, from)).toBe(false);
      expect((await call(server, "myPieces", { key: from }, token(keeper))).pieces).toEqual([]);
    }
    expect((await call(server, "myPieces", { key: to }, token(keeper))).pieces).toHaveLength(2);
  });

  it("of whoever asked takes along what was given out to them", async () => {
    const { input } = await asked();
    const { share } = await decides(input, keepers[0]);
    const from = share?.key ?? "";
    const to = randomText(ID_BYTES);
    const { pieces } = await call(server, "myPieces", { key: from }, token(members[0]));
    expect(pieces).toMatchObject([{ kind: "released", sealed: share?.share }]);
    await call(server, "replacePieces", { from, to, pieces }, token(keepers[0]));
    await call(server, "replacePieces", { from, to, pieces }, token(members[1]));
    const database = openDatabase(server.database);
    expect(await isLeftUnder(database, members[0].id, from)).toBe(true);
    await call(server, "replacePieces", { from, to, pieces }, token(members[0]));
    expect(await isLeftUnder(database, members[0].id, from)).toBe(false);
  });
});

describe("the audit log", () => {
  it("holds who asked, who agreed or did not, and who opened it, each with the act itself", async () => {
    const { input } = await asked();
    await decides(input, keepers[0]);
    await decides(input, keepers[1], { answer: "harm" });
    const other = await submitted();
    const wrong = await askingOf(requestOf(other, members[0], [...keepers]), members[0]);
    const audit = await audited(members[0], { kind: "release-request", case: input.case });
    await refused(server, "requestRelease", { ...wrong, audit }, "wrong-audit", token(members[0]));
    expect(await count("releases", other.submission.case)).toBe(0);
    const entry = sealEntry(server, {
      caseId: input.case,
      author: members[0].id,
      seq: 3,
      prev: entryHash(input.entries[0] ?? entryless()),
    });
    const card = sealCard(server, {
      caseId: input.case,
      author: members[0].id,
      lane: "internal",
      coversConversation: 3,
      coversInternal: 1,
    });
    const opening = { ...input, entries: [entry], wraps: [], card, release: input.release.id };
    const opens = { kind: "release-opened", case: input.case } as const;
    const foreign = { ...opening, audit: await audited(members[1], opens) };
    await refused(server, "openRelease", foreign, "not-found", token(members[1]));
    const own = { ...opening, audit: await audited(members[0], opens) };
    await call(server, "openRelease", own, token(members[0]));
    const rows = await server.database.prepare("SELECT statement FROM audit_log ORDER BY seq").all<{
      statement: string;
    }>();
    const acts = rows.results.map(({ statement }) =>
      parseAuditText(Buffer.from(statement, "base64url").toString("utf8")),
    );
    const told = acts.flatMap((stated) =>
      stated !== null && "case" in stated.act && stated.act.case === input.case
        ? [[stated.act.kind, stated.member]]
        : [],
    );
    expect(told).toEqual([
      ["release-request", members[0].id],
      ["best-interests", members[0].id],
      ["release-approval", keepers[0].id],
      ["release-refusal", keepers[1].id],
      ["release-opened", members[0].id],
    ]);
  });
});
