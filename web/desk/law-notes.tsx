/** Folded, inside the form of a step: who may ask whom across a border, under which article, with which form. */
import {
  LAW_NOTES,
  LAW_NOTES_AS_OF_DAY,
  notesBeside,
  type LawForm,
  type LawNote,
} from "../payload/law-notes.ts";
import type { Provision } from "../payload/instruments.ts";
import type { DeskText } from "../i18n/index.ts";
import { useDesk } from "./text.ts";

const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const POP_ISOLATE = "\u2069";

/** A place in an instrument, such as: Hague 1996, Art. 31 and 32. */
export function provisionWords(text: DeskText, { instrument, articles }: Provision): string {
  const { t, list } = text;
  // Digits and brackets alone have no direction: in a line from right to left 80(2) would come apart.
  const numbers = articles.split(", ").map((one) => `${LEFT_TO_RIGHT_ISOLATE}${one}${POP_ISOLATE}`);
  return t("provision", { instrument: t(`instrument.${instrument}`), articles: list(numbers) });
}

function Note({ code }: { readonly code: LawNote }) {
  const text = useDesk();
  const { t } = text;
  const provisions: readonly Provision[] = LAW_NOTES[code].provisions;
  const forms: readonly LawForm[] = LAW_NOTES[code].forms;
  return (
    <li data-note={code}>
      <p>{t(`law-note.${code}`)}</p>
      {forms.map((form) => (
        <p key={form}>{t("law-notes.form", { form: t(`law-form.${form}`) })}</p>
      ))}
      <p class="field-hint">
        {text.list(provisions.map((provision) => provisionWords(text, provision)))}
      </p>
    </li>
  );
}

export function LawNotes({ step }: { readonly step: string }) {
  const { t, day } = useDesk();
  const notes = notesBeside(step);
  if (notes.length === 0) return null;
  return (
    <details class="law">
      <summary>{t("law-notes.open")}</summary>
      <p class="field-hint">{t("law-notes.lead", { day: day(LAW_NOTES_AS_OF_DAY) })}</p>
      <ul class="law-notes">
        {notes.map((code) => (
          <Note key={code} code={code} />
        ))}
      </ul>
    </details>
  );
}
