/** What is said of a challenge on the report's own page: that there can be one, what was promised, what came of it. */
import { challengeByDay } from "../../worker/contract/clocks.ts";
import { challengeable, openChallenge } from "../payload/challenge.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { Reading } from "./correspondence.ts";
import { useReturningText } from "./text.ts";

export interface ChallengeStandingProps {
  readonly reading: Reading;
  readonly onChallenge: () => void;
}

export function ChallengeStanding({ reading, onChallenge }: ChallengeStandingProps) {
  const { t, day } = useReturningText();
  const { state } = reading.view;
  const open = openChallenge(state);
  if (open !== null) {
    const due = challengeByDay(open.day);
    return due < reading.day ? (
      <Notice kind="caution" title={t("challenge.missed-title")}>
        <p>{t("challenge.missed", { day: day(due) })}</p>
      </Notice>
    ) : (
      <p data-challenge="open">{t("challenge.waiting", { day: day(open.day), due: day(due) })}</p>
    );
  }
  if (challengeable(state) === null) return null;
  return (
    <Actions>
      <Button kind="secondary" onPress={onChallenge}>
        {t("challenge.open")}
      </Button>
    </Actions>
  );
}
