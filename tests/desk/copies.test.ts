/** Both forms of a copy, the file and the paper: what stands in neither, though whoever makes it can read it. */
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseFile } from "../../web/desk/case-file.ts";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import { memberName } from "../../web/desk/entry-words.ts";
import { ExportDocument } from "../../web/desk/export-document.tsx";
import { makeExport } from "../../web/desk/export-making.ts";
import type { DeskText } from "../../web/i18n/index.ts";
import { EXPORT_PARTS } from "../../web/payload/entries/export.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { fileOf, itemsOf } from "./case-files.ts";
import { ROSTER } from "./cards.ts";

let desk: DeskText;
beforeAll(async () => {
  desk = await drawIn("en");
});

/** Every part of the case in that form, as whoever gets the copy reads it. */
async function copyOf(file: CaseFile, form: "file" | "print"): Promise<string> {
  const { copy, manifestHash: hash } = await makeExport(
    file,
    { form, parts: EXPORT_PARTS, names: "kept", recipient: "The youth court" },
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

function onPage(file: CaseFile): string {
  const { casework } = file.view.state;
  const act = (): void => undefined;
  return drawnText(CaseworkRecord({ casework, roster: ROSTER, acts: "open", busy: false, act }));
}

describe.each(["file", "print"] as const)("a copy as %s", (form) => {
  it("holds the hand-over, and not what must not travel with it", async () => {
    const handOver: Payload = {
      type: "hand-over",
      form: "REFERRAL",
      recipient: "The other service",
      country: "TN",
      consent: null,
      withoutConsent: "There was no time.",
      withheld: "The address of the aunt",
      interests: "She is safe there.",
      language: "en",
    };
    const file = fileOf(itemsOf([handOver]));
    const copy = await copyOf(file, form);
    expect(copy).toContain(handOver.recipient);
    expect(copy).not.toContain(handOver.withheld);
    // The control: it is there to be left out, and the page of those who read the case shows it.
    expect(onPage(file)).toContain(handOver.withheld);
  });
});
