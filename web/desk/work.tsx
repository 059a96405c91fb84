/** Work on a case: what stands, and one form at a time to write down more. */
import * as z from "zod/mini";
import { isOpen } from "../payload/clocks.ts";
import { waitingReviews } from "../payload/entries/measure-review.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { clockOptions } from "./clock-list.tsx";
import { CaseworkForm } from "./casework-form.tsx";
import { CASEWORK_FORMS, type CaseworkFormName, type FieldOption } from "./casework-forms.ts";
import { CaseworkNeeds } from "./casework-needs.tsx";
import { CaseworkRecord } from "./casework-record.tsx";
import type { Typed } from "./casework-typed.ts";
import type { Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { consentOptions } from "./hand-overs.tsx";
import { memberName } from "./entry-words.ts";
import { factOptions, standingFacts } from "./locked-fact-forms.ts";
import { LockedFactsReminder } from "./locked-facts.tsx";
import { Keeping } from "./keeping.tsx";
import { useShortcuts } from "./keys.tsx";
import { usePresence } from "./presence.ts";
import { reviewableMeasures, signableReviews } from "./protection-forms.ts";
import { useDesk } from "./text.ts";
import { originalOptions } from "./translations.tsx";
import type { HeldCase } from "./use-case.ts";
import type { OpenedForm } from "./work-list.tsx";
import { WhichLaw } from "./which-law.tsx";

export interface WorkProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
  /** Member id of whoever looks at it. */
  readonly self: string;
  readonly drafts: Drafts;
  readonly held: HeldCase;
  readonly acts: "open" | "shut";
  /** A form that was asked for elsewhere on the page, another object each time; null until one was. */
  readonly asked: OpenedForm | null;
}

const CHOOSE = "work-choose";

/** What was typed into each of the forms, of one form for each entry it is about; the one typed into last stands last. */
const Filled = z.strictObject({
  begun: z.array(
    z.strictObject({
      form: z.enum(CASEWORK_FORMS),
      about: z.nullable(z.int()),
      again: z.nullable(z.int()),
      typed: z.record(z.string(), z.string()),
    }),
  ),
});
const NOTHING: z.infer<typeof Filled> = { begun: [] };

/** That form, about no entry that is there already. */
function newForm(form: CaseworkFormName): OpenedForm {
  return { form, about: null, again: null };
}

function isSame(one: OpenedForm, other: OpenedForm): boolean {
  return one.form === other.form && one.about === other.about && one.again === other.again;
}

function typedInto(begun: z.infer<typeof Filled>["begun"], opened: OpenedForm): Typed | null {
  return begun.find((one) => isSame(one, opened))?.typed ?? null;
}

