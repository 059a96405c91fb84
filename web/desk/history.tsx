/** Every entry of a case as a sentence. What was refused or not understood stands there and says so. */
import type { Lane } from "../../worker/contract/entry-header.ts";
import type { Casework } from "../payload/casework.ts";
import { isCasework } from "../payload/entries/index.ts";
import type { JournalItem } from "../payload/journal.ts";
import { useCommon } from "../ui/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { entrySentence, inHistoryOrder } from "./entry-words.ts";
import { EntrySaid, saysMore } from "./said.tsx";
import { useDesk } from "./text.ts";

const LANE_TEXT = {
  conversation: "history.conversation",
  internal: "history.internal",
  identity: "history.identity",
} as const satisfies Record<Lane, string>;

export interface HistoryProps {
  readonly items: readonly JournalItem[];
  readonly roster: RosterView;
  readonly casework: Casework;
}

export function History({ items, roster, casework }: HistoryProps) {
  const common = useCommon();
  const desk = useDesk();
  const { t, day } = desk;
  return (
    <section class="history" aria-labelledby="history">
      <h2 id="history">{t("history.title")}</h2>
      <p class="field-hint">{t("history.lead")}</p>
      <ol class="history-list">
        {inHistoryOrder(items).map((item) => (
          <li
            key={`${item.lane}-${item.seq}`}
            class={`history-item history-${item.kind}`}
            data-history={item.kind}
          >
            <span class="history-day">{day(item.day)}</span>
            <span class="history-words">{entrySentence(item, roster, { common, desk })}</span>
            <span class="history-marks">
              <span>{t(LANE_TEXT[item.lane])}</span>
              <span>
                {t(item.author.kind === "member" ? "history.verified" : "history.unsigned")}
              </span>
            </span>
            {item.kind === "known" && isCasework(item.payload) && saysMore(item.payload) ? (
              <details class="history-said">
                <summary>{t("history.said")}</summary>
                <EntrySaid payload={item.payload} roster={roster} casework={casework} />
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
