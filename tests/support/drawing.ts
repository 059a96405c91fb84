/** What a part of the members' pages draws, as text and with no browser: elements, and what stands in them. */
import { chooseLanguage, loadCommon, loadDesk, type DeskText } from "../../web/i18n/index.ts";
import { DeskTextContext } from "../../web/desk/text.ts";
import { CommonTextContext } from "../../web/ui/text.ts";

type Part = (props: unknown) => unknown;

function isPart(tag: unknown): tag is Part {
  return typeof tag === "function";
}

function childrenOf(props: unknown): unknown {
  return typeof props === "object" && props !== null && "children" in props ? props.children : null;
}

/** Every word that stands in it, in its order; none of what is only told to a screen reader. */
export function drawnText(node: unknown): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(drawnText).join("");
  if (typeof node !== "object" || node === null) return "";
  if (!("tag" in node) || !("props" in node)) throw new Error("drawing: not an element");
  const { tag, props } = node;
  return isPart(tag) ? drawnText(tag(props)) : `${drawnText(childrenOf(props))}\n`;
}

/** From then on parts are drawn in that language. */
export async function drawIn(code: "en" | "fr" | "ar"): Promise<DeskText> {
  const language = chooseLanguage([code]);
  const desk = await loadDesk(language);
  DeskTextContext.values.push(desk);
  CommonTextContext.values.push(await loadCommon(language));
  return desk;
}
