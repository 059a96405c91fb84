/** How promises to reporters were kept, by desk and by the month a report came: exact counts, for use inside. */
import { KEPT, type Kept, type MonthCounts } from "../../worker/contract/figures.ts";
import { failureSentence } from "../failure.ts";
import { useCommon } from "../ui/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { percent } from "./board-words.ts";
import { decided, share } from "./figures.ts";
import { useDeskName } from "./inbox-row.tsx";
import { addKept } from "./sums.ts";
import { useDesk } from "./text.ts";
import type { AuditNotes } from "./use-audit.ts";

export interface KeptPromisesProps {
  readonly notes: AuditNotes;
  readonly roster: RosterView;
}

/** How many of those decided were in time. */
function Share({ kept }: { readonly kept: Kept }) {
  const text = useDesk();
  const of = decided(kept);
  return (
    <>
      {percent(share(kept.inTime, of), text)}
      {of === 0 ? null : <small>{text.t("kept.of", { part: kept.inTime, count: of })}</small>}
    </>
  );
}

const SUMMED = ["received", "overdue", "closed", "withdrawn"] as const;

function Row({ name, months }: { readonly name: string; readonly months: readonly MonthCounts[] }) {
  const { number } = useDesk();
  const sum = (what: (typeof SUMMED)[number]): string =>
    number(months.reduce((total, month) => total + month[what], 0));
  const kept = (what: "acknowledged" | "feedback"): Kept =>
    months.map((month) => month[what]).reduce(addKept);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{sum("received")}</td>
      <td>
        <Share kept={kept("acknowledged")} />
      </td>
      <td>
        <Share kept={kept("feedback")} />
      </td>
      <td>{sum("overdue")}</td>
      <td>{sum("closed")}</td>
      <td>{sum("withdrawn")}</td>
    </tr>
  );
}

const HEADINGS = [
  "month",
  "received",
  "acknowledged",
  "feedback",
  "overdue",
  "closed",
  "withdrawn",
] as const;

function DeskTable({
  name,
  months,
}: {
  readonly name: string;
  readonly months: readonly MonthCounts[];
}) {
  const { t, code } = useDesk();
  const monthName = new Intl.DateTimeFormat(code, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <div class="wide-table" role="region" aria-label={name} tabindex={0}>
      <table>
        <caption>
          <bdi>{name}</bdi>
        </caption>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col">
                {t(`kept.${heading}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <Row
              key={month.month}
              name={monthName.format(month.month * 86_400_000)}
              months={[month]}
            />
          ))}
          <Row name={t("kept.all")} months={months} />
        </tbody>
      </table>
    </div>
  );
}

export function KeptPromises({ notes, roster }: KeptPromisesProps) {
  const common = useCommon();
  const { t } = useDesk();
  const deskName = useDeskName(roster);
  const months = notes.kind === "told" ? notes.months : [];
  const desks = [...new Set(months.map(({ desk }) => desk))];
  return (
    <section aria-labelledby="kept-promises">
      <h2 id="kept-promises">{t("kept.title")}</h2>
      <p class="field-hint">{t("kept.lead")}</p>
      {notes.kind === "failed" ? <p>{failureSentence(common, notes.code)}</p> : null}
      {notes.kind === "told" && desks.length === 0 ? <p>{t("kept.none")}</p> : null}
      {desks.map((desk) => (
        <DeskTable
          key={desk}
          name={deskName(desk)}
          months={months.filter((month) => month.desk === desk)}
        />
      ))}
      <h3>{t("kept.method")}</h3>
      <ul>
        <li>{t("kept.method-counted")}</li>
        {KEPT.map((state) => (
          <li key={state}>{t(`kept.method-${state}`)}</li>
        ))}
        <li>{t("kept.method-overdue")}</li>
        <li>{t("kept.method-inside")}</li>
      </ul>
    </section>
  );
}
