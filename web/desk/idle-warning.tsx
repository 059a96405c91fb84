/** Said a minute before the page locks, in time to save a text. A key or a press keeps it open. */
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { IdleState } from "./idle.ts";
import { useDesk } from "./text.ts";

export interface IdleWarningProps {
  readonly state: IdleState;
  readonly onStay: () => void;
}

export function IdleWarning({ state, onStay }: IdleWarningProps) {
  const { t } = useDesk();
  return (
    <div class="idle-warning" role="alert">
      {state === "warning" ? (
        <Notice kind="caution" title={t("idle.title")}>
          <p>{t("idle.text")}</p>
          <Button onPress={onStay}>{t("idle.stay")}</Button>
        </Notice>
      ) : null}
    </div>
  );
}
