/** A way back for whoever lost their second factor: a colleague's act, seen afterwards, that opens nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAuditText, type AuditAct } from "../../worker/contract/audit.ts";
import { ROLES, type Role } from "../../worker/contract/roster.ts";
import { codeOf, stepAt } from "../support/authenticator.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  foundOrganisation,
  letIn,
  memberSignInInput,
  passphraseSignIn,
  publishRoster,
  signIn,
  signInAlone,
  type TestMember,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
/** Whoever asks, by role. */
let askers: ReadonlyMap<Role, { readonly member: TestMember; readonly token: string }>;
let robbed: TestMember;
let gone: TestMember;
const secret = randomText(20);

beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  const people = await Promise.all(
    ROLES.map(async (role) => ({ role, member: await addMember(server, role) })),
  );
  robbed = await addMember(server, "robbed");
  gone = await addMember(server, "gone");
  const listings = {
    ...Object.fromEntries(people.map(({ role, member }) => [member.id, { roles: [role] }])),
    [robbed.id]: { roles: ["coordinator", "reviewer"] as Role[] },
    [gone.id]: { revokedDay: today() },
  };
  await publishRoster(server, desk, [members[0].id], {
    version: 2,
    expiresDay: today() + 30,
    listings,
    elsewhere: [...people.map(({ member }) => member.id), robbed.id, gone.id],
  });
  await server.database
    .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
    .bind(today(), gone.id)
    .run();
  const found = new Map<Role, { member: TestMember; token: string }>();
  for (const { role, member } of people) {
    found.set(role, { member, token: await signIn(server, member) });
  }
  askers = found;
});
afterAll(() => server.close());

function asker(role: Role) {
  const found = askers.get(role);
  if (found === undefined) throw new Error(`reset: nobody is ${role}`);
  return found;
}

async function enrols(): Promise<string> {
  const { token } = await signInAlone(server, robbed);
  const act = { kind: "second-factor", change: "added" } as const;
  const audit = await auditEntry(server, robbed, act, token);
  await server.database.prepare("DELETE FROM spent").run();
  const code = codeOf(secret, stepAt(Date.now()));
  await call(server, "addAuthenticator", { secret, code, audit }, token);
  return token;
}

async function resetBy(role: Role, member = robbed.id, act?: AuditAct) {
  const { member: by, token } = asker(role);
  const said = act ?? { kind: "second-factor-reset", member };
  return { input: { member, audit: await auditEntry(server, by, said, token) }, token };
}

const factors = async () =>
  server.database
    .prepare("SELECT count(*) FROM authenticators WHERE member_id = ?")
    .bind(robbed.id)
    .first<number>("count(*)");

it("without it a passphrase alone is asked for more, whoever has it (control)", async () => {
  await enrols();
  expect((await passphraseSignIn(server, robbed)).kind).toBe("second-factor");
});

describe("a reset by the wrong party", () => {
  it.each(["reviewer", "custodian", "auditor"] as const)("%s: is refused", async (role) => {
    const { input, token } = await resetBy(role);
    await refused(server, "resetSecondFactor", input, "forbidden", token);
    expect(await factors()).toBe(1);
  });

  it("one's own: is refused, so that a stolen session cannot put another in its place", async () => {
    const { member, token } = asker("coordinator");
    const { input } = await resetBy("coordinator", member.id);
    const field = await refused(server, "resetSecondFactor", input, "forbidden", token);
    expect(field).toBe("member");
  });

  it("a coordinator who has shown no second factor: is refused", async () => {
    const { member } = asker("coordinator");
    const { token } = await signInAlone(server, member);
    const act = { kind: "second-factor-reset", member: robbed.id } as const;
    const audit = await auditEntry(server, member, act, token);
    const input = { member: robbed.id, audit };
    await refused(server, "resetSecondFactor", input, "second-factor-required", token);
    expect(await factors()).toBe(1);
  });

  it("under another entry, another's, or for another member: is refused, and nothing changes", async () => {
    const { token } = asker("coordinator");
    const other = asker("reviewer").member.id;
    const lies: readonly AuditAct[] = [
      { kind: "second-factor", change: "removed" },
      { kind: "second-factor-reset", member: other },
      { kind: "sign-in" },
    ];
    for (const act of lies) {
      const { input } = await resetBy("coordinator", robbed.id, act);
      await refused(server, "resetSecondFactor", input, "wrong-audit", token);
    }
    const { input } = await resetBy("custodian");
    await refused(server, "resetSecondFactor", input, "wrong-audit", token);
    expect(await factors()).toBe(1);
  });

  it("of somebody who is no member, or no longer: is refused", async () => {
    for (const member of [gone.id, randomText(16)]) {
      const { input, token } = await resetBy("coordinator", member);
      await refused(server, "resetSecondFactor", input, "not-found", token);
    }
  });
});

async function second() {
  const answer = await passphraseSignIn(server, robbed);
  if (answer.kind !== "second-factor") throw new Error("reset: no second factor is asked for");
  return answer;
}

describe("a reset by another coordinator", () => {
  it("ends the member's sessions, stands in the log, and lets the next sign-in add another", async () => {
    const { ticket } = await second();
    await server.database.prepare("DELETE FROM spent").run();
    const signedIn = await call(server, "memberSecondFactor", {
      ticket: (await second()).ticket,
      proof: { kind: "totp", code: codeOf(secret, stepAt(Date.now())) },
    });
    await letIn(server, robbed);
    await call(server, "inbox", { after: null }, signedIn.token);

    const { input, token } = await resetBy("coordinator");
    expect(await call(server, "resetSecondFactor", input, token)).toEqual({});
    await refused(server, "inbox", { after: null }, "unauthorised", signedIn.token);
    // What was begun before it is worth nothing.
    await server.database.prepare("DELETE FROM spent").run();
    const late = {
      ticket,
      proof: { kind: "totp", code: codeOf(secret, stepAt(Date.now())) },
    } as const;
    await refused(server, "memberSecondFactor", late, "unauthorised");
    const last = await server.database
      .prepare("SELECT statement FROM audit_log ORDER BY seq DESC LIMIT 1")
      .first<string>("statement");
    expect(parseAuditText(Buffer.from(last ?? "", "base64url").toString())).toMatchObject({
      member: asker("coordinator").member.id,
      act: { kind: "second-factor-reset", member: robbed.id },
    });

    const { token: bare } = await signInAlone(server, robbed);
    await refused(server, "inbox", { after: null }, "second-factor-required", bare);
    await call(server, "memberSignOut", {}, bare);
    const enrolled = await enrols();
    await call(server, "inbox", { after: null }, enrolled);
  });

  it("opens nothing: the passphrase is still asked for", async () => {
    const { input, token } = await resetBy("coordinator");
    await call(server, "resetSecondFactor", input, token);
    // Whoever asked for it has keys of their own, and not the member's.
    const forged = await memberSignInInput(server, {
      ...asker("coordinator").member,
      handle: robbed.handle,
    });
    await refused(server, "memberSignIn", forged, "unauthorised");
    const keyring = await ask(server, "ownKeyring", {}, token);
    expect(await keyring.text()).not.toContain(robbed.keyring);
  });
});
