/** What a case needs that costs money, with how long it has been waited for; and what papers say, in plain words. */
import type { DeskText } from "../i18n/index.ts";
import type { Casework } from "../payload/casework.ts";
import { Passage } from "../ui/passage.tsx";
import type { RosterView } from "../vault/interface.ts";
import { List } from "./work-list.tsx";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";

export interface CaseworkNeedsProps {
  readonly casework: Casework;
  readonly roster: RosterView;
  /** The server's day. */
  readonly today: number;
}

type Need = Casework["needs"][number];

/** Up to today, or to the day somebody wrote that it is paid for. */
function daysWaited({ funded, since, day }: Need, today: number): number {
  return Math.max((funded === "YES" ? day : today) - since, 0);
}

function waitedWords({ t }: DeskText, need: Need, today: number): string {
  const count = daysWaited(need, today);
  const funded = need.funded === "YES";
  if (count === 0) return t(funded ? "work.need-same-day" : "work.need-since-today");
  return t(funded ? "work.need-waited" : "work.need-waits", { count });
}

export function CaseworkNeeds({ casework, roster, today }: CaseworkNeedsProps) {
  const text = useDesk();
  const { t, day } = text;
  return (
    <>
      <List title={t("work.needs")}>
        {casework.needs.map((need) => (
          <li key={need.kind} data-need={need.kind}>
            <strong>{t(`need.${need.kind}`)}</strong> {t(`funded.${need.funded}`)}.{" "}
            {waitedWords(text, need, today)}
          </li>
        ))}
      </List>
      <List title={t("work.explanations")}>
        {casework.explanations.map((one) => (
          <li key={one.seq}>
            <strong>
              <bdi>{one.title}</bdi>
            </strong>
            <Passage text={one.text} language={one.language} />
            <p class="field-hint">
              {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
            </p>
          </li>
        ))}
      </List>
    </>
  );
}
