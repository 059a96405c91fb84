/** The page that checks receipts. Everything is loaded before it is drawn, every language too: then it needs no network. */
import { applyLanguage, chooseLanguage } from "./i18n/index.ts";
import { App, loadEveryLanguage } from "./receipt/app.tsx";
import { draw } from "./ui/draw.ts";
import { openReceiptCheck } from "./vault/receipt-checking.ts";

async function start(root: HTMLElement): Promise<void> {
  const language = chooseLanguage(navigator.languages);
  const [texts, check] = await Promise.all([loadEveryLanguage(), openReceiptCheck()]);
  applyLanguage(language);
  draw(<App first={language} texts={texts} check={check} />, root);
}

const root = document.getElementById("page");
// When the texts cannot be fetched, the static page stays.
if (root !== null) start(root).catch(() => document.body.classList.add("not-started"));
