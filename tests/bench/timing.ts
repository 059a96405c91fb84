/**
 * Two ways of doing the same thing, timed side by side. Each round runs both, in turns first and second, so
 * that whatever else the machine is doing falls on both; what is reported is the median of the rounds' ratios.
 */
import { median, spreadOf, type Spread } from "./statistics.ts";

/** One timed run. What it needs is made before; what it made is thrown away. */
export type Work = () => Promise<void> | void;

export interface Rounds {
  readonly warmUps: number;
  readonly rounds: number;
}

export interface Comparison {
  /** Median over the rounds of left over right. */
  readonly ratio: number;
  readonly spread: Spread;
  readonly leftMilliseconds: Spread;
  readonly rightMilliseconds: Spread;
}

async function millisecondsOf(work: Work): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export async function compare(
  left: Work,
  right: Work,
  { warmUps, rounds }: Rounds,
): Promise<Comparison> {
  const lefts: number[] = [];
  const rights: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    let leftTook = 0;
    let rightTook = 0;
    if (round % 2 === 0) {
      leftTook = await millisecondsOf(left);
      rightTook = await millisecondsOf(right);
    } else {
      rightTook = await millisecondsOf(right);
      leftTook = await millisecondsOf(left);
    }
    if (round >= 0) {
      lefts.push(leftTook);
      rights.push(rightTook);
    }
  }
  return comparisonOf(lefts, rights);
}

/** @param lefts and rights round by round: as many of the one as of the other. */
export function comparisonOf(lefts: readonly number[], rights: readonly number[]): Comparison {
  const ratios = lefts.flatMap((left, round) => {
    const right = rights[round];
    return right === undefined ? [] : [left / right];
  });
  return {
    ratio: median(ratios),
    spread: spreadOf(ratios),
    leftMilliseconds: spreadOf(lefts),
    rightMilliseconds: spreadOf(rights),
  };
}
