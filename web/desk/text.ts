/** The desk's own texts, for every part below the page's root. */
import type { DeskText } from "../i18n/index.ts";
import { createContext, useContext } from "../ui/dom.ts";

export const DeskTextContext = createContext<DeskText | null>(null);

/** @throws when no root provides the texts. */
export function useDesk(): DeskText {
  const text = useContext(DeskTextContext);
  if (text === null) throw new Error("desk: no DeskTextContext above this part");
  return text;
}
