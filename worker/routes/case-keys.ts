/**
 * A case's keys on their way into the database and out of it: the same objects, with what is stored in the place of
 * each key, and back.
 */
import type { Wrap } from "../contract/journal.ts";
import type { ReleasedShare } from "../contract/release.ts";
import type { NewRelease } from "../db/releases.ts";
import type { CasePlace, ShredKeys } from "../db/shelves.ts";
import type { LaneWrap } from "../db/wraps.ts";
import type { CheckedEnvelope } from "../domain/identity.ts";

type Keys = Pick<ShredKeys, "cover" | "uncover">;

interface Wrapped {
  readonly wrap: string;
}

export async function coverWraps<Row extends Wrapped>(
  keys: Keys,
  place: CasePlace,
  rows: readonly Row[],
): Promise<Row[]> {
  const covered = await keys.cover(
    place,
    rows.map(({ wrap }) => wrap),
  );
  return rows.map((row, at) => ({ ...row, wrap: covered[at] ?? "" }));
}

export async function uncoverWraps<Row extends Wrapped>(
  keys: Keys,
  place: CasePlace,
  rows: readonly Row[],
): Promise<Row[]> {
  const uncovered = await keys.uncover(
    place,
    rows.map(({ wrap }) => wrap),
  );
  return rows.map((row, at) => ({ ...row, wrap: uncovered[at] ?? "" }));
}

function sharesOf(envelope: CheckedEnvelope | null): readonly string[] {
  return envelope?.shares.map(({ share }) => share) ?? [];
}

function withShares(envelope: CheckedEnvelope | null, covered: readonly string[]) {
  if (envelope === null) return null;
  const shares = envelope.shares.map((row, at) => ({ ...row, share: covered[at] ?? "" }));
  return { ...envelope, shares };
}

export async function coverEnvelope(
  keys: Keys,
  place: CasePlace,
  envelope: CheckedEnvelope | null,
): Promise<CheckedEnvelope | null> {
  return withShares(envelope, await keys.cover(place, sharesOf(envelope)));
}

interface SubmittedKeys {
  readonly reporter: Wrap;
  readonly recipients: readonly LaneWrap[];
  readonly envelope: CheckedEnvelope | null;
}

/** Everything a report brings, under one key that is derived once: intake is to stay cheap. */
export async function coverSubmission(
  keys: Pick<ShredKeys, "coverNew">,
  place: CasePlace,
  { reporter, recipients, envelope }: SubmittedKeys,
): Promise<SubmittedKeys> {
  const wraps = recipients.map(({ wrap }) => wrap);
  const [own = "", ...others] = await keys.coverNew(place, [
    reporter.wrap,
    ...wraps,
    ...sharesOf(envelope),
  ]);
  return {
    reporter: { ...reporter, wrap: own },
    recipients: recipients.map((row, at) => ({ ...row, wrap: others[at] ?? "" })),
    envelope: withShares(envelope, others.slice(recipients.length)),
  };
}

/** What is asked of custodians names the case, and why: as much of it as a key is of the case. */
export async function coverRelease(
  keys: Keys,
  place: CasePlace,
  release: NewRelease | null,
): Promise<NewRelease | null> {
  if (release === null) return null;
  const { requests } = release;
  const covered = await keys.cover(
    place,
    requests.map(({ sealed }) => sealed),
  );
  return {
    ...release,
    requests: requests.map((row, at) => ({ ...row, sealed: covered[at] ?? "" })),
  };
}

/** A custodian's piece, given out. */
export async function coverShare(
  keys: Keys,
  place: CasePlace,
  share: ReleasedShare | null,
): Promise<ReleasedShare | null> {
  if (share === null) return null;
  const [covered = ""] = await keys.cover(place, [share.share]);
  return { ...share, share: covered };
}
