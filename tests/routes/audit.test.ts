import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditAct, AuditStatement, SignedAudit } from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { AUDIT_PAGE_ENTRIES } from "../../worker/contract/limits.ts";
import { identitySignatureHolds } from "../../worker/domain/signature.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { verifyKey } from "../../web/crypto/keys.ts";
import { loadSodium, sodium } from "../../web/crypto/sodium.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  addMember,
  arrive,
  auditEntry,
  foundOrganisation,
  openCase,
  publishRoster,
  signedAudit,
  signIn,
  type Organisation,
  type TestMember,
} from "./people.ts";
import { randomText, sealReport } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
let auditor: TestMember;
let member: TestMember;
beforeAll(async () => {
  await loadSodium();
  server = await startServer();
  organisation = await foundOrganisation(server);
  auditor = await addMember(server, "auditor");
  const { desk, members, outsider } = organisation;
  [member] = members;
  const ids = members.map(({ id }) => id);
  await publishRoster(server, desk, ids, {
    version: 2,
    expiresDay: today() + 30,
    elsewhere: [outsider.id, auditor.id],
    listings: { [auditor.id]: { roles: ["auditor"] } },
  });
});
afterAll(() => server.close());

const SIGN_IN: AuditAct = { kind: "sign-in" };
const FROM_START = { conversation: 0, internal: 0 };

async function submit(): Promise<string> {
  const ids = organisation.members.map(({ id }) => id);
  const { submission } = await sealReport(server, organisation.desk, ids);
  await call(server, "submitReport", submission);
  return submission.case;
}

async function length(): Promise<number> {
  const row = await server.database
    .prepare("SELECT count(*) AS n FROM audit_log")
    .first<{ n: number }>();
  return row?.n ?? 0;
}

/** The statement that would be right now, changed. */
async function statement(token: string, change: Partial<AuditStatement>): Promise<AuditStatement> {
  const { head, day } = await call(server, "auditHead", {}, token);
  return {
    suite: "tern/1",
    origin: server.origin,
    seq: head.seq + 1,
    prev: head.hash,
    day,
    member: member.id,
    act: SIGN_IN,
    ...change,
  };
}

async function readAll(token: string): Promise<SignedAudit[]> {
  const { entries } = await call(server, "readAudit", { after: 0 }, token);
  return entries;
}

describe("a session", () => {
  it("is good for next to nothing until its sign-in stands in the log", async () => {
    const token = await arrive(server, member);
    for (const [name, input] of [
      ["inbox", { after: null }],
      ["rosterHistory", { afterVersion: 0 }],
      ["sessions", {}],
      ["readAudit", { after: 0 }],
    ] as const) {
      await refused(server, name, input, "unauthorised", token);
    }
    const before = await length();
    await call(
      server,
      "appendAudit",
      { audit: await auditEntry(server, member, SIGN_IN, token) },
      token,
    );
    expect(await length()).toBe(before + 1);
    await call(server, "inbox", { after: null }, token);
  });

  it("is not made good by another's entry, nor by another session's", async () => {
    const [, colleague] = organisation.members;
    const token = await arrive(server, member);
    const theirs = await auditEntry(server, colleague, SIGN_IN, token);
    await refused(server, "appendAudit", { audit: theirs }, "wrong-audit", token);
    const elsewhere = await arrive(server, member);
    await call(
      server,
      "appendAudit",
      { audit: await auditEntry(server, member, SIGN_IN, elsewhere) },
      elsewhere,
    );
    await refused(server, "inbox", { after: null }, "unauthorised", token);
  });

  it("of somebody the newest roster does not list cannot be made good", async () => {
    const unlisted = await addMember(server, "unlisted");
    const token = await arrive(server, unlisted);
    const audit = await auditEntry(server, unlisted, SIGN_IN, token);
    await refused(server, "appendAudit", { audit }, "forbidden", token);
  });
});

