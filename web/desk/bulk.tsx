/** What is done to the selected cases at once, how far it is, and what became of each. */
import * as z from "zod/mini";
import { LABEL_MAX } from "../payload/entries/label.ts";
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Isolated } from "../ui/passage.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { CardView, RosterView } from "../vault/interface.ts";
import type { BulkChange, BulkOutcome } from "./bulk-act.ts";
import { reviewersIn } from "./candidates.ts";
import { NOBODY } from "./casework-forms.ts";
import { NO_CASE, type Drafts } from "./drafts.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";
import type { BulkWork, HeldBulk } from "./use-bulk.ts";

export const BULK_WHAT = "bulk-what";
const BULK_MEMBER = "bulk-member";
const BULK_LABEL = "bulk-label";

export const BULK_KINDS = ["assign", "label-on", "label-off"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

const Labelling = z.strictObject({ label: z.string() });
const UNLABELLED: z.infer<typeof Labelling> = { label: "" };

export interface BulkProps {
  readonly held: HeldBulk;
  readonly roster: RosterView;
  readonly drafts: Drafts;
  /** Every case that was fetched. */
  readonly cards: readonly CardView[];
  readonly kind: BulkKind;
  readonly onKind: (kind: BulkKind) => void;
}

/** The field that the chosen kind asks first. */
export function bulkField(kind: BulkKind): string {
  return kind === "assign" ? BULK_MEMBER : BULK_LABEL;
}

function BulkForm({ held, roster, drafts, cards, kind, onKind }: BulkProps) {
  const { t } = useDesk();
  const [member, setMember] = useState(NOBODY);
  const draft = useFormDraft({
    drafts,
    caseId: NO_CASE,
    kind: "bulk-label",
    schema: Labelling,
    empty: UNLABELLED,
  });
  const { label } = draft.filled;
  const [wrong, setWrong] = useState(false);
  const rows = cards.filter(({ plain }) => held.selected.has(plain.case));
  const colleagues = reviewersIn(roster);

  function change(): BulkChange {
    if (kind === "assign") return { kind, member: member === NOBODY ? null : member };
    return { kind: "label", label: label.trim(), change: kind === "label-on" ? "on" : "off" };
  }

  function make(): void {
    if (held.busy) return;
    const { length } = label.trim();
    const unfit = kind !== "assign" && (length === 0 || length > LABEL_MAX);
    setWrong(unfit);
    if (unfit) focusField(BULK_LABEL);
    else {
      held.change(rows, change());
      if (kind !== "assign") draft.clear();
    }
  }

  return (
    <Form onSubmit={make} label={t("bulk.title", { count: rows.length })}>
      <p class="field-hint">{t("bulk.lead")}</p>
      <Select
        id={BULK_WHAT}
        label={t("bulk.what")}
        value={kind}
        options={BULK_KINDS.map((value) => ({ value, label: t(`bulk.what.${value}`) }))}
        onChange={onKind}
      />
      {kind === "assign" ? (
        <Select
          id={BULK_MEMBER}
          label={t("work.assignment.member")}
          value={member}
          options={[
            { value: NOBODY, label: t("work.nobody") },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setMember}
        />
      ) : (
        <TextField
          id={BULK_LABEL}
          label={t("work.label.label", { count: LABEL_MAX })}
          error={wrong ? t("bulk.label-wrong", { count: LABEL_MAX }) : null}
          value={label}
          maxLength={LABEL_MAX}
          onInput={(typed) => draft.change({ label: typed })}
        />
      )}
      <Actions>
        <Button type="submit" busy={held.busy}>
          {t("bulk.make", { count: rows.length })}
        </Button>
        <Button kind="quiet" onPress={() => held.select(new Set())}>
          {t("bulk.none")}
        </Button>
      </Actions>
    </Form>
  );
}

interface ReportProps {
  readonly work: BulkWork;
  readonly cards: readonly CardView[];
}

/** Those that were not changed, by name and with the reason. */
function NotDone({ work, cards }: ReportProps) {
  const common = useCommon();
  const { t } = useDesk();
  const titleOf = (caseId: string): string =>
    cards.find(({ plain }) => plain.case === caseId)?.card?.title ?? caseId;
  const reason = (outcome: Exclude<BulkOutcome, { readonly kind: "done" }>): string =>
    outcome.kind === "failed"
      ? failureSentence(common, outcome.code)
      : t(`bulk.outcome.${outcome.kind}`);
  const left = [...work.report].flatMap(([caseId, outcome]) =>
    outcome.kind === "done" ? [] : [{ caseId, outcome }],
  );
  if (left.length === 0) return null;
  return (
    <>
      <p>{t("bulk.not-done", { count: left.length })}</p>
      <ul>
        {left.map(({ caseId, outcome }) => (
          <li key={caseId} data-outcome={outcome.kind}>
            <strong>
              <Isolated>{titleOf(caseId)}</Isolated>
            </strong>{" "}
            {reason(outcome)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Report({ work, cards, held }: ReportProps & { readonly held: HeldBulk }) {
  const { t } = useDesk();
  const done = [...work.report.values()].filter(({ kind }) => kind === "done").length;
  const stand = t(work.what === "undo" ? "bulk.undone" : "bulk.done", { done, count: work.of });
  const running = work.state === "running";
  const progress = running ? t("bulk.progress", { done: work.report.size, count: work.of }) : stand;
  return (
    <>
      <StatusLine text={work.state === "stopped" ? `${stand} ${t("bulk.stopped")}` : progress} />
      {running ? (
        <progress max={work.of} value={work.report.size} aria-label={progress} />
      ) : (
        <NotDone work={work} cards={cards} />
      )}
      <Actions>
        {running ? (
          <Button kind="secondary" onPress={held.stop}>
            {t("bulk.stop")}
          </Button>
        ) : null}
        {held.undo === null ? null : (
          <Button kind="secondary" onPress={held.undo}>
            {t("bulk.undo")}
          </Button>
        )}
      </Actions>
    </>
  );
}

export function Bulk(props: BulkProps) {
  const { t } = useDesk();
  const { held, cards } = props;
  const { selected, work } = held;
  if (selected.size === 0 && work === null) return null;
  return (
    <section class="bulk" aria-labelledby="bulk">
      <h2 id="bulk">
        {selected.size === 0 ? t("bulk.report") : t("bulk.title", { count: selected.size })}
      </h2>
      {work === null ? null : <Report work={work} cards={cards} held={held} />}
      {selected.size === 0 ? null : <BulkForm {...props} />}
    </section>
  );
}
