/** The bench's statistics against published answers and against counting every case. */
import { describe, expect, it } from "vitest";
import { mannWhitney, median, quantile, spreadOf } from "./statistics.ts";

describe("the Mann-Whitney test", () => {
  it("gives the answer of SciPy's own worked example", () => {
    // docs.scipy.org, scipy.stats.mannwhitneyu: U = 17, asymptotic p = 0.11134688653314041
    const { u, p } = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12]);
    expect(u).toBe(17);
    expect(p).toBeCloseTo(0.111_346_886_533, 6);
  });

  it("gives SciPy's answer where samples are tied", () => {
    // mannwhitneyu([1, 2, 2, 3], [2, 3, 3, 4, 4], method="asymptotic")
    const { u, p } = mannWhitney([1, 2, 2, 3], [2, 3, 3, 4, 4]);
    expect(u).toBe(3);
    expect(p).toBeCloseTo(0.097_831_668_985, 6);
  });

  it("does not depend on which group is named first", () => {
    const left = [3, 1, 4, 1, 5, 9, 2, 6];
    const right = [2, 7, 1, 8, 2, 8];
    const one = mannWhitney(left, right);
    const other = mannWhitney(right, left);
    expect(one.u + other.u).toBe(left.length * right.length);
    expect(one.p).toBe(other.p);
  });

  it("has, with ties, the deviation that counting every division of the samples has", () => {
    const pooled = [1, 2, 2, 3, 2, 3, 3, 4, 4];
    const taken = 4;
    const all: number[] = [];
    for (let mask = 0; mask < 2 ** pooled.length; mask += 1) {
      const inLeft = (at: number): boolean => ((mask >> at) & 1) === 1;
      const left = pooled.filter((_, at) => inLeft(at));
      if (left.length !== taken) continue;
      all.push(
        mannWhitney(
          left,
          pooled.filter((_, at) => !inLeft(at)),
        ).u,
      );
    }
    expect(all).toHaveLength(126);
    const mean = all.reduce((sum, u) => sum + u, 0) / all.length;
    const variance = all.reduce((sum, u) => sum + (u - mean) ** 2, 0) / all.length;
    expect(mean).toBeCloseTo((taken * (pooled.length - taken)) / 2, 10);
    const { deviation } = mannWhitney(pooled.slice(0, taken), pooled.slice(taken));
    expect(deviation).toBeCloseTo(Math.sqrt(variance), 10);
  });

  it("says nothing of groups that are all one value, and much of groups that do not overlap", () => {
    expect(mannWhitney([5, 5, 5], [5, 5]).p).toBe(1);
    const low = Array.from({ length: 200 }, (_, at) => at);
    expect(mannWhitney(low, low).p).toBe(1);
    expect(
      mannWhitney(
        low,
        low.map((value) => value + 200),
      ).p,
    ).toBeLessThan(1e-60);
  });
});

describe("quantiles", () => {
  it("lie between the samples when none is in the middle", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(spreadOf([2, 1])).toMatchObject({ samples: 2, least: 1, median: 1.5, greatest: 2 });
  });

  it("are not made up where there is nothing", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => mannWhitney([], [1])).toThrow(RangeError);
  });
});
