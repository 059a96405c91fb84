/**
 * The wire's part of signing in: the passphrase's signature, then the second factor where one is enrolled. A wrong
 * one costs a new signature, which the vault makes without the passphrase being typed again.
 */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type {
  SecondFactorAsked,
  SecondFactorProof,
  SignedIn,
} from "../../worker/contract/second-factor.ts";
import type { SignInWay } from "../../worker/contract/session.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { solveProof } from "../api/proof.ts";
import type { OpenVault } from "../vault/client.ts";
import type { CodeEntry, DeskVault } from "../vault/interface.ts";

/** What somebody has to show that they are this member. */
export type SignInSecret =
  | { readonly way: "passphrase"; readonly passphrase: string }
  /** Twelve words or numbers, as typed. */
  | { readonly way: "recovery"; readonly key: string }
  /** The vault in which enough shares were put together. */
  | { readonly way: "colleagues"; readonly opened: OpenVault<DeskVault> };

/** From what was typed to the keys it stands for, which stay in the vault. */
export async function takeSecret(
  vault: DeskVault,
  { handle, secret }: { readonly handle: string; readonly secret: SignInSecret },
  onStretching: () => void,
): Promise<CodeEntry> {
  switch (secret.way) {
    case "passphrase": {
      const parameters = await call("memberParameters", { handle });
      onStretching();
      await vault.stretch(secret.passphrase, parameters);
      return { kind: "complete" };
    }
    case "recovery":
      return vault.enterRecoveryKey(secret.key);
    case "colleagues":
      return { kind: "complete" };
  }
}

/** What somebody shows besides their passphrase; a recovery key as it was typed. */
export type OfferedFactor =
  | Exclude<SecondFactorProof, { kind: "recovery" }>
  | { readonly kind: "recovery"; readonly key: string };

/** How the try before this one went; what was typed of a recovery key, so that it need not be typed again. */
export type EarlierTry =
  | { readonly kind: "none" | "failed" }
  | { readonly kind: "recovery-failed"; readonly key: string };

/** Null gives up. */
export type AskSecondFactor = (
  asked: SecondFactorAsked,
  earlier: EarlierTry,
) => Promise<OfferedFactor | null>;

/** `paying`: many have just tried this name, and a try costs work. */
export type ExchangeStep = "proving" | "paying" | "second-factor" | "proving-factor";

export interface Exchange {
  readonly vault: Pick<DeskVault, "signIn" | "signByRecoveryKey">;
  readonly handle: string;
  readonly way: SignInWay;
  readonly askSecondFactor: AskSecondFactor;
  readonly onStep: (step: ExchangeStep) => void;
}

type Answer = SignedIn | SecondFactorAsked;

async function tryPassphrase(
  { vault, handle, way }: Exchange,
  asked: InputOf<"challenge">,
): Promise<Answer> {
  const challenge = await call("challenge", asked);
  const proof = await solveProof(challenge);
  const { signature } = await vault.signIn(challenge);
  return await call("memberSignIn", { proof, handle, way, signature });
}

async function provePassphrase(exchanged: Exchange): Promise<Answer> {
  const action = "member-sign-in";
  try {
    return await tryPassphrase(exchanged, { action });
  } catch (thrown) {
    if (!(thrown instanceof ApiFailure) || thrown.code !== "proof-too-cheap") throw thrown;
    exchanged.onStep("paying");
    return await tryPassphrase(exchanged, { action, effort: "more" });
  }
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

/** Null where a recovery key that was typed is none. */
async function proofOf(
  { vault }: Exchange,
  offered: OfferedFactor,
): Promise<SecondFactorProof | null> {
  if (offered.kind !== "recovery") return offered;
  const challenge = await call("challenge", { action: "member-sign-in" });
  const signature = await vault.signByRecoveryKey(offered.key, challenge);
  if (signature === null) return null;
  return { kind: "recovery", proof: await solveProof(challenge), signature };
}

/** Null when the member gave up. @throws ApiFailure `unauthorised` when name and passphrase do not fit */
export async function exchange(asked: Exchange): Promise<SignedIn | null> {
  let earlier: EarlierTry = { kind: "none" };
  for (;;) {
    asked.onStep("proving");
    const answer = await provePassphrase(asked);
    if (answer.kind === "signed-in") return answer;
    asked.onStep("second-factor");
    const offered = await asked.askSecondFactor(answer, earlier);
    if (offered === null) return null;
    asked.onStep("proving-factor");
    const proof = await proofOf(asked, offered);
    const signedIn = proof === null ? null : await proveFactor(answer.ticket, proof);
    if (signedIn !== null) return signedIn;
    earlier =
      offered.kind === "recovery"
        ? { kind: "recovery-failed", key: offered.key }
        : { kind: "failed" };
  }
}
