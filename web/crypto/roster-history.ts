/**
 * Every roster there ever was, as a chain: each names the hash of the one before, and the newest is the one in force.
 * Expiry is not asked about here: these are read to know what was true then, never to seal to anybody.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { HASH_BYTES } from "../../worker/contract/limits.ts";
import { Delegation, Roster, type FormerRoster, type Trust } from "../../worker/contract/roster.ts";
import type { LogMember } from "./audit-log.ts";
import { verifyKey, type VerifyKey } from "./keys.ts";
import { canonicalOrigin, rosterHash } from "./roster.ts";
import { openStatement } from "./statement.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface RosterHistory {
  /** base64url roster hashes, oldest first. */
  readonly hashes: readonly string[];
  readonly newest: Roster | null;
  /** Everybody who was ever listed, as last listed. */
  readonly members: ReadonlyMap<string, FormerMember>;
}

export interface FormerMember extends LogMember {
  readonly name: string;
}

const NOTHING_BEFORE = toBase64Url(new Uint8Array(HASH_BYTES));

function signerKey({ delegation, signer }: FormerRoster, rootKey: VerifyKey): VerifyKey {
  const opened = openStatement(
    Delegation,
    delegation,
    LABELS.delegation,
    rootKey,
    "roster-history",
  );
  const found = opened.statement.signers.find(({ memberId }) => memberId === signer);
  if (found === undefined) throw new CryptoError("roster-history");
  return verifyKey(fromBase64Url(found.key));
}

/**
 * @param rosters from the first, none left out
 * @throws CryptoError `roster-history` when a signature or a link does not hold, or one is left out
 */
export function verifyRosterHistory(rosters: readonly FormerRoster[], trust: Trust): RosterHistory {
  const rootKey = verifyKey(fromBase64Url(trust.rootKey));
  const members = new Map<string, FormerMember>();
  const hashes: string[] = [];
  let newest: Roster | null = null;
  for (const former of rosters) {
    const key = signerKey(former, rootKey);
    const { statement, bytes } = openStatement(
      Roster,
      former.roster,
      LABELS.roster,
      key,
      "roster-history",
    );
    const follows =
      statement.origin === canonicalOrigin(trust) &&
      statement.version === hashes.length + 1 &&
      statement.previous === (hashes.at(-1) ?? NOTHING_BEFORE);
    if (!follows) throw new CryptoError("roster-history");
    for (const member of statement.members) {
      members.set(member.id, {
        name: member.name,
        key: verifyKey(fromBase64Url(member.key)),
        revokedDay: member.revokedDay ?? null,
      });
    }
    hashes.push(toBase64Url(rosterHash(bytes)));
    newest = statement;
  }
  return { hashes, newest, members };
}
