import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "../../worker/contract/second-factor.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { KeyringSlot, SlotKind } from "../../worker/contract/session.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, freeProof, refused, today } from "./client.ts";
import {
  addMember,
  auditEntry,
  letIn,
  makeReporter,
  memberSignInInput,
  publishRoster,
  signIn,
  type SignInKey,
  type TestMember,
} from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const keyring = () => randomText(4_096 + 40);

function slotOf(kind: SlotKind, signInKey: string | null = null): KeyringSlot {
  const id = "A".repeat(22);
  return { kind, id, publicKey: randomText(1_216), sealed: randomText(1_168), signInKey };
}

type Replacing = Omit<InputOf<"replacePassphrase">, "audit">;

const desk = randomText(16);
const listed: string[] = [];

/** Somebody whom the newest roster lists, as whoever signs an entry of the audit log must be. */
async function addListed(handle: string): Promise<TestMember> {
  const member = await addMember(server, handle);
  listed.push(member.id);
  const terms = { version: listed.length, expiresDay: today() + 30 };
  await publishRoster(server, desk, listed, terms);
  return member;
}

/** Sends it with its entry, as the log stands. */
async function replace(member: TestMember, input: Replacing, token: string) {
  const kind = input.because === "changed" ? "passphrase-changed" : "recovered";
  const audit = await auditEntry(server, member, { kind }, token);
  return call(server, "replacePassphrase", { ...input, audit }, token);
}

function replacing(signInKey: string, change: Partial<Replacing> = {}): Replacing {
  return {
    replacesVersion: 1,
    keyring: keyring(),
    slots: [slotOf("passphrase")],
    passphrase: {
      signInKey,
      parameters: { salt: randomText(16), passes: 3, memoryKiB: 65_536 },
    },
    because: "changed",
    ...change,
  };
}

/** A key pair of the kind that signs people in. */
const newKey = (): Promise<SignInKey> => makeReporter();

async function signInBy(
  way: "passphrase" | "recovery",
  member: Pick<TestMember, "handle">,
  key: SignInKey,
) {
  const proof = await freeProof(server, "member-sign-in");
  const signature = await key.sign(server, proof.challenge);
  return { proof, handle: member.handle, way, signature };
}

async function signedInBy(...asked: Parameters<typeof signInBy>): Promise<SignedIn> {
  const answer = await call(server, "memberSignIn", await signInBy(...asked));
  if (answer.kind !== "signed-in") throw new Error("a second factor is asked for");
  return answer;
}

async function giveRecoveryKey(member: TestMember): Promise<SignInKey> {
  const key = await newKey();
  const slots = [slotOf("passphrase"), slotOf("recovery", key.signInKey)];
  const change = { kind: "recovery-key" } as const;
  const token = await signIn(server, member);
  const audit = await auditEntry(server, member, change, token);
  const save = { replacesVersion: 1, keyring: keyring(), slots, change, audit };
  await call(server, "changeWayIn", save, token);
  return key;
}

describe("a new passphrase", () => {
  it("signs in from then on, the old one no longer, with the salt it was stretched with", async () => {
    const member = await addListed("changer");
    const token = await signIn(server, member);
    const key = await newKey();
    const input = replacing(key.signInKey);
    expect(await replace(member, input, token)).toEqual({ keyringVersion: 2 });
    const old = await memberSignInInput(server, member);
    await refused(server, "memberSignIn", old, "unauthorised");
    const answer = await call(server, "memberSignIn", await signInBy("passphrase", member, key));
    expect(answer).toMatchObject({ keyring: input.keyring, slots: input.slots });
    const parameters = await call(server, "memberParameters", { handle: member.handle });
    expect(parameters).toEqual(input.passphrase.parameters);
  });

  it("ends every other session of that member and nobody else's", async () => {
    const [member, other] = [await addListed("alone"), await addListed("bystander")];
    const [own, elsewhere] = [await signIn(server, member), await signIn(server, member)];
    const theirs = await signIn(server, other);
    const { signInKey } = await newKey();
    await replace(member, replacing(signInKey), own);
    await refused(server, "memberSignOut", {}, "unauthorised", elsewhere);
    await call(server, "memberSignOut", {}, own);
    await call(server, "memberSignOut", {}, theirs);
  });

  it("answers the same when it is sent again, and is refused once overtaken, with nothing changed", async () => {
    const member = await addListed("repeater");
    const token = await signIn(server, member);
    const key = await newKey();
    const input = replacing(key.signInKey);
    await replace(member, input, token);
    const kind = "passphrase-changed";
    const entries = () =>
      server.database.prepare("SELECT count(*) AS held FROM audit_log").first<number>("held");
    const before = await entries();
    expect(await replace(member, input, token)).toEqual({ keyringVersion: 2 });
    expect(await entries()).toBe(before);
    const audit = await auditEntry(server, member, { kind }, token);
    const late = { ...replacing((await newKey()).signInKey), audit };
    const field = await refused(server, "replacePassphrase", late, "conflict", token);
    expect(field).toBe("replacesVersion");
    expect(await entries()).toBe(before);
    const answer = await call(server, "memberSignIn", await signInBy("passphrase", member, key));
    expect(answer).toMatchObject({ keyring: input.keyring, keyringVersion: 2 });
  });

  it("that comes with less stretching than there must be is refused", async () => {
    const member = await addListed("cheap");
    const token = await signIn(server, member);
    const audit = await auditEntry(server, member, { kind: "passphrase-changed" }, token);
    const input = { ...replacing((await newKey()).signInKey), audit };
    const { parameters } = input.passphrase;
    for (const less of [{ passes: 2 }, { memoryKiB: 65_535 }]) {
      const passphrase = { ...input.passphrase, parameters: { ...parameters, ...less } };
      await refused(server, "replacePassphrase", { ...input, passphrase }, "wrong-type", token);
    }
  });
});

