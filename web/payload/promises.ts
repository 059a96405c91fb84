/**
 * What whoever reported is promised, and how each promise stands by the journal alone: one row a promise. Every client
 * counts for itself, so a receipt that says other days than the journal is seen to.
 */
import { acknowledgeByDay, feedbackDueDay } from "../../worker/contract/clocks.ts";
import {
  PROMISES,
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

interface PromiseRule {
  /** The last day on which it is kept in time; `receivedDay` is the report's own. */
  readonly dueDay: (state: CaseState, receivedDay: number) => number;
  readonly metDay: (state: CaseState) => number | null;
}

const RULES: Readonly<Record<PromiseName, PromiseRule>> = {
  acknowledgement: {
    dueDay: (_state, receivedDay) => acknowledgeByDay(receivedDay),
    metDay: ({ acknowledgedDay }) => acknowledgedDay,
  },
  feedback: {
    dueDay: ({ acknowledgedDay, reopenedDay, feedbackExtension }, receivedDay) =>
      feedbackDueDay({
        receivedDay,
        acknowledgedDay,
        reopenedDay,
        feedbackExtendedDay: feedbackExtension?.day ?? null,
      }),
    metDay: ({ feedbackDay }) => feedbackDay,
  },
};

/** In the order they fall due; none before there is a report. */
export function promisesOf(state: CaseState): readonly PromiseStanding[] {
  const { receivedDay } = state;
  if (receivedDay === null) return [];
  return PROMISES.map((promise) => ({
    promise,
    dueDay: RULES[promise].dueDay(state, receivedDay),
    metDay: RULES[promise].metDay(state),
  }));
}

/** What is still owed, in the order it falls due: nothing once the report was taken back. */
export function openPromises(state: CaseState): readonly PromiseStanding[] {
  if (state.withdrawnDay !== null) return [];
  return promisesOf(state).filter(({ metDay }) => metDay === null);
}

function isSigned({ receipts }: CaseState, standing: PromiseStanding): boolean {
  return receipts.some(({ promises }) =>
    promises.some(
      ({ promise, dueDay, metDay }) =>
        promise === standing.promise &&
        (standing.metDay === null
          ? dueDay === standing.dueDay && metDay === null
          : metDay === standing.metDay),
    ),
  );
}

/**
 * What an act on that day has to sign: each promise kept that no receipt says so of, and each whose day has passed,
 * once. Nobody reads a receipt after the report was taken back.
 */
export function unsignedPromises(state: CaseState, day: number): readonly PromiseStanding[] {
  if (state.withdrawnDay !== null) return [];
  return promisesOf(state)
    .filter(({ metDay, dueDay }) => metDay !== null || dueDay < day)
    .filter((standing) => !isSigned(state, standing));
}

/** What it says; whether it is signed is another question. */
export function readReceipt(signed: Signed): Receipt | null {
  return readStatement(Receipt, signed);
}
