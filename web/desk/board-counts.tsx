/** What a coordinator sees of every case of their desks: days and counts, as the server knows them. */
import { AGE_BANDS } from "../../worker/contract/figures.ts";
import { Chart } from "../ui/chart.tsx";
import type { RosterView } from "../vault/interface.ts";
import { bandWords, daysWords, loadChart, loadRow, percent } from "./board-words.ts";
import type { BoardCounts } from "./counting.ts";
import { memberName } from "./entry-words.ts";
import { median, share, type Load } from "./figures.ts";
import { useDeskName } from "./inbox-row.tsx";
import { addDays, addOpen } from "./sums.ts";
import { Figure, Figures } from "./board-figures.tsx";
import { useDesk } from "./text.ts";

interface CountsProps {
  readonly counts: BoardCounts;
  readonly roster: RosterView;
}

type Open = BoardCounts["desks"][number]["open"];

function loadOf(open: Open): Load {
  const sum = (held: Open): number => held.reduce((all, { count }) => all + count, 0);
  return { open: sum(open), overdue: sum(open.filter(({ due }) => due === "overdue")) };
}

export function ServerCounts({ counts, roster }: CountsProps) {
  const text = useDesk();
  const { t, number } = text;
  const deskName = useDeskName(roster);
  const { desks, readers } = counts;
  const open = addOpen(desks.flatMap((desk) => desk.open));
  const all = loadOf(open);
  const total = (which: "urgent" | "unacknowledged"): number =>
    open.reduce((sum, counted) => sum + counted[which], 0);
  const soon = open.filter(({ due }) => due === "soon");
  const medianOf = (which: "acknowledgedAfter" | "feedbackAfter" | "closedAfter"): string =>
    daysWords(median(addDays(desks.flatMap((desk) => desk[which]))), text);
  return (
    <>
      <Figures>
        <Figure name={t("board.open")}>{number(all.open)}</Figure>
        <Figure
          name={t("board.overdue")}
          aside={t("board.share-of-open", { share: percent(share(all.overdue, all.open), text) })}
        >
          {number(all.overdue)}
        </Figure>
        <Figure name={t("board.due-soon")}>{number(loadOf(soon).open)}</Figure>
        <Figure name={t("board.unacknowledged")}>{number(total("unacknowledged"))}</Figure>
        <Figure name={t("board.urgent")}>{number(total("urgent"))}</Figure>
      </Figures>
      <Figures>
        <Figure name={t("board.median-acknowledged")}>{medianOf("acknowledgedAfter")}</Figure>
        <Figure name={t("board.median-feedback")}>{medianOf("feedbackAfter")}</Figure>
        <Figure name={t("board.median-closed")}>{medianOf("closedAfter")}</Figure>
      </Figures>
      <p class="field-hint">{t("board.median")}</p>
      <div class="board-charts">
        <Chart
          name="open-by-age"
          shape="columns"
          caption={t("board.by-age")}
          {...loadChart(text, t("board.age"))}
          rows={AGE_BANDS.map((_, band) =>
            loadRow(
              String(band),
              bandWords(band, text),
              loadOf(open.filter(({ age }) => age === band)),
            ),
          )}
        />
        <Chart
          name="open-by-desk"
          shape="bars"
          caption={t("board.by-desk")}
          {...loadChart(text, t("board.desk"))}
          rows={desks.map((desk) => loadRow(desk.desk, deskName(desk.desk), loadOf(desk.open)))}
        />
        <Chart
          name="readers"
          shape="bars"
          caption={t("board.by-reader")}
          {...loadChart(text, t("board.person"))}
          rows={readers
            .toSorted((a, b) => b.open - a.open)
            .map((reader) =>
              loadRow(reader.member, memberName(roster, text, reader.member), reader),
            )}
        />
      </div>
    </>
  );
}
