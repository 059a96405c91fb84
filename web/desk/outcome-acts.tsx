/** What a task, or a line of a care plan, can become with one press. */
import type { TaskState } from "../payload/casework.ts";
import type { TaskOutcome } from "../payload/entries/task.ts";
import { Button } from "../ui/button.tsx";
import { useDesk } from "./text.ts";
import { WorkActs } from "./work-list.tsx";

export interface OutcomeActsProps {
  /** What is to be done, so that one button can be told from the next. */
  readonly what: string;
  readonly state: TaskState;
  readonly busy: boolean;
  readonly onOutcome: (outcome: TaskOutcome) => void;
}

export function OutcomeActs({ what, state, busy, onOutcome }: OutcomeActsProps) {
  const { t } = useDesk();
  const outcomes = state === "open" ? (["done", "dropped"] as const) : (["reopened"] as const);
  const words = {
    done: [t("work.task-done-short"), t("work.task-done", { what })],
    dropped: [t("work.task-drop-short"), t("work.task-drop", { what })],
    reopened: [t("work.task-reopen-short"), t("work.task-reopen", { what })],
  } as const;
  return (
    <WorkActs>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          kind="quiet"
          busy={busy}
          label={words[outcome][1]}
          onPress={() => onOutcome(outcome)}
        >
          {words[outcome][0]}
        </Button>
      ))}
    </WorkActs>
  );
}
