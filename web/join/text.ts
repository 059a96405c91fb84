/** The joining page's own texts, for every part below the page's root. */
import type { JoinText } from "../i18n/index.ts";
import { createContext, useContext } from "../ui/dom.ts";

export const JoinTextContext = createContext<JoinText | null>(null);

/** @throws when no root provides the texts. */
export function useJoin(): JoinText {
  const text = useContext(JoinTextContext);
  if (text === null) throw new Error("join: no JoinTextContext above this part");
  return text;
}
