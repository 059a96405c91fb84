/** The first screen: danger before any form, then what this place is, then two ways on. */
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { DangerHelp } from "./danger.tsx";
import { useReportText } from "./text.ts";

export type Way = "write" | "return";

export interface StartProps {
  /** The way whose code is on its way to this browser. */
  readonly loading: Way | null;
  readonly failed: boolean;
  readonly returning: boolean;
  readonly onChoose: (way: Way) => void;
}

export function Start({ loading, failed, returning, onChoose }: StartProps) {
  const { t } = useReportText();
  const common = useCommon();
  return (
    <Screen name="start" title={t("danger.title")} takesFocus={returning}>
      <p class="lead">{t("danger.call")}</p>
      <DangerHelp id="danger-country" />
      <p>
        <strong>{t("danger.cannot")}</strong>
      </p>
      <hr />
      <h2>{t("start.title")}</h2>
      <p>{t("start.lead")}</p>
      {failed ? (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{t("start.loading-failed")}</p>
        </Notice>
      ) : null}
      <Actions>
        <Button busy={loading === "write"} onPress={() => onChoose("write")}>
          {t("start.write")}
        </Button>
        <Button kind="secondary" busy={loading === "return"} onPress={() => onChoose("return")}>
          {t("start.code")}
        </Button>
      </Actions>
      <p class="visually-hidden" role="status">
        {loading === null ? "" : common.t("page.loading")}
      </p>
      <h2>{t("start.how")}</h2>
      <ol class="plain-steps">
        <li>{t("start.how-1")}</li>
        <li>{t("start.how-2")}</li>
        <li>{t("start.how-3")}</li>
      </ol>
      <h2>{t("start.private")}</h2>
      <ul>
        <li>{t("start.private-1")}</li>
        <li>{t("start.private-2")}</li>
        <li>{t("start.private-3")}</li>
        <li>{t("start.private-4")}</li>
      </ul>
      <p>{t("start.device")}</p>
    </Screen>
  );
}
