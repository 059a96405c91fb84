/** The care plan, line by line; and how fair the work is to the person somebody is worried about. */
import { memberName } from "./entry-words.ts";
import { OutcomeActs } from "./outcome-acts.tsx";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { List, type CaseworkRecordProps } from "./work-list.tsx";

export function CarePlan({ casework, acts, busy, act }: CaseworkRecordProps) {
  const { t, day } = useDesk();
  return (
    <List title={t("work.care-plan")}>
      {casework.carePlan.map((item) => (
        <li key={item.seq} data-care={item.state}>
          <strong>{t(`task.${item.state}`)}</strong> <bdi>{item.need}</bdi>{" "}
          {item.byDay === null ? null : t("work.task-due", { day: day(item.byDay) })}
          <p class="field-hint">
            {item.provider === ""
              ? t("work.care-nobody", { service: t(`care.${item.service}`) })
              : t("work.care-by", { service: t(`care.${item.service}`), provider: item.provider })}
          </p>
          {acts === "shut" ? null : (
            <OutcomeActs
              what={item.need}
              state={item.state}
              busy={busy}
              onOutcome={(outcome) => act({ type: "care-item-outcome", item: item.seq, outcome })}
            />
          )}
        </li>
      ))}
    </List>
  );
}

export function Fairness({ casework, roster }: Pick<CaseworkRecordProps, "casework" | "roster">) {
  const text = useDesk();
  const { t, day } = text;
  const { fairness, rightOfReply } = casework;
  const around = { roster, casework };
  const by = (one: { readonly by: string; readonly day: number }) => (
    <p class="field-hint">
      {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
    </p>
  );
  return (
    <List title={t("work.fairness")}>
      {[
        ...(rightOfReply === null
          ? []
          : [
              <li key="reply" data-reply={rightOfReply.reply}>
                <strong>{t(`reply.${rightOfReply.reply}`)}</strong>
                <Said form="right-of-reply" said={rightOfReply} {...around} but={["reply"]} />
                {by(rightOfReply)}
              </li>,
            ]),
        ...(fairness === null
          ? []
          : [
              <li key="check">
                <strong>{t("work.fairness-check")}</strong>
                <Said form="fairness-check" said={fairness} {...around} />
                {by(fairness)}
              </li>,
            ]),
      ]}
    </List>
  );
}
