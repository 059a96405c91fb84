/** What the bundle pins: the root key, the origins, the roster floor. Supplied by the build, checked here. */
import pinned from "#trust";
import { Trust } from "../../worker/contract/roster.ts";

/** @throws when the build pinned something that is no trust file. */
export function pinnedTrust(): Trust {
  return Trust.parse(pinned);
}
