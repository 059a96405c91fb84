/** Counts as the server gives them: a part at a time, to the last. */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import {
  COUNT_PARTS,
  type DeskCounts,
  type MonthCounts,
  type ReaderCounts,
} from "../../worker/contract/figures.ts";
import { call } from "./call.ts";
import type { DeskSession } from "./session.ts";
import { addDesks, addMonths, addReaders } from "./sums.ts";

/** Every part, from the first to the last. A server that sends somebody on for ever is not followed. */
async function everyPart<Page extends { readonly next: string | null }>(
  ask: (from: string | null) => Promise<Page>,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let from: string | null = null;
  do {
    const page: Page = await ask(from);
    pages.push(page);
    from = page.next;
  } while (from !== null && pages.length < COUNT_PARTS);
  return pages;
}

export interface BoardCounts {
  readonly desks: readonly DeskCounts[];
  readonly readers: readonly ReaderCounts[];
}

/** @throws ApiFailure */
export async function countBoard({ token }: Pick<DeskSession, "token">): Promise<BoardCounts> {
  const pages = await everyPart<OutputOf<"board">>((from) => call("board", { from }, { token }));
  return {
    desks: addDesks(pages.flatMap(({ desks }) => desks)),
    readers: addReaders(pages.flatMap(({ readers }) => readers)),
  };
}

/** By desk and month. @throws ApiFailure */
export async function countMonths({
  token,
}: Pick<DeskSession, "token">): Promise<readonly MonthCounts[]> {
  const pages = await everyPart<OutputOf<"caseCounts">>((from) =>
    call("caseCounts", { from }, { token }),
  );
  return addMonths(pages.flatMap(({ months }) => months)).toSorted((a, b) => b.month - a.month);
}
