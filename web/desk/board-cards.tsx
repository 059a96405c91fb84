/** What can be told from opened cards alone, so that only those who read the cases see it. */
import { Chart, type ChartProps } from "../ui/chart.tsx";
import type { CardView, RosterView } from "../vault/interface.ts";
import { Figure, Figures } from "./board-figures.tsx";
import { bandWords, loadChart, loadRow, percent } from "./board-words.ts";
import { memberName } from "./entry-words.ts";
import { ownFigures, share } from "./figures.ts";
import { useDesk } from "./text.ts";

interface CardsProps {
  readonly cards: readonly CardView[];
  /** The server's, at the last page. */
  readonly today: number;
  readonly roster: RosterView;
}

export function CardFigures({ cards, today, roster }: CardsProps) {
  const text = useDesk();
  const { t, number } = text;
  const figures = ownFigures(cards, today);
  const { open, overdue, ages, stages, waits, assigned, risks, needs, unopened } = figures;
  const stays = stages.flatMap(({ stage, medianDays }) =>
    medianDays === null ? [] : [{ key: stage, label: t(`stage.${stage}`), value: medianDays }],
  );
  const waited = needs.flatMap(({ kind, medianDays }) =>
    medianDays === null ? [] : [{ key: kind, label: t(`need.${kind}`), value: medianDays }],
  );
  const inDays = (rows: string): Pick<ChartProps, "words" | "number"> => ({
    number,
    words: {
      rows,
      value: t("board.median-days"),
      showTable: t("board.show-table"),
      hideTable: t("board.hide-table"),
    },
  });
  return (
    <>
      <Figures>
        <Figure name={t("board.open")}>{number(open)}</Figure>
        <Figure
          name={t("board.overdue")}
          aside={t("board.share-of-open", { share: percent(share(overdue, open), text) })}
        >
          {number(overdue)}
        </Figure>
      </Figures>
      {unopened === 0 ? null : <p>{t("board.unopened", { count: unopened })}</p>}
      <div class="board-charts">
        <Chart
          name="stages"
          shape="bars"
          caption={t("board.by-stage")}
          {...loadChart(text, t("board.stage"))}
          rows={stages.map((held) => loadRow(held.stage, t(`stage.${held.stage}`), held))}
        />
        <Chart
          name="stays"
          shape="bars"
          caption={t("board.by-stay")}
          {...inDays(t("board.stage"))}
          rows={stays}
        />
        <Chart
          name="waits"
          shape="bars"
          caption={t("board.by-wait")}
          {...loadChart(text, t("board.waits-on"))}
          rows={waits.map((held) =>
            loadRow(
              held.on,
              held.on === "NONE" ? t("board.waits-nothing") : t(`waits.${held.on}`),
              held,
            ),
          )}
        />
        <Chart
          name="assigned"
          shape="bars"
          caption={t("board.by-person")}
          {...loadChart(text, t("board.person"))}
          rows={assigned.map((held) =>
            loadRow(
              held.member ?? "",
              held.member === null ? t("board.nobody") : memberName(roster, text, held.member),
              held,
            ),
          )}
        />
        <Chart
          name="risks"
          shape="bars"
          caption={t("board.by-risk")}
          {...loadChart(text, t("board.risk"))}
          rows={risks.map((held) =>
            loadRow(
              held.risk ?? "",
              held.risk === null ? t("board.undecided") : t(`risk.${held.risk}`),
              held,
            ),
          )}
        />
        <Chart
          name="needs"
          shape="bars"
          caption={t("board.by-need")}
          number={number}
          words={{
            ...inDays(t("board.need")).words,
            value: t("board.open"),
            parts: { marked: t("board.not-asked"), rest: t("board.asked") },
          }}
          rows={needs.map(({ kind, waiting, unasked }) => ({
            key: kind,
            label: t(`need.${kind}`),
            value: waiting,
            marked: unasked,
          }))}
        />
        {waited.length === 0 ? null : (
          <Chart
            name="needs-waited"
            shape="bars"
            caption={t("board.need-days")}
            {...inDays(t("board.need"))}
            rows={waited}
          />
        )}
        <Chart
          name="own-by-age"
          shape="columns"
          caption={t("board.by-age")}
          {...loadChart(text, t("board.age"))}
          rows={ages.map((held, band) => loadRow(String(band), bandWords(band, text), held))}
        />
      </div>
    </>
  );
}
