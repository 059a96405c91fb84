/** Resetting the second step of a colleague who has lost theirs: said in full before it is done. */
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef } from "../ui/dom.ts";
import type { PersonChangeProps } from "./person-change.tsx";
import { useDesk } from "./text.ts";

export function FactorReset({ person, busy, onReset, onPutAway }: PersonChangeProps) {
  const { t } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name } = person;
  return (
    <div>
      <h3 tabindex={-1} ref={heading}>
        {t("reset.title", { name })}
      </h3>
      <p>{t("reset.what")}</p>
      <p>{t("reset.check", { name })}</p>
      <p>{t("reset.logged")}</p>
      <Actions>
        <Button kind="warning" busy={busy} onPress={onReset}>
          {busy ? t("reset.busy") : t("reset.confirm", { name })}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </div>
  );
}
