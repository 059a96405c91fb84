/** The reporter's page: chooses a language and draws. Everything heavier is loaded when it is asked for. */
import { applyLanguage, chooseLanguage } from "./i18n/index.ts";
import { App, loadTexts } from "./report/app.tsx";
import { draw } from "./ui/draw.ts";

const MILLISECONDS_A_DAY = 86_400_000;

const surroundings = {
  today: () => Math.floor(Date.now() / MILLISECONDS_A_DAY),
  origin: window.location.origin,
};

async function start(root: HTMLElement): Promise<void> {
  const language = chooseLanguage(navigator.languages);
  const first = await loadTexts(language);
  applyLanguage(language);
  draw(<App first={first} surroundings={surroundings} />, root);
}

const root = document.getElementById("page");
// When the texts cannot be fetched, the static page stays: it says whom to call.
if (root !== null) start(root).catch(() => document.body.classList.add("not-started"));
