/** A lost second factor and the printed recovery key: with the passphrase the two let in to add another, and no more. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, stepAt } from "../support/authenticator.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, freeProof, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  letIn,
  makeReporter,
  passphraseSignIn,
  publishRoster,
  signInAlone,
  type SignInKey,
  type TestMember,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
/** A custodian who reviews, with an authenticator and a printed key. */
let member: TestMember;
let printed: SignInKey;
let lost: string;
let version = 0;
const desk = randomText(16);

async function add(secret: string, token: string): Promise<void> {
  const act = { kind: "second-factor", change: "added" } as const;
  const audit = await auditEntry(server, member, act, token);
  await server.database.prepare("DELETE FROM spent").run();
  const code = codeOf(secret, stepAt(Date.now()));
  await call(server, "addAuthenticator", { secret, code, audit }, token);
}

async function givesRecoveryKey(to: TestMember): Promise<SignInKey> {
  const key = await makeReporter();
  await server.database
    .prepare("INSERT INTO keyring_slots VALUES (?, 'recovery', ?, ?, ?, ?)")
    .bind(to.id, "A".repeat(22), randomText(1_216), randomText(1_168), key.signInKey)
    .run();
  return key;
}

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  version += 1;
  member = await addMember(server, `custodian-${version}`);
  await publishRoster(server, desk, [member.id], {
    version,
    expiresDay: today() + 30,
    listings: { [member.id]: { roles: ["custodian", "reviewer"] } },
  });
  printed = await givesRecoveryKey(member);
  lost = randomText(20);
  const { token } = await signInAlone(server, member);
  await add(lost, token);
});

async function byPassphrase() {
  const answer = await passphraseSignIn(server, member);
  if (answer.kind !== "second-factor") throw new Error("lost: no second factor is asked for");
  return answer;
}

async function byRecoveryKey(key = printed) {
  const proof = await freeProof(server, "member-sign-in");
  const signature = await key.sign(server, proof.challenge);
  return { kind: "recovery", proof, signature } as const;
}

describe("passphrase and recovery key together", () => {
  it("let in to add another second factor; every former one and every other session ends with it", async () => {
    const { ticket: before } = await byPassphrase();
    await server.database.prepare("DELETE FROM spent").run();
    const proof = { kind: "totp", code: codeOf(lost, stepAt(Date.now())) } as const;
    const finder = await call(server, "memberSecondFactor", { ticket: before, proof });
    await letIn(server, member);
    await call(server, "inbox", { after: null }, finder.token);

    const asked = await byPassphrase();
    expect(asked.recovery).toBe(true);
    const entered = await call(server, "memberSecondFactor", {
      ticket: asked.ticket,
      proof: await byRecoveryKey(),
    });
    expect(entered.secondFactor).toBe("recovery");
    await letIn(server, member);
    const { token } = entered;
    await refused(server, "inbox", { after: null }, "second-factor-required", token);
    await refused(server, "releaseRequests", {}, "second-factor-required", token);

    const listed = await call(server, "secondFactors", {}, token);
    expect(listed).toEqual({ passkeys: [], authenticatorAddedDay: null, required: true });
    const next = randomText(20);
    await add(next, token);
    await call(server, "inbox", { after: null }, token);
    await refused(server, "inbox", { after: null }, "unauthorised", finder.token);
    const { ticket } = await byPassphrase();
    await server.database.prepare("DELETE FROM spent").run();
    const found = { kind: "totp", code: codeOf(lost, stepAt(Date.now())) } as const;
    await refused(server, "memberSecondFactor", { ticket, proof: found }, "unauthorised");
  });

  it("in either order but with both: neither alone, twice, is enough", async () => {
    // The passphrase alone asks for more (control), and so does the printed key alone.
    const proof = await freeProof(server, "member-sign-in");
    const signature = await printed.sign(server, proof.challenge);
    const { handle } = member;
    const answer = await call(server, "memberSignIn", {
      proof,
      handle,
      way: "recovery",
      signature,
    });
    if (answer.kind !== "second-factor") throw new Error("lost: the key alone was enough");
    expect(answer.recovery).toBe(false);
    const twice = { ticket: answer.ticket, proof: await byRecoveryKey() };
    await refused(server, "memberSecondFactor", twice, "unauthorised");
    const { ticket } = await byPassphrase();
    const again = { ticket, proof: await byRecoveryKey(member) };
    await refused(server, "memberSecondFactor", again, "unauthorised");
  });

  it("take no other's printed key, no used ticket, and no key that was replaced", async () => {
    const other = await addMember(server, `other-${version}`);
    const theirs = await givesRecoveryKey(other);
    const first = await byPassphrase();
    const foreign = { ticket: first.ticket, proof: await byRecoveryKey(theirs) };
    await refused(server, "memberSecondFactor", foreign, "unauthorised");
    const used = { ticket: first.ticket, proof: await byRecoveryKey() };
    await refused(server, "memberSecondFactor", used, "unauthorised");
    await server.database
      .prepare("UPDATE keyring_slots SET sign_in_key = ? WHERE member_id = ?")
      .bind(theirs.signInKey, member.id)
      .run();
    const { ticket } = await byPassphrase();
    const replaced = { ticket, proof: await byRecoveryKey() };
    await refused(server, "memberSecondFactor", replaced, "unauthorised");
  });

  it("is not offered to somebody who never printed one", async () => {
    await server.database
      .prepare("DELETE FROM keyring_slots WHERE member_id = ?")
      .bind(member.id)
      .run();
    const { ticket, recovery } = await byPassphrase();
    expect(recovery).toBe(false);
    const proof = await byRecoveryKey();
    await refused(server, "memberSecondFactor", { ticket, proof }, "unauthorised");
  });
});
