/**
 * A case outside Tern: the parts somebody chose, each with its hash. The published schema is made from the one here.
 * What a copy shows is what its maker could read that day; it proves neither who wrote what nor that their clocks were
 * right, and says so itself.
 */
import * as z from "zod/mini";
import { Hash, Id } from "../../worker/contract/bytes.ts";
import { LANES } from "../../worker/contract/entry-header.ts";
import { Seq } from "../../worker/contract/journal.ts";
import { Channel } from "./channels.ts";
import { STANDINGS } from "./case-state.ts";
import type { EntryTypeName, Payload } from "./entries/index.ts";
import { EXPORT_PARTS, ExportPart } from "./entries/export.ts";
import type { JournalItem } from "./journal.ts";
import { isStaying, leftOutOf, takenOutIn, type Staying } from "./never-travels.ts";
import { LanguageTag } from "./text.ts";

export const EXPORT_FORMAT = "tern-case-export/1";

/** Full date of RFC 3339: a copy is read by people and by other systems. */
const ExportDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const ExportedEntry = z.strictObject({
  lane: z.enum(LANES),
  seq: Seq,
  date: ExportDate,
  /** `reporter`, `member` where names were left out, or a member's name. */
  by: z.string(),
  /** As the protocol names it, but `entry` for what stays in Tern; `refused` and `unknown` ones stand in the history alone. */
  type: z.string(),
  standing: z.enum(["known", "refused", "unknown"]),
  /** The entry's own fields but its type; days are days since 1970-01-01, UTC. Absent in the history. */
  fields: z.optional(z.record(z.string(), z.unknown())),
});
export type ExportedEntry = z.infer<typeof ExportedEntry>;

const Manifest = z.strictObject({
  algorithm: z.literal("SHA-256"),
  /** Of each part's JSON with its keys sorted and no white space (RFC 8785). base64url. */
  parts: z.array(z.strictObject({ part: ExportPart, bytes: z.int(), hash: Hash })),
});
type Manifest = z.infer<typeof Manifest>;
export type ManifestOf<Part extends string> = Omit<Manifest, "parts"> & {
  readonly parts: readonly (Omit<Manifest["parts"][number], "part"> & { readonly part: Part })[];
};

export const CaseExport = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  origin: z.string(),
  organisation: z.string(),
  case: Id,
  desk: z.string(),
  channel: z.nullable(Channel),
  standing: z.enum(STANDINGS),
  receivedDate: ExportDate,
  exportedDate: ExportDate,
  exportedBy: z.string(),
  recipient: z.string(),
  language: LanguageTag,
  /** The last entry of each lane that was read for it. */
  covers: z.strictObject({ conversation: Seq, internal: Seq }),
  parts: z.partialRecord(ExportPart, z.array(ExportedEntry)),
  manifest: Manifest,
  /** What the copy can prove, and what it cannot. */
  proves: z.string(),
});
export type CaseExport = z.infer<typeof CaseExport>;

/**
 * In which part an entry stands, beside the history, which has a line for each. A translation stands where its original
 * does: whoever chose to leave that out did not choose to say it in another language.
 */
const PART_OF: Readonly<
  Record<Exclude<EntryTypeName, Staying | "translation">, Exclude<ExportPart, "history">>
> = {
  report: "report",
  voice: "voice",
  message: "conversation",
  notice: "conversation",
  acknowledgement: "conversation",
  "feedback-extension": "conversation",
  closure: "conversation",
  challenge: "conversation",
  "challenge-decision": "conversation",
  reopening: "conversation",
  receipt: "conversation",
  withdrawal: "conversation",
  "identity-left": "conversation",
  "identity-withdrawn": "conversation",
  "release-request": "conversation",
  "release-decision": "conversation",
  "release-opened": "conversation",
  note: "notes",
  opening: "readers",
  grant: "readers",
  recusal: "readers",
  removal: "readers",
  rekey: "readers",
  export: "readers",
  triage: "work",
  stage: "work",
  assignment: "work",
  label: "work",
  task: "work",
  "task-outcome": "work",
  "care-item": "work",
  "care-item-outcome": "work",
  measure: "work",
  "measure-review": "work",
  "review-sign-off": "work",
  interpreter: "work",
  consent: "work",
  "consent-withdrawal": "work",
  barrier: "work",
  link: "work",
  conference: "work",
  "best-interests": "work",
  "fairness-check": "work",
  "right-of-reply": "work",
  remedy: "work",
  "hand-over": "work",
  "hand-over-outcome": "work",
  need: "work",
  explanation: "work",
  "legal-hold": "work",
  "legal-hold-end": "work",
  clock: "work",
  "clock-pause": "work",
  "clock-resume": "work",
  "clock-extension": "work",
  "clock-end": "work",
};

