/**
 * One screen: a heading that takes focus when the screen appears, a way back, and what it asks.
 * Give each screen its own `key`, so that the next one is a new element and focus moves again.
 */
import { Button } from "./button.tsx";
import { useEffect, useRef, type Child } from "./dom.ts";
import { useCommon } from "./text.ts";

export interface ScreenProps {
  /** Stands in `data-screen`: a constant name, the same in every language. */
  readonly name: string;
  readonly title: Child;
  readonly children: Child;
  readonly onBack?: (() => void) | undefined;
  /** False for the very first screen: a page that just loaded keeps focus at its top. */
  readonly takesFocus?: boolean;
}

export function Screen({ name, title, children, onBack, takesFocus = true }: ScreenProps) {
  const { t } = useCommon();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="screen" data-screen={name}>
      {onBack === undefined ? null : (
        <p class="screen-back">
          <Button kind="quiet" onPress={onBack}>
            {t("page.back")}
          </Button>
        </p>
      )}
      <h1 tabindex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </section>
  );
}
