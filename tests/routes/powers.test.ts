import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { isMemberEndpoint, mayCall } from "../../worker/contract/powers.ts";
import { ROLES } from "../../worker/contract/roster.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  foundOrganisation,
  publishRoster,
  signIn,
  type TestMember,
} from "./people.ts";
import { sealCard, sealEntry, sealReport, type Submission } from "./sealed-bytes.ts";

let server: Server;
/** By role; `nothing` is somebody the newest roster no longer lists. */
let tokens: ReadonlyMap<string, string>;
/** Sealed to somebody else than the reviewer with the token. */
let somebodysCase: {
  readonly submission: Submission;
  readonly recipient: string;
  /** The reviewer who tries. */
  readonly member: TestMember;
  readonly author: string;
};

beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  const people = await Promise.all(
    ROLES.map(async (role) => ({ role, member: await addMember(server, role) })),
  );
  const gone = await addMember(server, "gone");
  const listed = {
    expiresDay: today() + 30,
    listings: Object.fromEntries(people.map(({ role, member }) => [member.id, { roles: [role] }])),
  };
  const ids = people.map(({ member }) => member.id);
  const recipients = [members[0].id];
  const withAll = { ...listed, version: 2, elsewhere: [...ids, gone.id] };
  await publishRoster(server, desk, recipients, withAll);
  const { submission } = await sealReport(server, desk, recipients);
  await call(server, "submitReport", submission);
  await signIn(server, members[0]);
  const reviewer = people.find(({ role }) => role === "reviewer")?.member;
  if (reviewer === undefined) throw new Error("powers: no reviewer");
  somebodysCase = {
    submission,
    recipient: members[0].id,
    member: reviewer,
    author: reviewer.id,
  };
  const found = new Map<string, string>();
  for (const { role, member } of people) found.set(role, await signIn(server, member));
  found.set("nothing", await signIn(server, gone));
  await publishRoster(server, desk, recipients, { ...listed, version: 3, elsewhere: ids });
  tokens = found;
});
afterAll(() => server.close());

const names = Object.keys(endpoints).filter(isMemberEndpoint);

/** What an endpoint says of a body no endpoint takes: `forbidden` comes before it is looked at. */
async function answers(name: (typeof names)[number], token: string): Promise<unknown> {
  const { path, method } = endpoints[name];
  const response = await server.fetch(path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: '"none"' }),
  });
  const json: unknown = await response.json();
  return json;
}

describe.each(["nothing", ...ROLES] as const)("somebody who is %s", (role) => {
  it.each(names)("is let in to %s exactly as the table says", async (name) => {
    const allowed = mayCall(role === "nothing" ? [] : [role], name);
    const answered = await answers(name, tokens.get(role) ?? "");
    if (allowed) expect(answered).not.toEqual({ error: "forbidden" });
    else expect(answered).toEqual({ error: "forbidden" });
  });
});

it("tries endpoints that let some in and some not", () => {
  const refusing = names.filter((name) => !ROLES.every((role) => mayCall([role], name)));
  expect(refusing.length).toBeGreaterThan(0);
  expect(names.length).toBeGreaterThan(refusing.length);
});

describe("one thing of somebody else's", () => {
  const NOBODYS_CASE = `${"B".repeat(21)}A`;

  /** Asks for the same with two ids: the other's, and one that does not exist. */
  async function twice(
    name: (typeof names)[number],
    inputs: readonly [unknown, unknown],
    token: string,
  ): Promise<readonly string[]> {
    const answered = [];
    for (const input of inputs) {
      const response = await ask(server, name, input, token);
      answered.push(`${response.status} ${await response.text()}`);
    }
    return answered;
  }

  it("is answered as if it did not exist: a case, read, written, changed or taken out", async () => {
    const reviewer = tokens.get("reviewer") ?? "";
    const { submission, author, member } = somebodysCase;
    const entry = sealEntry(server, {
      caseId: submission.case,
      author,
      seq: 2,
      prev: "A".repeat(43),
    });
    const card = sealCard(server, { caseId: submission.case, author, coversConversation: 2 });
    const marks = {
      ...NO_MARKS,
    };
    for (const caseId of [submission.case, NOBODYS_CASE]) {
      const after = { conversation: 0, internal: 0 };
      const act = { kind: "case-opened", case: caseId } as const;
      const audit = await auditEntry(server, member, act, reviewer);
      const read = { case: caseId, after, audit };
      await refused(server, "readCase", read, "not-found", reviewer);
      const append = { case: caseId, entries: [entry], wraps: [], card, ...marks };
      await refused(server, "appendToCase", append, "not-found", reviewer);
      const taken = await auditEntry(server, member, { kind: "export", case: caseId }, reviewer);
      await refused(server, "appendAudit", { audit: taken }, "not-found", reviewer);
    }
    expect((await call(server, "inbox", { after: null }, reviewer)).cases).toEqual([]);
  });

  it("is answered as if it did not exist: a session", async () => {
    const { results } = await server.database
      .prepare("SELECT token_hash FROM sessions WHERE member_id = ?")
      .bind(somebodysCase.recipient)
      .all<{ token_hash: string }>();
    const theirs = results[0]?.token_hash ?? "";
    expect(theirs).toHaveLength(43);
    for (const role of ROLES) {
      const token = tokens.get(role) ?? "";
      const answered = await twice(
        "endSession",
        [{ session: theirs }, { session: "A".repeat(43) }],
        token,
      );
      expect(new Set(answered).size, role).toBe(1);
      const { sessions } = await call(server, "sessions", {}, token);
      expect(sessions.map(({ id }) => id)).not.toContain(theirs);
    }
    const left = await server.database
      .prepare("SELECT count(*) AS n FROM sessions WHERE token_hash = ?")
      .bind(theirs)
      .first<number>("n");
    expect(left).toBe(1);
  });
});

describe("a request that a browser sends by itself, for another site", () => {
  /** What a form or a fetch of another site's page can send: cookies, an Origin, no Authorization. */
  const crossSite = (token: string): Record<string, string> => ({
    cookie: `token=${token}; session=${token}; __Host-token=${token}; authorization=Bearer ${token}`,
    origin: "https://attacker.example",
    "sec-fetch-site": "cross-site",
  });

  it.each(names)("does nothing at %s, whatever cookies it brings", async (name) => {
    const { path, method } = endpoints[name];
    for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
      const response = await server.fetch(path, {
        method,
        headers: { ...crossSite(tokens.get("coordinator") ?? ""), "content-type": type },
        ...(method === "GET" ? {} : { body: "{}" }),
      });
      expect(response.status).toBe(401);
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("is not even allowed to ask whether it may bring a token", async () => {
    const response = await server.fetch(endpoints.inbox.path, {
      method: "OPTIONS",
      headers: {
        origin: "https://attacker.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(response.status).toBe(405);
    expect([...response.headers.keys()].filter((key) => key.startsWith("access-control"))).toEqual(
      [],
    );
  });
});
