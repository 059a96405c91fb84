/** Work on a case: what stands, and one form at a time to write down more. */
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { clockOptions } from "./clock-list.tsx";
import { CaseworkForm } from "./casework-form.tsx";
import { CASEWORK_FORMS, type CaseworkFormName, type FieldOption } from "./casework-forms.ts";
import { CaseworkNeeds } from "./casework-needs.tsx";
import { CaseworkRecord } from "./casework-record.tsx";
import type { Typed } from "./casework-typed.ts";
import type { Drafts } from "./drafts.ts";
import { consentOptions } from "./hand-overs.tsx";
import { memberName } from "./entry-words.ts";
import { Keeping } from "./keeping.tsx";
import { useShortcuts } from "./keys.tsx";
import { usePresence } from "./presence.ts";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";

export interface WorkProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
  readonly drafts: Drafts;
  readonly held: HeldCase;
  readonly acts: "open" | "shut";
}

const CHOOSE = "work-choose";

interface HeldForm {
  readonly form: CaseworkFormName;
  readonly typed: Typed;
}

/** What this page itself wrote; null when there is none, or it is none of these forms any more. */
function heldForm(text: string | undefined): HeldForm | null {
  if (text === undefined || text === "") return null;
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null || !("form" in json) || !("typed" in json)) {
    return null;
  }
  const form = CASEWORK_FORMS.find((name) => name === json.form);
  const { typed } = json;
  if (form === undefined || typeof typed !== "object" || typed === null) return null;
  const entries = Object.entries(typed).map(([name, value]) => [name, String(value)]);
  return { form, typed: Object.fromEntries(entries) };
}

export function Work({ file, roster, drafts, held, acts }: WorkProps) {
  const text = useDesk();
  const { t, code } = text;
  const presence = usePresence();
  const caseId = file.plain.case;
  const { casework, access } = file.view.state;
  const typed = (): HeldForm | null => heldForm(drafts.read(caseId, "work")?.text);
  const [chosen, setChosen] = useState<CaseworkFormName>(() => typed()?.form ?? "triage");
  const [open, setOpen] = useState(() => typed() !== null);
  const busy = held.busy !== null;

  function shut(): void {
    if (!presence.here) return;
    setOpen(false);
    requestAnimationFrame(() => focusField(CHOOSE));
  }

  /** A form that is open stays, with what was typed in it. */
  useShortcuts((shortcut) => {
    if (acts === "shut" || (shortcut !== "assign" && shortcut !== "label")) return "left";
    if (!open) {
      setChosen(shortcut === "assign" ? "assignment" : "label");
      setOpen(true);
    }
    return "taken";
  });

  async function write(payload: CaseworkPayload): Promise<void> {
    if ((await held.act({ kind: "casework", payload })) !== "kept") return;
    drafts.forget(caseId, "work");
    shut();
  }

  const before = open ? typed() : null;
  /** What a form can be about now. */
  function clocksFor(form: CaseworkFormName): readonly FieldOption[] {
    const about = form === "clock-pause" || form === "clock-extension";
    return about ? clockOptions(text, casework.clocks, form) : [];
  }
  const offered = CASEWORK_FORMS.filter(
    (form) => (form !== "clock-pause" && form !== "clock-extension") || clocksFor(form).length > 0,
  );
  return (
    <section class="work" aria-labelledby="work">
      <h2 id="work">{t("work.title")}</h2>
      <p class="field-hint">{t("work.lead")}</p>
      <CaseworkRecord
        casework={casework}
        roster={roster}
        acts={acts}
        busy={busy}
        act={(payload) => void held.act({ kind: "casework", payload })}
      />
      <CaseworkNeeds casework={casework} roster={roster} today={file.day} />
      {acts === "shut" ? null : open ? (
        <CaseworkForm
          key={chosen}
          form={chosen}
          readers={access.readers.map((id) => ({
            value: id,
            label: memberName(roster, text, id),
          }))}
          consents={consentOptions(casework, text)}
          clocks={clocksFor(chosen)}
          country={roster.desks.find(({ id }) => id === file.plain.desk)?.country ?? ""}
          typed={before?.form === chosen ? before.typed : null}
          onTyped={(changed) =>
            drafts.write(caseId, "work", {
              text: JSON.stringify({ form: chosen, typed: changed }),
              language: code,
            })
          }
          busy={busy}
          onSign={(payload) => void write(payload)}
          onPutAway={shut}
        />
      ) : (
        <>
          <Select
            id={CHOOSE}
            label={t("work.choose")}
            options={offered.map((form) => ({ value: form, label: t(`work.${form}`) }))}
            value={chosen}
            onChange={setChosen}
          />
          <Actions>
            <Button kind="secondary" onPress={() => setOpen(true)}>
              {t("work.open")}
            </Button>
          </Actions>
        </>
      )}
      <Keeping
        file={file}
        roster={roster}
        acts={acts}
        busy={busy}
        act={(payload) => held.act({ kind: "casework", payload })}
      />
    </section>
  );
}
