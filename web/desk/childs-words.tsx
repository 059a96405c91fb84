/**
 * The child's own words, before everything that others say of the case; and that nobody has written them down, where
 * somebody should.
 */
import { Actions, Button } from "../ui/button.tsx";
import { Passage } from "../ui/passage.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { memberName } from "./entry-words.ts";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";

export interface ChildsWordsProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
  /** `shut`: nothing can be written to this case by this member now. */
  readonly acts: "open" | "shut";
  /** Opens the form for the child's own words. */
  readonly onWrite: () => void;
}

/** Is this a case that works for a child, and goes on? */
function asksForThem({ view }: CaseFile): boolean {
  const { casework, closure, withdrawnDay } = view.state;
  return closure === null && withdrawnDay === null && casework.triage?.decision === "ACCEPT";
}

export function ChildsWords({ file, roster, acts, onWrite }: ChildsWordsProps) {
  const text = useDesk();
  const { t, day } = text;
  const { casework } = file.view.state;
  if (casework.voice.length === 0) {
    if (acts === "shut" || !asksForThem(file)) return null;
    return (
      <div class="childs-words-missing">
        <p>{t("work.voice-none")}</p>
        <Actions>
          <Button kind="quiet" onPress={onWrite}>
            {t("work.voice-write")}
          </Button>
        </Actions>
      </div>
    );
  }
  return (
    <section class="case-report childs-words" aria-labelledby="childs-words">
      <h2 id="childs-words">{t("work.voice")}</h2>
      <ul class="work-list">
        {casework.voice.map((one) => (
          <li key={one.seq} data-voice={one.source}>
            <Passage text={one.text} language={one.language} />
            <p class="field-hint">
              {t(`voice.${one.source}`)}.{" "}
              {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
            </p>
            <Said
              form="voice"
              said={one}
              roster={roster}
              casework={casework}
              but={["text", "language", "source"]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
