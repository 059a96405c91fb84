/** A face beside the word of an answer, for whoever would rather look than read. Drawn, because not every font has one. */
import type { FeedbackAnswer } from "../payload/given-feedback.ts";

const MOUTHS: Readonly<Record<Exclude<FeedbackAnswer, "not-sure">, string>> = {
  yes: "M7 14q5 5 10 0",
  partly: "M7 15.5h10",
  no: "M7 17q5-5 10 0",
};

export function Face({ answer }: { readonly answer: FeedbackAnswer }) {
  return (
    <svg class="feedback-face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {answer === "not-sure" ? null : (
        <>
          <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="1.75" />
          <circle cx="8.5" cy="9.5" r="1.4" fill="currentColor" />
          <circle cx="15.5" cy="9.5" r="1.4" fill="currentColor" />
          <path d={MOUTHS[answer]} fill="none" stroke="currentColor" stroke-width="1.75" />
        </>
      )}
    </svg>
  );
}
