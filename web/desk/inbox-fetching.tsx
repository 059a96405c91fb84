/** How far the inbox is fetched and searchable, and what can be done about it. Announced as it changes. */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { useDesk } from "./text.ts";
import type { HeldInbox } from "./use-inbox.ts";

export interface InboxFetchingProps {
  readonly held: HeldInbox;
  /** How many cases fit the search and the filters; null while there are none. */
  readonly shown: number | null;
  /** How many are fetched and not searchable yet. */
  readonly waiting: number;
}

export function InboxFetching({ held, shown, waiting }: InboxFetchingProps) {
  const common = useCommon();
  const { t } = useDesk();
  const { inbox, work, failure } = held;
  const count = inbox.cards.length;
  const said = [
    shown === null ? "" : t("inbox.matching", { count: shown }),
    inbox.day === null || count === 0
      ? ""
      : t(inbox.next === null ? "inbox.all" : "inbox.older", { count }),
    work === "resting" ? "" : t("inbox.loading"),
    waiting === 0 ? "" : t("inbox.waiting", { count: waiting }),
  ];
  return (
    <div class="inbox-fetching">
      <StatusLine text={said.filter((part) => part !== "").join(" ")} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("inbox.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <Actions>
        {inbox.day === null && failure !== null ? (
          <Button busy={work !== "resting"} onPress={held.fetchFirst}>
            {t("inbox.try-again")}
          </Button>
        ) : null}
        {inbox.next === null || work === "fetching-all" ? null : (
          <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchOlder}>
            {t("inbox.load-more")}
          </Button>
        )}
        {inbox.next === null || work === "fetching-all" ? null : (
          <Button kind="secondary" busy={work !== "resting"} onPress={held.fetchAll}>
            {t("inbox.load-all")}
          </Button>
        )}
        {work === "fetching-all" ? (
          <Button kind="secondary" onPress={held.stop}>
            {t("inbox.stop")}
          </Button>
        ) : null}
      </Actions>
    </div>
  );
}