describe("an entry", () => {
  it("is taken only as the next one, of today, of this member, of this act, signed", async () => {
    const token = await signIn(server, member);
    const before = await length();
    const [, colleague] = organisation.members;
    const wrong: readonly Partial<AuditStatement>[] = [
      { origin: "https://else.example" },
      { member: colleague.id },
      { act: { kind: "left" } },
      { act: { kind: "case-opened", case: randomText(16) } },
    ];
    for (const change of wrong) {
      const audit = await signedAudit(member, await statement(token, change));
      expect(await refused(server, "appendAudit", { audit }, "wrong-audit", token)).toBe("audit");
    }
    const { seq, prev } = await statement(token, {});
    const late: readonly Partial<AuditStatement>[] = [
      { seq: seq - 1 },
      { seq: seq + 1 },
      { prev: randomText(32) },
      { day: today() - 1 },
      { day: today() + 1 },
      { seq: 1, prev: toBase64Url(new Uint8Array(32)) },
    ];
    expect(prev).not.toBe("");
    for (const change of late) {
      const audit = await signedAudit(member, await statement(token, change));
      expect(await refused(server, "appendAudit", { audit }, "conflict", token)).toBe("audit");
    }
    const unsigned = {
      ...(await auditEntry(server, member, SIGN_IN, token)),
      signature: randomText(64),
    };
    await refused(server, "appendAudit", { audit: unsigned }, "wrong-audit", token);
    const others = await auditEntry(
      server,
      { id: member.id, signAct: colleague.signAct },
      SIGN_IN,
      token,
    );
    await refused(server, "appendAudit", { audit: others }, "wrong-audit", token);
    const spelled = Buffer.from(` ${JSON.stringify(await statement(token, {}))}`);
    const audit = {
      statement: spelled.toString("base64url"),
      signature: toBase64Url(
        await member.signAct(
          new Uint8Array(Buffer.concat([Buffer.from("tern/1 audit\0"), spelled])),
        ),
      ),
    };
    await refused(server, "appendAudit", { audit }, "wrong-audit", token);
    expect(await length()).toBe(before);
  });

  it("sent again is refused, and stands once", async () => {
    const token = await signIn(server, member);
    const audit = await auditEntry(server, member, SIGN_IN, token);
    await call(server, "appendAudit", { audit }, token);
    const before = await length();
    await refused(server, "appendAudit", { audit }, "conflict", token);
    expect(await length()).toBe(before);
  });

  it("is one of many at once: one is taken, and the rest sign again until all stand", async () => {
    const tokens = await Promise.all(organisation.members.map((one) => signIn(server, one)));
    const before = await length();
    const entries = await Promise.all(
      organisation.members.map((one, at) => auditEntry(server, one, SIGN_IN, tokens[at] ?? "")),
    );
    const answers = await Promise.all(
      entries.map((audit, at) => ask(server, "appendAudit", { audit }, tokens[at])),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409, 409,
    ]);
    expect(await length()).toBe(before + 1);
  });

  it("under a key or with a point of small order is refused here as it is by libsodium", async () => {
    const message = new Uint8Array([1, 2, 3]);
    const identity = new Uint8Array(32);
    identity[0] = 1;
    // With the neutral point as key and as R, and S zero, a check that asks no more holds for every message.
    const signature = new Uint8Array(64);
    signature[0] = 1;
    expect(sodium().crypto_sign_verify_detached(signature, message, identity)).toBe(false);
    expect(await identitySignatureHolds(toBase64Url(identity), signature, message)).toBe(false);
    const good = await member.signAct(message);
    expect(await identitySignatureHolds(member.key, new Uint8Array(good), message)).toBe(true);
    expect(
      sodium().crypto_sign_verify_detached(good, message, verifyKey(fromBase64Url(member.key))),
    ).toBe(true);
  });
});

