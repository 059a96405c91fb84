/**
 * The page an invitation's link opens. Before anything else it takes the link's secret out of the address, where
 * history, screenshots and people looking over a shoulder would find it.
 */
import { applyLanguage, chooseLanguage } from "./i18n/index.ts";
import { App, loadTexts } from "./join/app.tsx";
import { draw } from "./ui/draw.ts";

const MILLISECONDS_A_DAY = 86_400_000;

function takeSecret(): string {
  const secret = location.hash.slice(1);
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  return secret;
}

const secret = takeSecret();

const surroundings = {
  today: () => Math.floor(Date.now() / MILLISECONDS_A_DAY),
  origin: location.origin,
};

async function start(root: HTMLElement): Promise<void> {
  const language = chooseLanguage(navigator.languages);
  const first = await loadTexts(language);
  applyLanguage(language);
  draw(
    <App first={first} secret={secret} takeSecret={takeSecret} surroundings={surroundings} />,
    root,
  );
}

const root = document.getElementById("page");
// When the texts cannot be fetched, the static page stays.
if (root !== null) start(root).catch(() => document.body.classList.add("not-started"));
