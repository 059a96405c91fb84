/** What a member does to a promise made to a reporter. */
import type { ExtensionReason } from "../payload/entries/feedback-extension.ts";
import type { Payload } from "../payload/entries/index.ts";

/** The reporter is told that feedback takes up to six months, and why. */
export interface ExtensionAct {
  readonly kind: "extend-feedback";
  readonly reason: ExtensionReason;
  readonly text: string;
  readonly language: string;
}

/** Words to the reporter; like all words to them they acknowledge, where nobody has. */
export function extension(
  { reason, language, text }: ExtensionAct,
  acknowledging: readonly Payload[],
) {
  const told = { type: "feedback-extension", reason, language, text } as const;
  const conversation: readonly Payload[] = [...acknowledging, told];
  return { conversation, acknowledged: true, feedbackExtended: true };
}
