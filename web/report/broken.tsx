/** A journal that does not verify: shown plainly as that, with what did verify and no way to add to it. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { useState } from "../ui/dom.ts";
import { StatusLine } from "../ui/stages.tsx";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import type { Reading } from "./correspondence.ts";
import { OtherHelp } from "./refusal.tsx";
import { useReportText } from "./text.ts";
import { Timeline } from "./timeline.tsx";

/** Failures that mean the record or its readers are not to be trusted, as against a bad connection. */
const BROKEN: readonly FailureCode[] = [
  "wrap-invalid",
  "entry-invalid",
  "entry-signature",
  "entry-order",
  "journal-truncated",
  "wrong-length",
  "roster-signature",
  "roster-malformed",
  "roster-origin",
  "roster-expired",
  "roster-rolled-back",
  "roster-duplicate",
  "roster-no-reviewer",
  "packet-invalid",
  "wrong-origin",
];

export function isBroken(code: FailureCode): boolean {
  return BROKEN.includes(code);
}

export interface BrokenProps {
  readonly code: FailureCode;
  /** The part that verified; null when nothing did. */
  readonly reading: Reading | null;
  /** Reads again; throws what is not about the record, such as a connection that broke. */
  readonly onRetry: () => Promise<void>;
  readonly onBack: () => void;
}

export function Broken({ code, reading, onRetry, onBack }: BrokenProps) {
  const { t } = useReportText();
  const common = useCommon();
  const [trying, setTrying] = useState(false);
  const [again, setAgain] = useState<string | null>(null);
  async function retry(): Promise<void> {
    setTrying(true);
    setAgain(null);
    try {
      await onRetry();
      setAgain(t("broken.again"));
    } catch (thrown) {
      setAgain(failureSentence(common, failureCode(thrown)));
    } finally {
      setTrying(false);
    }
  }
  return (
    <Screen name="broken" title={t("broken.title")} onBack={onBack}>
      <Notice kind="problem">
        <p>{t("broken.lead")}</p>
        <p>{failureSentence(common, code)}</p>
      </Notice>
      <p>{t(reading === null ? "broken.what" : "broken.shown")}</p>
      <p>{t("broken.try")}</p>
      <Actions>
        <Button busy={trying} onPress={() => void retry()}>
          {common.t("page.try-again")}
        </Button>
      </Actions>
      <StatusLine text={again ?? ""} />
      {reading === null ? null : (
        <Timeline items={reading.view.items} roster={reading.roster} receiptFile={null} />
      )}
      <OtherHelp id="broken-country" />
    </Screen>
  );
}
