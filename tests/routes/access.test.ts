/** Changes of who may read, as the server takes them: whose wraps come and go, and what it refuses. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditAct } from "../../worker/contract/audit.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { MemberWrap, SealedEntry } from "../../worker/contract/journal.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, refused, today } from "./client.ts";
import {
  auditEntry,
  comeBack,
  foundOrganisation,
  openCase,
  publishRoster,
  signIn,
  withEntry,
  type Organisation,
  type TestMember,
} from "./people.ts";
import {
  addition,
  entryHash,
  randomText,
  sealCard,
  sealEntry,
  sealReport,
  sealWrap,
  wrapFor,
} from "./sealed-bytes.ts";

type Change = InputOf<"changeAccess">;
const FROM_START = { conversation: 0, internal: 0 };
const LANES = ["conversation", "internal"] as const;

let server: Server;
let organisation: Organisation;
let first: TestMember;
let second: TestMember;
let third: TestMember;
let fourth: TestMember;
const tokens = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
  [first, second, third] = organisation.members;
  fourth = organisation.outsider;
  await publishRoster(
    server,
    organisation.desk,
    [first, second, third, fourth].map(({ id }) => id),
    { version: 2, expiresDay: today() + 30 },
  );
  for (const member of [first, second, third, fourth]) {
    tokens.set(member.id, await signIn(server, member));
  }
});
afterAll(() => server.close());

function as(member: TestMember): string {
  return tokens.get(member.id) ?? "";
}

/** A case of first and second whose notes are open: what the next entry of its conversation follows. */
interface Opened {
  readonly id: string;
  readonly report: Awaited<ReturnType<typeof sealReport>>;
  readonly last: SealedEntry;
  readonly seq: number;
  readonly epoch: number;
}

async function opened(readers: readonly TestMember[] = [first, second]): Promise<Opened> {
  const report = await sealReport(
    server,
    organisation.desk,
    readers.map(({ id }) => id),
  );
  const { submission } = report;
  await call(server, "submitReport", submission);
  const author = first.id;
  const caseId = submission.case;
  await call(
    server,
    "appendToCase",
    {
      case: caseId,
      entries: [sealEntry(server, { caseId, author, lane: "internal" })],
      wraps: readers.map(({ id }) => wrapFor(id, "internal")),
      card: sealCard(server, { caseId, author, lane: "internal", coversInternal: 1 }),
      ...NO_MARKS,
    },
    as(first),
  );
  return { id: caseId, report, last: submission.entry, seq: 1, epoch: 0 };
}

function entriesAfter(on: Opened, author: string, count: number): readonly SealedEntry[] {
  const entries: SealedEntry[] = [];
  let { last } = on;
  for (let at = 1; at <= count; at += 1) {
    last = sealEntry(server, {
      caseId: on.id,
      author,
      seq: on.seq + at,
      epoch: on.epoch,
      prev: entryHash(last),
    });
    entries.push(last);
  }
  return entries;
}

function cardAfter(on: Opened, author: string, count: number, epoch: number) {
  return sealCard(server, {
    caseId: on.id,
    author,
    lane: "internal",
    epoch,
    coversConversation: on.seq + count,
    coversInternal: 1,
  });
}

function keysFor(member: string, epochs: readonly number[]): MemberWrap[] {
  return epochs.flatMap((epoch) => LANES.map((lane) => ({ member, ...sealWrap(lane, epoch) })));
}

function grant(on: Opened, author: TestMember, member: TestMember): Change {
  const epochs = Array.from({ length: on.epoch + 1 }, (_, epoch) => epoch);
  return {
    case: on.id,
    change: { kind: "grant", member: member.id },
    entries: [...entriesAfter(on, author.id, 1)],
    wraps: keysFor(member.id, epochs),
    reporterWrap: null,
    card: cardAfter(on, author.id, 1, on.epoch),
    audit: null,
  };
}

function rekey(on: Opened, author: TestMember, staying: readonly TestMember[]): Change {
  return {
    case: on.id,
    change: { kind: "rekey" },
    entries: [...entriesAfter(on, author.id, 1)],
    wraps: staying.flatMap(({ id }) => keysFor(id, [on.epoch + 1])),
    reporterWrap: sealWrap("conversation", on.epoch + 1),
    card: cardAfter(on, author.id, 1, on.epoch + 1),
    audit: null,
  };
}

function removal(
  on: Opened,
  author: TestMember,
  member: TestMember,
  staying: readonly TestMember[],
): Change {
  return {
    ...rekey(on, author, staying),
    change: { kind: "removal", member: member.id },
    entries: [...entriesAfter(on, author.id, 2)],
    card: cardAfter(on, author.id, 2, on.epoch + 1),
  };
}

