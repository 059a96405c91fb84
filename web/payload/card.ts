/** A card: the sealed snapshot an inbox shows without reading the journal. */
import * as z from "zod/mini";
import type { CaseState } from "./case-state.ts";
import { Id } from "../../worker/contract/bytes.ts";
import { CARD_BYTES, SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { Day } from "../../worker/contract/roster.ts";
import { NO_CASEWORK, type Casework } from "./casework.ts";
import { nextTaskDay, nextTeamClock } from "./clocks.ts";
import { TeamClockCode } from "./clock-table.ts";
import { CardHead, cardHead, cut } from "./card-head.ts";
import { WaitsOn } from "./entries/barrier.ts";
import { LabelText } from "./entries/label.ts";
import { waitingReviews } from "./entries/measure-review.ts";
import { NEED_KINDS, OpenNeed } from "./entries/need.ts";
import { Stage, StageSince } from "./entries/stage.ts";
import { Risk } from "./entries/triage.ts";

/** As many labels as fit beside the longest title: a card has one size. */
export const CARD_LABELS_MAX = 4;

/** As many stages as a card remembers: each of the four, and one way back. */
export const CARD_STAGES_MAX = 5;

/** What a team has decided of a case, as an inbox sorts and filters by it. */
const CardCasework = z.strictObject({
  stage: Stage,
  /**
   * The last of the stages the work came to, in their order: how long it stayed at each can be told from cards alone.
   * Absent on a card of an earlier version, and while the work is where it began.
   */
  stageSince: z.optional(z.array(StageSince).check(z.maxLength(CARD_STAGES_MAX))),
  /** Absent until somebody decided. */
  riskChild: z.optional(Risk),
  riskReporter: z.optional(Risk),
  /** Member id; absent while the case is nobody's. */
  assigned: z.optional(Id),
  waitsOn: z.optional(WaitsOn),
  /** Of the open tasks with a day, the earliest. */
  taskDueDay: z.optional(Day),
  /** Member id: whose review of a measure, the oldest of them, waits for somebody else to sign it off. */
  signOff: z.optional(Id),
  /** What is not paid for; absent where there is nothing. */
  needs: z.optional(z.array(OpenNeed).check(z.maxLength(NEED_KINDS.length))),
  /** Of the team's clocks the one that is due first. */
  clock: z.optional(z.strictObject({ code: TeamClockCode, dueDay: Day })),
  labels: z.array(LabelText).check(z.maxLength(CARD_LABELS_MAX)),
  /** The case has labels beside these; absent where these are all. */
  moreLabels: z.optional(z.literal(true)),
});

export const Card = z.strictObject({
  ...CardHead,
  /** The day since which whoever reported waits for an answer; absent while they wait for none. */
  unansweredSince: z.optional(Day),
  /** Absent until anything was written down, and on a card that a reporter wrote: they hold no key to it. */
  casework: z.optional(CardCasework),
});
export type Card = z.infer<typeof Card>;

function cardCasework(casework: Casework): z.infer<typeof CardCasework> {
  const { stage, stageSince, triage, assignment, barrier, clocks, needs, labels } = casework;
  const assigned = assignment?.member ?? null;
  const taskDueDay = nextTaskDay(casework);
  const clock = nextTeamClock(clocks);
  const [waiting] = waitingReviews(casework);
  const unpaid = needs
    .filter(({ funded }) => funded !== "YES")
    .map(({ kind, funded, since }) => ({ kind, funded, since }));
  return {
    stage,
    ...(stageSince.length > 0 && { stageSince: stageSince.slice(-CARD_STAGES_MAX) }),
    ...(triage !== null && { riskChild: triage.riskChild, riskReporter: triage.riskReporter }),
    ...(assigned !== null && { assigned }),
    ...(barrier !== null && { waitsOn: barrier.waitsOn }),
    ...(taskDueDay !== null && { taskDueDay }),
    ...(clock !== null && { clock }),
    ...(waiting !== undefined && { signOff: waiting.by }),
    ...(unpaid.length > 0 && { needs: unpaid }),
    labels: labels.slice(-CARD_LABELS_MAX),
    ...(labels.length > CARD_LABELS_MAX && { moreLabels: true }),
  };
}

const encoder = new TextEncoder();

/** What a card has room for beside its signature and one byte of padding. */
const JSON_BYTES_MAX = CARD_BYTES - SIGNATURE_BYTES - 1;
/** Of a title that JSON writes at such length that nothing else would fit. */
const TIGHT_TITLE_MAX = 22;

function fits(card: Card): boolean {
  return encoder.encode(JSON.stringify(card)).length <= JSON_BYTES_MAX;
}

/** As many labels as there is room for, the newest first to stay; then the end of the title goes. */
function fitted(card: Card): Card {
  const { casework } = card;
  if (casework === undefined || fits(card)) return card;
  const { labels } = casework;
  return labels.length > 0
    ? fitted({ ...card, casework: { ...casework, labels: labels.slice(1), moreLabels: true } })
    : { ...card, title: cut(card.title, TIGHT_TITLE_MAX) };
}

/** Always fits its one size. @throws when the case holds no report yet. */
export function cardOf(state: CaseState): Card {
  const { casework, unansweredSince } = state;
  return fitted({
    ...cardHead(state),
    ...(unansweredSince !== null && { unansweredSince }),
    // Until somebody has written anything down there is nothing to say of it.
    ...(casework !== NO_CASEWORK && { casework: cardCasework(casework) }),
  });
}
