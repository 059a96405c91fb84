/** One field for the whole code, forgiving; a word that is in no list is named, with near ones to choose. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import type { CodeEntry } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { useReportText } from "./text.ts";

type Incomplete = Exclude<CodeEntry, { readonly kind: "complete" }>;
type Problem =
  | Incomplete
  | { readonly kind: "empty" }
  /** The same for every code that opens nothing: wrong, unknown, taken back or deleted. */
  | { readonly kind: "wrong" }
  | { readonly kind: "failed"; readonly code: FailureCode };

function useSentence(): (problem: Problem) => string {
  const { t } = useReportText();
  const common = useCommon();
  return (problem) => {
    switch (problem.kind) {
      case "empty":
        return t("enter.empty");
      case "wrong":
        return t("enter.wrong");
      case "checksum":
        return t("enter.checksum");
      case "too-few":
        return t("enter.too-few", { count: problem.given });
      case "too-many":
        return t("enter.too-many", { count: problem.given });
      case "unknown-word":
        return t("enter.unknown-word", { position: problem.position, word: problem.word });
      case "failed":
        return failureSentence(common, problem.code);
    }
  };
}

export interface EnterCodeProps {
  readonly enter: (text: string) => Promise<CodeEntry>;
  /** Signs in with the code just entered and shows the case. */
  readonly open: () => Promise<void>;
  readonly onBack: () => void;
}

export function EnterCode({ enter, open, onBack }: EnterCodeProps) {
  const { t } = useReportText();
  const sentence = useSentence();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function tryOpen(): Promise<Problem | null> {
    if (typed.trim() === "") return { kind: "empty" };
    try {
      const entry = await enter(typed);
      if (entry.kind !== "complete") return entry;
      await open();
      return null;
    } catch (thrown) {
      const code = failureCode(thrown);
      return code === "unauthorised" ? { kind: "wrong" } : { kind: "failed", code };
    }
  }
  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const found = await tryOpen();
    setBusy(false);
    setProblem(found);
    if (found !== null) focusField("code");
  }
  function replaceWord(word: string, by: string): void {
    const at = typed.toLocaleLowerCase().indexOf(word.toLocaleLowerCase());
    if (at !== -1) setTyped(typed.slice(0, at) + by + typed.slice(at + word.length));
    setProblem(null);
    focusField("code");
  }

  return (
    <Screen name="enter-code" title={t("enter.title")} onBack={onBack}>
      <Form onSubmit={() => void submit()}>
        <TextField
          id="code"
          label={t("enter.label")}
          hint={t("enter.hint")}
          error={problem === null || problem.kind === "failed" ? null : sentence(problem)}
          content="code"
          rows={3}
          value={typed}
          onInput={setTyped}
        />
        {problem?.kind === "unknown-word" && problem.suggestions.length > 0 ? (
          <div class="suggestions">
            <p>{t("enter.suggest")}</p>
            <Actions>
              {problem.suggestions.map((word) => (
                <Button key={word} kind="secondary" onPress={() => replaceWord(problem.word, word)}>
                  {t("enter.use", { word })}
                </Button>
              ))}
            </Actions>
          </div>
        ) : null}
        {problem?.kind === "failed" ? (
          <Notice kind="problem">
            <p>{sentence(problem)}</p>
          </Notice>
        ) : null}
        <Actions>
          <Button type="submit" busy={busy}>
            {t("enter.button")}
          </Button>
        </Actions>
        <StatusLine text={busy ? t("enter.opening") : ""} />
      </Form>
      <p class="field-hint">{t("enter.lost")}</p>
    </Screen>
  );
}
