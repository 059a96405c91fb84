/**
 * Challenges and their price. The fuses count everybody together: under a flood the next challenge costs
 * more work, and nobody is turned away.
 */
import { PROOF_BITS, PROOF_BITS_UNDER_LOAD } from "../contract/limits.ts";
import type { Action } from "../contract/session.ts";
import { CHALLENGE_RANDOM_BYTES, issueChallenge } from "../domain/challenge.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

async function price(action: Action, context: Context): Promise<number> {
  switch (action) {
    case "submit":
    case "reporter-append":
    case "feedback":
      return (await context.intakeFuse()) ? PROOF_BITS_UNDER_LOAD : PROOF_BITS;
    case "recover":
      // Asking proves nothing and is written down: it always costs.
      return (await context.signInFuse()) ? PROOF_BITS_UNDER_LOAD : PROOF_BITS;
    case "join":
      // A link cannot be guessed; what it pays for is the writing, at any time.
      return (await context.signInFuse()) ? PROOF_BITS_UNDER_LOAD : PROOF_BITS;
    case "reporter-sign-in":
    case "member-sign-in":
      // Signing in proves something by itself; work is asked for only while somebody is trying a great many.
      return (await context.signInFuse()) ? PROOF_BITS : 0;
  }
}

export const challenge: Handler<"challenge", Context> = async ({ action, effort }, context) => {
  const { config, today, nowSeconds, random } = context;
  const usual = await price(action, context);
  const bits = effort === "more" ? Math.max(usual, PROOF_BITS_UNDER_LOAD) : usual;
  return {
    challenge: await issueChallenge(
      config.keys.challenge,
      action,
      bits,
      today,
      nowSeconds,
      random(CHALLENGE_RANDOM_BYTES),
    ),
    bits,
    day: today,
  };
};