export function Work({ file, roster, self, drafts, held, acts, asked }: WorkProps) {
  const text = useDesk();
  const { t } = text;
  const presence = usePresence();
  const caseId = file.plain.case;
  const { casework, access } = file.view.state;
  const draft = useFormDraft({ drafts, caseId, kind: "work", schema: Filled, empty: NOTHING });
  const { begun } = draft.filled;
  const last = begun.at(-1);
  const [chosen, setChosen] = useState<OpenedForm>(
    last === undefined
      ? newForm("triage")
      : { form: last.form, about: last.about, again: last.again },
  );
  const [open, setOpen] = useState(last !== undefined);
  /** Whatever form is begun is drawn anew, and gone to. */
  const [turn, setTurn] = useState(0);
  const others = begun.filter((one) => !isSame(one, chosen));
  const busy = held.busy !== null;

  function shut(): void {
    if (!presence.here) return;
    setOpen(false);
    setChosen(newForm(chosen.form));
    requestAnimationFrame(() => focusField(CHOOSE));
  }

  /** A form that is open stays, with what was typed in it. */
  useShortcuts((shortcut) => {
    if (acts === "shut" || (shortcut !== "assign" && shortcut !== "label")) return "left";
    if (!open) {
      setChosen(newForm(shortcut === "assign" ? "assignment" : "label"));
      setOpen(true);
    }
    return "taken";
  });

  async function write(payload: CaseworkPayload): Promise<void> {
    const sent = JSON.stringify(typedInto(begun, chosen));
    if ((await held.act({ kind: "casework", payload })) !== "kept") return;
    // What was typed into it since, and into the others, stays.
    const { begun: now } = draft.now();
    if (JSON.stringify(typedInto(now, chosen)) !== sent) return;
    draft.change({ begun: now.filter((one) => !isSame(one, chosen)) });
    shut();
  }

  function begin(opened: OpenedForm): void {
    setChosen(opened);
    setTurn(turn + 1);
    setOpen(true);
  }

  useEffect(() => {
    if (asked !== null) begin(asked);
  }, [asked]);

  /** What a form can be about now. */
  function clocksFor(form: CaseworkFormName): readonly FieldOption[] {
    const ofClocks = form === "clock-pause" || form === "clock-extension";
    return ofClocks ? clockOptions(text, casework.clocks, form) : [];
  }
  const measures = reviewableMeasures(casework, text);
  const reviews = signableReviews(casework, self, text);
  const locked = standingFacts(casework);
  const originals = originalOptions(file.view.items, text);
  const closed = file.view.state.closure !== null;
  const offered = CASEWORK_FORMS.filter((form) => {
    if (form === "clock") return !closed;
    if (form === "locked-fact-lifted") return locked.length > 0;
    if (form === "translation") return originals.length > 0;
    if (form === "measure-review") return measures.length > 0;
    if (form === "review-sign-off") return reviews.length > 0;
    return (form !== "clock-pause" && form !== "clock-extension") || clocksFor(form).length > 0;
  });
  return (
    <section class="work" aria-labelledby="work">
      <h2 id="work">{t("work.title")}</h2>
      <p class="field-hint">{t("work.lead")}</p>
      {closed && casework.clocks.some(isOpen) ? <p>{t("work.clocks-wait")}</p> : null}
      <CaseworkRecord
        casework={casework}
        roster={roster}
        acts={acts}
        busy={busy}
        act={(payload) => void held.act({ kind: "casework", payload })}
        forms={{ self, readers: access.readers, open: begin }}
      />
      <CaseworkNeeds casework={casework} roster={roster} today={file.day} />
      {acts === "shut" ? null : open ? (
        <CaseworkForm
          key={`${chosen.form}-${chosen.again}-${turn}`}
          form={chosen.form}
          surroundings={{
            readers: access.readers.map((id) => ({
              value: id,
              label: memberName(roster, text, id),
            })),
            consents: consentOptions(casework, text),
            clocks: clocksFor(chosen.form),
            measures,
            reviews,
            lockedFacts: factOptions(locked, text),
            originals,
            reportLanguage: file.view.state.report?.language ?? null,
            country: roster.desks.find(({ id }) => id === file.plain.desk)?.country ?? "",
          }}
          reminder={
            chosen.form === "hand-over" ? (
              <LockedFactsReminder casework={casework} words={t("work.locked-fact-reminder")} />
            ) : waitingReviews(casework).some(({ measure }) => measure === chosen.again) ? (
              <Notice kind="caution">
                <p>{t("work.review-voided")}</p>
              </Notice>
            ) : null
          }
          about={chosen.about}
          typed={typedInto(begun, chosen)}
          again={
            chosen.again === null
              ? null
              : {
                  seq: chosen.again,
                  standing: casework.measures.find(({ seq }) => seq === chosen.again) ?? {},
                }
          }
          onTyped={(changed) => draft.change({ begun: [...others, { ...chosen, typed: changed }] })}
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
            value={chosen.form}
            onChange={(form) => setChosen(newForm(form))}
          />
          <Actions>
            <Button kind="secondary" onPress={() => setOpen(true)}>
              {t("work.open")}
            </Button>
          </Actions>
        </>
      )}
      <WhichLaw today={file.day} />
      <Keeping
        file={file}
        roster={roster}
        drafts={drafts}
        acts={acts}
        busy={busy}
        act={(payload) => held.act({ kind: "casework", payload })}
      />
    </section>
  );
}
