import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { KEYRING_SLOTS } from "../../worker/contract/limits.ts";
import type { KeyringSlot, SlotKind, WayInChange } from "../../worker/contract/session.ts";
import { passkeySlotId } from "../../worker/domain/ways-in.ts";
import { startServer, type Server } from "../support/server.ts";
import { SoftwarePasskey } from "../support/software-passkey.ts";
import { attempt, call, refused, today } from "./client.ts";
import { addMember, auditEntry, publishRoster, signIn, type TestMember } from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

const NAMED = "https://tern.example";

let server: Server;
beforeAll(async () => {
  server = await startServer({ vars: { ORIGIN: NAMED } });
});
afterAll(() => server.close());

const keyring = () => randomText(4_096 + 40);
const desk = randomText(16);
const everybody: string[] = [];

interface Arrived {
  readonly member: TestMember;
  readonly token: string;
}

/** Signed in, and listed by the newest roster, as whoever signs an entry of the audit log must be. */
async function arrived(handle: string): Promise<Arrived> {
  const member = await addMember(server, handle);
  everybody.push(member.id);
  const terms = { version: everybody.length, expiresDay: today() + 30 };
  await publishRoster(server, desk, everybody, terms);
  return { member, token: await signIn(server, member) };
}

function slotOf(kind: SlotKind, id = "A".repeat(22)): KeyringSlot {
  return { kind, id, publicKey: randomText(1_216), sealed: randomText(1_168), signInKey: null };
}

const RECOVERY_KEY: WayInChange = { kind: "recovery-key" };
const ADDED: WayInChange = { kind: "passkey-unlock", change: "added" };
const REMOVED: WayInChange = { kind: "passkey-unlock", change: "removed" };

/** A change from that version, with its entry as the log stands. */
async function changing(
  { member, token }: Arrived,
  change: WayInChange,
  replacesVersion: number,
  slots: KeyringSlot[],
): Promise<InputOf<"changeWayIn">> {
  const audit = await auditEntry(server, member, change, token);
  return { replacesVersion, keyring: keyring(), slots, change, audit };
}

async function stored({ token }: Arrived) {
  const { keyring: sealed, keyringVersion, slots } = await call(server, "ownKeyring", {}, token);
  return { keyring: sealed, version: keyringVersion, slots };
}

async function logged(): Promise<unknown> {
  const counted = await server.database.prepare("SELECT count(*) AS n FROM audit_log").first();
  return counted?.["n"];
}

/** Enrols a passkey; answers its credential id. */
async function enrols({ member, token }: Arrived, prf = true): Promise<string> {
  const passkey = new SoftwarePasskey();
  const { ticket } = await call(server, "passkeyTicket", {}, token);
  const creation = { ...passkey.create({ ticket, origin: NAMED }), prf };
  const act = { kind: "second-factor", change: "added" } as const;
  const audit = await auditEntry(server, member, act, token);
  await call(server, "addPasskey", { ticket, creation, audit }, token);
  return passkey.id;
}

async function removes({ member, token }: Arrived, id: string): Promise<unknown> {
  const act = { kind: "second-factor", change: "removed" } as const;
  const audit = await auditEntry(server, member, act, token);
  return attempt(server, "removeSecondFactor", { factor: { kind: "passkey", id }, audit }, token);
}

