/** Single numbers under their names, side by side. */
import type { Child } from "../ui/dom.ts";

export function Figures({ children }: { readonly children: readonly Child[] }) {
  return <dl class="board-figures">{children}</dl>;
}

export interface FigureProps {
  readonly name: string;
  readonly children: string;
  /** What the number is to be held against. */
  readonly aside?: string;
}

export function Figure({ name, children, aside }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {aside === undefined ? null : <small>{aside}</small>}
      </dd>
    </div>
  );
}
