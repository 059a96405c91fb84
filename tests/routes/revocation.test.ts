/** Ending a membership: what would be read by nobody is counted first, agreed to, and refused where it was not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rosterHash } from "../../web/crypto/roster.ts";
import { AuditAct, parseAuditText } from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { Roster } from "../../worker/contract/roster.ts";
import { call, refused, today } from "./client.ts";
import {
  entryBy,
  foundServer,
  newest,
  nextRoster,
  withEntry,
  type FoundedServer,
  type Handle,
} from "./founded.ts";
import { sealReport } from "./sealed-bytes.ts";

let site: FoundedServer;
let coordinator: string;
beforeAll(async () => {
  site = await foundServer();
  coordinator = await site.token("coordinator");
});
afterAll(() => site.server.close());
beforeEach(async () => {
  await site.server.database.prepare("DELETE FROM wraps").run();
});

async function caseFor(...readers: readonly Handle[]): Promise<string> {
  const ids = readers.map((handle) => site.person(handle).id);
  const { submission } = await sealReport(site.server, site.desk, ids);
  await call(site.server, "submitReport", submission);
  return submission.case;
}

const held = async (handle: Handle) =>
  call(site.server, "heldBy", { member: site.person(handle).id }, coordinator);

type Change = (member: Roster["members"][number]) => Roster["members"][number];
const revoked =
  (day: number): Change =>
  (member) => ({ ...member, revokedDay: day });
const roleTaken: Change = (member) => ({ ...member, roles: ["auditor"] });

async function changing(handle: Handle, change: Change) {
  const { id } = site.person(handle);
  return nextRoster(site.server, site.person("coordinator").signing, (roster) => ({
    ...roster,
    members: roster.members.map((member) => (member.id === id ? change(member) : member)),
  }));
}

type Unlogged = Omit<InputOf<"publishRoster">, "audit">;
const logged = async (input: Unlogged) => withEntry(site.server, site.person("coordinator"), input);

describe("a coordinator who asks what somebody's cases would come to", () => {
  it("is told how many there are and how many only they read, and which of them never", async () => {
    expect(await held("first")).toEqual({ held: 0, alone: 0 });
    const cases = [
      await caseFor("first"),
      await caseFor("first"),
      await caseFor("first", "second"),
    ];
    const answer = await held("first");
    expect(answer).toEqual({ held: 3, alone: 2 });
    expect(await held("second")).toEqual({ held: 1, alone: 0 });
    expect(cases.some((id) => JSON.stringify(answer).includes(id))).toBe(false);
  });

  it("is told of what is left alone by whoever left or reviews no more, roster or not", async () => {
    await caseFor("first", "second");
    const leaves = site.server.database.prepare(
      "UPDATE members SET revoked_day = ? WHERE handle = ?",
    );
    await leaves.bind(today(), "second").run();
    expect(await held("first")).toEqual({ held: 1, alone: 1 });
    await leaves.bind(null, "second").run();
    expect(await held("first")).toEqual({ held: 1, alone: 0 });
  });

  it("is told nothing of somebody who is nobody", async () => {
    const member = toBase64Url(new Uint8Array(16).fill(7));
    const field = await refused(site.server, "heldBy", { member }, "not-found", coordinator);
    expect(field).toBe("member");
  });
});

describe("a list by which somebody reads no more", () => {
  it.each([
    ["ends their membership", revoked(today())],
    ["ends it from another day", revoked(today() + 1)],
    ["takes the role of a reviewer", roleTaken],
  ] as const)(
    "is refused where it %s and leaves more to nobody than was agreed",
    async (_what, change) => {
      await caseFor("first");
      await caseFor("first");
      await caseFor("first", "second");
      const before = await newest(site.server);
      for (const unreadable of [0, 1]) {
        const input = await logged({ ...(await changing("first", change)), unreadable });
        const field = await refused(
          site.server,
          "publishRoster",
          input,
          "sole-holder",
          coordinator,
        );
        expect(field).toBe("cases");
      }
      expect(await newest(site.server)).toEqual(before);
      const seqs = await site.server.database
        .prepare("SELECT count(*) AS n FROM audit_log")
        .first("n");
      await refused(
        site.server,
        "publishRoster",
        await logged({ ...(await changing("first", change)), unreadable: 1 }),
        "sole-holder",
        coordinator,
      );
      expect(
        await site.server.database.prepare("SELECT count(*) AS n FROM audit_log").first("n"),
      ).toBe(seqs);
    },
  );

  it("is taken where nothing is left to nobody, without anything agreed", async () => {
    await caseFor("first", "second");
    const input = await logged(await changing("first", roleTaken));
    await call(site.server, "publishRoster", input, coordinator);
    const back = await logged(
      await changing("first", (member) => ({ ...member, roles: ["reviewer"] })),
    );
    await call(site.server, "publishRoster", back, coordinator);
  });
});

describe("the entry of a revocation", () => {
  async function entries(input: Unlogged, act: AuditAct) {
    return { ...input, audit: await entryBy(site.server, site.person("coordinator"), act) };
  }
  function namesOf({ roster }: Unlogged) {
    const bytes = fromBase64Url(roster.statement);
    const { version } = Roster.parse(JSON.parse(Buffer.from(bytes).toString()));
    return { version, hash: toBase64Url(rosterHash(bytes)) };
  }

  it("says whose membership ended and why, by a word of a closed list, or nothing is written", async () => {
    const input = await changing("auditor", revoked(today()));
    const names = namesOf(input);
    const before = await newest(site.server);
    const member = site.person("auditor").id;
    const lies: readonly AuditAct[] = [
      { kind: "roster", ...names },
      { kind: "revocation", member: site.person("first").id, reason: "left", ...names },
      { kind: "revocation", member, reason: "left", ...names, version: names.version + 1 },
    ];
    for (const act of lies) {
      const lie = await entries(input, act);
      await refused(site.server, "publishRoster", lie, "wrong-audit", coordinator);
    }
    expect(await newest(site.server)).toEqual(before);
    const typed = { kind: "revocation", member, reason: "Was unkind to A.", ...names };
    expect(AuditAct.safeParse(typed).success).toBe(false);

    const renewed = await nextRoster(site.server, site.person("coordinator").signing);
    const none = { kind: "revocation", member, reason: "left", ...namesOf(renewed) } as const;
    const pretended = await entries(renewed, none);
    await refused(site.server, "publishRoster", pretended, "wrong-audit", coordinator);

    const act = { kind: "revocation", member, reason: "conduct-review", ...names } as const;
    await call(site.server, "publishRoster", await entries(input, act), coordinator);
    const last = await site.server.database
      .prepare("SELECT statement FROM audit_log ORDER BY seq DESC LIMIT 1")
      .first<string>("statement");
    const said = parseAuditText(Buffer.from(last ?? "", "base64url").toString());
    expect(said?.act).toEqual(act);
  });

  it("is of one membership: two do not end by one list", async () => {
    const ids = [site.person("unlisted").id, site.person("second").id];
    const input = await nextRoster(site.server, site.person("coordinator").signing, (roster) => ({
      ...roster,
      members: roster.members.map((member) =>
        ids.includes(member.id) ? { ...member, revokedDay: today() } : member,
      ),
    }));
    const field = await refused(
      site.server,
      "publishRoster",
      await logged(input),
      "wrong-roster",
      coordinator,
    );
    expect(field).toBe("roster.members");
  });
});

it("what was agreed to is given up: the list is in force, and nobody else is given the case", async () => {
  await caseFor("first");
  const input = { ...(await changing("first", revoked(today()))), unreadable: 1 };
  await call(site.server, "publishRoster", await logged(input), coordinator);
  const { cases } = await call(site.server, "inbox", { after: null }, await site.token("second"));
  expect(cases).toEqual([]);
});
