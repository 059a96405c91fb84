/** The reporter's texts, for every screen below the page's root. */
import type { ReportText, ReturningText } from "../i18n/index.ts";
import { createContext, useContext } from "../ui/dom.ts";

export const ReportTextContext = createContext<ReportText | null>(null);
/** There once somebody comes back with a code. */
export const ReturningTextContext = createContext<ReturningText | null>(null);

/** @throws when no root provides the texts. */
export function useReportText(): ReportText {
  const text = useContext(ReportTextContext);
  if (text === null) throw new Error("report: no ReportTextContext above this screen");
  return text;
}

/** @throws when no root provides the texts. */
export function useReturningText(): ReturningText {
  const text = useContext(ReturningTextContext);
  if (text === null) throw new Error("report: no ReturningTextContext above this screen");
  return text;
}
