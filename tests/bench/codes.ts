/**
 * Codes that do not open anything, in three ways: one that exists, with a signature by another key; one that
 * nobody has; one whose report was withdrawn. Several of each, so that no single row is measured.
 */
import type { Server } from "../support/server.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { Challenge } from "../../worker/contract/session.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freshProof } from "./client.ts";
import { draftOf, openReporterVault, today, type Organisation } from "./organisation.ts";

export const CODE_CLASSES = ["wrong", "unknown", "withdrawn"] as const;
export type CodeClass = (typeof CODE_CLASSES)[number];

const CODES_A_CLASS = 8;
const TEXT_CHARACTERS = 500;

type SignInInput = InputOf<"reporterSignIn">;

/** What somebody with such a code sends. A sign-in does not use its challenge up, so a round may share one. */
export type SignIn = (challenge: Challenge) => Promise<SignInInput>;

export async function fetchChallenge(server: Server): Promise<Challenge> {
  const challenge = await call(server.url, "challenge", { action: "reporter-sign-in" });
  if (challenge.bits !== 0) throw new Error("bench: signing in costs work, a fuse has tripped");
  return challenge;
}

async function answer(challenge: Challenge, vault: ReporterVault): Promise<SignInInput> {
  const proof = { challenge: challenge.challenge, counter: 0 };
  return { proof, ...(await vault.signIn(challenge)) };
}

/** A vault with a code of its own that the server has never heard of. */
async function makeUnknown(organisation: Organisation): Promise<ReporterVault> {
  const vault = await openReporterVault(organisation);
  await vault.sealReport(draftOf(organisation, TEXT_CHARACTERS));
  return vault;
}

async function makeKnown(server: Server, organisation: Organisation): Promise<ReporterVault> {
  const vault = await openReporterVault(organisation);
  const report = await vault.sealReport(draftOf(organisation, TEXT_CHARACTERS));
  await call(server.url, "submitReport", {
    ...report,
    proof: await freshProof(server.url, "submit"),
  });
  return vault;
}

async function makeWithdrawn(server: Server, organisation: Organisation): Promise<ReporterVault> {
  const vault = await makeKnown(server, organisation);
  const signIn = await answer(await fetchChallenge(server), vault);
  const { token } = await call(server.url, "reporterSignIn", signIn);
  const after = { conversation: 0, internal: 0 };
  await vault.openCase(await call(server.url, "reporterRead", { after }, token));
  const entry = await vault.sealWithdrawal(today());
  const proof = await freshProof(server.url, "reporter-append");
  const identity = await vault.emptyEnvelope();
  const input = { proof, entry, identity, withdraw: true, challenge: false, forgetIdentity: false };
  await call(server.url, "reporterAppend", input, token);
  return vault;
}

/** Takes turns. */
function anyOf(
  vaults: readonly ReporterVault[],
  answerWith: (challenge: Challenge, vault: ReporterVault) => Promise<SignInInput>,
): SignIn {
  let turn = 0;
  return (challenge) => {
    const vault = vaults[turn % vaults.length];
    turn += 1;
    if (vault === undefined) throw new Error("bench: no code to try");
    return answerWith(challenge, vault);
  };
}

export async function makeCodes(
  server: Server,
  organisation: Organisation,
): Promise<Readonly<Record<CodeClass, SignIn>>> {
  await loadSodium();
  const make = (one: () => Promise<ReporterVault>): Promise<readonly ReporterVault[]> =>
    Promise.all(Array.from({ length: CODES_A_CLASS }, one));
  const known = await make(() => makeKnown(server, organisation));
  const unknown = await make(() => makeUnknown(organisation));
  const withdrawn = await make(() => makeWithdrawn(server, organisation));
  const [stranger] = unknown;
  return {
    wrong: anyOf(known, async (challenge, vault) => {
      const { signature } = await answer(challenge, stranger ?? vault);
      return { ...(await answer(challenge, vault)), signature };
    }),
    unknown: anyOf(unknown, answer),
    withdrawn: anyOf(withdrawn, answer),
  };
}
