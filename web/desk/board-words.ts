/** Words that several charts of the board and of the auditor's page share. */
import { AGE_BANDS } from "../../worker/contract/figures.ts";
import type { DeskText } from "../i18n/index.ts";
import type { ChartProps, ChartRow } from "../ui/chart.tsx";
import type { Load } from "./figures.ts";

/** First and last day of a band, or its first day and all beyond. */
export function bandWords(band: number, { t, number }: DeskText): string {
  const first = AGE_BANDS[band] ?? 0;
  const beyond = AGE_BANDS[band + 1];
  return beyond === undefined
    ? t("board.band-last", { first: number(first) })
    : t("board.band", { first: number(first), last: number(beyond - 1) });
}

/** A share as whole per cent; a dash of nothing. */
export function percent(value: number | null, { code }: DeskText): string {
  if (value === null) return "–";
  return new Intl.NumberFormat(code, { style: "percent", maximumFractionDigits: 0 }).format(value);
}

/** A number of days, in words; a dash where there is none. */
export function daysWords(days: number | null, { t }: DeskText): string {
  return days === null ? "–" : t("board.days", { count: days });
}

/** What stands around a chart of open cases with those overdue marked. */
export function loadChart(
  { t, number }: DeskText,
  rows: string,
): Pick<ChartProps, "words" | "number"> {
  return {
    number,
    words: {
      rows,
      value: t("board.open"),
      parts: { marked: t("board.overdue"), rest: t("board.not-overdue") },
      showTable: t("board.show-table"),
      hideTable: t("board.hide-table"),
    },
  };
}

export function loadRow(key: string, label: string, { open, overdue }: Load): ChartRow {
  return { key, label, value: open, marked: overdue };
}
