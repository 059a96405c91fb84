/** Search and filters over the cards already opened; nothing of them leaves the page. */
import { CHANNELS } from "../payload/channels.ts";
import { STANDINGS } from "../payload/case-state.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import { channelNamed, NO_FILTER, standingNamed, type CardFilter } from "./card-filter.ts";
import { useDesk } from "./text.ts";

export const SEARCH_FIELD = "inbox-search";
const ANY = "";

export interface InboxFiltersProps {
  readonly filter: CardFilter;
  readonly onChange: (filter: CardFilter) => void;
}

export function isFiltering(filter: CardFilter): boolean {
  return filter.words.trim() !== "" || filter.channel !== null || filter.standing !== null;
}

export function InboxFilters({ filter, onChange }: InboxFiltersProps) {
  const { t } = useDesk();
  const any = { value: ANY, label: t("inbox.any") };
  return (
    <div class="inbox-filters" role="search" aria-label={t("inbox.filters")}>
      <TextField
        id={SEARCH_FIELD}
        kind="search"
        label={t("inbox.search")}
        value={filter.words}
        onInput={(words) => onChange({ ...filter, words })}
      />
      <Select
        id="inbox-channel"
        label={t("inbox.channel")}
        value={filter.channel ?? ANY}
        options={[
          any,
          ...CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
        ]}
        onChange={(chosen) => onChange({ ...filter, channel: channelNamed(chosen) })}
      />
      <Select
        id="inbox-standing"
        label={t("inbox.standing")}
        value={filter.standing ?? ANY}
        options={[
          any,
          ...STANDINGS.map((standing) => ({ value: standing, label: t(`standing.${standing}`) })),
        ]}
        onChange={(chosen) => onChange({ ...filter, standing: standingNamed(chosen) })}
      />
      {isFiltering(filter) ? (
        <Button kind="quiet" onPress={() => onChange(NO_FILTER)}>
          {t("inbox.clear")}
        </Button>
      ) : null}
    </div>
  );
}
