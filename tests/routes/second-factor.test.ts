import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { TICKET_SECONDS, WRONG_CODES_A_DAY } from "../../worker/contract/limits.ts";
import type { Role } from "../../worker/contract/roster.ts";
import type { SecondFactorAsked } from "../../worker/contract/second-factor.ts";
import { issueTicket } from "../../worker/domain/ticket.ts";
import { readConfig } from "../../worker/env.ts";
import { codeOf, nextCode, stepAt } from "../support/authenticator.ts";
import { startServer, TEST_SECRET, type Server } from "../support/server.ts";
import { ask, call, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  foundOrganisation,
  letIn,
  passphraseSignIn,
  publishRoster,
  signInAlone,
  type TestMember,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
let version = 1;
let desk: string;
let first: TestMember;
beforeAll(async () => {
  server = await startServer();
  const organisation = await foundOrganisation(server);
  desk = organisation.desk;
  [first] = organisation.members;
});
afterAll(() => server.close());

/** A member with those roles, by a roster of its own. */
async function member(handle: string, roles: Role[]): Promise<TestMember> {
  const added = await addMember(server, handle);
  version += 1;
  await publishRoster(server, desk, [first.id], {
    version,
    expiresDay: today() + 30,
    elsewhere: [added.id],
    listings: { [added.id]: { roles } },
  });
  return added;
}

/** What goes with a second proof that is added or taken away. */
async function entryOf(who: TestMember, token: string, change: "added" | "removed" = "added") {
  return auditEntry(server, who, { kind: "second-factor", change }, token);
}

async function addSecret(who: TestMember, token: string, secret: string): Promise<void> {
  const audit = await entryOf(who, token);
  await call(server, "addAuthenticator", { secret, code: await nextCode(secret), audit }, token);
}

interface WithAuthenticator {
  readonly member: TestMember;
  /** base64url */
  readonly secret: string;
}

async function withAuthenticator(handle: string, roles: Role[]): Promise<WithAuthenticator> {
  const added = await member(handle, roles);
  const secret = randomText(20);
  const { token } = await signInAlone(server, added);
  await addSecret(added, token, secret);
  await call(server, "memberSignOut", {}, token);
  return { member: added, secret };
}

async function asked(who: TestMember): Promise<SecondFactorAsked> {
  const answer = await passphraseSignIn(server, who);
  if (answer.kind !== "second-factor") throw new Error("no second factor is asked for");
  return answer;
}

const code = (text: string) => ({ kind: "totp", code: text }) as const;

/** A code that is accepted now, whatever was used before: what is tried here is something else. */
async function freshCode(secret: string): Promise<string> {
  await server.database.prepare("DELETE FROM spent").run();
  return codeOf(secret, stepAt(Date.now()));
}

async function signInWithCode({ member: who, secret }: WithAuthenticator) {
  const { ticket } = await asked(who);
  const proof = code(await freshCode(secret));
  const answer = await call(server, "memberSecondFactor", { ticket, proof });
  await letIn(server, who);
  return answer;
}

/** Six digits that are none of those around now. */
function wrongCode(secret: string): string {
  const step = stepAt(Date.now());
  const near = [-2, -1, 0, 1, 2].map((away) => codeOf(secret, step + away));
  const candidates = ["000000", "111111", "222222", "333333", "444444", "555555"];
  return candidates.find((candidate) => !near.includes(candidate)) ?? "";
}

describe("a member who must have a second factor and has none", () => {
  it.each(["coordinator", "custodian"] as const)("%s: may only get one", async (role) => {
    const who = await member(`new-${role}`, [role, "reviewer"]);
    const { token } = await signInAlone(server, who);
    await refused(server, "inbox", { after: null }, "second-factor-required", token);
    const page = { case: randomText(16), after: { conversation: 0, internal: 0 } };
    await refused(server, "readCase", page, "second-factor-required", token);
    const listed = await call(server, "secondFactors", {}, token);
    expect(listed).toEqual({ passkeys: [], authenticatorAddedDay: null, required: true });
    const secret = randomText(20);
    await addSecret(who, token, secret);
    await call(server, "inbox", { after: null }, token);
  });

  it("loses every other session that was opened with the passphrase alone", async () => {
    const who = await member("twice", ["coordinator"]);
    const thief = await signInAlone(server, who);
    const { token } = await signInAlone(server, who);
    const secret = randomText(20);
    await addSecret(who, token, secret);
    await refused(server, "secondFactors", {}, "unauthorised", thief.token);
    const { sessions } = await call(server, "sessions", {}, token);
    expect(sessions).toMatchObject([{ createdDay: today(), secondFactor: "totp", current: true }]);
  });
});

describe("signing in with a second factor", () => {
  it("hands out neither token nor keyring for the passphrase alone", async () => {
    const { member: who } = await withAuthenticator("halfway", ["coordinator"]);
    const answer = await passphraseSignIn(server, who);
    expect(answer).toEqual({
      kind: "second-factor",
      ticket: expect.any(String),
      passkeys: [],
      totp: true,
      recovery: false,
    });
    expect(JSON.stringify(answer)).not.toContain(who.keyring);
    const { results } = await server.database
      .prepare("SELECT * FROM sessions WHERE member_id = ?")
      .bind(who.id)
      .all();
    expect(results).toEqual([]);
  });

  it("hands them out for a code, and says what opened the session", async () => {
    const someone = await withAuthenticator("coded", ["reviewer"]);
    const answer = await signInWithCode(someone);
    expect(answer).toMatchObject({
      member: someone.member.id,
      keyring: someone.member.keyring,
      secondFactor: "totp",
      failedTries: 0,
    });
    await call(server, "inbox", { after: null }, answer.token);
  });

  it("does not take a ticket for a token", async () => {
    const { member: who } = await withAuthenticator("ticketed", ["coordinator"]);
    const { ticket } = await asked(who);
    await refused(server, "secondFactors", {}, "unauthorised", ticket);
  });

  it("takes each code once, from whoever shows it, and one step early or late", async () => {
    const { member: who, secret } = await withAuthenticator("replayed", ["reviewer"]);
    // The step of the enrolment is used as well.
    const spent = stepAt(Date.now());
    const late = codeOf(secret, spent - 1);
    const used = await asked(who);
    const input = { ticket: used.ticket, proof: code(late) };
    await call(server, "memberSecondFactor", input);
    for (const again of [late, codeOf(secret, spent - 3), codeOf(secret, spent + 4)]) {
      const { ticket } = await asked(who);
      const repeated = { ticket, proof: code(again) };
      await refused(server, "memberSecondFactor", repeated, "unauthorised");
    }
  });

  it("takes a ticket once, also when the first try failed", async () => {
    const { member: who, secret } = await withAuthenticator("one-try", ["reviewer"]);
    const { ticket } = await asked(who);
    const wrong = { ticket, proof: code(wrongCode(secret)) };
    await refused(server, "memberSecondFactor", wrong, "unauthorised");
    const right = { ticket, proof: code(codeOf(secret, stepAt(Date.now()) + 1)) };
    await refused(server, "memberSecondFactor", right, "unauthorised");
  });

  it("takes no ticket of another member, of before, or of nobody", async () => {
    const mine = await withAuthenticator("mine", ["reviewer"]);
    const other = await withAuthenticator("other", ["reviewer"]);
    const { keys } = await readConfig({ SERVER_SECRET: TEST_SECRET, ORIGIN: server.origin });
    const now = Math.floor(Date.now() / 1_000);
    const tickets = [
      (await asked(other.member)).ticket,
      await issueTicket(keys.ticket, mine.member.id, now - TICKET_SECONDS - 1),
      await issueTicket(keys.enrolment, mine.member.id, now),
      await issueTicket(keys.ticket, randomText(16), now),
      randomText(68),
    ];
    for (const ticket of tickets) {
      const input = { ticket, proof: code(codeOf(mine.secret, stepAt(Date.now()) + 1)) };
      const response = await ask(server, "memberSecondFactor", input);
      expect(await response.text()).toBe('{"error":"unauthorised"}');
    }
  });

  it("says how many tries failed before, and then no more", async () => {
    const someone = await withAuthenticator("told", ["reviewer"]);
    for (let tried = 0; tried < 3; tried += 1) {
      const { ticket } = await asked(someone.member);
      const input = { ticket, proof: code(wrongCode(someone.secret)) };
      await refused(server, "memberSecondFactor", input, "unauthorised");
    }
    expect((await signInWithCode(someone)).failedTries).toBe(3);
    expect((await signInWithCode(someone)).failedTries).toBe(0);
  });

  it("stops taking codes after so many wrong ones in a day, made side by side or not", async () => {
    const someone = await withAuthenticator("guessed", ["coordinator"]);
    const tickets: string[] = [];
    for (let at = 0; at < WRONG_CODES_A_DAY + 5; at += 1) {
      tickets.push((await asked(someone.member)).ticket);
    }
    const wrong = wrongCode(someone.secret);
    const answers = await Promise.all(
      tickets.map(async (ticket) =>
        (await ask(server, "memberSecondFactor", { ticket, proof: code(wrong) })).text(),
      ),
    );
    const guesses = answers.filter((body) => body === '{"error":"unauthorised"}');
    expect(guesses).toHaveLength(WRONG_CODES_A_DAY);
    const { ticket } = await asked(someone.member);
    const right = { ticket, proof: code(await freshCode(someone.secret)) };
    await refused(server, "memberSecondFactor", right, "too-many-codes");
    await server.database
      .prepare("UPDATE factor_tries SET day = day - 1 WHERE member_id = ?")
      .bind(someone.member.id)
      .run();
    const { failedTries } = await signInWithCode(someone);
    expect(failedTries).toBe(WRONG_CODES_A_DAY + 6);
  });

  it("ends with the membership", async () => {
    const { member: who, secret } = await withAuthenticator("revoked", ["reviewer"]);
    const { ticket } = await asked(who);
    await server.database
      .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
      .bind(today(), who.id)
      .run();
    const input = { ticket, proof: code(await freshCode(secret)) };
    await refused(server, "memberSecondFactor", input, "unauthorised");
  });
});

describe("an authenticator", () => {
  it("is added only by somebody who has it", async () => {
    const who = await member("guesser", ["reviewer"]);
    const { token } = await signInAlone(server, who);
    const audit = await entryOf(who, token);
    const secret = randomText(20);
    const input = { secret, code: wrongCode(secret), audit };
    await refused(server, "addAuthenticator", input, "second-factor-wrong", token);
    const sized = { secret: randomText(10), code: "123456", audit };
    await refused(server, "addAuthenticator", sized, "wrong-type", token);
  });

  it("is stored sealed for one member: not as it is, and it opens in no other row", async () => {
    const victim = await withAuthenticator("sealed", ["reviewer"]);
    const other = await withAuthenticator("moved", ["reviewer"]);
    const { results } = await server.database.prepare("SELECT * FROM authenticators").all();
    expect(JSON.stringify(results)).not.toContain(victim.secret.slice(0, 12));
    await server.database
      .prepare(
        "UPDATE authenticators SET secret = (SELECT secret FROM authenticators WHERE member_id = ?) WHERE member_id = ?",
      )
      .bind(other.member.id, victim.member.id)
      .run();
    for (const { secret } of [victim, other]) {
      const { ticket } = await asked(victim.member);
      const input = { ticket, proof: code(await freshCode(secret)) };
      await refused(server, "memberSecondFactor", input, "unauthorised");
    }
  });

  it("is not removed where it is the last and one is required, and is where not", async () => {
    const coordinator = await withAuthenticator("keeps", ["coordinator"]);
    const { token } = await signInWithCode(coordinator);
    const factor = { kind: "authenticator" } as const;
    const kept = { factor, audit: await entryOf(coordinator.member, token, "removed") };
    await refused(server, "removeSecondFactor", kept, "last-second-factor", token);
    const reviewer = await withAuthenticator("drops", ["reviewer"]);
    const mine = await signInWithCode(reviewer);
    const elsewhere = await signInWithCode(reviewer);
    const audit = await entryOf(reviewer.member, mine.token, "removed");
    await call(server, "removeSecondFactor", { factor, audit }, mine.token);
    await refused(server, "inbox", { after: null }, "unauthorised", elsewhere.token);
    await refused(server, "removeSecondFactor", { factor, audit }, "not-found", mine.token);
    expect((await passphraseSignIn(server, reviewer.member)).kind).toBe("signed-in");
  });
});

describe("the audit log", () => {
  it("holds every second proof added and removed, and takes neither under another act", async () => {
    const { member: who, secret } = await withAuthenticator("logged", ["reviewer"]);
    const { token } = await signInWithCode({ member: who, secret });
    const factor = { kind: "authenticator" } as const;
    const lie = { factor, audit: await entryOf(who, token, "added") };
    await refused(server, "removeSecondFactor", lie, "wrong-audit", token);
    const audit = await entryOf(who, token, "removed");
    await call(server, "removeSecondFactor", { factor, audit }, token);
    const { results } = await server.database
      .prepare("SELECT statement FROM audit_log ORDER BY seq DESC LIMIT 2")
      .all<{ statement: string }>();
    const acts = results.map(({ statement }) => Buffer.from(statement, "base64url").toString());
    expect(acts[0]).toContain('"change":"removed"');
    expect(acts[1]).toContain('"change":"added"');
  });
});

describe("without the rule (control)", () => {
  it("a coordinator's stolen passphrase opens what it does not open with it", async () => {
    const lax = await startServer({ main: "tests/support/without-second-factor.ts" });
    try {
      for (const [at, status] of [
        [server, 403],
        [lax, 200],
      ] as const) {
        const who = await addMember(at, "robbed");
        await publishRoster(at, desk, [who.id], {
          version: 100,
          expiresDay: today() + 30,
          listings: { [who.id]: { roles: ["coordinator", "reviewer"] } },
        });
        const { token } = await signInAlone(at, who);
        expect((await ask(at, "inbox", { after: null }, token)).status).toBe(status);
      }
    } finally {
      await lax.close();
    }
  });
});

it("the codes of the tests are those of RFC 6238, appendix B, cut to six digits", () => {
  const secret = toBase64Url(new TextEncoder().encode("12345678901234567890"));
  const at = (seconds: number) => codeOf(secret, stepAt(seconds * 1_000));
  expect([59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map(at)).toEqual([
    "287082",
    "081804",
    "005924",
    "353130",
  ]);
});
