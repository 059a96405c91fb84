/**
 * Whose a token is. Both kinds are looked up on every request, so withdrawing, signing out or being revoked
 * ends them at once.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { HASH_BYTES } from "../contract/limits.ts";
import { findReporter } from "../db/reporters.ts";
import { findSession } from "../db/sessions.ts";
import { MembershipEnded } from "../domain/actor.ts";
import { sessionsBeforeDay } from "../domain/retention.ts";
import { MEMBER_SUBJECT_BYTES, openToken, tokenHash } from "../domain/token.ts";
import type { Authenticators } from "../http/auth.ts";
import type { Context } from "./context.ts";
import { newestStanding, rolesOf } from "./standing.ts";

export function authenticators(context: Context): Authenticators {
  const { db, config, today, nowSeconds } = context;
  return {
    reporter: async (token) => {
      const subject = await openToken(config.keys.reporterToken, token, HASH_BYTES, nowSeconds);
      const row = subject === null ? null : await findReporter(db, toBase64Url(subject));
      return row === null
        ? null
        : {
            kind: "reporter",
            locatorHash: row.locatorHash,
            caseId: row.caseId,
            wrap: row.wrap,
            wrapKey: row.wrapKey,
          };
    },
    member: async (token) => {
      const subject = await openToken(
        config.keys.memberToken,
        token,
        MEMBER_SUBJECT_BYTES,
        nowSeconds,
      );
      if (subject === null) return null;
      const hash = await tokenHash(token);
      const session = await findSession(db, hash, sessionsBeforeDay(today));
      if (session === null) return null;
      const { memberId, secondFactor, logged, revokedDay } = session;
      if (revokedDay !== null && revokedDay <= today) throw new MembershipEnded(memberId);
      const roles = rolesOf(await newestStanding(context), memberId, today);
      return { kind: "member", memberId, roles, secondFactor, logged, tokenHash: hash };
    },
  };
}
