/** Said once after a sign-in: others, or the member, failed at the second proof before it. */
import { Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { useDesk } from "./text.ts";

export function FailedTries({ count }: { readonly count: number }) {
  const { t } = useDesk();
  const [seen, setSeen] = useState(false);
  if (count === 0 || seen) return null;
  return (
    <Notice kind="caution" title={t("failed-tries.title", { count })}>
      <p>{t("failed-tries.text")}</p>
      <Button kind="secondary" onPress={() => setSeen(true)}>
        {t("failed-tries.seen")}
      </Button>
    </Notice>
  );
}
