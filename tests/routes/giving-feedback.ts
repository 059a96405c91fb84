/** Somebody who gives feedback, with the client's own code: what they hold is the list of people and nothing of a case. */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { NO_ANSWERS, type Feedback } from "../../web/payload/given-feedback.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freeProof, today } from "./client.ts";
import { ORIGIN, type FoundedServer } from "./founded.ts";

export const SAID: Feedback = {
  language: "en",
  answers: { ...NO_ANSWERS, listened: "yes", safe: "no" },
  text: "A very particular sentence about how it was.",
  case: null,
};

/** What is sent, paid for and sealed to the coordinators of the newest list. */
export async function feedbackInput(
  { server, founded }: FoundedServer,
  said: Partial<Feedback> = {},
): Promise<InputOf<"giveFeedback">> {
  const vault = new ReporterVault(founded.trust);
  await vault.start();
  await vault.verifyRoster(await call(server, "roster", {}), today(), ORIGIN);
  const feedback = await vault.sealFeedback({ ...SAID, ...said });
  return { proof: await freeProof(server, "feedback"), feedback };
}
