/** Making the summary of a case from what this member has read: nothing is asked of the server, and nothing is kept. */
import { caseSummary, type CaseSummary } from "../payload/case-summary.ts";
import type { Export } from "../payload/entries/export.ts";
import type { RosterView } from "../vault/interface.ts";
import { cursorOf, type CaseFile } from "./case-file.ts";
import { manifestOf } from "./export-making.ts";

export interface SummaryChoice {
  readonly languages: CaseSummary["languages"];
  readonly names: Export["names"];
  readonly recipient: string;
}

export interface MadeSummary {
  readonly summary: CaseSummary;
  /** What is written into the notes before anybody sees it. */
  readonly entry: Export;
}

/** @param maker the member who makes it, by id */
export async function makeSummary(
  { plain, view, day }: CaseFile,
  roster: RosterView,
  maker: string,
  { languages, names, recipient }: SummaryChoice,
): Promise<MadeSummary> {
  const nameOf = (id: string): string => roster.members.find((one) => one.id === id)?.name ?? "";
  const summary = caseSummary(view.state, {
    languages,
    case: plain.case,
    organisation: roster.organisation,
    desk: roster.desks.find(({ id }) => id === plain.desk)?.names ?? {},
    given: plain,
    madeDay: day,
    madeBy: nameOf(maker),
    recipient,
    covers: cursorOf(view.items),
    names,
    nameOf,
  });
  const { manifestHash } = await manifestOf([{ part: "summary", content: summary }]);
  return {
    summary,
    entry: {
      type: "export",
      form: "print",
      parts: ["summary"],
      names,
      recipient,
      language: languages[0],
      manifest: manifestHash,
    },
  };
}
