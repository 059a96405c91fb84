import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEYRING_SLOTS } from "../../worker/contract/limits.ts";
import type { KeyringSlot, SlotKind } from "../../worker/contract/session.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, refused } from "./client.ts";
import { addMember, arrive, signInAlone, type TestMember } from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const keyring = () => randomText(4_096 + 40);

function slotOf(kind: SlotKind, id = "A".repeat(22)): KeyringSlot {
  return { kind, id, publicKey: randomText(1_216), sealed: randomText(1_168), signInKey: null };
}

async function stored(member: TestMember) {
  const answer = await signInAlone(server, member);
  return { keyring: answer.keyring, version: answer.keyringVersion, slots: answer.slots };
}

describe("a keyring's slots", () => {
  it("come and go with the keyring, all of them at once", async () => {
    const member = await addMember(server, "keeper");
    const token = await arrive(server, member);
    const passphrase = slotOf("passphrase");
    const recovery = { ...slotOf("recovery"), signInKey: randomText(32) };
    const first = { replacesVersion: 1, keyring: keyring(), slots: [passphrase, recovery] };
    await call(server, "saveKeyring", first, token);
    expect(await stored(member)).toEqual({
      keyring: first.keyring,
      version: 2,
      slots: first.slots,
    });
    const second = { replacesVersion: 2, keyring: keyring(), slots: [slotOf("passphrase")] };
    await call(server, "saveKeyring", second, token);
    expect(await stored(member)).toMatchObject({ slots: second.slots });
  });

  it("stay where a keyring comes without them", async () => {
    const member = await addMember(server, "rememberer");
    const token = await arrive(server, member);
    const slots = [slotOf("passphrase")];
    await call(server, "saveKeyring", { replacesVersion: 1, keyring: keyring(), slots }, token);
    await call(server, "saveKeyring", { replacesVersion: 2, keyring: keyring() }, token);
    expect(await stored(member)).toMatchObject({ version: 3, slots });
  });

  it("are as they were when the keyring was overtaken, and the same once more when it was sent again", async () => {
    const member = await addMember(server, "late");
    const token = await arrive(server, member);
    const input = { replacesVersion: 1, keyring: keyring(), slots: [slotOf("passphrase")] };
    expect(await call(server, "saveKeyring", input, token)).toEqual({ keyringVersion: 2 });
    expect(await call(server, "saveKeyring", input, token)).toEqual({ keyringVersion: 2 });
    const late = { replacesVersion: 1, keyring: keyring(), slots: [slotOf("recovery")] };
    expect(await refused(server, "saveKeyring", late, "conflict", token)).toBe("replacesVersion");
    expect(await stored(member)).toEqual({
      keyring: input.keyring,
      version: 2,
      slots: input.slots,
    });
  });

  it("are another member's business as little as their keyring", async () => {
    const [one, other] = [await addMember(server, "one"), await addMember(server, "other")];
    const save = { replacesVersion: 1, keyring: keyring(), slots: [slotOf("recovery")] };
    await call(server, "saveKeyring", save, await arrive(server, one));
    expect(await stored(other)).toEqual({ keyring: other.keyring, version: 1, slots: [] });
  });

  it("are at most so many, each of its size and no two the same", async () => {
    const member = await addMember(server, "collector");
    const token = await arrive(server, member);
    const passkeys = Array.from({ length: KEYRING_SLOTS }, () => slotOf("passkey", randomText(16)));
    const save = (slots: readonly object[]) => ({ replacesVersion: 1, keyring: keyring(), slots });
    const more = [...passkeys, slotOf("passphrase")];
    await refused(server, "saveKeyring", save(more), "wrong-size", token);
    const short = { ...slotOf("passphrase"), sealed: randomText(1_167) };
    await refused(server, "saveKeyring", save([short]), "wrong-type", token);
    const twice = [slotOf("passphrase"), slotOf("passphrase")];
    await refused(server, "saveKeyring", save(twice), "conflict", token);
    const input = { replacesVersion: 1, keyring: keyring(), slots: passkeys };
    await call(server, "saveKeyring", input, token);
    expect((await stored(member)).slots.length).toBe(KEYRING_SLOTS);
  });
});
