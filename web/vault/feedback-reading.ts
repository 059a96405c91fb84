/** Feedback as a coordinator opens it. One that does not open stands there like the others, and says so. */
import type { KeptFeedback } from "../../worker/contract/feedback.ts";
import { openFeedback } from "../crypto/feedback.ts";
import { Feedback } from "../payload/given-feedback.ts";
import type { FeedbackView } from "./feedback-views.ts";
import type { Holding } from "./holding.ts";

export function readFeedback(
  kept: readonly KeptFeedback[],
  holding: Holding,
): readonly FeedbackView[] {
  return kept.map((one) => {
    const { feedback, receivedMonth } = one;
    return { feedback, receivedMonth, said: opened(one, holding) };
  });
}

function opened(kept: KeptFeedback, { pairs, origin }: Holding): Feedback | null {
  try {
    const said = Feedback.safeParse(JSON.parse(openFeedback(kept, [...pairs.values()], origin)));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}
