/**
 * Who may read a case: only ever computed from its conversation, by every client for itself (PROTOCOL.md,
 * "Who may read"). Pure: no roster, no day of today, so that two clients with two rosters compute the same.
 */
import type { CaseState } from "./case-state.ts";
import type { EntryPlace } from "./entry-type.ts";

/** As many as a report may name, and as one rekey can list. */
export const READERS_MAX = 64;

export const WAYS_OUT = ["recused", "removed", "left-out"] as const;
/** `left-out`: a rekey did not list them any more, because the roster had ended their membership. */
export type WayOut = (typeof WAYS_OUT)[number];

export interface FormerReader {
  readonly member: string;
  readonly day: number;
  readonly how: WayOut;
}

export interface Access {
  /** Of both lanes' keys in force. */
  readonly epoch: number;
  /** Member ids, in the order they came to it. */
  readonly readers: readonly string[];
  /** Everybody who was given the keys of this epoch, whether they may still read or not. */
  readonly holders: readonly string[];
  readonly former: readonly FormerReader[];
  /** Exclusions that one reader has spoken against and nobody has granted on yet. */
  readonly overrides: readonly { readonly member: string; readonly by: string }[];
}

export const NOBODY_READS: Access = {
  epoch: 0,
  readers: [],
  holders: [],
  former: [],
  overrides: [],
};

/** Those the reporter sealed to, and nobody else. */
export function firstAccess(recipients: readonly string[]): Access {
  return { ...NOBODY_READS, readers: recipients, holders: recipients };
}

/** The author, if they are a member who may read at this point; null otherwise. */
export function readingAuthor({ access }: CaseState, { author }: EntryPlace): string | null {
  if (author.kind !== "member") return null;
  return access.readers.includes(author.member) ? author.member : null;
}

export function isExcluded({ report }: CaseState, member: string): boolean {
  return report?.excluded.includes(member) === true;
}

/** Has another reader than this one, who still reads, spoken against that exclusion? */
function isOverridden({ access }: CaseState, member: string, granter: string): boolean {
  return access.overrides.some(
    (override) =>
      override.member === member && override.by !== granter && access.readers.includes(override.by),
  );
}

/** May that reader let this member in now? */
export function mayBeGranted(state: CaseState, member: string, granter: string): boolean {
  const { readers } = state.access;
  return (
    readers.length < READERS_MAX &&
    !readers.includes(member) &&
    (!isExcluded(state, member) || isOverridden(state, member, granter))
  );
}

export function grantedTo(access: Access, member: string): Access {
  return {
    ...access,
    readers: [...access.readers, member],
    holders: access.holders.includes(member) ? access.holders : [...access.holders, member],
    former: access.former.filter((former) => former.member !== member),
    // One grant, one pair of signatures: whoever leaves and is let in again needs both again.
    overrides: access.overrides.filter((override) => override.member !== member),
  };
}

export function without(access: Access, former: FormerReader): Access {
  return {
    ...access,
    readers: access.readers.filter((member) => member !== former.member),
    former: [...access.former, former],
  };
}
