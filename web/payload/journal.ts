/**
 * From opened entries to the state of a case. Nothing is dropped: what this version does not understand,
 * or what its author may not write, stays in the list and says so.
 */
import * as z from "zod/mini";
import type { CaseState } from "./case-state.ts";
import { NEW_CASE } from "./case-state.ts";
import type { EntryPlace } from "./entry-type.ts";
import type { CaseworkPayload, Payload } from "./entries/index.ts";
import {
  entryTypes,
  Payload as PayloadSchema,
  permitsEntry,
  reduceEntry,
} from "./entries/index.ts";

/** An entry whose seal, chain and signature held; `json` is its decrypted payload, still unparsed. */
export interface OpenedEntry extends EntryPlace {
  readonly json: string;
}

export type JournalItem = EntryPlace &
  (
    | { readonly kind: "known"; readonly payload: Payload }
    /** A type or field from a newer version, or malformed: shown by its name, changes nothing. */
    | { readonly kind: "unknown"; readonly type: string }
    /** A known type in a lane, from an author or at a time that may not carry it: shown, changes nothing. */
    | { readonly kind: "refused"; readonly type: string }
  );

const Typed = z.object({ type: z.string().check(z.maxLength(64)) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function readEntry(entry: OpenedEntry): JournalItem {
  const { lane, seq, day, author } = entry;
  const place = { lane, seq, day, author };
  const json = parseJson(entry.json);
  const payload = PayloadSchema.safeParse(json);
  if (!payload.success) {
    const typed = Typed.safeParse(json);
    return { ...place, kind: "unknown", type: typed.success ? typed.data.type : "" };
  }
  return itemOf(payload.data, place);
}

/** That payload where it stands: refused in a lane or from an author that may not carry it. */
export function itemOf(payload: Payload, place: EntryPlace): JournalItem {
  const { type } = payload;
  const rule = entryTypes[type];
  const by: readonly string[] = rule.by;
  if (rule.lane !== place.lane || !by.includes(place.author.kind)) {
    return { ...place, kind: "refused", type };
  }
  return { ...place, kind: "known", payload };
}

/** The case after one more item. */
export function foldItem(state: CaseState, item: JournalItem): CaseState {
  return item.kind === "known" ? reduceEntry(state, item.payload, item) : state;
}

/** The item as it counts where the case stands: refused, when it may not do what it says. */
export function judged(state: CaseState, item: JournalItem): JournalItem {
  if (item.kind !== "known" || permitsEntry(state, item.payload, item)) return item;
  const { lane, seq, day, author, payload } = item;
  return { lane, seq, day, author, kind: "refused", type: payload.type };
}

/** Could a member write that now, as far as the case itself goes? What they may read is asked elsewhere. */
export function permitsNext(state: CaseState, payload: CaseworkPayload, day: number): boolean {
  const author = { kind: "member", member: "" } as const;
  return permitsEntry(state, payload, { lane: "internal", seq: 0, day, author });
}

/** Items in lane order; the state is the same whatever order the lanes are interleaved in. */
export function foldJournal(items: readonly JournalItem[]): CaseState {
  return items.reduce(foldItem, NEW_CASE);
}

/** The JSON an entry carries. @throws when the payload is not one of the entry types. */
export function writePayload(payload: Payload): string {
  return JSON.stringify(PayloadSchema.parse(payload));
}
