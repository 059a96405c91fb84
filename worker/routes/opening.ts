/**
 * Opening a member's session: the one place where a token is made and a keyring is handed out.
 */
import { MEMBER_SESSION_SECONDS } from "../contract/limits.ts";
import type { SecondFactor, SignedIn } from "../contract/second-factor.ts";
import { findSlots } from "../db/keyrings.ts";
import type { MemberRow } from "../db/members.ts";
import type { SessionRow } from "../db/sessions.ts";
import { issueToken, MEMBER_SUBJECT_BYTES, tokenHash } from "../domain/token.ts";
import type { Context } from "./context.ts";

export interface Opening {
  /** To be written before the answer is given. */
  readonly session: SessionRow;
  readonly answer: SignedIn;
}

export async function openSession(
  row: MemberRow,
  secondFactor: SecondFactor,
  failedTries: number,
  { db, config, today, nowSeconds, random }: Context,
): Promise<Opening> {
  const token = await issueToken(
    config.keys.memberToken,
    random(MEMBER_SUBJECT_BYTES),
    nowSeconds + MEMBER_SESSION_SECONDS,
  );
  return {
    session: {
      tokenHash: await tokenHash(token),
      memberId: row.memberId,
      createdDay: today,
      logged: false,
      secondFactor,
    },
    answer: {
      kind: "signed-in",
      token,
      member: row.memberId,
      keyring: row.keyring,
      keyringVersion: row.keyringVersion,
      slots: await findSlots(db, row.memberId),
      secondFactor,
      failedTries,
    },
  };
}

/** Null for somebody who is revoked by `today`, as for somebody who is not there. */
export function inForce(row: MemberRow | null, today: number): MemberRow | null {
  if (row === null) return null;
  return row.revokedDay === null || row.revokedDay > today ? row : null;
}
