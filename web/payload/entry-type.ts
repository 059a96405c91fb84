/**
 * What a journal entry type is: one file in entries/ with its schema, who may write it, in which lane,
 * and how it changes the case. The state of a case is the fold of its journal (PROTOCOL.md, Journal).
 */
import type * as z from "zod/mini";
import type { Lane } from "../../worker/contract/entry-header.ts";
import type { CaseState } from "./case-state.ts";

/** A reporter signs nothing; a member is named by id, and their signature was checked before this. */
export type Author =
  | { readonly kind: "reporter" }
  | { readonly kind: "member"; readonly member: string };

/** Where and when an entry stands; `day` is days since 1970-01-01, UTC. */
export interface EntryPlace {
  readonly lane: Lane;
  readonly seq: number;
  readonly day: number;
  readonly author: Author;
}

export interface EntryType<Name extends string, Schema extends z.ZodMiniType> {
  readonly type: Name;
  readonly lane: Lane;
  readonly by: readonly Author["kind"][];
  readonly schema: Schema;
  /**
   * May this entry do what it says, as the case stood before it? One that may not is shown as refused and
   * changes nothing. Where it is left out, lane and author are all there is to ask.
   */
  readonly permits?: (state: CaseState, payload: z.infer<Schema>, place: EntryPlace) => boolean;
  /** Pure, and only asked for what is permitted. What the reducer does not know it leaves as it was. */
  readonly reduce: (state: CaseState, payload: z.infer<Schema>, place: EntryPlace) => CaseState;
}

export function entryType<Name extends string, Schema extends z.ZodMiniType>(
  definition: EntryType<Name, Schema>,
): EntryType<Name, Schema> {
  return definition;
}
