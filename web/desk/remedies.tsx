/** What was done because a challenge was upheld, and a form to write down more of it. The reporter does not read it. */
import * as z from "zod/mini";
import type { ChallengeRecord } from "../payload/challenge.ts";
import { REMEDIES, type Remedy } from "../payload/entries/remedy.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Passage } from "../ui/passage.tsx";
import type { ChallengedProps } from "./challenged.tsx";
import { useFormDraft } from "./form-draft.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";
import { fits, useWriting, WritingFields } from "./writing.tsx";

const Choices = z.strictObject({ kind: z.nullable(z.enum(REMEDIES)) });
const UNCHOSEN: z.infer<typeof Choices> = { kind: null };

interface RemediesProps extends Pick<
  ChallengedProps,
  "file" | "roster" | "drafts" | "held" | "acts"
> {
  readonly challenge: ChallengeRecord;
}

function RemedyForm({ file, drafts, held, challenge }: Omit<RemediesProps, "roster" | "acts">) {
  const { t } = useDesk();
  const id = `remedy-${challenge.seq}`;
  const writing = useWriting(drafts, file.plain.case, "remedy");
  const choices = useFormDraft({
    drafts,
    caseId: file.plain.case,
    kind: "remedy-choices",
    schema: Choices,
    empty: UNCHOSEN,
  });
  const { kind } = choices.filled;
  const [open, setOpen] = useState(() => choices.begun || writing.text !== "");
  const [asked, setAsked] = useState(false);
  const missing = writing.text.trim() === "";

  function go(next: "open" | "shut"): void {
    setOpen(next === "open");
    setAsked(false);
    requestAnimationFrame(() => focusField(next === "open" ? id : `${id}-open`));
  }
  async function keep(): Promise<void> {
    setAsked(true);
    if (kind === null || missing || !fits(writing.text)) {
      focusField(kind === null ? id : `${id}-text`);
      return;
    }
    const { language } = writing;
    const text = writing.text.trim();
    const payload = { type: "remedy", kind, challenge: challenge.seq, text, language } as const;
    if ((await held.act({ kind: "casework", payload })) !== "kept") return;
    if (writing.clear() === "newer") return;
    choices.clear();
    go("shut");
  }
  if (!open) {
    return (
      <Actions>
        <Button id={`${id}-open`} kind="secondary" onPress={() => go("open")}>
          {t("remedy.open")}
        </Button>
      </Actions>
    );
  }
  return (
    <Form onSubmit={() => void keep()} label={t("remedy.title")}>
      <RadioGroup<Remedy["kind"]>
        id={id}
        legend={t("remedy.kind")}
        error={asked && kind === null ? t("remedy.kind-missing") : null}
        options={REMEDIES.map((value) => ({ value, label: t(`remedy.${value}`) }))}
        value={kind}
        onChange={(chosen) => choices.change({ kind: chosen })}
      />
      <WritingFields
        id={`${id}-text`}
        label={t("remedy.text")}
        error={asked && missing ? t("work.missing") : null}
        rows={3}
        writing={writing}
        reporterLanguage={null}
      />
      <Actions>
        <Button type="submit" busy={held.busy !== null}>
          {t("work.save")}
        </Button>
        <Button kind="quiet" onPress={() => go("shut")}>
          {t("work.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}

export function Remedies({ file, roster, drafts, held, acts, challenge }: RemediesProps) {
  const text = useDesk();
  const { t, day } = text;
  const heading = `remedies-${challenge.seq}`;
  const done = file.view.state.casework.remedies.filter((one) => one.challenge === challenge.seq);
  return (
    <section class="remedies" aria-labelledby={heading}>
      <h2 id={heading}>{t("remedy.title")}</h2>
      <p class="field-hint">{t("remedy.lead", { day: day(challenge.day) })}</p>
      {done.length === 0 ? null : (
        <ul>
          {done.map((one) => (
            <li key={one.seq} data-remedy={one.kind}>
              <strong>{t(`remedy.${one.kind}`)}</strong>
              <Passage text={one.text} language={one.language} />
              <p class="field-hint">
                {t("work.by", { name: memberName(roster, text, one.by), day: day(one.day) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {acts === "shut" ? null : (
        <RemedyForm file={file} drafts={drafts} held={held} challenge={challenge} />
      )}
    </section>
  );
}
