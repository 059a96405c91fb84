/**
 * A member's own account while its place is shown: second proofs and sessions, and one piece of work at a time.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { call } from "./call.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { couldUnlockHere } from "./passkey-secret.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";

export interface Account {
  readonly factors: OutputOf<"secondFactors">;
  readonly sessions: OutputOf<"sessions">["sessions"];
  /** Of the passkeys: those that could unlock here, and those that do, by what the keyring itself says. */
  readonly unlocking: {
    readonly can: readonly string[];
    readonly do: readonly string[];
  };
}

/** What was done last, to be said. */
export type Done =
  | "nothing"
  | "added"
  | "removed"
  | "unlock-added"
  | "unlock-removed"
  | "session-ended";

export interface HeldAccount {
  /** Null until it was fetched. */
  readonly account: Account | null;
  readonly busy: boolean;
  readonly done: Done;
  readonly failure: FailureCode | null;
  /** Does it, then fetches the account as it is now. False when it failed, or answered that it did nothing. */
  readonly run: (done: Done, work: () => Promise<"done" | "left">) => Promise<boolean>;
}

export function useAccount({ token, vault }: DeskSession): HeldAccount {
  const [account, setAccount] = useState<Account | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done>("nothing");
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const presence = usePresence();
  const [now] = useState(() => ({ busy: false }));

  async function fetchAccount(): Promise<void> {
    const [factors, { sessions }] = await Promise.all([
      call("secondFactors", {}, { token }),
      call("sessions", {}, { token }),
    ]);
    const ids = factors.passkeys.map(({ id }) => id);
    const [can, unlocking] = await Promise.all([
      couldUnlockHere(factors.passkeys),
      vault.passkeysThatUnlock(ids),
    ]);
    const some = { can: can.map(({ id }) => id), do: unlocking };
    if (presence.here) setAccount({ factors, sessions, unlocking: some });
  }

  async function run(after: Done, work: () => Promise<"done" | "left">): Promise<boolean> {
    if (now.busy) return false;
    now.busy = true;
    setBusy(true);
    setDone("nothing");
    setFailure(null);
    try {
      const result = await work();
      if (result === "done") await fetchAccount();
      if (presence.here && result === "done") setDone(after);
      return result === "done";
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
      return false;
    } finally {
      now.busy = false;
      if (presence.here) setBusy(false);
    }
  }

  useEffect(() => {
    void run("nothing", async () => "done");
  }, []);

  return { account, busy, done, failure, run };
}
