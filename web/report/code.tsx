/**
 * The tracking code: words and numbers, once. It is on this screen and nowhere else; the clipboard and the
 * printer get it only when asked.
 */
import type { TrackingCodeView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { CodeGroups } from "../ui/code-groups.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useReportText } from "./text.ts";

type Copied = "nothing" | "copied" | "failed";

export interface CodeProps {
  readonly code: TrackingCodeView;
  readonly onContinue: () => void;
}

export function Code({ code, onContinue }: CodeProps) {
  const text = useReportText();
  const { t } = text;
  const [copied, setCopied] = useState<Copied>("nothing");
  const foreign = code.wordsLanguage !== text.code;
  async function copy(groups: readonly string[]): Promise<void> {
    try {
      await navigator.clipboard.writeText(groups.join(" "));
      setCopied("copied");
    } catch {
      setCopied("failed");
    }
  }
  return (
    <Screen name="code" title={t("code.title")}>
      <p class="lead">{t("code.lead")}</p>
      <Notice kind="caution" title={t("code.lost-title")}>
        <p>{t("code.lost")}</p>
      </Notice>
      <div class="code-card">
        <h2>{t("code.words")}</h2>
        {foreign ? (
          <p class="field-hint">
            {t("code.words-in", { language: text.language(code.wordsLanguage) })}
          </p>
        ) : null}
        <div data-testid="code-words">
          <CodeGroups groups={code.words} language={code.wordsLanguage} />
        </div>
        <h2>{t("code.numbers")}</h2>
        <p class="field-hint">{t("code.numbers-hint")}</p>
        <div data-testid="code-numbers">
          <CodeGroups groups={code.numbers} />
        </div>
      </div>
      <Actions>
        <Button kind="secondary" onPress={() => void copy(code.words)}>
          {t("code.copy-words")}
        </Button>
        <Button kind="secondary" onPress={() => void copy(code.numbers)}>
          {t("code.copy-numbers")}
        </Button>
        <Button kind="secondary" onPress={() => window.print()}>
          {t("code.print")}
        </Button>
      </Actions>
      <StatusLine
        text={
          copied === "nothing" ? "" : t(copied === "copied" ? "code.copied" : "code.copy-failed")
        }
      />
      <p>{t("code.keep")}</p>
      <Actions>
        <Button onPress={onContinue}>{t("code.next")}</Button>
      </Actions>
    </Screen>
  );
}
