/**
 * One piece of work at a time, in the order asked. The vault seals on the case it opened last; without
 * turns, words meant for one reporter could be sealed into another's case.
 */

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A failed turn fails for whoever asked for it and holds nobody else up. */
export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(work, work);
    last = turn;
    return await turn;
  };
}
