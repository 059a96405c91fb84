/** The reporter's texts, for every screen below the page's root. */
import type { ReportText } from "../i18n/index.ts";
import { createContext, useContext } from "../ui/dom.ts";

export const ReportTextContext = createContext<ReportText | null>(null);

/** @throws when no root provides the texts. */
export function useReportText(): ReportText {
  const text = useContext(ReportTextContext);
  if (text === null) throw new Error("report: no ReportTextContext above this screen");
  return text;
}
