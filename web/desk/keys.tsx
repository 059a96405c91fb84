/**
 * The keys as they are listened to and explained. They can be turned off (WCAG 2.2, 2.1.4): some people
 * speak to their computer, and every letter heard would be a command.
 */
import { Actions, Button } from "../ui/button.tsx";
import { createContext, useContext, useEffect, useRef, useState } from "../ui/dom.ts";
import { listenForShortcuts, SHORTCUT_KEYS, type Shortcut, type TakeShortcut } from "./shortcut.ts";
import { useDesk } from "./text.ts";

export type KeysState = "on" | "off";
export const KeysContext = createContext<KeysState>("on");

/** `take` is always the newest drawing's. */
export function useShortcuts(take: TakeShortcut): void {
  const state = useContext(KeysContext);
  const [newest] = useState(() => ({ take }));
  newest.take = take;
  useEffect(() => {
    if (state === "off") return undefined;
    return listenForShortcuts((shortcut, key) => newest.take(shortcut, key));
  }, [state]);
}

const EXPLAINED = [
  "next",
  "previous",
  "search",
  "filter",
  "select",
  "assign",
  "label",
  "reply",
  "note",
  "back",
  "keys",
] as const satisfies readonly Shortcut[];

function useKeySign(): (key: string) => string {
  const { t } = useDesk();
  const signs: Readonly<Record<string, string>> = {
    ArrowDown: "↓",
    ArrowUp: "↑",
    Escape: t("keys.sign-escape"),
  };
  return (key) => signs[key] ?? key;
}

export interface KeysDialogProps {
  readonly state: KeysState;
  readonly onState: (state: KeysState) => void;
  readonly onClose: () => void;
}

export function KeysDialog({ state, onState, onClose }: KeysDialogProps) {
  const { t } = useDesk();
  const signOf = useKeySign();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => box?.close();
  }, []);
  return (
    <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t("keys.title")}</h2>
      <p>{t("keys.lead")}</p>
      <dl class="keys-list">
        {EXPLAINED.map((name) => (
          <div key={name} class="keys-pair">
            <dt>
              {SHORTCUT_KEYS[name].map((key, at) => (
                <span key={key}>
                  {at === 0 ? "" : ` ${t("keys.or")} `}
                  <kbd>{signOf(key)}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
        <div class="keys-pair">
          <dt>
            <kbd>{t("keys.sign-enter")}</kbd>
          </dt>
          <dd>{t("keys.open")}</dd>
        </div>
      </dl>
      <p role="status">{state === "off" ? t("keys.off") : ""}</p>
      <Actions>
        <Button onPress={() => dialog.current?.close()}>{t("keys.close")}</Button>
        <Button kind="secondary" onPress={() => onState(state === "on" ? "off" : "on")}>
          {t(state === "on" ? "keys.turn-off" : "keys.turn-on")}
        </Button>
      </Actions>
    </dialog>
  );
}
