/** The members' page: chooses a language and draws. Nothing is stored; the language lasts as long as the page. */
import { applyLanguage, chooseLanguage } from "./i18n/index.ts";
import { App, loadTexts } from "./desk/app.tsx";
import { draw } from "./ui/draw.ts";

const MILLISECONDS_A_DAY = 86_400_000;

function today(): number {
  return Math.floor(Date.now() / MILLISECONDS_A_DAY);
}

async function start(root: HTMLElement): Promise<void> {
  const language = chooseLanguage(navigator.languages);
  const first = await loadTexts(language);
  applyLanguage(language);
  draw(<App first={first} today={today} />, root);
}

const root = document.getElementById("page");
// When the texts cannot be fetched, the static page stays.
if (root !== null) start(root).catch(() => document.body.classList.add("not-started"));