describe("a case", () => {
  it("is handed out in a session whose opening of it stands in the log, and in no other", async () => {
    const caseId = await submit();
    const token = await signIn(server, member);
    const reads = [FROM_START, { conversation: 1, internal: 0 }, { conversation: 0, internal: 1 }];
    for (const after of reads) {
      const input = { case: caseId, after, audit: null };
      await refused(server, "readCase", input, "wrong-audit", token);
    }
    const before = await length();
    await openCase(server, caseId, token);
    expect(await length()).toBe(before + 1);
    for (const after of reads) {
      await call(server, "readCase", { case: caseId, after, audit: null }, token);
    }
    expect(await length()).toBe(before + 1);
    const elsewhere = await signIn(server, member);
    const input = { case: caseId, after: FROM_START, audit: null };
    await refused(server, "readCase", input, "wrong-audit", elsewhere);
  });

  it("is not opened by an entry for another case or another act", async () => {
    const [caseId, other] = [await submit(), await submit()];
    const token = await signIn(server, member);
    for (const act of [
      { kind: "case-opened", case: other },
      { kind: "export", case: caseId },
    ] as const) {
      const audit = await auditEntry(server, member, act, token);
      const input = { case: caseId, after: FROM_START, audit };
      await refused(server, "readCase", input, "wrong-audit", token);
    }
  });

  it("of another leaves no entry: it is answered as one that does not exist", async () => {
    const caseId = await submit();
    const { outsider } = organisation;
    const token = await signIn(server, outsider);
    const before = await length();
    const act = { kind: "case-opened", case: caseId } as const;
    const audit = await auditEntry(server, outsider, act, token);
    await refused(
      server,
      "readCase",
      { case: caseId, after: FROM_START, audit },
      "not-found",
      token,
    );
    const taken = await auditEntry(server, outsider, { kind: "export", case: caseId }, token);
    await refused(server, "appendAudit", { audit: taken }, "not-found", token);
    expect(await length()).toBe(before);
  });

  it("taken out is an entry of its own", async () => {
    const caseId = await submit();
    const token = await signIn(server, member);
    const audit = await auditEntry(server, member, { kind: "export", case: caseId }, token);
    const { head } = await call(server, "appendAudit", { audit }, token);
    expect((await call(server, "auditHead", {}, token)).head).toEqual(head);
  });

  it("forgets who had opened it with the session, on signing out and by the sweep", async () => {
    const caseId = await submit();
    const opened = async (): Promise<number> =>
      (await server.database
        .prepare("SELECT count(*) AS n FROM opened_cases WHERE case_id = ?")
        .bind(caseId)
        .first<number>("n")) ?? 0;
    const [one, other] = [await signIn(server, member), await signIn(server, member)];
    await openCase(server, caseId, one);
    await openCase(server, caseId, other);
    expect(await opened()).toBe(2);
    await call(server, "memberSignOut", {}, one);
    expect(await opened()).toBe(1);
    await server.database.prepare("DELETE FROM sessions WHERE member_id = ?").bind(member.id).run();
    await server.runCron("17 3 * * *", new Date());
    expect(await opened()).toBe(0);
  });
});

describe("the log", () => {
  it("is read by an auditor, whole, and verifies by the keys of the roster", async () => {
    const token = await signIn(server, auditor);
    const everybody = [...organisation.members, organisation.outsider, auditor];
    const log = new AuditLog({
      origin: server.origin,
      members: new Map(
        everybody.map(({ id, key }) => [
          id,
          { key: verifyKey(fromBase64Url(key)), revokedDay: null },
        ]),
      ),
    });
    const { entries, head, next } = await call(server, "readAudit", { after: 0 }, token);
    expect(next).toBeNull();
    log.read(entries);
    expect(log.findings([head])).toEqual([]);
    expect(entries.length).toBe(await length());
    const rest = await call(server, "readAudit", { after: head.seq - 2 }, token);
    expect(rest.entries).toEqual(entries.slice(-2));
  });

  it("holds no word of any case", async () => {
    const token = await signIn(server, auditor);
    const said = (await readAll(token)).map(({ statement: text }) =>
      Buffer.from(text, "base64url").toString(),
    );
    const keys = new Set(
      said.flatMap((json) => [...json.matchAll(/"(\w[\w-]*)":/gu)].map(([, key]) => key)),
    );
    const carried = ["act", "case", "day", "kind", "member", "origin", "prev", "seq", "suite"];
    expect(keys).toEqual(new Set(carried));
  });

  it("is read a page at a time, whatever somebody made of its rows", async () => {
    const other = await startServer();
    try {
      const { desk, members } = await foundOrganisation(other);
      const listings = { [members[0].id]: { roles: ["auditor" as const] } };
      await publishRoster(
        other,
        desk,
        members.map(({ id }) => id),
        {
          version: 2,
          expiresDay: today() + 30,
          listings,
        },
      );
      const token = await signIn(other, members[0]);
      await other.database
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ${AUDIT_PAGE_ENTRIES + 3})
           INSERT INTO audit_log SELECT i, 'no base64url: ' || i, '', '${"A".repeat(43)}' FROM n`,
        )
        .run();
      const first = await call(other, "readAudit", { after: 0 }, token);
      expect(first.entries).toHaveLength(AUDIT_PAGE_ENTRIES);
      expect(first.next).toBe(AUDIT_PAGE_ENTRIES);
      const second = await call(other, "readAudit", { after: first.next ?? 0 }, token);
      expect(second.entries).toHaveLength(3);
      expect(second.next).toBeNull();
    } finally {
      await other.close();
    }
  });

  it("is never changed by the Worker: no statement of it updates or deletes a row", async () => {
    const { readFileSync, readdirSync } = await import("node:fs");
    const sources = readdirSync("worker/db").filter((name) => name.endsWith(".ts"));
    const text = sources.map((name) => readFileSync(`worker/db/${name}`, "utf8")).join("\n");
    expect(text).toContain("insert(auditLog)");
    expect(text).not.toMatch(/(update|delete)\(auditLog\)/u);
  });
});
