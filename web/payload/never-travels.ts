/**
 * What is in no copy of a case, neither in a file nor on paper, though whoever made the copy can read it.
 * Invariant: both forms of a copy ask here, and neither has a list of its own.
 */
import type { Casework } from "./casework.ts";
import type { EntryTypeName, Payload, PayloadOf } from "./entries/index.ts";
import type { JournalItem } from "./journal.ts";

/** Fields that a copy leaves out, by the type of their entry. */
const LEFT_OUT = {
  // What must not travel, because it would endanger somebody (Hague Convention 1996, 37).
  "hand-over": ["withheld"],
  // That there is another case, and that it is about the same child, is nobody else's to learn.
  link: ["case", "relation"],
} as const satisfies { readonly [Name in EntryTypeName]?: readonly (keyof PayloadOf<Name>)[] };

/**
 * Entries that stay here whole. Of them a copy's history says that an entry stands there, and not which of these it is:
 * that there is something to hide is no stranger's to learn.
 */
const STAYING = [
  "exclusion-override",
  "locked-fact",
  "locked-fact-lifted",
] as const satisfies readonly EntryTypeName[];
export type Staying = (typeof STAYING)[number];

/** @param type as the entry names it, whether or not it may do what it says */
export function isStaying(type: string): type is Staying {
  return STAYING.some((one) => one === type);
}

type Lessened = keyof typeof LEFT_OUT;

function isLessened(type: EntryTypeName): type is Lessened {
  return Object.hasOwn(LEFT_OUT, type);
}

/** Who read or reads the case: of somebody whom the reporter took out a copy says neither that nor why. */
const OF_ONE_MEMBER = ["grant", "removal"] as const satisfies readonly EntryTypeName[];

/** Ids of the members whom the reporter of these entries took out. */
export function takenOutIn(items: readonly JournalItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "known" && item.payload.type === "report" ? item.payload.excluded : [],
  );
}

/** The fields of that entry that a copy leaves out, by their names. */
export function leftOutOf(payload: Payload, takenOut: readonly string[]): readonly string[] {
  if (isStaying(payload.type)) return Object.keys(payload);
  if (isLessened(payload.type)) return LEFT_OUT[payload.type];
  const ofOne = OF_ONE_MEMBER.some((type) => type === payload.type);
  const names = "member" in payload && payload.member !== null && takenOut.includes(payload.member);
  return ofOne && names ? ["member", "reason"] : [];
}

/** The work on a case as a copy shows it. */
export function travellingCasework(casework: Casework): Casework {
  return {
    ...casework,
    links: [],
    lockedFacts: [],
    handOvers: casework.handOvers.map((one) => ({ ...one, withheld: "" })),
  };
}
