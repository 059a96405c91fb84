/**
 * Leaving at once: the button, and Shift three times. The page is blank before the next one loads, and
 * going back finds a fresh start. It cannot erase the browser's history, and the hint says so.
 */
import { useEffect } from "./dom.ts";
import { useCommon } from "./text.ts";

/** Where somebody lands: a public site anybody might have open. Nothing is asked of it before. */
const EXIT_URL = "https://www.wikipedia.org/";
const SHIFT_PRESSES = 3;
const SHIFT_WINDOW_MILLISECONDS = 5_000;

/** Wipes what is on the page first, then goes. `wipe` ends the vault and forgets what was typed. */
export function leave(wipe: () => void): void {
  try {
    wipe();
  } finally {
    for (const field of document.querySelectorAll("input, textarea")) {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
        field.value = "";
        field.defaultValue = "";
      }
    }
    document.body.replaceChildren();
    window.location.replace(EXIT_URL);
  }
}

/** Counts presses of Shift alone; any other key between them starts again. Returns the way to stop. */
function onShiftThrice(act: () => void): () => void {
  let presses: number[] = [];
  function press(event: KeyboardEvent): void {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
      presses = [];
      return;
    }
    if (event.repeat) return;
    const since = event.timeStamp - SHIFT_WINDOW_MILLISECONDS;
    presses = [...presses.filter((time) => time >= since), event.timeStamp];
    if (presses.length >= SHIFT_PRESSES) act();
  }
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

/** A page kept alive by the back button would show what was left: it starts anew instead. */
function onRevived(): () => void {
  function revive(event: PageTransitionEvent): void {
    if (event.persisted) window.location.reload();
  }
  function blank(event: PageTransitionEvent): void {
    if (event.persisted) document.body.replaceChildren();
  }
  window.addEventListener("pagehide", blank);
  window.addEventListener("pageshow", revive);
  return () => {
    window.removeEventListener("pagehide", blank);
    window.removeEventListener("pageshow", revive);
  };
}

export function QuickExit({ onWipe }: { readonly onWipe: () => void }) {
  const { t } = useCommon();
  useEffect(() => {
    const stopShift = onShiftThrice(() => leave(onWipe));
    const stopRevived = onRevived();
    return () => {
      stopShift();
      stopRevived();
    };
  }, [onWipe]);
  return (
    <button type="button" id="leave" class="quick-exit" onClick={() => leave(onWipe)}>
      {t("page.leave")}
    </button>
  );
}
