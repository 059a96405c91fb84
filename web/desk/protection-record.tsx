/** The care plan, line by line; and how fair the work is to the person somebody is worried about. */
import type { Casework } from "../payload/casework.ts";
import { Button } from "../ui/button.tsx";
import { memberName } from "./entry-words.ts";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { List, outcomesFrom, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

type CareItem = Casework["carePlan"][number];

function CareActs({
  item,
  busy,
  act,
}: Pick<CaseworkRecordProps, "busy" | "act"> & { item: CareItem }) {
  const { t } = useDesk();
  const { seq, need, state } = item;
  const words = {
    done: [t("work.task-done-short"), t("work.task-done", { what: need })],
    dropped: [t("work.task-drop-short"), t("work.task-drop", { what: need })],
    reopened: [t("work.task-reopen-short"), t("work.task-reopen", { what: need })],
  } as const;
  return (
    <WorkActs>
      {outcomesFrom(state).map((outcome) => (
        <Button
          key={outcome}
          kind="quiet"
          busy={busy}
          label={words[outcome][1]}
          onPress={() => act({ type: "care-item-outcome", item: seq, outcome })}
        >
          {words[outcome][0]}
        </Button>
      ))}
    </WorkActs>
  );
}

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
          {acts === "shut" ? null : <CareActs item={item} busy={busy} act={act} />}
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
