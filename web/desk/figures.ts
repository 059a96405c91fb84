/**
 * What is reckoned from counts and from cards: shares, medians, and how long cases stay where. Pure: the order of the
 * cases never matters, and every case stands in exactly one row of each list.
 */
import {
  AGE_BANDS,
  ageBand,
  dueState,
  type DaysTaken,
  type Kept,
} from "../../worker/contract/figures.ts";
import { CARD_STAGES_MAX } from "../payload/card.ts";
import { WAITS_ON, type WaitsOn } from "../payload/entries/barrier.ts";
import { NEED_KINDS, type NeedKind } from "../payload/entries/need.ts";
import { STAGES, type Stage } from "../payload/entries/stage.ts";
import { RISKS, type Risk } from "../payload/entries/triage.ts";
import type { CardView } from "../vault/interface.ts";
import { addDays } from "./sums.ts";
import { standingOfCard } from "./triage.ts";

/** The middle one, or halfway between the two in the middle; null of nothing. */
export function median(taken: readonly DaysTaken[]): number | null {
  const inOrder = taken.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days);
  const all = inOrder.reduce((sum, { count }) => sum + count, 0);
  /** @param place counted from 0 */
  const at = (place: number): number => {
    let passed = 0;
    for (const { days, count } of inOrder) {
      passed += count;
      if (place < passed) return days;
    }
    return 0;
  };
  return all === 0 ? null : (at(Math.ceil(all / 2) - 1) + at(Math.floor(all / 2))) / 2;
}

/** How often each of them stands there. */
export function daysTaken(days: readonly number[]): DaysTaken[] {
  return addDays(days.map((one) => ({ days: one, count: 1 })));
}

/** From 0 to 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Of how many a promise is decided: it was kept, or its day has passed. */
export function decided({ inTime, late, missed }: Kept): number {
  return inTime + late + missed;
}

/** Some open cases, and how many of them are overdue. */
export interface Load {
  readonly open: number;
  readonly overdue: number;
}

export interface StageFigures extends Load {
  readonly stage: Stage;
  /** Of every case that ever came to it; a stay that goes on counts up to today. Null where none did. */
  readonly medianDays: number | null;
}

/** Open cases that wait until something of that kind is paid for. */
export interface NeedFigures {
  readonly kind: NeedKind;
  readonly waiting: number;
  /** Of these: nobody has asked for it yet. */
  readonly unasked: number;
  /** Up to today; null where none waits. */
  readonly medianDays: number | null;
}

export interface OwnFigures extends Load {
  /** One for each of AGE_BANDS. */
  readonly ages: readonly Load[];
  readonly stages: readonly StageFigures[];
  /** `NONE`: it waits on nothing that was written down. */
  readonly waits: readonly (Load & { readonly on: WaitsOn })[];
  /** Null: nobody sees to it yet. The most first. */
  readonly assigned: readonly (Load & { readonly member: string | null })[];
  /** Null: nobody has decided yet. */
  readonly risks: readonly (Load & { readonly risk: Risk | null })[];
  /** A case may wait for several. */
  readonly needs: readonly NeedFigures[];
  /** Open cases whose card did not open, and that stand in none of the lists about work. */
  readonly unopened: number;
}

/** Closed, or withdrawn: nothing is to be done about it. */
function isOpen(view: CardView): boolean {
  const standing = standingOfCard(view);
  return standing !== "closed" && standing !== "withdrawn";
}

/**
 * How many days it has stayed at each stage it came to, going on ones up to today. Nothing of a case whose way is not
 * known: its card did not open, or was written before cards remembered the way.
 */
export function stays({ plain, card }: CardView, today: number): ReadonlyMap<Stage, number> {
  const days = new Map<Stage, number>();
  const work = card?.casework;
  const since = work?.stageSince ?? [];
  const wayKnown = since.length > 0 || work === undefined || work.stage === "RECEIVE";
  if (card === null || !wayKnown) return days;
  // A card that remembers as many as it can may have forgotten the first.
  const first = { stage: "RECEIVE", day: plain.receivedDay } as const;
  const way = since.length < CARD_STAGES_MAX ? [first, ...since] : since;
  const end = plain.closedDay ?? plain.withdrawnDay ?? today;
  for (const [at, { stage, day }] of way.entries()) {
    const until = way[at + 1]?.day ?? end;
    days.set(stage, (days.get(stage) ?? 0) + Math.max(until - day, 0));
  }
  return days;
}

function loadOf(views: readonly CardView[], today: number): Load {
  const overdue = views.filter(({ plain }) => dueState(plain.nextDueDay, today) === "overdue");
  return { open: views.length, overdue: overdue.length };
}

/** Of the cases somebody can read. @param today the server's day */
export function ownFigures(views: readonly CardView[], today: number): OwnFigures {
  const open = views.filter(isOpen);
  const opened = open.filter(({ card }) => card !== null);
  const load = (which: (view: CardView) => boolean, among = opened): Load =>
    loadOf(among.filter(which), today);
  const unpaid = opened.flatMap(({ card }) => card?.casework?.needs ?? []);
  const stayed = views.map((view) => stays(view, today));
  const people = new Set(opened.map(({ card }) => card?.casework?.assigned ?? null));
  return {
    ...loadOf(open, today),
    ages: AGE_BANDS.map((_, band) =>
      load(({ plain }) => ageBand(today - plain.receivedDay) === band, open),
    ),
    stages: STAGES.map((stage) => ({
      stage,
      ...load(({ card }) => (card?.casework?.stage ?? "RECEIVE") === stage),
      medianDays: median(daysTaken(stayed.flatMap((days) => days.get(stage) ?? []))),
    })),
    waits: WAITS_ON.map((on) => ({
      on,
      ...load(({ card }) => (card?.casework?.waitsOn ?? "NONE") === on),
    })),
    assigned: [...people]
      .map((member) => ({
        member,
        ...load(({ card }) => (card?.casework?.assigned ?? null) === member),
      }))
      .toSorted((a, b) => b.open - a.open || ((a.member ?? "") < (b.member ?? "") ? -1 : 1)),
    risks: [...RISKS, null].map((risk) => ({
      risk,
      ...load(({ card }) => (card?.casework?.riskChild ?? null) === risk),
    })),
    needs: NEED_KINDS.map((kind) => {
      const waiting = unpaid.filter((need) => need.kind === kind);
      return {
        kind,
        waiting: waiting.length,
        unasked: waiting.filter(({ funded }) => funded === "NO").length,
        medianDays: median(daysTaken(waiting.map(({ since }) => Math.max(today - since, 0)))),
      };
    }),
    unopened: open.length - opened.length,
  };
}
