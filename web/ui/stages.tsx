/** Steps of a long piece of work, each with a state in words, announced as they change. */
import { useCommon } from "./text.ts";

export type StageState = "waiting" | "doing" | "done" | "failed";

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly state: StageState;
}

export function Stages({
  stages,
  label,
}: {
  readonly stages: readonly Stage[];
  readonly label: string;
}) {
  const { t } = useCommon();
  const current = stages.find(({ state }) => state === "doing" || state === "failed");
  return (
    <div>
      <ol class="stages" aria-label={label}>
        {stages.map(({ id, label: words, state }) => (
          <li key={id} class={`stage stage-${state}`} data-state={state}>
            <span class="stage-label">{words}</span>{" "}
            <span class="stage-state">{t(`stage.${state}`)}</span>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {current === undefined ? "" : `${current.label}: ${t(`stage.${current.state}`)}`}
      </p>
    </div>
  );
}

/** A polite line for states that come and go; keep it mounted and change its text. */
export function StatusLine({
  text,
  quiet = false,
}: {
  readonly text: string;
  readonly quiet?: boolean;
}) {
  return (
    <p class={quiet ? "visually-hidden" : "status-line"} role="status">
      {text}
    </p>
  );
}
