/** Asking the custodians who the reporter is: a reason that the reporter reads too, or nothing is asked. */
import { RELEASE_REASON_MAX } from "../../worker/contract/release.ts";
import { LANGUAGES } from "../i18n/index.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import type { CaseAct } from "./case-act.ts";
import type { Drafts } from "./drafts.ts";
import { InterestsField } from "./interests.tsx";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";
import { fits, useWriting } from "./writing.tsx";

export interface AskingProps {
  readonly caseId: string;
  readonly drafts: Drafts;
  readonly reporterLanguage: string;
  readonly busy: boolean;
  readonly act: (act: CaseAct) => Promise<ActResult>;
}

const FIELD = "ask-reason";
const INTERESTS_FIELD = "ask-interests";
const OPEN_BUTTON = "open-ask";

export function Asking({ caseId, drafts, reporterLanguage, busy, act }: AskingProps) {
  const { t, language } = useDesk();
  const writing = useWriting(drafts, caseId, "ask");
  const [writes, setWrites] = useState(writing.text !== "");
  const interests = useWriting(drafts, caseId, "ask-interests");
  const [missing, setMissing] = useState<"nothing" | "reason" | "interests">("nothing");
  const tags = [...new Set([...LANGUAGES.map(({ code }) => code), writing.language])];

  function go(next: "writing" | "away"): void {
    setWrites(next === "writing");
    requestAnimationFrame(() => focusField(next === "writing" ? FIELD : OPEN_BUTTON));
  }
  async function send(): Promise<void> {
    if (busy) return;
    const reason = writing.text.trim();
    const why = interests.text.trim();
    setMissing(reason === "" ? "reason" : why === "" ? "interests" : "nothing");
    if (reason === "" || reason.length > RELEASE_REASON_MAX) return focusField(FIELD);
    if (why === "" || !fits(why)) return focusField(INTERESTS_FIELD);
    const bestInterests = { text: why, language: interests.language };
    const { language: written } = writing;
    const result = await act({ kind: "ask-identity", reason, language: written, bestInterests });
    if (result !== "kept") return;
    writing.clear();
    interests.clear();
  }
  if (!writes) {
    return (
      <Actions>
        <Button id={OPEN_BUTTON} kind="secondary" onPress={() => go("writing")}>
          {t("identity.ask")}
        </Button>
      </Actions>
    );
  }
  return (
    <Form onSubmit={() => void send()} label={t("identity.ask")}>
      <TextField
        id={FIELD}
        label={t("identity.reason")}
        hint={t("identity.warning")}
        error={missing === "reason" ? t("identity.reason-missing") : null}
        rows={4}
        maxLength={RELEASE_REASON_MAX}
        value={writing.text}
        onInput={writing.setText}
      />
      <Select
        id={`${FIELD}-language`}
        label={t("write.language")}
        hint={t("write.language-hint", { language: language(reporterLanguage) })}
        value={writing.language}
        options={tags.map((tag) => ({ value: tag, label: language(tag) }))}
        onChange={writing.setLanguage}
      />
      <InterestsField
        id={INTERESTS_FIELD}
        writing={interests}
        missing={missing === "interests" && interests.text.trim() === ""}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {busy ? t("write.busy") : t("identity.send")}
        </Button>
        <Button kind="quiet" onPress={() => go("away")}>
          {t("write.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
