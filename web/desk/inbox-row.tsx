/** One case in the inbox. One that did not open or verify stands there like the others, and says so. */
import { Isolated } from "../ui/passage.tsx";
import type { CardView, RosterView } from "../vault/interface.ts";
import { caseworkWords } from "./casework-words.ts";
import { RowChips } from "./chips.tsx";
import { useDesk } from "./text.ts";
import { standingOfCard, waitsForSignOff } from "./triage.ts";

export interface InboxRowProps {
  readonly view: CardView;
  readonly roster: RosterView;
  /** Member id of whoever looks. */
  readonly self: string;
  readonly today: number;
  readonly onOpen: (caseId: string) => void;
  readonly selected: boolean;
  /** `to`: everything from the row that was selected last. */
  readonly onSelect: (caseId: string, reach: "one" | "to") => void;
}

const NO_CARD = {
  "key-lost": { title: "inbox.key-lost", hint: "inbox.key-lost-hint" },
  older: { title: "inbox.older-card", hint: "inbox.older-card-hint" },
  unverified: { title: "inbox.unopened", hint: "inbox.unopened-hint" },
} as const satisfies Record<NonNullable<CardView["unopened"]>, object>;

/** Where focus returns to after a case. */
export function rowId(caseId: string): string {
  return `case-${caseId}`;
}

/** The desk's name in the page's language, or its id where the roster knows none. */
export function useDeskName(roster: RosterView): (deskId: string) => string {
  const { pick } = useDesk();
  return (deskId) => {
    const desk = roster.desks.find(({ id }) => id === deskId);
    return desk === undefined ? deskId : pick(desk.names).text;
  };
}

export function InboxRow(props: InboxRowProps) {
  const { view, roster, self, today, onOpen, selected, onSelect } = props;
  const text = useDesk();
  const { t, day, language } = text;
  const deskName = useDeskName(roster);
  const { plain, card, unopened, news } = view;
  const title = card?.title ?? t(NO_CARD[unopened ?? "unverified"].title);
  const work = caseworkWords(card, roster, text);
  const meta = `${rowId(plain.case)}-meta`;
  return (
    <li class="case-row" data-case={plain.case} data-selected={selected ? "true" : undefined}>
      <label class="case-row-select">
        <input
          type="checkbox"
          checked={selected}
          onClick={(event: MouseEvent) => onSelect(plain.case, event.shiftKey ? "to" : "one")}
        />
        <span class="visually-hidden">{t("bulk.select", { title })}</span>
      </label>
      <button
        type="button"
        class="case-row-open"
        id={rowId(plain.case)}
        aria-describedby={meta}
        lang={card?.language}
        dir={card === null ? undefined : "auto"}
        onClick={() => onOpen(plain.case)}
      >
        {title}
      </button>
      <div class="case-row-facts" id={meta}>
        <RowChips
          plain={plain}
          standing={standingOfCard(view)}
          news={news}
          unansweredSince={card?.unansweredSince ?? null}
          unopened={unopened}
          signOff={waitsForSignOff(view, self) ? "waits" : "none"}
          step={view.step}
          today={today}
        />
        <p class="case-row-meta">
          {card === null ? null : <span>{t(`channel.${card.channel}`)}</span>}
          <span>
            <Isolated>{deskName(plain.desk)}</Isolated>
          </span>
          {card === null ? null : <span>{language(card.language)}</span>}
          <span>{t("chip.received", { day: day(plain.receivedDay) })}</span>
        </p>
        {work.length === 0 ? null : (
          <p class="case-row-meta">
            {work.map((words) => (
              <span key={words}>
                <Isolated>{words}</Isolated>
              </span>
            ))}
          </p>
        )}
        {unopened === null ? null : <p class="case-row-hint">{t(NO_CARD[unopened].hint)}</p>}
      </div>
    </li>
  );
}
