/**
 * The search of one session: every card that was fetched, and the journal of every case that was opened.
 * Invariant: nothing is opened for the sake of searching it, as every opening stands in the audit log; and nothing of
 * this outlives the session.
 */
import type { DeskText } from "../i18n/index.ts";
import type { JournalItem } from "../payload/journal.ts";
import type { CardView, RosterView } from "../vault/interface.ts";
import { caseworkWords } from "./casework-words.ts";
import { SearchIndex } from "./search-index.ts";

/** In whose words cards are searched: a row is found by what it says on the page. */
export interface SearchTongue {
  readonly roster: RosterView;
  readonly text: DeskText;
}

/** A key, a hash or a signature, which nobody searches for by its letters. */
const TOKEN = /^[\w-]{20,}$/;

/** Every text in a payload, whatever fields its type has. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return TOKEN.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function journalText(items: readonly JournalItem[]): string {
  return items.flatMap((item) => (item.kind === "known" ? textsIn(item.payload) : [])).join("\n");
}

function deskName({ roster, text }: SearchTongue, deskId: string): string {
  const desk = roster.desks.find(({ id }) => id === deskId);
  return desk === undefined ? deskId : text.pick(desk.names).text;
}

/** What its row says. */
export function cardText({ plain, card }: CardView, tongue: SearchTongue): string {
  const { roster, text } = tongue;
  const always = [deskName(tongue, plain.desk), plain.case];
  if (card === null) return always.join("\n");
  const ofCard = [card.title, text.t(`channel.${card.channel}`), text.language(card.language)];
  return [...always, ...ofCard, ...caseworkWords(card, roster, text)].join("\n");
}

export interface CaseSearch {
  /** Cards that are not searchable yet, as they are now and in that tongue. */
  readonly missing: (cards: readonly CardView[], tongue: SearchTongue) => readonly CardView[];
  readonly take: (cards: readonly CardView[], tongue: SearchTongue) => void;
  /** A case that was just read: from now on it is found by its journal as well. */
  readonly takeJournal: (caseId: string, items: readonly JournalItem[]) => void;
  readonly drop: (caseId: string) => void;
  /** Null when nothing is asked for. */
  readonly find: (query: string) => ReadonlySet<string> | null;
  /** How many journals are searched. */
  readonly journals: () => number;
  readonly forget: () => void;
}

export function keepSearch(): CaseSearch {
  const index = new SearchIndex();
  const journals = new Map<string, string>();
  const taken = new Map<string, CardView>();
  let spoken = "";

  function take(cards: readonly CardView[], tongue: SearchTongue): void {
    for (const view of cards) {
      const { case: caseId } = view.plain;
      const journal = journals.get(caseId) ?? "";
      index.put(caseId, `${cardText(view, tongue)}\n${journal}`);
      taken.set(caseId, view);
    }
  }

  return {
    missing: (cards, { roster, text }) => {
      const tongue = `${text.code} ${roster.version}`;
      if (tongue !== spoken) taken.clear();
      spoken = tongue;
      return cards.filter((view) => taken.get(view.plain.case) !== view);
    },
    take,
    takeJournal: (caseId, items) => {
      journals.set(caseId, journalText(items));
      // The card that goes with it is taken, with this, when it comes.
      taken.delete(caseId);
    },
    drop: (caseId) => {
      index.drop(caseId);
      journals.delete(caseId);
      taken.delete(caseId);
    },
    find: (query) => index.find(query),
    journals: () => journals.size,
    forget: () => {
      index.clear();
      journals.clear();
      taken.clear();
    },
  };
}
