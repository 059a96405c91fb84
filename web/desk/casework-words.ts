/** What a card says of the work on its case, as the words that stand in its row and are searched. */
import type { DeskText } from "../i18n/index.ts";
import type { Card } from "../payload/card.ts";
import type { RosterView } from "../vault/interface.ts";
import { memberName } from "./entry-words.ts";

export function caseworkWords(
  card: Card | null,
  roster: RosterView,
  text: DeskText,
): readonly string[] {
  const { t, day } = text;
  const work = card?.casework;
  if (work === undefined) return [];
  const { stage, riskChild, assigned, waitsOn, taskDueDay, clock, labels } = work;
  return [
    t(`stage.${stage}`),
    ...(riskChild === undefined ? [] : [t("work.row-risk", { risk: t(`risk.${riskChild}`) })]),
    ...(assigned === undefined
      ? []
      : [t("work.row-assigned", { name: memberName(roster, text, assigned) })]),
    ...(waitsOn === undefined ? [] : [t("work.row-waits", { what: t(`waits.${waitsOn}`) })]),
    ...(taskDueDay === undefined ? [] : [t("work.row-task", { day: day(taskDueDay) })]),
    ...(clock === undefined
      ? []
      : [t("work.row-clock", { name: t(`clock.${clock.code}`), day: day(clock.dueDay) })]),
    ...labels,
  ];
}
