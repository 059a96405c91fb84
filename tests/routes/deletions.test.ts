/** What was deleted, on its way into the audit log: signed for by somebody whose office it is, once, and as it was. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditText, parseAuditText } from "../../worker/contract/audit.ts";
import { AUDIT_STATEMENT_BYTES, ID_BYTES } from "../../worker/contract/limits.ts";
import { DELETIONS_SIGNED, type Deletion } from "../../worker/contract/deletion.ts";
import { call, refused, today } from "./client.ts";
import { entryBy, foundServer, type FoundedServer } from "./founded.ts";
import { randomText } from "./sealed-bytes.ts";

let organisation: FoundedServer;
let auditing: string;
let coordinating: string;
beforeAll(async () => {
  organisation = await foundServer();
  auditing = await organisation.token("auditor");
  coordinating = await organisation.token("coordinator");
});
afterAll(() => organisation.server.close());

async function deleted(count: number, day: number, reason: Deletion["reason"]): Promise<void> {
  const { database } = organisation.server;
  for (let at = 0; at < count; at += 1) {
    await database
      .prepare("INSERT INTO deletions VALUES (?, ?, ?)")
      .bind(day, randomText(ID_BYTES), reason)
      .run();
  }
}

async function listed(): Promise<Deletion | null> {
  return (await call(organisation.server, "deletions", {}, auditing)).deletion;
}

async function sign(deletion: Deletion): Promise<void> {
  const { server, person } = organisation;
  const audit = await entryBy(server, person("auditor"), { kind: "deletion", ...deletion });
  await call(server, "signDeletions", { audit }, auditing);
}

async function left(): Promise<number | null> {
  return organisation.server.database
    .prepare("SELECT count(*) AS held FROM deletions")
    .first<number>("held");
}

describe("deleted cases", () => {
  it("are handed out a few at a time, of one day and one reason, and leave the list as they enter the log", async () => {
    await deleted(DELETIONS_SIGNED + 1, today() - 2, "schedule");
    await deleted(1, today() - 1, "withdrawal");
    const said: Deletion[] = [];
    for (;;) {
      const deletion = await listed();
      if (deletion === null) break;
      await sign(deletion);
      said.push(deletion);
    }
    expect(said.map(({ reason, cases }) => [reason, cases.length])).toEqual([
      ["schedule", DELETIONS_SIGNED],
      ["schedule", 1],
      ["withdrawal", 1],
    ]);
    expect(await left()).toBe(0);
    const { entries } = await call(organisation.server, "readAudit", { after: 0 }, auditing);
    const acts = entries.flatMap(({ statement }) => {
      const act = parseAuditText(Buffer.from(statement, "base64url").toString())?.act;
      return act?.kind === "deletion" ? [act] : [];
    });
    expect(acts).toEqual(said.map((deletion) => ({ kind: "deletion", ...deletion })));
  });

  it("are signed for as they are listed, and in no other way; not twice, and not by whom it is not for", async () => {
    const { server, person } = organisation;
    await deleted(2, today(), "schedule");
    const deletion = (await listed()) ?? { deletedDay: 0, reason: "schedule", cases: [] };
    const others: readonly Deletion[] = [
      { ...deletion, cases: deletion.cases.slice(1) },
      { ...deletion, cases: [...deletion.cases, randomText(ID_BYTES)] },
      { ...deletion, reason: "withdrawal" },
      { ...deletion, deletedDay: today() - 1 },
    ];
    for (const other of others) {
      const audit = await entryBy(server, person("auditor"), { kind: "deletion", ...other });
      await refused(server, "signDeletions", { audit }, "wrong-audit", auditing);
    }
    const act = { kind: "deletion", ...deletion } as const;
    const another = await entryBy(server, person("auditor"), { kind: "sign-in" });
    await refused(server, "signDeletions", { audit: another }, "wrong-audit", auditing);
    const reviewing = await organisation.token("first");
    const own = await entryBy(server, person("first"), act);
    await refused(server, "signDeletions", { audit: own }, "forbidden", reviewing);
    expect(await left()).toBe(2);
    const [one, two] = [
      { audit: await entryBy(server, person("auditor"), act) },
      { audit: await entryBy(server, person("coordinator"), act) },
    ];
    await call(server, "signDeletions", one, auditing);
    await refused(server, "signDeletions", two, "not-found", coordinating);
    expect(await left()).toBe(0);
  });

  it("fit one entry, however long the organisation's name on the net", () => {
    const text = auditText({
      suite: "tern/1",
      origin: "h".repeat(300),
      seq: 0xffff_ffff,
      prev: "A".repeat(43),
      day: 1_000_000,
      member: "A".repeat(22),
      act: {
        kind: "deletion",
        deletedDay: 1_000_000,
        reason: "withdrawal",
        cases: Array.from({ length: DELETIONS_SIGNED }, () => "A".repeat(22)),
      },
    });
    expect(text.length).toBeLessThanOrEqual(AUDIT_STATEMENT_BYTES);
  });
});
