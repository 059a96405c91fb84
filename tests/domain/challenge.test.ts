import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { CHALLENGE_SECONDS } from "../../worker/contract/limits.ts";
import { ACTIONS, type Action } from "../../worker/contract/session.ts";
import {
  issueChallenge,
  openChallenge,
  SIGN_IN_CHALLENGE_SECONDS,
} from "../../worker/domain/challenge.ts";
import { checkProof } from "../../worker/domain/proof.ts";
import { readConfig } from "../../worker/env.ts";

const NOW = 1_800_000_000;
const DAY = 20_000;

async function challengeKey(): Promise<CryptoKey> {
  const secret = Buffer.alloc(32, 1).toString("base64url");
  return (await readConfig({ SERVER_SECRET: secret, ORIGIN: "https://tern.example" })).keys
    .challenge;
}

async function issued(action: Action, bits = 0): Promise<string> {
  const random = new Uint8Array(16).fill(5);
  return issueChallenge(await challengeKey(), action, bits, DAY, NOW, random);
}

describe("a challenge", () => {
  it.each(ACTIONS)("for %s opens for that action and no other", async (action) => {
    const key = await challengeKey();
    const text = await issued(action, 7);
    expect(await openChallenge(key, text, action, NOW)).toMatchObject({
      action,
      bits: 7,
      day: DAY,
    });
    for (const other of ACTIONS.filter((candidate) => candidate !== action)) {
      await expect(openChallenge(key, text, other, NOW)).rejects.toMatchObject({
        code: "proof-wrong",
      });
    }
  });

  it.each([
    ["submit", CHALLENGE_SECONDS],
    ["reporter-append", CHALLENGE_SECONDS],
    ["reporter-sign-in", SIGN_IN_CHALLENGE_SECONDS],
    ["member-sign-in", SIGN_IN_CHALLENGE_SECONDS],
  ] as const)("for %s is good for %i seconds", async (action, seconds) => {
    const key = await challengeKey();
    const text = await issued(action);
    await openChallenge(key, text, action, NOW + seconds);
    const late = openChallenge(key, text, action, NOW + seconds + 1);
    await expect(late).rejects.toMatchObject({ code: "proof-expired" });
  });

  it("with any one byte changed is not ours", async () => {
    const key = await challengeKey();
    const bytes = fromBase64Url(await issued("submit"));
    for (let at = 0; at < bytes.length; at += 1) {
      const bent = toBase64Url(
        Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte)),
      );
      await expect(openChallenge(key, bent, "submit", NOW)).rejects.toMatchObject({
        code: "proof-wrong",
      });
    }
  });
});

describe("a proof", () => {
  it("of no bits needs no work, and of many is not met by chance", async () => {
    const key = await challengeKey();
    await checkProof(key, { challenge: await issued("submit", 0), counter: 0 }, "submit", NOW);
    const costly = { challenge: await issued("submit", 32), counter: 0 };
    await expect(checkProof(key, costly, "submit", NOW)).rejects.toMatchObject({
      code: "proof-wrong",
      field: "proof.counter",
    });
  });
});
