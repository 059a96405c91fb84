/** Payloads of every entry type, as somebody could have written them. */
import * as fc from "fast-check";
import type { Lane } from "../../worker/contract/entry-header.ts";
import { CHANNELS } from "../../web/payload/channels.ts";
import { CLOSURE_REASONS } from "../../web/payload/entries/closure.ts";
import { entryTypes, type EntryTypeName, type Payload } from "../../web/payload/entries/index.ts";
import type { Author } from "../../web/payload/entry-type.ts";
import type { OpenedEntry } from "../../web/payload/journal.ts";

/** base64url of 16, 32 and 1,216 bytes. */
export const MEMBER = `${"B".repeat(21)}A`;
export const SECOND_MEMBER = `${"C".repeat(21)}A`;
const DESK = `${"F".repeat(21)}A`;
export const REPORT_HASH = `${"D".repeat(42)}A`;
const REPORTER_KEY = `${"E".repeat(1_621)}A`;

const language: fc.Arbitrary<string> = fc.constantFrom("en", "fr", "ar", "zh-Hans", "sr-Latn-RS");
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
const channel = fc.constantFrom(...CHANNELS);
const reason = fc.constantFrom(...CLOSURE_REASONS);
const recipients: fc.Arbitrary<string[]> = fc.constantFrom([MEMBER], [MEMBER, SECOND_MEMBER]);

const whom = fc.constantFrom(MEMBER, SECOND_MEMBER);
const why = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const notes = fc.constant(REPORT_HASH);
/** Whatever it says: what is in a statement is not this room's to check. */
const signed = fc.constant({ statement: "e30", signature: `${"G".repeat(85)}A` });

export const payloads = {
  report: fc.record({
    type: fc.constant("report" as const),
    desk: fc.constant(DESK),
    urgent: fc.boolean(),
    channel,
    language,
    title: fc.string({ unit: "grapheme", maxLength: 20 }),
    text,
    recipients,
    excluded: fc.constant<string[]>([]),
    reporterKey: fc.constant(REPORTER_KEY),
  }),
  message: fc.record({ type: fc.constant("message" as const), language, text }),
  acknowledgement: fc.constant({ type: "acknowledgement" as const }),
  closure: fc.record({ type: fc.constant("closure" as const), reason, language, text }),
  withdrawal: fc.constant({ type: "withdrawal" as const }),
  opening: fc.record({
    type: fc.constant("opening" as const),
    recipients,
    report: fc.constant(REPORT_HASH),
  }),
  note: fc.record({ type: fc.constant("note" as const), language, text }),
  grant: fc.record({
    type: fc.constant("grant" as const),
    member: whom,
    reason: why,
    language,
    notes,
  }),
  "exclusion-override": fc.record({
    type: fc.constant("exclusion-override" as const),
    member: whom,
    reason: why,
    language,
  }),
  recusal: fc.record({ type: fc.constant("recusal" as const), reason: why, language, notes }),
  removal: fc.record({
    type: fc.constant("removal" as const),
    member: whom,
    reason: why,
    language,
    notes,
  }),
  rekey: fc.record({
    type: fc.constant("rekey" as const),
    epoch: fc.integer({ min: 1, max: 3 }),
    recipients,
    conversationKeyHash: fc.constant(REPORT_HASH),
    internalKeyHash: fc.constant(REPORT_HASH),
    notes,
  }),
  "identity-left": fc.record({
    type: fc.constant("identity-left" as const),
    envelope: fc.constant(REPORT_HASH),
    threshold: fc.constant(1),
    custodians: fc.constantFrom([MEMBER], [MEMBER, SECOND_MEMBER]),
  }),
  "identity-withdrawn": fc.constant({ type: "identity-withdrawn" as const }),
  "release-request": fc.record({ type: fc.constant("release-request" as const), request: signed }),
  "release-decision": fc.record({
    type: fc.constant("release-decision" as const),
    decision: signed,
  }),
  "release-opened": fc.record({
    type: fc.constant("release-opened" as const),
    release: fc.constant(DESK),
  }),
} satisfies { readonly [Name in EntryTypeName]: fc.Arbitrary<Extract<Payload, { type: Name }>> };

export const reporter: Author = { kind: "reporter" };
export const member: Author = { kind: "member", member: MEMBER };

/** Somebody who may write that type. */
export function allowedAuthor(name: EntryTypeName): Author {
  const by: readonly string[] = entryTypes[name].by;
  return by.includes("reporter") ? reporter : member;
}

export function opened(
  json: string,
  lane: Lane,
  seq: number,
  author: Author,
  day = 20_500 + seq,
): OpenedEntry {
  return { lane, seq, day, author, json };
}
