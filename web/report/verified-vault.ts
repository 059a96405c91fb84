/**
 * The vault and the list of readers it has verified: what writing and coming back both start with.
 * Invariant: whoever could not be verified is never handed on, and there is no second way.
 */
import { call } from "./call.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { openReporterVault } from "../vault/client.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { ReporterVault, RosterView, SodiumBuild } from "../vault/interface.ts";

/** What the page knows of the world; handed in so that tests can set the day. */
export interface Surroundings {
  /** The device's day: days since 1970-01-01, UTC. */
  readonly today: () => number;
  /** The origin this page came from. */
  readonly origin: string;
}

/** A worker that cannot even load never answers; the slowest build needs a few seconds. */
const START_PATIENCE_MILLISECONDS = 90_000;

export interface StartedVault {
  readonly vault: ReporterVault;
  readonly build: SodiumBuild;
  readonly end: () => void;
}

/** @throws VaultFailure `no-crypto` when no build of the cryptography starts in this browser. */
export async function startVault(): Promise<StartedVault> {
  const open = openReporterVault();
  let patience: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    patience = setTimeout(() => reject(new VaultFailure("no-crypto")), START_PATIENCE_MILLISECONDS);
  });
  try {
    const build = await Promise.race([open.vault.start(), open.broken, tooLong]);
    return { vault: open.vault, build, end: () => open.end() };
  } catch (cause) {
    open.end();
    throw cause;
  } finally {
    clearTimeout(patience);
  }
}

export interface VerifiedRoster {
  readonly published: PublishedRoster;
  readonly view: RosterView;
}

/** Fetches the signed list and follows its whole chain. @throws ApiFailure or VaultFailure. */
export async function verifiedRoster(
  vault: ReporterVault,
  { today, origin }: Surroundings,
): Promise<VerifiedRoster> {
  const published = await call("roster", {});
  return { published, view: await vault.verifyRoster(published, today(), origin) };
}
