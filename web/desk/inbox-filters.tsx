/** Search and filters over the cards already opened; nothing of them leaves the page. */
import { CHANNELS } from "../payload/channels.ts";
import { STANDINGS } from "../payload/case-state.ts";
import { WAITS_ON } from "../payload/entries/barrier.ts";
import { STAGES } from "../payload/entries/stage.ts";
import { RISKS } from "../payload/entries/triage.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import type { RosterView } from "../vault/interface.ts";
import { reviewersIn } from "./candidates.ts";
import { choicesIn, DUE_CHOICES, isFiltering, NO_FILTER, type CardFilter } from "./card-filter.ts";
import { useDesk } from "./text.ts";

export const SEARCH_FIELD = "inbox-search";
export const FILTERS = "inbox-choices";
const ANY = "";

export interface InboxFiltersProps {
  readonly filter: CardFilter;
  readonly roster: RosterView;
  readonly self: string;
  /** Those on the cards that were fetched. */
  readonly labels: readonly string[];
  /** How many journals of this session are searched beside the cards. */
  readonly journals: number;
  readonly onChange: (filter: CardFilter) => void;
}

type Choice = Exclude<keyof CardFilter, "words">;

interface ChoiceSelectProps<Value extends string> {
  readonly name: Choice;
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>) {
  const { t } = useDesk();
  const { name, label, value, options, onChange } = props;
  return (
    <Select
      id={`inbox-${name}`}
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: t("inbox.any") }, ...options]}
      onChange={(chosen) =>
        onChange(options.find((option) => option.value === chosen)?.value ?? null)
      }
    />
  );
}

function Choices({ filter, roster, self, labels, onChange }: InboxFiltersProps) {
  const { t, pick } = useDesk();
  const colleagues = reviewersIn(roster).filter(({ id }) => id !== self);
  // A label that a kept view asks for may stand on no card that was fetched.
  const asked = filter.label === null || labels.includes(filter.label) ? [] : [filter.label];
  const same = (value: string) => ({ value, label: value });
  return (
    <div class="inbox-choices">
      <ChoiceSelect
        name="standing"
        label={t("inbox.standing")}
        value={filter.standing}
        options={STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }))}
        onChange={(standing) => onChange({ ...filter, standing })}
      />
      <ChoiceSelect
        name="stage"
        label={t("work.stage")}
        value={filter.stage}
        options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(stage) => onChange({ ...filter, stage })}
      />
      <ChoiceSelect
        name="risk"
        label={t("work.triage.risk-child")}
        value={filter.risk}
        options={RISKS.map((value) => ({ value, label: t(`risk.${value}`) }))}
        onChange={(risk) => onChange({ ...filter, risk })}
      />
      <ChoiceSelect
        name="due"
        label={t("inbox.due")}
        value={filter.due}
        options={DUE_CHOICES.map((value) => ({ value, label: t(`inbox.due.${value}`) }))}
        onChange={(due) => onChange({ ...filter, due })}
      />
      <ChoiceSelect
        name="assigned"
        label={t("work.assigned")}
        value={filter.assigned}
        options={[
          { value: "me", label: t("inbox.assigned.me") },
          { value: "nobody", label: t("work.nobody") },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(assigned) => onChange({ ...filter, assigned })}
      />
      <ChoiceSelect
        name="label"
        label={t("inbox.label")}
        value={filter.label}
        options={[...labels, ...asked].map(same)}
        onChange={(label) => onChange({ ...filter, label })}
      />
      <ChoiceSelect
        name="waitsOn"
        label={t("inbox.waits-on")}
        value={filter.waitsOn}
        options={WAITS_ON.map((value) => ({
          value,
          label: value === "NONE" ? t("inbox.waits-on-nothing") : t(`waits.${value}`),
        }))}
        onChange={(waitsOn) => onChange({ ...filter, waitsOn })}
      />
      <ChoiceSelect
        name="channel"
        label={t("inbox.channel")}
        value={filter.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => onChange({ ...filter, channel })}
      />
      <ChoiceSelect
        name="desk"
        label={t("case.desk")}
        value={filter.desk}
        options={roster.desks.map(({ id, names }) => ({ value: id, label: pick(names).text }))}
        onChange={(desk) => onChange({ ...filter, desk })}
      />
    </div>
  );
}

export function InboxFilters(props: InboxFiltersProps) {
  const { t } = useDesk();
  const { filter, journals, onChange } = props;
  const choices = choicesIn(filter);
  return (
    <div class="inbox-filters" role="search" aria-label={t("inbox.filters")}>
      <TextField
        id={SEARCH_FIELD}
        kind="search"
        label={t("inbox.search")}
        hint={t("inbox.search-hint", { count: journals })}
        value={filter.words}
        onInput={(words) => onChange({ ...filter, words })}
      />
      <details class="inbox-more-filters" open={choices > 0}>
        <summary id={FILTERS}>
          {choices === 0 ? t("inbox.choices") : t("inbox.choices-made", { count: choices })}
        </summary>
        <Choices {...props} />
      </details>
      {isFiltering(filter) ? (
        <Button kind="quiet" onPress={() => onChange(NO_FILTER)}>
          {t("inbox.clear")}
        </Button>
      ) : null}
    </div>
  );
}