function recusal(on: Opened, author: TestMember): Change {
  return {
    case: on.id,
    change: { kind: "recusal" },
    entries: [...entriesAfter(on, author.id, 1)],
    wraps: [],
    reporterWrap: null,
    card: cardAfter(on, author.id, 1, on.epoch),
    audit: null,
  };
}

function after(on: Opened, change: Change): Opened {
  return {
    ...on,
    last: change.entries.at(-1) ?? on.last,
    seq: on.seq + change.entries.length,
    epoch: change.reporterWrap?.epoch ?? on.epoch,
  };
}

/** With its entry in the audit log, where it has one. */
function changes(input: Change, member: TestMember) {
  const { change } = input;
  if (change.kind === "rekey") return call(server, "changeAccess", input, as(member));
  const act: AuditAct =
    change.kind === "recusal"
      ? { kind: "removal", case: input.case, member: member.id }
      : { kind: change.kind, case: input.case, member: change.member };
  return withEntry(server, [member, as(member)], act, "changeAccess", (audit) => ({
    ...input,
    audit,
  }));
}

/** What somebody sends who leaves. */
async function leaving(member: TestMember) {
  return { audit: await auditEntry(server, member, { kind: "left" }, as(member)) };
}

function read(on: Opened, member: TestMember) {
  return openCase(server, on.id, as(member));
}

async function isNobodys(on: Opened, member: TestMember): Promise<void> {
  await refused(
    server,
    "readCase",
    { case: on.id, after: FROM_START, audit: null },
    "not-found",
    as(member),
  );
  for (const name of ["inbox", "holdings"] as const) {
    const { cases } = await call(server, name, { after: null }, as(member));
    expect(cases.map(({ plain }) => plain.case)).not.toContain(on.id);
  }
  const { results } = await server.database
    .prepare("SELECT 1 FROM wraps WHERE case_id = ? AND member_id = ?")
    .bind(on.id, member.id)
    .all();
  expect(results).toEqual([]);
}

async function revoke({ id }: TestMember, day: number | null): Promise<void> {
  await server.database
    .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
    .bind(day, id)
    .run();
}

