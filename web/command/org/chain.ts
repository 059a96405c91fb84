/**
 * The chain from the root key, link by link: each says that it holds, or why not.
 * Invariant: after a link that does not hold, nothing further along is looked at.
 */
import { toBase64Url } from "../../../worker/contract/bytes.ts";
import type { PublishedRoster, Trust } from "../../../worker/contract/roster.ts";
import {
  verifyDelegation,
  verifyPackets,
  verifyRosterStatement,
  type RosterConditions,
} from "../../crypto/roster.ts";
import { Complaint } from "./command.ts";
import { newestPackets, publishedAs, type DatabaseRows } from "./database.ts";
import { dateOf } from "./day.ts";
import { reasonFor } from "./reasons.ts";

export interface Link {
  readonly name: string;
  readonly holds: boolean;
  /** What it says, or why it does not hold. */
  readonly note: string;
}

/** A link that is as `follow` says, or does not hold for the reason it throws. */
function link<Found>(
  name: string,
  links: Link[],
  follow: () => { readonly found: Found; readonly note: string },
): Found | null {
  try {
    const { found, note } = follow();
    links.push({ name, holds: true, note });
    return found;
  } catch (thrown) {
    links.push({ name, holds: false, note: reasonFor(thrown) });
    return null;
  }
}

function until(statement: { readonly issuedDay: number; readonly expiresDay: number }): string {
  return `from ${dateOf(statement.issuedDay)} until ${dateOf(statement.expiresDay)}`;
}

/** The links in the order a client follows them, up to the first that does not hold. */
export function chainOf(published: PublishedRoster, trust: Trust, today: number): readonly Link[] {
  const conditions: RosterConditions = { trust, today, highestVersion: 0 };
  const links: Link[] = [];
  const delegation = link("delegation", links, () => {
    const found = verifyDelegation(published.delegation, conditions);
    return { found, note: `${until(found)}, ${found.signers.length} may sign` };
  });
  if (delegation === null) return links;
  const verified = link("roster", links, () => {
    const { signer } = published;
    const found = verifyRosterStatement(published.roster, signer, delegation, conditions);
    return { found, note: `version ${found.roster.version}, ${until(found.roster)}` };
  });
  if (verified === null) return links;
  link("key packets", links, () => {
    const found = verifyPackets(published.packets, verified.roster, conditions);
    return { found, note: `${found.sealKeys.size} in force` };
  });
  return links;
}

/** An old roster need not hold today, nor be one the bundle still believes. */
function asItWas(trust: Trust): RosterConditions {
  const { suite, rootKey, origins } = trust;
  return { trust: { suite, rootKey, origins, rosterFloor: 1 }, today: 0, highestVersion: 0 };
}

interface Followed {
  readonly version: number;
  /** base64url of the roster's hash, which the next one names. */
  readonly hash: string;
}

const NO_PREVIOUS = toBase64Url(new Uint8Array(32));

/** Every roster there ever was, each after the one before it; then the newest as clients follow it. */
export function historyOf(rows: DatabaseRows, trust: Trust, today: number): readonly Link[] {
  const links: Link[] = [];
  let before: Followed | null = { version: 0, hash: NO_PREVIOUS };
  for (const row of rows.rosters) {
    const published = publishedAs(row, []);
    const conditions = asItWas(trust);
    const followed: Followed = before;
    before = link(`roster ${row.version}`, links, () => {
      const delegation = verifyDelegation(published.delegation, conditions);
      const { signer, roster: signed } = published;
      const { roster, hash } = verifyRosterStatement(signed, signer, delegation, conditions);
      if (roster.version !== row.version || roster.version !== followed.version + 1) {
        throw new Complaint("it is not the one that comes next");
      }
      if (roster.previous !== followed.hash) {
        throw new Complaint("it follows another than the one before it");
      }
      const found = { version: roster.version, hash: toBase64Url(hash) };
      return { found, note: until(roster) };
    });
    if (before === null) return links;
  }
  const newest = rows.rosters.at(-1);
  if (newest === undefined) return links;
  return [...links, ...chainOf(publishedAs(newest, newestPackets(rows)), trust, today)];
}
