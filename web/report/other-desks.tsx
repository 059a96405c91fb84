/**
 * When everybody at a desk was taken out: the other desks by name, before anything is sealed. A desk of oversight,
 * which stands outside the others, comes first.
 */
import type { DeskView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import { readersOf, type Draft } from "./draft.ts";
import { useReportText } from "./text.ts";

/** Those that somebody could still read for. */
export function otherDesks(
  draft: Draft,
  desk: DeskView,
  desks: readonly DeskView[],
): readonly DeskView[] {
  const left = desks.filter(({ id }) => id !== desk.id);
  const read = left.filter((other) => readersOf(draft, other).length > 0);
  return [
    ...read.filter(({ oversight }) => oversight),
    ...read.filter(({ oversight }) => !oversight),
  ];
}

export interface OtherDesksProps {
  readonly desks: readonly DeskView[];
  readonly onChoose: (deskId: string) => void;
}

export function OtherDesks({ desks, onChoose }: OtherDesksProps) {
  const text = useReportText();
  const { t } = text;
  return (
    <>
      <p>{t(desks.length === 0 ? "readers.no-other" : "readers.others")}</p>
      <Actions>
        {desks.map(({ id, names, oversight }) => {
          const { text: name } = text.pick(names);
          return (
            <Button key={id} kind="secondary" onPress={() => onChoose(id)}>
              {t(oversight ? "readers.use-oversight" : "readers.use-desk", { desk: name })}
            </Button>
          );
        })}
      </Actions>
    </>
  );
}
