/**
 * What whoever reported is promised, and how each promise stands by the journal alone: one row a promise. Every client
 * counts for itself, so a receipt that says other days than the journal is seen to.
 */
import { acknowledgeByDay, challengeByDay, feedbackDueDay } from "../../worker/contract/clocks.ts";
import {
  PROMISES,
  PROMISES_MAX,
  Receipt,
  type PromiseName,
  type PromiseStanding,
} from "../../worker/contract/receipt.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { readStatement } from "../../worker/contract/statement.ts";
import type { CaseState } from "./case-state.ts";

/** A receipt that stands in the conversation. */
export interface KeptReceipt {
  readonly seq: number;
  readonly day: number;
  /** Member id. */
  readonly by: string;
  readonly promises: readonly PromiseStanding[];
}

interface Days {
  /** The last day on which it is kept in time. */
  readonly dueDay: number;
  readonly metDay: number | null;
}

/** How often it was promised, and each time until when; `receivedDay` is the report's own. */
type PromiseRule = (state: CaseState, receivedDay: number) => readonly Days[];

const RULES: Readonly<Record<PromiseName, PromiseRule>> = {
  acknowledgement: ({ acknowledgedDay }, receivedDay) => [
    { dueDay: acknowledgeByDay(receivedDay), metDay: acknowledgedDay },
  ],
  feedback: ({ acknowledgedDay, reopenedDay, feedbackExtension, feedbackDay }, receivedDay) => [
    {
      dueDay: feedbackDueDay({
        receivedDay,
        acknowledgedDay,
        reopenedDay,
        feedbackExtendedDay: feedbackExtension?.day ?? null,
      }),
      metDay: feedbackDay,
    },
  ],
  "challenge-decision": ({ challenges }) =>
    challenges.map(({ day, decision }) => ({
      dueDay: challengeByDay(day),
      metDay: decision?.day ?? null,
    })),
};

/** As PROMISES has them; none before there is a report. */
export function promisesOf(state: CaseState): readonly PromiseStanding[] {
  const { receivedDay } = state;
  if (receivedDay === null) return [];
  return PROMISES.flatMap((promise) =>
    RULES[promise](state, receivedDay).map((days) => ({ promise, ...days })),
  );
}

/** What is still owed of the report itself, in the order it falls due: nothing once it was taken back. */
export function openPromises(state: CaseState): readonly PromiseStanding[] {
  if (state.withdrawnDay !== null) return [];
  return promisesOf(state).filter(
    ({ promise, metDay }) => metDay === null && promise !== "challenge-decision",
  );
}

function isSigned({ receipts }: CaseState, standing: PromiseStanding): boolean {
  return receipts.some(({ promises }) =>
    promises.some(
      ({ promise, dueDay, metDay }) =>
        promise === standing.promise &&
        metDay === standing.metDay &&
        // What was kept stays kept, though a longer time was asked for since; of challenges there may be several.
        (dueDay === standing.dueDay || (metDay !== null && promise !== "challenge-decision")),
    ),
  );
}

/**
 * What an act on that day has to sign: each promise kept that no receipt says so of, and each whose day has passed,
 * once; of two to one day the first. Nobody reads a receipt after the report was taken back.
 */
export function unsignedPromises(state: CaseState, day: number): readonly PromiseStanding[] {
  if (state.withdrawnDay !== null) return [];
  return promisesOf(state)
    .filter(({ metDay, dueDay }) => metDay !== null || dueDay < day)
    .filter((standing) => !isSigned(state, standing))
    .filter(
      ({ promise, dueDay }, at, all) =>
        all.findIndex((one) => one.promise === promise && one.dueDay === dueDay) === at,
    )
    .slice(0, PROMISES_MAX);
}

/** What it says; whether it is signed is another question. */
export function readReceipt(signed: Signed): Receipt | null {
  return readStatement(Receipt, signed);
}
