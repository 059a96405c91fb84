/**
 * A chart of counts: bars under each other, or columns side by side. What is marked of each differs in breadth as well
 * as in colour, and every number stands beside its bar. The same numbers are a table, which is always there for those
 * who hear the page and shown to whoever asks for it.
 */
import { Button } from "./button.tsx";
import { useId, useState } from "./dom.ts";

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** A part of `value`, if the chart marks any. */
  readonly marked?: number;
}

export interface ChartProps {
  /** Stands in `data-chart`: a constant name, the same in every language. */
  readonly name: string;
  readonly shape: "bars" | "columns";
  readonly caption: string;
  readonly rows: readonly ChartRow[];
  readonly words: {
    /** What the rows are, and what is counted. */
    readonly rows: string;
    readonly value: string;
    /** What is marked of it, and what the rest is. */
    readonly parts?: { readonly marked: string; readonly rest: string };
    readonly showTable: string;
    readonly hideTable: string;
  };
  readonly number: (value: number) => string;
}

/** Units of the drawing: a bar is as long, or a column as high, as the whole of it at most. */
const LENGTH = 1_000;
const BREADTH = 100;
/** What is not marked is narrower than what is. */
const NARROW = 0.56;

interface Part {
  readonly from: number;
  readonly length: number;
  readonly breadth: number;
}

function path(shape: ChartProps["shape"], { from, length, breadth }: Part): string {
  const aside = (BREADTH - breadth) / 2;
  return shape === "bars"
    ? `M${from} ${aside}h${length}v${breadth}h${-length}z`
    : `M${aside} ${LENGTH - from}h${breadth}v${-length}h${-breadth}z`;
}

function Drawn({
  shape,
  row,
  most,
}: {
  readonly shape: ChartProps["shape"];
  readonly row: ChartRow;
  readonly most: number;
}) {
  const scale = most === 0 ? 0 : LENGTH / most;
  const marked = (row.marked ?? 0) * scale;
  const rest = row.value * scale - marked;
  const box = shape === "bars" ? `0 0 ${LENGTH} ${BREADTH}` : `0 0 ${BREADTH} ${LENGTH}`;
  return (
    <svg class="chart-drawn" viewBox={box} preserveAspectRatio="none" aria-hidden="true">
      <path class="chart-marked" d={path(shape, { from: 0, length: marked, breadth: BREADTH })} />
      <path
        class="chart-rest"
        d={path(shape, { from: marked, length: rest, breadth: BREADTH * NARROW })}
      />
    </svg>
  );
}

function Key({ words }: Pick<ChartProps, "words">) {
  const { parts } = words;
  if (parts === undefined) return null;
  const swatch = (marked: number, value: number) => (
    <Drawn shape="bars" row={{ key: "", label: "", value, marked }} most={1} />
  );
  return (
    <p class="chart-key" aria-hidden="true">
      <span>
        {swatch(1, 1)} {parts.marked}
      </span>
      <span>
        {swatch(0, 1)} {parts.rest}
      </span>
    </p>
  );
}

function Table({ caption, rows, words, number }: Omit<ChartProps, "name" | "shape">) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rows}</th>
          <th scope="col">{words.value}</th>
          {words.parts === undefined ? null : <th scope="col">{words.parts.marked}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, value, marked }) => (
          <tr key={key}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td>{number(value)}</td>
            {words.parts === undefined ? null : <td>{number(marked ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Chart(props: ChartProps) {
  const { name, shape, caption, rows, words, number } = props;
  const [table, setTable] = useState<"heard" | "shown">("heard");
  const id = useId();
  const most = Math.max(0, ...rows.map(({ value }) => value));
  return (
    <figure class="chart" data-chart={name}>
      <figcaption aria-hidden="true">{caption}</figcaption>
      <Key words={words} />
      <div class={`chart-${shape}`} aria-hidden="true">
        {rows.map((row) => (
          <div class="chart-row" key={row.key}>
            <span class="chart-label">
              <bdi>{row.label}</bdi>
            </span>
            <Drawn shape={shape} row={row} most={most} />
            <span class="chart-value">
              {number(row.value)}
              {row.marked === undefined || row.marked === 0 ? null : (
                <span class="chart-value-marked">{number(row.marked)}</span>
              )}
            </span>
          </div>
        ))}
      </div>
      <Button
        kind="quiet"
        label={`${table === "shown" ? words.hideTable : words.showTable}: ${caption}`}
        expanded={table === "shown"}
        controls={id}
        onPress={() => setTable(table === "shown" ? "heard" : "shown")}
      >
        {table === "shown" ? words.hideTable : words.showTable}
      </Button>
      <div id={id} class={table === "shown" ? "chart-table" : "visually-hidden"}>
        <Table {...props} />
      </div>
    </figure>
  );
}
