/** A QR code, drawn as one path: for a telephone to read what would be long to type. */
import { encode } from "uqr";
import { useMemo } from "./dom.ts";

export interface SquareCodeProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
}

/** One rectangle for each run of dark modules in a row. */
function path(text: string): { readonly size: number; readonly d: string } {
  const { size, data } = encode(text, { border: 4, ecc: "M" });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? size : end) - x}v1H${x}z`];
    }),
  );
  return { size, d: runs.join("") };
}

export function SquareCode({ text, label }: SquareCodeProps) {
  const { size, d } = useMemo(() => path(text), [text]);
  return (
    <svg class="square-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={d} />
    </svg>
  );
}