describe("the entry in the audit log", () => {
  it("is this act's, by this member, or nothing is changed", async () => {
    const [member, other] = [await addListed("teller"), await addListed("told")];
    const token = await signIn(server, member);
    const input = replacing((await newKey()).signInKey);
    const wrong = [
      await auditEntry(server, member, { kind: "recovered" }, token),
      await auditEntry(server, other, { kind: "passphrase-changed" }, token),
    ];
    for (const audit of wrong) {
      await refused(server, "replacePassphrase", { ...input, audit }, "wrong-audit", token);
    }
    await refused(server, "replacePassphrase", input, "wrong-type", token);
    const answer = await signedInBy("passphrase", member, member);
    expect(answer.keyringVersion).toBe(1);
  });
});

describe("a recovery key", () => {
  it("signs in where one was made, and then hands over the keyring with its slots", async () => {
    const member = await addListed("careful");
    const key = await giveRecoveryKey(member);
    const answer = await signedInBy("recovery", member, key);
    expect(answer).toMatchObject({ member: member.id, keyringVersion: 2 });
    expect(answer.slots.map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
  });

  it("recovering ends all sessions, its own too; the key before is dead", async () => {
    const member = await addListed("recovering");
    const lost = await giveRecoveryKey(member);
    const elsewhere = await signIn(server, member);
    const { token } = await signedInBy("recovery", member, lost);
    await letIn(server, member);
    const [passphrase, next] = [await newKey(), await newKey()];
    const slots = [slotOf("passphrase"), slotOf("recovery", next.signInKey)];
    const input = replacing(passphrase.signInKey, {
      replacesVersion: 2,
      slots,
      because: "recovered",
    });
    await replace(member, input, token);
    for (const ended of [token, elsewhere]) {
      await refused(server, "memberSignOut", {}, "unauthorised", ended);
    }
    const dead = await signInBy("recovery", member, lost);
    await refused(server, "memberSignIn", dead, "unauthorised");
    await call(server, "memberSignIn", await signInBy("recovery", member, next));
    await call(server, "memberSignIn", await signInBy("passphrase", member, passphrase));
  });

  it("of somebody else, of nobody, or of somebody revoked is answered alike", async () => {
    const [one, other] = [await addListed("mine"), await addListed("theirs")];
    const without = await addListed("without");
    const gone = await addListed("gone");
    const [mine, theirs] = [await giveRecoveryKey(one), await giveRecoveryKey(other)];
    const goners = await giveRecoveryKey(gone);
    await server.database
      .prepare("UPDATE members SET revoked_day = 1 WHERE member_id = ?")
      .bind(gone.id)
      .run();
    const inputs = [
      await signInBy("recovery", one, theirs),
      await signInBy("passphrase", one, mine),
      await signInBy("recovery", one, one),
      await signInBy("recovery", without, mine),
      await signInBy("recovery", { handle: "nobody" }, mine),
      await signInBy("recovery", gone, goners),
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
    await call(server, "memberSignIn", await signInBy("recovery", one, mine));
  });
});
