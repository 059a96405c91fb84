/** English words that are written down or said aloud, under the name they have on the page. */
import { CodeGroups } from "./code-groups.tsx";

export interface WordsProps {
  readonly words: readonly string[];
  /** The id of what names them. */
  readonly labelledBy: string;
}

export function Words({ words, labelledBy }: WordsProps) {
  return (
    <div role="group" aria-labelledby={labelledBy}>
      <CodeGroups groups={words} language="en" />
    </div>
  );
}
