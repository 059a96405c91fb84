/** Filtering the inbox: over cards already opened, in this browser; the server learns nothing of it. */
import * as z from "zod/mini";
import { Id } from "../../worker/contract/bytes.ts";
import { DUE_SOON_DAYS } from "../../worker/contract/figures.ts";
import { STANDINGS } from "../payload/case-state.ts";
import { Channel } from "../payload/channels.ts";
import { WaitsOn } from "../payload/entries/barrier.ts";
import { LabelText } from "../payload/entries/label.ts";
import { Stage } from "../payload/entries/stage.ts";
import { Risk } from "../payload/entries/triage.ts";
import { LINE_MAX } from "../payload/text.ts";
import type { CardView } from "../vault/interface.ts";
import { dueDayOf, standingOfCard } from "./triage.ts";

export const DUE_CHOICES = ["overdue", "week"] as const;

/** What a view keeps: each null asks nothing, and a case passes when it passes all. */
export const CardFilter = z.strictObject({
  words: z.string().check(z.maxLength(LINE_MAX)),
  channel: z.nullable(Channel),
  standing: z.nullable(z.enum(STANDINGS)),
  stage: z.nullable(Stage),
  /** To the child. */
  risk: z.nullable(Risk),
  /** Of whoever looks, of nobody, or of that member. */
  assigned: z.nullable(z.union([z.literal("me"), z.literal("nobody"), Id])),
  label: z.nullable(LabelText),
  desk: z.nullable(Id),
  waitsOn: z.nullable(WaitsOn),
  due: z.nullable(z.enum(DUE_CHOICES)),
});
export type CardFilter = z.infer<typeof CardFilter>;

export const NO_FILTER: CardFilter = {
  words: "",
  channel: null,
  standing: null,
  stage: null,
  risk: null,
  assigned: null,
  label: null,
  desk: null,
  waitsOn: null,
  due: null,
};

/** How many of the choices ask something; the words apart. */
export function choicesIn({ words: _words, ...choices }: CardFilter): number {
  return Object.values(choices).filter((choice) => choice !== null).length;
}

export function isFiltering(filter: CardFilter): boolean {
  return filter.words.trim() !== "" || choicesIn(filter) > 0;
}

/** Who looks, and on which day by the server's last answer. */
export interface Onlooker {
  /** Member id. */
  readonly self: string;
  readonly today: number;
}

function passesAssigned(view: CardView, wanted: CardFilter["assigned"], self: string): boolean {
  const assigned = view.card?.casework?.assigned;
  if (wanted === null) return true;
  if (wanted === "nobody") return assigned === undefined;
  return assigned === (wanted === "me" ? self : wanted);
}

function passesDue(view: CardView, wanted: CardFilter["due"], today: number): boolean {
  if (wanted === null) return true;
  const dueDay = dueDayOf(view);
  if (dueDay === null) return false;
  return wanted === "overdue" ? dueDay < today : dueDay >= today && dueDay <= today + DUE_SOON_DAYS;
}

/** Has the case labels that its card does not name, and that one perhaps among them? */
export function mayHaveLabel({ card }: CardView, label: string): boolean {
  const work = card?.casework;
  return work?.moreLabels === true && !work.labels.includes(label);
}

/** All but the words, which the search answers for. A card that did not open passes nothing that only it could say. */
export function passesFilter(
  view: CardView,
  filter: CardFilter,
  { self, today }: Onlooker,
): boolean {
  const { plain, card } = view;
  const work = card?.casework;
  const { channel, standing, stage, risk, label, waitsOn } = filter;
  return (
    (channel === null || card?.channel === channel) &&
    (standing === null || standingOfCard(view) === standing) &&
    // A card says nothing of its stage until there is something to say: the work is where it begins.
    (stage === null || (card !== null && (work?.stage ?? "RECEIVE") === stage)) &&
    (risk === null || work?.riskChild === risk) &&
    passesAssigned(view, filter.assigned, self) &&
    (label === null || work?.labels.includes(label) === true || mayHaveLabel(view, label)) &&
    (filter.desk === null || plain.desk === filter.desk) &&
    (waitsOn === null || (card !== null && (work?.waitsOn ?? "NONE") === waitsOn)) &&
    passesDue(view, filter.due, today)
  );
}

/** Every label on these cards, sorted. */
export function labelsOn(cards: readonly CardView[]): readonly string[] {
  return [...new Set(cards.flatMap(({ card }) => card?.casework?.labels ?? []))].toSorted();
}
