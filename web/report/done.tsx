/** It has arrived: what happens next, and when to come back. Promises only what the clocks promise. */
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useReportText } from "./text.ts";

export interface DoneProps {
  readonly acknowledgeByDay: number;
  readonly onFinish: () => void;
}

export function Done({ acknowledgeByDay, onFinish }: DoneProps) {
  const text = useReportText();
  const { t } = text;
  const day = text.day(acknowledgeByDay);
  return (
    <Screen name="done" title={t("done.title")}>
      <p class="lead">{t("done.lead")}</p>
      <Notice kind="done" title={t("done.come-back", { day })} />
      <h2>{t("done.next-title")}</h2>
      <ul>
        <li>{t("done.next-1", { day })}</li>
        <li>{t("done.next-2")}</li>
        <li>{t("done.next-3")}</li>
      </ul>
      <p>{t("done.worse")}</p>
      <Actions>
        <Button onPress={onFinish}>{t("done.finish")}</Button>
      </Actions>
    </Screen>
  );
}
