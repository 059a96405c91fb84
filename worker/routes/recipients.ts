/**
 * Who reads a case, as the server knows it: by the wraps it holds and the roster in force. Whether they may is judged
 * by every reader from what is sealed; here it is only seen to that nobody is left out and nobody slipped in.
 */
import type { MemberWrap } from "../contract/journal.ts";
import { isAnyRetired } from "../db/key-epochs.ts";
import { findRecipients, type LaneWrap } from "../db/wraps.ts";
import type { CaseRow } from "../db/cases.ts";
import type { JournalLane } from "../domain/journal.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Context } from "./context.ts";
import { newestStanding, rolesOf } from "./standing.ts";

export interface CaseRecipients {
  /** Everybody with a wrap, former members too. */
  readonly all: ReadonlySet<string>;
  /** Those who can sign in. */
  readonly inForce: ReadonlySet<string>;
  /** Those of them who are reviewers by the roster in force: they must not be left out. */
  readonly reading: ReadonlySet<string>;
}

export async function recipientsOf(
  context: Context,
  row: Pick<CaseRow, "caseId" | "receivedDay">,
): Promise<CaseRecipients> {
  const { db, today } = context;
  const standing = await newestStanding(context);
  const found = await findRecipients(db, row.caseId, row.receivedDay);
  const inForce = found.filter(({ revokedDay }) => revokedDay === null || revokedDay > today);
  const reading = inForce.filter(({ memberId }) =>
    rolesOf(standing, memberId, today).includes("reviewer"),
  );
  const ids = (rows: readonly { readonly memberId: string }[]): ReadonlySet<string> =>
    new Set(rows.map(({ memberId }) => memberId));
  return { all: ids(found), inForce: ids(inForce), reading: ids(reading) };
}

/**
 * A client may not have the newest key of everybody yet: what is sealed to one that its owner has forgotten would
 * be open to nobody.
 * @throws Refusal `unknown-recipient`
 */
export async function requireKeptKeys(
  { db }: Pick<Context, "db">,
  wraps: readonly MemberWrap[],
): Promise<void> {
  if (wraps.length > 0 && (await isAnyRetired(db, wraps))) {
    throw new Refusal("unknown-recipient", "wraps");
  }
}

/**
 * The wraps to store: of exactly these lanes, one a lane for every recipient who can read, and for nobody who is none.
 * A client may not know yet that somebody has left; what it wrapped to them is not kept.
 * @throws Refusal `unknown-recipient`, `wrong-header`
 */
export function covering(
  wraps: readonly LaneWrap[],
  recipients: CaseRecipients,
  lanes: readonly JournalLane[],
): LaneWrap[] {
  const wrapped = lanes.map((lane) => wraps.filter((wrap) => wrap.lane === lane));
  if (wrapped.reduce((sum, { length }) => sum + length, 0) !== wraps.length) {
    throw new Refusal("wrong-header", "wraps");
  }
  for (const ofLane of wrapped) {
    const ids = new Set(ofLane.map(({ member }) => member));
    if ([...ids].some((id) => !recipients.all.has(id))) {
      throw new Refusal("unknown-recipient", "wraps");
    }
    if (ids.size !== ofLane.length || ![...recipients.reading].every((id) => ids.has(id))) {
      throw new Refusal("wrong-header", "wraps");
    }
  }
  return wraps.filter(({ member }) => recipients.inForce.has(member));
}
