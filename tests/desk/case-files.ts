/** A case as somebody at the desk has read it, from the entries in it. */
import type { CaseFile } from "../../web/desk/case-file.ts";
import type { FormSurroundings } from "../../web/desk/casework-fields.ts";
import { memberName } from "../../web/desk/entry-words.ts";
import { ExportDocument } from "../../web/desk/export-document.tsx";
import { makeExport } from "../../web/desk/export-making.ts";
import type { DeskText } from "../../web/i18n/index.ts";
import { standingOf } from "../../web/payload/case-state.ts";
import { EXPORT_PARTS, type ExportPart } from "../../web/payload/entries/export.ts";
import { entryTypes, type Payload } from "../../web/payload/entries/index.ts";
import type { Author } from "../../web/payload/entry-type.ts";
import { foldJournal, type JournalItem } from "../../web/payload/journal.ts";
import { drawnText } from "../support/drawing.ts";
import { cardView, ROSTER, SELF, TODAY } from "./cards.ts";

/** What a form is made in where the case has nothing for it to be about. */
export const NOTHING_AROUND: Omit<FormSurroundings, "text"> = {
  readers: [],
  consents: [],
  clocks: [],
  measures: [],
  reviews: [],
  lockedFacts: [],
  originals: [],
  reportLanguage: null,
  country: "",
};

/** One after another, each in its own lane, by its reporter where only they may write it. */
export function itemsOf(payloads: readonly Payload[], member = SELF): readonly JournalItem[] {
  const ends = { conversation: 0, internal: 0, identity: 0 };
  return payloads.map((payload) => {
    const { lane, by } = entryTypes[payload.type];
    const writers: readonly string[] = by;
    const author: Author = writers.includes("member")
      ? { kind: "member", member }
      : { kind: "reporter" };
    ends[lane] += 1;
    return { kind: "known", lane, seq: ends[lane], day: TODAY, author, payload };
  });
}

export function fileOf(items: readonly JournalItem[]): CaseFile {
  const state = foldJournal(items);
  return {
    plain: cardView(1).plain,
    day: TODAY,
    otherLists: [],
    view: {
      items,
      state,
      standing: standingOf(state),
      broken: null,
      internal: "open",
      internalOpener: null,
      waiting: [],
      rekeyDue: false,
    },
  };
}

/** Those parts of the case in that form, as whoever gets the copy reads it. */
export async function copyOf(
  file: CaseFile,
  form: "file" | "print",
  desk: DeskText,
  parts: readonly ExportPart[] = EXPORT_PARTS,
): Promise<string> {
  const { copy, manifestHash: hash } = await makeExport(
    file,
    { form, parts, names: "kept", recipient: "The youth court" },
    {
      origin: "https://tern.example",
      organisation: ROSTER.organisation,
      desk: "North desk",
      exportedBy: "Somebody else",
      language: "en",
      proves: "",
      naming: { member: (id) => memberName(ROSTER, desk, id) },
    },
  );
  if (form === "file") return JSON.stringify(copy);
  return drawnText(ExportDocument({ file, copy, hash, roster: ROSTER, onBack: () => undefined }));
}
