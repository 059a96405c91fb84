import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, challengeOn, freeProof, refused, today } from "./client.ts";
import {
  addMember,
  arrive,
  auditEntry,
  foundOrganisation,
  makeReporter,
  memberSignInInput,
  signIn,
  passphraseSession,
  type Organisation,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

async function revoke(id: string, day: number): Promise<void> {
  await server.database
    .prepare("UPDATE members SET revoked_day = ? WHERE member_id = ?")
    .bind(day, id)
    .run();
}

describe("a member's passphrase parameters", () => {
  it("are the stored ones", async () => {
    const [member] = organisation.members;
    expect(await call(server, "memberParameters", { handle: member.handle })).toEqual({
      salt: member.salt,
      passes: 3,
      memoryKiB: 65_536,
    });
  });

  it("of a handle nobody has are plausible, and the same every time", async () => {
    const once = await call(server, "memberParameters", { handle: "nobody" });
    expect(once).toMatchObject({ passes: 3, memoryKiB: 65_536 });
    expect(await call(server, "memberParameters", { handle: "nobody" })).toEqual(once);
    const another = await call(server, "memberParameters", { handle: "nobody.else" });
    expect(another.salt).not.toBe(once.salt);
  });

  it("stay as they were once the member is revoked", async () => {
    const member = await addMember(server, "gone");
    await revoke(member.id, today());
    const { salt } = await call(server, "memberParameters", { handle: member.handle });
    expect(salt).toBe(member.salt);
  });

  it.each(["", "a", "Capital", "-dash", "with space", "x".repeat(49)])(
    "are not asked for a handle like %j",
    async (handle) => {
      await refused(server, "memberParameters", { handle }, "wrong-type");
    },
  );
});

describe("signing in", () => {
  it("answers who it is and hands over the sealed keyring", async () => {
    const [member] = organisation.members;
    const answer = await passphraseSession(server, member);
    expect(answer).toMatchObject({
      member: member.id,
      keyring: member.keyring,
      keyringVersion: 1,
      slots: [],
    });
    await refused(server, "inbox", { after: null }, "unauthorised", answer.token);
    const audit = await auditEntry(server, member, { kind: "sign-in" }, answer.token);
    await call(server, "appendAudit", { audit }, answer.token);
    const inbox = await call(server, "inbox", { after: null }, answer.token);
    expect(inbox).toEqual({ cases: [], next: null, day: today() });
  });

  it("answers a wrong signature, an unknown handle and a revoked member alike", async () => {
    const [known] = organisation.members;
    const revoked = await addMember(server, "revoked");
    await revoke(revoked.id, today());
    const inputs = [
      { ...(await memberSignInInput(server, known)), signature: randomText(64) },
      { ...(await memberSignInInput(server, known)), handle: "nobody" },
      await memberSignInInput(server, revoked),
      { ...(await memberSignInInput(server, organisation.members[1])), handle: known.handle },
    ];
    const answers = [];
    for (const input of inputs) {
      const response = await ask(server, "memberSignIn", input);
      answers.push({
        status: response.status,
        headers: [...response.headers].filter(([name]) => name !== "date"),
        body: await response.text(),
      });
    }
    expect(answers[0]).toMatchObject({ status: 401, body: '{"error":"unauthorised"}' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("needs a fresh challenge of ours, meant for members", async () => {
    const [member] = organisation.members;
    const now = Math.floor(Date.now() / 1_000);
    const attempts = [
      ["proof-wrong", await challengeOn(server, "reporter-sign-in")],
      ["proof-expired", await challengeOn(server, "member-sign-in", { nowSeconds: now - 130 })],
    ] as const;
    for (const [code, challenge] of attempts) {
      const signature = await member.sign(server, challenge);
      const { handle } = member;
      const input = { proof: { challenge, counter: 0 }, handle, way: "passphrase", signature };
      await refused(server, "memberSignIn", input, code);
    }
  });

  it("is not open to a reporter's key", async () => {
    const reporter = await makeReporter();
    const proof = await freeProof(server, "member-sign-in");
    const signature = await reporter.sign(server, proof.challenge);
    const { handle } = organisation.members[0];
    const input = { proof, handle, way: "passphrase", signature };
    await refused(server, "memberSignIn", input, "unauthorised");
  });
});

describe("a member's session", () => {
  it("ends with signing out, and that one only", async () => {
    const [member] = organisation.members;
    const [one, other] = [await signIn(server, member), await signIn(server, member)];
    expect(await call(server, "memberSignOut", {}, one)).toEqual({});
    await refused(server, "inbox", { after: null }, "unauthorised", one);
    await refused(server, "memberSignOut", {}, "unauthorised", one);
    await call(server, "inbox", { after: null }, other);
  });

  it("ends on the day the member is revoked, not before", async () => {
    const member = await addMember(server, "leaving");
    const token = await arrive(server, member);
    const { keyring } = member;
    await revoke(member.id, today() + 1);
    await call(server, "saveKeyring", { replacesVersion: 1, keyring }, token);
    await revoke(member.id, today());
    await refused(server, "saveKeyring", { replacesVersion: 1, keyring }, "unauthorised", token);
  });

  it("is stored as a digest: the database signs nobody in", async () => {
    const token = await signIn(server, organisation.members[0]);
    const { results } = await server.database.prepare("SELECT * FROM sessions").all();
    expect(results.length).toBeGreaterThan(0);
    expect(JSON.stringify(results)).not.toContain(token.slice(0, 20));
    for (const { token_hash: hash } of results) {
      await refused(server, "inbox", { after: null }, "unauthorised", String(hash));
    }
  });
});

describe("a keyring", () => {
  const keyring = () => randomText(4_096 + 40);

  it("is replaced from the version it was read at, and saved again answers the same", async () => {
    const member = await addMember(server, "keeper");
    const token = await arrive(server, member);
    const input = { replacesVersion: 1, keyring: keyring() };
    expect(await call(server, "saveKeyring", input, token)).toEqual({ keyringVersion: 2 });
    expect(await call(server, "saveKeyring", input, token)).toEqual({ keyringVersion: 2 });
    const answer = await call(server, "memberSignIn", await memberSignInInput(server, member));
    expect(answer).toMatchObject({ keyring: input.keyring, keyringVersion: 2 });
  });

  it("is not replaced from a version it has left behind", async () => {
    const member = await addMember(server, "late");
    const token = await arrive(server, member);
    await call(server, "saveKeyring", { replacesVersion: 1, keyring: keyring() }, token);
    for (const replacesVersion of [0, 1, 3]) {
      const input = { replacesVersion, keyring: keyring() };
      await refused(server, "saveKeyring", input, "conflict", token);
    }
  });

  it("has one size", async () => {
    const token = await signIn(server, organisation.members[0]);
    const input = { replacesVersion: 1, keyring: randomText(4_096) };
    await refused(server, "saveKeyring", input, "wrong-type", token);
  });
});
