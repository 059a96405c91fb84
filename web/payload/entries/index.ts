/** Every journal entry type there is. A new one is its file and its line in this table. */
import * as z from "zod/mini";
import type { CaseState } from "../case-state.ts";
import type { EntryPlace } from "../entry-type.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { closure } from "./closure.ts";
import { message } from "./message.ts";
import { note } from "./note.ts";
import { opening } from "./opening.ts";
import { report } from "./report.ts";
import { withdrawal } from "./withdrawal.ts";

export const entryTypes = {
  report,
  message,
  acknowledgement,
  closure,
  withdrawal,
  opening,
  note,
} as const;

type EntryTypes = typeof entryTypes;
export type EntryTypeName = keyof EntryTypes;
export type PayloadOf<Name extends EntryTypeName> = z.infer<EntryTypes[Name]["schema"]>;
export type Payload = PayloadOf<EntryTypeName>;

export const Payload = z.union(Object.values(entryTypes).map(({ schema }) => schema));

/** The table told apart by name: the reducer of `name` takes a PayloadOf<name>. */
const reducers: {
  readonly [Name in EntryTypeName]: {
    reduce(state: CaseState, payload: PayloadOf<Name>, place: EntryPlace): CaseState;
  };
} = entryTypes;

/** The case after this entry. */
export function reduceEntry<Name extends EntryTypeName>(
  state: CaseState,
  payload: PayloadOf<Name> & { readonly type: Name },
  place: EntryPlace,
): CaseState {
  return reducers[payload.type].reduce(state, payload, place);
}
