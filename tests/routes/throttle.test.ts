import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROOF_BITS_UNDER_LOAD } from "../../worker/contract/limits.ts";
import type { Proof } from "../../worker/contract/session.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, freeProof, refused, solve } from "./client.ts";
import { addMember, memberSignInInput, type TestMember } from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

/** Tries a minute that cost nothing. */
const FREE = 3;
const MINUTE = 60_000;

let server: Server;
let victim: TestMember;
let owner: TestMember;
beforeAll(async () => {
  server = await startServer({ handleFuse: FREE });
  victim = await addMember(server, "victim");
  owner = await addMember(server, "owner");
});
afterAll(() => server.close());

/** Counting starts afresh with the minute: what is counted here must not straddle one. */
async function earlyInTheMinute(): Promise<void> {
  const gone = Date.now() % MINUTE;
  if (gone > MINUTE / 2) await new Promise((resolve) => setTimeout(resolve, MINUTE - gone + 100));
}

async function guess(handle: string) {
  const proof = await freeProof(server, "member-sign-in");
  const response = await ask(server, "memberSignIn", {
    proof,
    handle,
    way: "passphrase",
    signature: randomText(64),
  });
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== "date"),
    body: await response.text(),
  };
}

const dear = (who: { readonly server: Server }) =>
  call(who.server, "challenge", { action: "member-sign-in", effort: "more" });

describe("asking colleagues in somebody's name, again and again", () => {
  async function asked(handle: string, proof: Proof) {
    const request = { key: randomText(1_216), signInKey: randomText(32) };
    const response = await ask(server, "askColleagues", { proof, handle, ...request });
    return `${response.status} ${await response.text()}`;
  }

  it(
    "costs more after a few, alike for a name somebody has and one nobody has; who pays is heard",
    async () => {
      await earlyInTheMinute();
      for (let tried = 0; tried < FREE * 2; tried += 1) {
        const known = await asked(owner.handle, await freeProof(server, "recover"));
        if (tried < FREE) expect(known).toContain("200");
        else expect(known).toContain("proof-too-cheap");
        const unknown = await asked("nobody.asks.this", await freeProof(server, "recover"));
        expect(unknown).toBe(known);
      }
      const { challenge, bits } = await call(server, "challenge", {
        action: "recover",
        effort: "more",
      });
      expect(bits).toBe(PROOF_BITS_UNDER_LOAD);
      const paid = solve(challenge, bits);
      expect(await asked(owner.handle, paid)).toContain("200");
      // One proof, one request: it is not good for the next.
      expect(await asked(owner.handle, paid)).toContain("proof-used");
    },
    2 * MINUTE,
  );
});

describe("hammering at a name", () => {
  it(
    "costs work after a few tries, the same for a name somebody has and one nobody has",
    async () => {
      await earlyInTheMinute();
      for (let tried = 0; tried < FREE * 2; tried += 1) {
        const known = await guess(victim.handle);
        expect(known.body).toContain(tried < FREE ? "unauthorised" : "proof-too-cheap");
        expect(await guess("nobody.has.this")).toEqual(known);
      }
    },
    2 * MINUTE,
  );

  it(
    "does not keep its owner out: they pay and are let in while it goes on",
    async () => {
      await earlyInTheMinute();
      for (let tried = 0; tried <= FREE; tried += 1) await guess(victim.handle);
      await refused(
        server,
        "memberSignIn",
        await memberSignInInput(server, victim),
        "proof-too-cheap",
      );
      const { challenge, bits } = await dear({ server });
      expect(bits).toBe(PROOF_BITS_UNDER_LOAD);
      const input = {
        proof: solve(challenge, bits),
        handle: victim.handle,
        way: "passphrase" as const,
        signature: await victim.sign(server, challenge),
      };
      await guess(victim.handle);
      expect((await call(server, "memberSignIn", input)).kind).toBe("signed-in");
    },
    2 * MINUTE,
  );

  it("pays for one try with one work, whoever's name it is", async () => {
    const { challenge, bits } = await dear({ server });
    const proof = solve(challenge, bits);
    const signature = randomText(64);
    const once = { proof, handle: victim.handle, way: "passphrase", signature };
    await refused(server, "memberSignIn", once, "unauthorised");
    for (const handle of [victim.handle, "nobody.has.this"]) {
      await refused(server, "memberSignIn", { ...once, handle }, "proof-used");
    }
  });

  it("leaves other names as they are", async () => {
    const other = await addMember(server, "bystander");
    const answer = await call(server, "memberSignIn", await memberSignInInput(server, other));
    expect(answer.kind).toBe("signed-in");
  });
});
