/**
 * The wire's part of signing in: the passphrase's signature, then the second factor where one is enrolled. A wrong
 * one costs a new signature, which the vault makes without the passphrase being typed again.
 */
import type {
  SecondFactorAsked,
  SecondFactorProof,
  SignedIn,
} from "../../worker/contract/second-factor.ts";
import type { SignInWay } from "../../worker/contract/session.ts";
import { call } from "../api/call.ts";
import { ApiFailure } from "../api/failure.ts";
import { solveProof } from "../api/proof.ts";
import type { DeskVault } from "../vault/interface.ts";

/** How the try before this one went. */
export type EarlierTry = "none" | "failed";

/** Null gives up. */
export type AskSecondFactor = (
  asked: SecondFactorAsked,
  earlier: EarlierTry,
) => Promise<SecondFactorProof | null>;

export interface Exchange {
  readonly vault: Pick<DeskVault, "signIn">;
  readonly handle: string;
  readonly way: SignInWay;
  readonly askSecondFactor: AskSecondFactor;
  readonly onStep: (step: "proving" | "second-factor" | "proving-factor") => void;
}

async function provePassphrase({
  vault,
  handle,
  way,
}: Exchange): Promise<SignedIn | SecondFactorAsked> {
  const challenge = await call("challenge", { action: "member-sign-in" });
  const proof = await solveProof(challenge);
  const { signature } = await vault.signIn(challenge);
  return await call("memberSignIn", { proof, handle, way, signature });
}

/** Null when it did not hold, or came too late. */
async function proveFactor(ticket: string, proof: SecondFactorProof): Promise<SignedIn | null> {
  try {
    return await call("memberSecondFactor", { ticket, proof });
  } catch (thrown) {
    if (thrown instanceof ApiFailure && thrown.code === "unauthorised") return null;
    throw thrown;
  }
}

/** Null when the member gave up. @throws ApiFailure `unauthorised` when name and passphrase do not fit */
export async function exchange(asked: Exchange): Promise<SignedIn | null> {
  let earlier: EarlierTry = "none";
  for (;;) {
    asked.onStep("proving");
    const answer = await provePassphrase(asked);
    if (answer.kind === "signed-in") return answer;
    asked.onStep("second-factor");
    const proof = await asked.askSecondFactor(answer, earlier);
    if (proof === null) return null;
    asked.onStep("proving-factor");
    const signedIn = await proveFactor(answer.ticket, proof);
    if (signedIn !== null) return signedIn;
    earlier = "failed";
  }
}