describe("a keyring's slots", () => {
  it("come with the keyring, all of them at once, and with an entry of the audit log", async () => {
    const keeper = await arrived("keeper");
    const recovery = { ...slotOf("recovery"), signInKey: randomText(32) };
    const before = await logged();
    const first = await changing(keeper, RECOVERY_KEY, 1, [slotOf("passphrase"), recovery]);
    await call(server, "changeWayIn", first, keeper.token);
    expect(await stored(keeper)).toEqual({
      keyring: first.keyring,
      version: 2,
      slots: first.slots,
    });
    expect(await logged()).toBe(Number(before) + 1);
  });

  it("stay where a keyring is saved under the same key, which takes none along", async () => {
    const keeper = await arrived("rememberer");
    const slots = [slotOf("passphrase"), slotOf("recovery")];
    const input = await changing(keeper, RECOVERY_KEY, 1, slots);
    await call(server, "changeWayIn", input, keeper.token);
    const save = { replacesVersion: 2, keyring: keyring() };
    const more = { ...save, slots };
    await refused(server, "saveKeyring", more, "unknown-key", keeper.token);
    await call(server, "saveKeyring", save, keeper.token);
    expect(await stored(keeper)).toMatchObject({ version: 3, slots });
  });

  it("are as they were when the keyring was overtaken, and the same once more when it was sent again", async () => {
    const late = await arrived("late");
    const slots = [slotOf("passphrase"), slotOf("recovery")];
    const input = await changing(late, RECOVERY_KEY, 1, slots);
    const done = { keyringVersion: 2 };
    expect(await call(server, "changeWayIn", input, late.token)).toEqual(done);
    expect(await call(server, "changeWayIn", input, late.token)).toEqual(done);
    const [passphrase] = slots;
    if (passphrase === undefined) throw new Error("no slot");
    const before = await logged();
    const overtaken = await changing(late, RECOVERY_KEY, 1, [passphrase, slotOf("recovery")]);
    expect(await refused(server, "changeWayIn", overtaken, "conflict", late.token)).toBe(
      "replacesVersion",
    );
    expect(await stored(late)).toEqual({ keyring: input.keyring, version: 2, slots });
    expect(await logged()).toBe(before);
  });

  it("are another member's business as little as their keyring", async () => {
    const [one, other] = [await arrived("one"), await arrived("other")];
    const slots = [slotOf("passphrase"), slotOf("recovery")];
    await call(server, "changeWayIn", await changing(one, RECOVERY_KEY, 1, slots), one.token);
    expect(await stored(other)).toMatchObject({ keyring: other.member.keyring, slots: [] });
    const forged = await changing(one, RECOVERY_KEY, 1, slots);
    await refused(server, "changeWayIn", forged, "wrong-audit", other.token);
    expect(await stored(other)).toMatchObject({ keyring: other.member.keyring, slots: [] });
  });

  it("are at most so many, each of its size", async () => {
    const collector = await arrived("collector");
    const many = Array.from({ length: KEYRING_SLOTS }, () => slotOf("passkey", randomText(16)));
    const all = [...many, slotOf("recovery")];
    const more = await changing(collector, RECOVERY_KEY, 1, all);
    await refused(server, "changeWayIn", more, "wrong-size", collector.token);
    const short = { ...slotOf("recovery"), sealed: randomText(1_167) };
    const wrong = await changing(collector, RECOVERY_KEY, 1, [short]);
    await refused(server, "changeWayIn", wrong, "wrong-type", collector.token);
  });

  it("change as the entry says and no otherwise: a way in cannot come or go unlogged", async () => {
    const sly = await arrived("sly");
    const credential = await enrols(sly);
    const passkey = slotOf("passkey", await passkeySlotId(credential));
    const stranger = slotOf("passkey", await passkeySlotId(randomText(32)));
    const [passphrase, recovery] = [slotOf("passphrase"), slotOf("recovery")];
    const slots = [passphrase, recovery];
    await call(server, "changeWayIn", await changing(sly, RECOVERY_KEY, 1, slots), sly.token);
    const before = { slots: (await stored(sly)).slots, log: await logged() };
    const lies: readonly (readonly [WayInChange, KeyringSlot[]])[] = [
      [RECOVERY_KEY, [passphrase, recovery]],
      [RECOVERY_KEY, [passphrase]],
      [RECOVERY_KEY, [passphrase, recovery, passkey]],
      [RECOVERY_KEY, [slotOf("passphrase"), slotOf("recovery")]],
      [RECOVERY_KEY, [passphrase, slotOf("recovery"), slotOf("recovery")]],
      [ADDED, [passphrase, recovery]],
      [ADDED, [passphrase, recovery, stranger]],
      [ADDED, [passphrase, recovery, passkey, stranger]],
      [ADDED, [passphrase, passkey]],
      [ADDED, [passphrase, recovery, slotOf("colleagues")]],
      [REMOVED, [passphrase, recovery]],
      [REMOVED, [passphrase]],
      [REMOVED, []],
    ];
    for (const [change, told] of lies) {
      const input = await changing(sly, change, 2, told);
      await refused(server, "changeWayIn", input, "wrong-audit", sly.token);
    }
    const unsaid = await changing(sly, ADDED, 2, [...slots, passkey]);
    const otherwise = { ...unsaid, change: REMOVED };
    await refused(server, "changeWayIn", otherwise, "wrong-audit", sly.token);
    expect({ slots: (await stored(sly)).slots, log: await logged() }).toEqual(before);
    // The control: the same slots, said as they are.
    expect(await call(server, "changeWayIn", unsaid, sly.token)).toEqual({ keyringVersion: 3 });
  });
});

describe("a passkey that unlocks", () => {
  it("is not removed before its slot is, with which the key under it goes", async () => {
    const owner = await arrived("owner");
    const credential = await enrols(owner);
    const [passphrase, passkey] = [
      slotOf("passphrase"),
      slotOf("passkey", await passkeySlotId(credential)),
    ];
    const adding = await changing(owner, ADDED, 1, [passphrase, passkey]);
    await call(server, "changeWayIn", adding, owner.token);
    expect(await removes(owner, credential)).toBe("conflict");
    const removing = await changing(owner, REMOVED, 2, [passphrase]);
    await call(server, "changeWayIn", removing, owner.token);
    expect((await stored(owner)).slots).toEqual([passphrase]);
    expect(await removes(owner, credential)).toEqual({});
  });

  it("is told from one that its browser said derives nothing", async () => {
    const owner = await arrived("two-keys");
    const [one, other] = [await enrols(owner), await enrols(owner, false)];
    const { passkeys } = await call(server, "secondFactors", {}, owner.token);
    expect(Object.fromEntries(passkeys.map(({ id, prf }) => [id, prf]))).toEqual({
      [one]: true,
      [other]: false,
    });
  });
});
