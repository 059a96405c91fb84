/**
 * Where a member can be once they are signed in: one row a place. Invariant: a place is shown to exactly those
 * whose roles may call an endpoint it lives on, by the table the server refuses by.
 */
import { mayCall, type MemberEndpointName } from "../../worker/contract/powers.ts";
import type { Role } from "../../worker/contract/roster.ts";

/** In the order of the navigation; the first a member may enter is where they arrive. */
export const PLACES = [
  "inbox",
  "releases",
  "people",
  "feedback",
  "board",
  "audit",
  "recoveries",
  "account",
  "leaving",
] as const;
export type PlaceName = (typeof PLACES)[number];

const LIVES_ON = {
  inbox: ["inbox"],
  releases: ["releaseRequests"],
  people: ["invitations"],
  feedback: ["readFeedback"],
  board: ["board", "inbox"],
  audit: ["readAudit"],
  recoveries: ["recoveryRequests"],
  account: ["replacePassphrase"],
  leaving: ["leave"],
} as const satisfies Record<PlaceName, readonly MemberEndpointName[]>;

export function placesFor(roles: readonly Role[]): readonly PlaceName[] {
  return PLACES.filter((place) => LIVES_ON[place].some((name) => mayCall(roles, name)));
}