/**
 * Never in a copy: keys and hashes, whom the reporter took out, and who keeps the key to who they are. The page shows
 * none of these either; what it does show and no copy holds is in never-travels.ts.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "type",
  "recipients",
  "excluded",
  "reporterKey",
  "identity",
  "envelope",
  "custodians",
  "request",
  "decision",
  "receipt",
  "report",
  "conversationKeyHash",
  "internalKeyHash",
  "notes",
]);

/** Fields that hold a member's id. */
const NAMES_A_MEMBER: ReadonlySet<string> = new Set(["member"]);

const MILLISECONDS_A_DAY = 86_400_000;

export function exportDate(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

export interface Naming {
  /** A member's name, or the same word for each where names are left out. */
  readonly member: (id: string) => string;
}

function fieldsOf(
  item: JournalItem & { readonly kind: "known" },
  { member }: Naming,
  takenOut: readonly string[],
) {
  const leftOut = leftOutOf(item.payload, takenOut);
  const kept = Object.entries(item.payload).filter(
    ([name]) => !LEFT_OUT.has(name) && !leftOut.includes(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]): [string, unknown] => [
      name,
      NAMES_A_MEMBER.has(name) && typeof value === "string" ? member(value) : value,
    ]),
  );
}

/** What stands in the history for the type of an entry that stays in Tern. */
const UNTOLD = "entry";

function typeOf(item: JournalItem): string {
  return item.kind === "known" ? item.payload.type : item.type;
}

function tellableType(item: JournalItem): string {
  const type = typeOf(item);
  return isStaying(type) ? UNTOLD : type;
}

/** @param takenOut member ids; null for a line without fields */
function entryOf(
  item: JournalItem,
  naming: Naming,
  takenOut: readonly string[] | null,
): ExportedEntry {
  const { lane, seq, day, author, kind } = item;
  return {
    lane,
    seq,
    date: exportDate(day),
    by: author.kind === "reporter" ? "reporter" : naming.member(author.member),
    type: tellableType(item),
    standing: kind,
    ...(takenOut !== null && kind === "known" && { fields: fieldsOf(item, naming, takenOut) }),
  };
}

/** The entries of one part, in the order of their lanes. */
export function exportPart(
  part: ExportPart,
  items: readonly JournalItem[],
  naming: Naming,
): ExportedEntry[] {
  if (part === "history") return items.map((item) => entryOf(item, naming, null));
  const takenOut = takenOutIn(items);
  return itemsOfPart(part, items).map((item) => entryOf(item, naming, takenOut));
}

/** The report is the first entry of its lane. */
const REPORT_SEQ = 1;

/** Null: in none. */
function partOf(payload: Payload): ExportPart | null {
  if (payload.type === "translation") {
    return payload.original === REPORT_SEQ ? "report" : "conversation";
  }
  return isStaying(payload.type) ? null : PART_OF[payload.type];
}

/** That part's items, for a page that shows them. */
export function itemsOfPart(part: ExportPart, items: readonly JournalItem[]): JournalItem[] {
  if (part === "history") return [...items];
  return items.filter((item) => {
    if (item.kind !== "known") return false;
    return partOf(item.payload) === part;
  });
}

/** JSON with sorted keys and no white space: RFC 8785 for what a copy holds, strings, whole numbers and their like. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonicalJson(held)}`);
  return `{${members.join(",")}}`;
}

/** Of a copy, or of a summary. */
export function manifestText(manifest: ManifestOf<string>): string {
  return canonicalJson(manifest);
}

/** In the order the parts are listed, whatever order they were chosen in. */
export function orderedParts(parts: readonly ExportPart[]): ExportPart[] {
  return EXPORT_PARTS.filter((part) => parts.includes(part));
}
