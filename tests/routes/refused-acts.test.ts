/** What members were refused is noted by day, endpoint and code; of nobody else is anything noted. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  addMember,
  arrive,
  auditEntry,
  comeBack,
  foundOrganisation,
  publishRoster,
  signIn,
  type Organisation,
  type TestMember,
} from "./people.ts";
import { randomText, sealReport } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
let auditor: TestMember;
let auditing: string;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
  auditor = await addMember(server, "auditor");
  const { desk, members, outsider } = organisation;
  await publishRoster(
    server,
    desk,
    members.map(({ id }) => id),
    {
      version: 2,
      expiresDay: today() + 30,
      elsewhere: [outsider.id, auditor.id],
      listings: { [auditor.id]: { roles: ["auditor"] } },
    },
  );
  auditing = await signIn(server, auditor);
});
afterAll(() => server.close());
beforeEach(() => server.database.prepare("DELETE FROM refused_acts").run());

const noted = async () => (await call(server, "refusedActs", {}, auditing)).refused;

describe("an act of a member that is refused", () => {
  it("for their role is noted, once for each time", async () => {
    const [member] = organisation.members;
    const token = await signIn(server, member);
    await refused(server, "readAudit", { after: 0 }, "forbidden", token);
    await refused(server, "readAudit", { after: 0 }, "forbidden", token);
    await refused(server, "invitations", {}, "forbidden", token);
    const common = { day: today(), member: member.id, code: "forbidden" };
    expect(await noted()).toEqual([
      { ...common, endpoint: "invitations", count: 1 },
      { ...common, endpoint: "readAudit", count: 2 },
    ]);
  });

  it("for an entry that is not theirs is noted", async () => {
    const [one, other] = organisation.members;
    const token = await signIn(server, one);
    const audit = await auditEntry(server, other, { kind: "sign-in" }, token);
    await refused(server, "appendAudit", { audit }, "wrong-audit", token);
    expect(await noted()).toMatchObject([
      { member: one.id, endpoint: "appendAudit", code: "wrong-audit", count: 1 },
    ]);
  });

  it("because they are no member any more is noted, and answered like a session that has ended", async () => {
    const leaving = await addMember(server, "leaving");
    const token = await arrive(server, leaving);
    await server.database
      .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
      .bind(today(), leaving.id)
      .run();
    await refused(server, "inbox", { after: null }, "unauthorised", token);
    const nobodys = await ask(server, "inbox", { after: null }, "AAAA");
    const theirs = await ask(server, "inbox", { after: null }, token);
    expect(await theirs.text()).toBe(await nobodys.text());
    expect(await noted()).toEqual([
      {
        day: today(),
        member: leaving.id,
        endpoint: "inbox",
        code: "membership-ended",
        count: 2,
      },
    ]);
  });

  it("as mistaken, overtaken or not found is nobody's business", async () => {
    const [member] = organisation.members;
    const token = await signIn(server, member);
    await refused(server, "inbox", { after: 1 }, "wrong-type", token);
    const keyring = randomText(4_096 + 40);
    await refused(server, "saveKeyring", { replacesVersion: 9, keyring }, "conflict", token);
    const after = { conversation: 0, internal: 0 };
    await refused(
      server,
      "readCase",
      { case: randomText(16), after, audit: null },
      "not-found",
      token,
    );
    expect(await noted()).toEqual([]);
  });
});

describe("what is refused to somebody without a name", () => {
  it("is noted nowhere: neither a reporter's nor anybody's", async () => {
    const [member] = organisation.members;
    const { submission, reporter } = await sealReport(server, organisation.desk, [member.id]);
    await call(server, "submitReport", submission);
    const code = await comeBack(server, reporter);
    await refused(server, "inbox", { after: null }, "unauthorised", code);
    await refused(server, "inbox", { after: null }, "unauthorised");
    await refused(server, "reporterRead", { after: 1 }, "wrong-type", code);
    await refused(server, "readAudit", { after: 0 }, "unauthorised", "AAAA");
    await refused(server, "challenge", { action: "else" }, "wrong-type");
    expect(await noted()).toEqual([]);
  });
});
