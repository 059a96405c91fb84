/**
 * What the bench says about its samples: medians, quartiles, and the Mann-Whitney U test.
 * Invariant: nothing here drops a sample; a noisy machine shows as a wide range, not as a cleaner number.
 */

/** @param share 0 for the least, 0.5 for the median, 1 for the greatest. @throws RangeError without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError("statistics: no samples");
  return below + (above - below) * (at - Math.floor(at));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export interface Spread {
  readonly samples: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly greatest: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  return {
    samples: samples.length,
    least: quantile(samples, 0),
    lowerQuartile: quantile(samples, 0.25),
    median: median(samples),
    upperQuartile: quantile(samples, 0.75),
    greatest: quantile(samples, 1),
  };
}

/** Complementary error function, relative error below 1.2e-7 (Numerical Recipes, 6.2, `erfcc`). */
function erfc(x: number): number {
  const t = 1 / (1 + Math.abs(x) / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const polynomial = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const value = t * Math.exp(-x * x + polynomial);
  return x >= 0 ? value : 2 - value;
}

export interface MannWhitney {
  /** Pairs in which the left sample is the greater one, ties counting one half. */
  readonly u: number;
  /** Standard deviation of `u` if both came from one distribution, ties taken into account. */
  readonly deviation: number;
  /** Two-sided, by the normal approximation with a continuity correction of one half. */
  readonly p: number;
}

/** Do two groups of samples look like one? @throws RangeError when either is empty. */
export function mannWhitney(left: readonly number[], right: readonly number[]): MannWhitney {
  if (left.length === 0 || right.length === 0) throw new RangeError("statistics: no samples");
  const pooled = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ].toSorted((one, other) => one.value - other.value);
  const total = pooled.length;
  let leftRanks = 0;
  let ties = 0;
  for (let from = 0; from < total;) {
    const value = pooled[from]?.value;
    let to = from + 1;
    while (to < total && pooled[to]?.value === value) to += 1;
    const equal = pooled.slice(from, to);
    // Ranks from + 1 to to, shared evenly.
    leftRanks += ((from + 1 + to) / 2) * equal.filter(({ isLeft }) => isLeft).length;
    ties += equal.length ** 3 - equal.length;
    from = to;
  }
  const pairs = left.length * right.length;
  const u = leftRanks - (left.length * (left.length + 1)) / 2;
  const deviation = Math.sqrt((pairs / 12) * (total + 1 - ties / (total * (total - 1))));
  const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5);
  return {
    u,
    deviation,
    p: deviation === 0 ? 1 : Math.min(1, erfc(distance / deviation / Math.SQRT2)),
  };
}
