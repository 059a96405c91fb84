/**
 * Taking a copy of a case out of Tern: somebody says which parts, and for whom; it is written into the notes and the
 * audit log; only then is there a file or a page to print. Nothing is chosen beforehand.
 */
import * as z from "zod/mini";
import { EXPORT_PARTS, type Export, type ExportPart } from "../payload/entries/export.ts";
import { LINE_MAX } from "../payload/text.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { saveFile } from "../ui/save-file.ts";
import type { RosterView } from "../vault/interface.ts";
import { cursorOf, type CaseFile } from "./case-file.ts";
import type { Drafts } from "./drafts.ts";
import { memberName } from "./entry-words.ts";
import { ExportDocument } from "./export-document.tsx";
import { makeExport, type MadeExport } from "./export-making.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDeskName } from "./inbox-row.tsx";
import { LockedFactsReminder } from "./locked-facts.tsx";
import type { DeskSession } from "./session.ts";
import { Summarising, SUMMARY_FIELD } from "./summarising.tsx";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";

export interface ExportingProps {
  readonly session: DeskSession;
  readonly held: HeldCase;
  readonly file: CaseFile;
  readonly drafts: Drafts;
}

const OPEN_BUTTON = "open-export";
const SUMMARY_BUTTON = "open-summary";
const PARTS_FIELD = "export-parts";
const RECIPIENT_FIELD = "export-recipient";

/** What somebody is about to take out. */
type Taking = "copy" | "summary";
const FIRST_FIELD: Readonly<Record<Taking, string>> = {
  copy: `${PARTS_FIELD}-${EXPORT_PARTS[0]}`,
  summary: SUMMARY_FIELD,
};

const Filled = z.strictObject({
  parts: z.array(z.enum(EXPORT_PARTS)),
  names: z.enum(["kept", "left-out"]),
  recipient: z.string(),
});
const NOTHING: z.infer<typeof Filled> = { parts: [], names: "kept", recipient: "" };

type Missing = "nothing" | "parts" | "recipient";

/** The same people, each called by one word. */
function withoutNames(roster: RosterView, name: string): RosterView {
  return {
    ...roster,
    members: roster.members.map((member) => ({ ...member, name, revoked: false })),
  };
}

interface Printed {
  readonly made: MadeExport;
  readonly file: CaseFile;
  readonly roster: RosterView;
}

export function Exporting({ session, held, file, drafts }: ExportingProps) {
  const text = useDesk();
  const { t } = text;
  const deskName = useDeskName(session.roster);
  const caseId = file.plain.case;
  const draft = useFormDraft({ drafts, caseId, kind: "export", schema: Filled, empty: NOTHING });
  const { parts, names, recipient } = draft.filled;
  const [open, setOpen] = useState<Taking | null>(() => {
    if (draft.begun) return "copy";
    return drafts.read(caseId, "summary") === null ? null : "summary";
  });
  const [missing, setMissing] = useState<Missing>("nothing");
  const [printed, setPrinted] = useState<Printed | null>(null);
  const busy = held.busy !== null;

  function begin(next: Taking): void {
    setOpen(next);
    requestAnimationFrame(() => focusField(FIRST_FIELD[next]));
  }

  function shut(): void {
    setOpen(null);
    setPrinted(null);
    requestAnimationFrame(() => focusField(open === "summary" ? SUMMARY_BUTTON : OPEN_BUTTON));
  }

  function toggle(part: ExportPart, checked: boolean): void {
    draft.change({ parts: checked ? [...parts, part] : parts.filter((one) => one !== part) });
  }

  async function take(form: Export["form"]): Promise<void> {
    if (busy) return;
    const whom = recipient.trim();
    const lacks = parts.length === 0 ? "parts" : whom === "" ? "recipient" : "nothing";
    setMissing(lacks);
    if (lacks === "parts") return focusField(FIRST_FIELD.copy);
    if (lacks === "recipient" || whom.length > LINE_MAX) return focusField(RECIPIENT_FIELD);
    const roster =
      names === "kept" ? session.roster : withoutNames(session.roster, t("export.member"));
    const choice = { form, parts, names, recipient: whom };
    const made = await makeExport(file, choice, {
      origin: location.origin,
      organisation: session.roster.organisation,
      desk: deskName(file.plain.desk),
      exportedBy: memberName(roster, text, session.self.id),
      language: text.code,
      proves: t("export.proves"),
      naming: { member: (id) => memberName(roster, text, id) },
    });
    const payload: Export = {
      type: "export",
      ...choice,
      parts: [...parts],
      language: text.code,
      manifest: made.manifestHash,
    };
    if ((await held.act({ kind: "export", payload })) !== "kept") return;
    // The next copy begins from nothing again.
    draft.clear();
    if (form === "print") {
      setPrinted({ made, file, roster });
      return;
    }
    const { conversation, internal } = cursorOf(file.view.items);
    saveFile(`case-${made.copy.exportedDate}-${conversation}-${internal}.json`, made.copy);
    shut();
  }

  if (printed !== null) {
    return (
      <section class="export">
        <ExportDocument
          file={printed.file}
          copy={printed.made.copy}
          hash={printed.made.manifestHash}
          roster={printed.roster}
          onBack={shut}
        />
      </section>
    );
  }
  return (
    <section class="export" aria-labelledby="export">
      <h2 id="export">{t("export.title")}</h2>
      <p class="field-hint">{t("export.lead")}</p>
      {open === null ? null : (
        <LockedFactsReminder casework={file.view.state.casework} words={t("export.locked")} />
      )}
      {open === "summary" ? (
        <Summarising session={session} held={held} file={file} drafts={drafts} onShut={shut} />
      ) : open === "copy" ? (
        <Form onSubmit={() => void take("file")} label={t("export.title")}>
          <fieldset class={missing === "parts" ? "field field-with-error" : "field"}>
            <legend class="field-label">{t("export.parts")}</legend>
            <div class="field-hint">{t("export.never")}</div>
            {missing === "parts" ? <p class="field-error">{t("export.parts-missing")}</p> : null}
            {EXPORT_PARTS.map((part) => (
              <Checkbox
                key={part}
                id={`${PARTS_FIELD}-${part}`}
                label={t(`export.part.${part}`)}
                checked={parts.includes(part)}
                onChange={(checked) => toggle(part, checked)}
              />
            ))}
          </fieldset>
          <Checkbox
            id="export-names"
            label={t("export.names")}
            checked={names === "left-out"}
            onChange={(checked) => draft.change({ names: checked ? "left-out" : "kept" })}
          />
          <TextField
            id={RECIPIENT_FIELD}
            label={t("export.recipient")}
            error={missing === "recipient" ? t("export.recipient-missing") : null}
            maxLength={LINE_MAX}
            value={recipient}
            onInput={(whom) => draft.change({ recipient: whom })}
          />
          <Actions>
            <Button type="submit" busy={busy}>
              {busy ? t("write.busy") : t("export.file")}
            </Button>
            <Button kind="secondary" busy={busy} onPress={() => void take("print")}>
              {t("export.print")}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                draft.clear();
                shut();
              }}
            >
              {t("export.cancel")}
            </Button>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <Button id={OPEN_BUTTON} kind="secondary" onPress={() => begin("copy")}>
            {t("export.open")}
          </Button>
          <Button id={SUMMARY_BUTTON} kind="secondary" onPress={() => begin("summary")}>
            {t("summary.open")}
          </Button>
        </Actions>
      )}
    </section>
  );
}
