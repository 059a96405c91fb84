/** The common texts, for every part below the page's root. */
import type { CommonText } from "../i18n/index.ts";
import { createContext, useContext } from "./dom.ts";

export const CommonTextContext = createContext<CommonText | null>(null);

/** @throws when no root provides the texts. */
export function useCommon(): CommonText {
  const text = useContext(CommonTextContext);
  if (text === null) throw new Error("ui: no CommonTextContext above this part");
  return text;
}
