/**
 * Taking the summary of a case out of Tern: somebody says in which two languages, and for whom; it is written into the
 * notes and the audit log as every copy is; only then is there a page to print.
 */
import * as z from "zod/mini";
import { LANGUAGES, loadDesk, type DeskText } from "../i18n/index.ts";
import { LINE_MAX } from "../payload/text.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import type { CaseFile } from "./case-file.ts";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import type { DeskSession } from "./session.ts";
import { SummaryDocument, type TwoTexts } from "./summary-document.tsx";
import { makeSummary, type MadeSummary, type SummaryChoice } from "./summary-making.ts";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";

const RECIPIENT_FIELD = "summary-recipient";
export const SUMMARY_FIELD = "summary-first";
const CODES = LANGUAGES.map(({ code }) => code);

const Filled = z.strictObject({
  first: z.string(),
  second: z.string(),
  names: z.enum(["kept", "left-out"]),
  recipient: z.string(),
});
type Filled = z.infer<typeof Filled>;

/** The page's language, and the reporter's, or English, or any other. */
function untouched(own: string, reporter: string | undefined): Filled {
  const wanted = [reporter?.split("-")[0], "en", ...CODES];
  const second = wanted.find((code) => code !== own && CODES.some((one) => one === code)) ?? own;
  return { first: own, second, names: "kept", recipient: "" };
}

/** @throws when the words of a language cannot be fetched */
async function wordsOf(code: string): Promise<DeskText> {
  const language = LANGUAGES.find((one) => one.code === code);
  if (language === undefined) throw new Error("summary: no such language");
  return await loadDesk(language);
}

interface Printed extends MadeSummary {
  readonly texts: TwoTexts;
}

type Trouble = "nothing" | "recipient" | "words";

export interface SummarisingProps {
  readonly session: DeskSession;
  readonly held: HeldCase;
  readonly file: CaseFile;
  readonly drafts: Drafts;
  readonly onShut: () => void;
}

export function Summarising({ session, held, file, drafts, onShut }: SummarisingProps) {
  const { t, code } = useDesk();
  const caseId = file.plain.case;
  const empty = untouched(code, file.view.state.report?.language);
  const draft = useFormDraft({ drafts, caseId, kind: "summary", schema: Filled, empty });
  const { first, second, names, recipient } = draft.filled;
  const [trouble, setTrouble] = useState<Trouble>("nothing");
  const [fetching, setFetching] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const busy = fetching || held.busy !== null;

  async function fetched(): Promise<TwoTexts | null> {
    setFetching(true);
    try {
      return [await wordsOf(first), await wordsOf(second)];
    } catch {
      return null;
    } finally {
      setFetching(false);
    }
  }

  async function take(): Promise<void> {
    if (busy) return;
    const whom = recipient.trim();
    if (whom === "" || whom.length > LINE_MAX) {
      setTrouble("recipient");
      return focusField(RECIPIENT_FIELD);
    }
    const texts = await fetched();
    setTrouble(texts === null ? "words" : "nothing");
    if (texts === null) return;
    const choice: SummaryChoice = { languages: [first, second], names, recipient: whom };
    const made = await makeSummary(file, session.roster, session.self.id, choice);
    if ((await held.act({ kind: "export", payload: made.entry })) !== "kept") return;
    // The next one begins from nothing again.
    draft.clear();
    setPrinted({ ...made, texts });
  }

  if (printed !== null) {
    return (
      <SummaryDocument
        summary={printed.summary}
        hash={printed.entry.manifest}
        texts={printed.texts}
        onBack={onShut}
      />
    );
  }
  const options = LANGUAGES.map(({ code: value, name }) => ({ value, label: name, lang: value }));
  return (
    <Form onSubmit={() => void take()} label={t("summary.title")}>
      <p class="field-hint">{t("summary.lead")}</p>
      {trouble === "words" ? (
        <Notice kind="problem">
          <p>{t("summary.words-unavailable")}</p>
        </Notice>
      ) : null}
      <Select
        id={SUMMARY_FIELD}
        label={t("summary.first")}
        options={options}
        value={first}
        onChange={(next) => draft.change({ first: next, second: next === second ? first : second })}
      />
      <Select
        id="summary-second"
        label={t("summary.second")}
        options={options}
        value={second}
        onChange={(next) => draft.change({ second: next, first: next === first ? second : first })}
      />
      <Checkbox
        id="summary-names"
        label={t("export.names")}
        checked={names === "left-out"}
        onChange={(checked) => draft.change({ names: checked ? "left-out" : "kept" })}
      />
      <TextField
        id={RECIPIENT_FIELD}
        label={t("summary.recipient")}
        error={trouble === "recipient" ? t("summary.recipient-missing") : null}
        maxLength={LINE_MAX}
        value={recipient}
        onInput={(whom) => draft.change({ recipient: whom })}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {busy ? t("write.busy") : t("export.print")}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            draft.clear();
            onShut();
          }}
        >
          {t("summary.cancel")}
        </Button>
      </Actions>
    </Form>
  );
}
