/**
 * What is in no copy of a case, neither in a file nor on paper, though whoever made the copy can read it.
 * Invariant: both forms of a copy ask here, and neither has a list of its own.
 */
import type { Casework } from "./casework.ts";
import type { EntryTypeName, Payload, PayloadOf } from "./entries/index.ts";

/** Fields that a copy leaves out, by the type of their entry. */
const LEFT_OUT = {
  // What must not travel, because it would endanger somebody (Hague Convention 1996, 37).
  "hand-over": ["withheld"],
} as const satisfies { readonly [Name in EntryTypeName]?: readonly (keyof PayloadOf<Name>)[] };

type Lessened = keyof typeof LEFT_OUT;

function isLessened(type: EntryTypeName): type is Lessened {
  return Object.hasOwn(LEFT_OUT, type);
}

/** The fields of that entry that a copy leaves out, by their names. */
export function leftOutOf({ type }: Payload): readonly string[] {
  return isLessened(type) ? LEFT_OUT[type] : [];
}

/** The work on a case as a copy shows it. */
export function travellingCasework(casework: Casework): Casework {
  return {
    ...casework,
    handOvers: casework.handOvers.map((one) => ({ ...one, withheld: "" })),
  };
}