describe("letting somebody in", () => {
  it("gives them every key the granter holds, and the case in their inbox", async () => {
    const on = await opened();
    await isNobodys(on, third);
    const input = grant(on, first, third);
    const { plain } = await changes(input, first);
    expect(plain).toMatchObject({ conversationSeq: 2, internalSeq: 1 });
    const seen = await read(on, third);
    expect(seen.wraps.map(({ lane, epoch }) => [lane, epoch])).toEqual([
      ["conversation", 0],
      ["internal", 0],
    ]);
    expect(seen.entries).toHaveLength(3);
    const { cases } = await call(server, "inbox", { after: null }, as(third));
    const row = cases.find(({ plain: { case: id } }) => id === on.id);
    expect(row).toMatchObject({ card: input.card, wrap: { lane: "internal", epoch: 0 } });
    // Sent again it answers the same.
    expect(await changes(input, first)).toEqual({ plain });
  });

  it("gives all epochs after new keys were made", async () => {
    let on = await opened([first, second]);
    const out = removal(on, first, second, [first]);
    await changes(out, first);
    on = after(on, out);
    const partly = { ...grant(on, first, third), wraps: keysFor(third.id, [1]) };
    await refused(server, "changeAccess", partly, "wrong-header", as(first));
    await changes(grant(on, first, third), first);
    expect((await read(on, third)).wraps).toHaveLength(4);
    const { cases } = await call(server, "inbox", { after: null }, as(third));
    const row = cases.find(({ plain }) => plain.case === on.id);
    expect(row?.wrap).toMatchObject({ lane: "internal", epoch: 1 });
    expect(cases.filter(({ plain }) => plain.case === on.id)).toHaveLength(1);
  });

  it.each<readonly [string, string, (on: Opened) => Change]>([
    [
      "a key too few",
      "wrong-header",
      (on) => ({ ...grant(on, first, third), wraps: keysFor(third.id, [0]).slice(1) }),
    ],
    [
      "a key too many",
      "wrong-header",
      (on) => ({ ...grant(on, first, third), wraps: keysFor(third.id, [0, 1]) }),
    ],
    [
      "a key for another",
      "wrong-header",
      (on) => ({
        ...grant(on, first, third),
        wraps: [...keysFor(third.id, [0]).slice(1), wrapFor(fourth.id)],
      }),
    ],
    [
      "a key of the identity lane",
      "wrong-header",
      (on) => ({
        ...grant(on, first, third),
        wraps: [...keysFor(third.id, [0]), { member: third.id, ...sealWrap("identity") }],
      }),
    ],
    [
      "a key for the reporter",
      "wrong-header",
      (on) => ({ ...grant(on, first, third), reporterWrap: sealWrap() }),
    ],
    [
      "somebody nobody knows",
      "unknown-recipient",
      (on) => ({ ...grant(on, first, third), change: { kind: "grant", member: randomText(16) } }),
    ],
    ["somebody who reads already", "conflict", (on) => grant(on, first, second)],
    [
      "an entry of the next epoch",
      "wrong-header",
      (on) => ({
        ...grant(on, first, third),
        entries: [...entriesAfter({ ...on, epoch: 1 }, first.id, 1)],
      }),
    ],
    [
      "a colleague's name on the entry",
      "wrong-header",
      (on) => ({ ...grant(on, first, third), entries: [...entriesAfter(on, second.id, 1)] }),
    ],
    [
      "an entry too many",
      "wrong-size",
      (on) => ({ ...grant(on, first, third), entries: [...entriesAfter(on, first.id, 2)] }),
    ],
  ])("is refused with %s", async (_name, code, change) => {
    const on = await opened();
    const before = await read(on, first);
    const body = change(on);
    const response = await server.fetch("/api/case/access", {
      method: "POST",
      headers: { authorization: `Bearer ${as(first)}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(await response.json()).toMatchObject({ error: code });
    expect(await read(on, first)).toEqual(before);
  });

  it("is refused for somebody who is no active reviewer by the roster", async () => {
    const on = await opened();
    const ids = [first, second, third, fourth].map(({ id }) => id);
    await publishRoster(server, organisation.desk, ids, {
      version: 3,
      expiresDay: today() + 30,
      listings: { [third.id]: { roles: ["auditor"] }, [fourth.id]: { revokedDay: today() } },
    });
    for (const member of [third, fourth]) {
      await refused(
        server,
        "changeAccess",
        grant(on, first, member),
        "unknown-recipient",
        as(first),
      );
    }
    await publishRoster(server, organisation.desk, ids, { version: 4, expiresDay: today() + 30 });
    await changes(grant(on, first, third), first);
  });

  it("is for readers alone, and anybody else learns nothing by asking", async () => {
    const on = await opened();
    for (const id of [on.id, randomText(16)]) {
      const input = { ...grant({ ...on, id }, third, third) };
      await refused(server, "changeAccess", input, "not-found", as(third));
    }
    await isNobodys(on, third);
  });
});

describe("taking somebody out", () => {
  it("ends every wrap of theirs, and begins an epoch for the others and the reporter", async () => {
    const on = await opened();
    const input = removal(on, first, second, [first]);
    await changes(input, first);
    await isNobodys(on, second);
    expect((await read(on, first)).wraps.map(({ lane, epoch }) => [lane, epoch])).toEqual([
      ["conversation", 0],
      ["conversation", 1],
      ["internal", 0],
      ["internal", 1],
    ]);
    const code = await comeBack(server, on.report.reporter);
    const answer = await call(server, "reporterRead", { after: FROM_START }, code);
    expect(answer.wraps.map(({ lane, epoch }) => [lane, epoch])).toEqual([
      ["conversation", 0],
      ["conversation", 1],
    ]);
    expect(answer.wraps[1]).toEqual(input.reporterWrap);
  });

  it("lets nothing more in under the old epoch, of a member or the reporter", async () => {
    const on = await opened();
    const input = removal(on, first, second, [first]);
    await changes(input, first);
    const late = after(on, input);
    const stale = { ...late, epoch: 0 };
    const word = {
      case: on.id,
      wraps: [],
      entries: [...entriesAfter(stale, first.id, 1)],
      card: cardAfter(late, first.id, 1, 1),
      ...NO_MARKS,
    };
    // Whoever did not hear of the new keys reads on, and seals under them.
    await refused(server, "appendToCase", word, "conflict", as(first));
    const code = await comeBack(server, on.report.reporter);
    const own = (epoch: number) =>
      sealEntry(server, { caseId: on.id, seq: late.seq + 1, epoch, prev: entryHash(late.last) });
    await refused(server, "reporterAppend", await addition(server, own(0)), "conflict", code);
    await call(server, "reporterAppend", await addition(server, own(1)), code);
  });

  it.each<readonly [string, string, (on: Opened) => Change]>([
    [
      "a key for the one taken out",
      "unknown-recipient",
      (on) => removal(on, first, second, [first, second]),
    ],
    [
      "a key for somebody new",
      "unknown-recipient",
      (on) => removal(on, first, second, [first, third]),
    ],
    ["nobody's key", "wrong-header", (on) => removal(on, first, second, [])],
    [
      "the keys of one lane",
      "wrong-header",
      (on) => ({
        ...removal(on, first, second, [first]),
        wraps: [{ member: first.id, ...sealWrap("conversation", 1) }],
      }),
    ],
    [
      "keys of the old epoch",
      "wrong-header",
      (on) => ({ ...removal(on, first, second, [first]), wraps: keysFor(first.id, [0]) }),
    ],
    [
      "keys of an epoch too far",
      "wrong-header",
      (on) => ({ ...removal(on, first, second, [first]), wraps: keysFor(first.id, [2]) }),
    ],
    [
      "no key for the reporter",
      "wrong-header",
      (on) => ({ ...removal(on, first, second, [first]), reporterWrap: null }),
    ],
    [
      "the reporter's key of the old epoch",
      "wrong-header",
      (on) => ({ ...removal(on, first, second, [first]), reporterWrap: sealWrap() }),
    ],
    [
      "a card under the old key",
      "conflict",
      (on) => ({ ...removal(on, first, second, [first]), card: cardAfter(on, first.id, 2, 0) }),
    ],
    [
      "no rekey after it",
      "wrong-size",
      (on) => ({
        ...removal(on, first, second, [first]),
        entries: [...entriesAfter(on, first.id, 1)],
      }),
    ],
    ["oneself", "conflict", (on) => removal(on, first, first, [second])],
    ["somebody who does not read", "conflict", (on) => removal(on, first, third, [first, second])],
  ])("is refused with %s", async (_name, code, change) => {
    const on = await opened();
    const before = await read(on, second);
    const response = await server.fetch("/api/case/access", {
      method: "POST",
      headers: { authorization: `Bearer ${as(first)}`, "content-type": "application/json" },
      body: JSON.stringify(change(on)),
    });
    expect(await response.json()).toMatchObject({ error: code });
    expect(await read(on, second)).toEqual(before);
  });

  it("is a conflict for whoever was slower", async () => {
    const on = await opened();
    await changes(grant(on, second, third), second);
    const late = removal(on, first, second, [first]);
    await refused(server, "changeAccess", late, "conflict", as(first));
    expect((await read(on, second)).wraps).toHaveLength(2);
  });
});

describe("a key that its owner has forgotten", () => {
  it("is given no case, by whatever way", async () => {
    const on = await opened();
    const forget = async ({ member, key }: MemberWrap): Promise<void> => {
      await server.database
        .prepare("INSERT INTO retired_keys VALUES (?, ?)")
        .bind(member, key)
        .run();
    };
    for (const input of [grant(on, first, third), rekey(on, first, [first, second])]) {
      const [wrap] = input.wraps;
      if (wrap === undefined) throw new Error("a change without wraps");
      await forget(wrap);
      const field = await refused(server, "changeAccess", input, "unknown-recipient", as(first));
      expect(field).toBe("wraps");
    }
    await changes(grant(on, first, third), first);
  });
});

describe("the audit log", () => {
  it("holds an entry of every change but new keys, and no change is made without its own", async () => {
    const on = await opened();
    const input = grant(on, first, third);
    expect(await refused(server, "changeAccess", input, "wrong-audit", as(first))).toBe("audit");
    const other = { kind: "grant", case: on.id, member: fourth.id } as const;
    const audit = await auditEntry(server, first, other, as(first));
    await refused(server, "changeAccess", { ...input, audit }, "wrong-audit", as(first));
    await isNobodys(on, third);
    const { head } = await call(server, "auditHead", {}, as(first));
    await changes(input, first);
    const now = await call(server, "auditHead", {}, as(first));
    expect(now.head.seq).toBe(head.seq + 1);
    const spare = await auditEntry(server, first, other, as(first));
    const renewed = { ...rekey(after(on, input), first, [first, second, third]), audit: spare };
    await refused(server, "changeAccess", renewed, "wrong-audit", as(first));
  });
});

describe("new keys", () => {
  it("leave out whoever is no member any more, and may not leave out anybody else", async () => {
    const on = await opened([first, second, third]);
    await refused(
      server,
      "changeAccess",
      rekey(on, first, [first, second]),
      "wrong-header",
      as(first),
    );
    await revoke(third, today());
    // Whoever has not heard of it wraps to them too: it is not kept.
    await changes(rekey(on, first, [first, second, third]), first);
    await revoke(third, null);
    await isNobodys(on, third);
    expect((await read(on, second)).wraps).toHaveLength(4);
  });

  it("come without one for a reporter who withdrew", async () => {
    const before = await opened();
    const code = await comeBack(server, before.report.reporter);
    const entry = sealEntry(server, { caseId: before.id, seq: 2, prev: entryHash(before.last) });
    await call(server, "reporterAppend", await addition(server, entry, true), code);
    const on = { ...before, last: entry, seq: 2 };
    await refused(
      server,
      "changeAccess",
      rekey(on, first, [first, second]),
      "wrong-header",
      as(first),
    );
    const input = { ...rekey(on, first, [first, second]), reporterWrap: null };
    await changes(input, first);
  });

  it("for the reporter go with a withdrawal", async () => {
    const before = await opened();
    const input = rekey(before, first, [first, second]);
    await changes(input, first);
    const on = after(before, input);
    const code = await comeBack(server, on.report.reporter);
    const entry = sealEntry(server, {
      caseId: on.id,
      seq: on.seq + 1,
      epoch: 1,
      prev: entryHash(on.last),
    });
    await call(server, "reporterAppend", await addition(server, entry, true), code);
    const { results } = await server.database
      .prepare("SELECT 1 FROM reporter_wraps WHERE case_id = ?")
      .bind(on.id)
      .all();
    expect(results).toEqual([]);
  });
});

describe("stepping out", () => {
  it("ends one's own wraps at once, and is refused where nobody else could read", async () => {
    const on = await opened();
    await changes(recusal(on, second), second);
    await isNobodys(on, second);
    const alone = after(on, recusal(on, second));
    const now = await read(alone, first);
    const left = { ...alone, last: now.entries[1] ?? alone.last };
    await refused(server, "changeAccess", recusal(left, first), "sole-holder", as(first));
    const both = await opened();
    await revoke(second, today());
    await refused(server, "changeAccess", recusal(both, first), "sole-holder", as(first));
    await revoke(second, null);
    await changes(recusal(both, first), first);
  });
});

describe("leaving", () => {
  it("lists how many others could read each case, and is refused while one could be read by nobody", async () => {
    const one = await opened([first, second]);
    const alone = await opened([first]);
    await revoke(third, null);
    const { cases } = await call(server, "holdings", { after: null }, as(first));
    const others = (on: Opened) => cases.find(({ plain }) => plain.case === on.id)?.others;
    expect(others(one)).toBe(1);
    expect(others(alone)).toBe(0);
    expect(await refused(server, "leave", await leaving(first), "sole-holder", as(first))).toBe(
      "cases",
    );
    await read(alone, first);
    await changes(grant(alone, first, fourth), first);
    // Everything else this file left first alone with is handed over too.
    const rest = await call(server, "holdings", { after: null }, as(first));
    for (const { plain, others: count } of rest.cases) {
      if (count > 0) continue;
      const now = await openCase(server, plain.case, as(first));
      const conversation = now.entries.slice(0, plain.conversationSeq);
      const epoch = Math.max(...now.wraps.map((wrap) => wrap.epoch));
      const last = conversation.at(-1);
      if (last === undefined) throw new Error("a case without entries");
      const on = { ...alone, id: plain.case, last, seq: plain.conversationSeq, epoch };
      await changes(grant(on, first, fourth), first);
    }
    expect(await call(server, "leave", await leaving(first), as(first))).toEqual({ day: today() });
    await refused(server, "inbox", { after: null }, "unauthorised", as(first));
    // New keys by a colleague whose roster does not say so yet keep nothing for them.
    const seen = await read(alone, fourth);
    expect(seen.wraps).toHaveLength(2);
    await revoke(first, null);
    tokens.set(first.id, await signIn(server, first));
  });

  it("is refused of a desk's last reviewer, and of the last coordinator", async () => {
    const ids = [first, second].map(({ id }) => id);
    const terms = { expiresDay: today() + 30 };
    await publishRoster(server, organisation.desk, [third.id], {
      ...terms,
      version: 20,
      elsewhere: ids,
      listings: { [second.id]: { roles: ["coordinator"] } },
    });
    expect(await refused(server, "leave", await leaving(third), "sole-holder", as(third))).toBe(
      "desk",
    );
    expect(await refused(server, "leave", await leaving(second), "sole-holder", as(second))).toBe(
      "coordinator",
    );
    await publishRoster(server, organisation.desk, [third.id, fourth.id], {
      ...terms,
      version: 21,
      elsewhere: ids,
      listings: { [second.id]: { roles: ["coordinator"] }, [fourth.id]: { revokedDay: today() } },
    });
    expect(await refused(server, "leave", await leaving(third), "sole-holder", as(third))).toBe(
      "desk",
    );
  });
});
