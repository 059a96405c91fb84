/** Which of some numbers must have been moved, if they once stood in rising order: as few as explain it. */

/**
 * Those outside one longest rising run through the numbers (patience sorting: the top of pile `n` is the least
 * number that a rising run of `n + 1` can end with). All numbers differ.
 */
export function outOfOrder(numbers: readonly number[]): readonly number[] {
  const tops: number[] = [];
  const before = new Map<number, number>();
  for (const number of numbers) {
    const pile = firstNotBelow(tops, number);
    const under = pile === 0 ? undefined : tops[pile - 1];
    if (under !== undefined) before.set(number, under);
    tops[pile] = number;
  }
  const inOrder = new Set<number>();
  for (let at = tops.at(-1); at !== undefined; at = before.get(at)) inOrder.add(at);
  return numbers.filter((number) => !inOrder.has(number));
}

/** The first place in rising numbers that holds no less than `number`. */
function firstNotBelow(rising: readonly number[], number: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
