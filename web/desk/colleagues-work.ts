/**
 * Setting up, and undoing, recovery by colleagues. Invariant: what is sent again after an answer was lost is the very
 * same bytes.
 */
import { call } from "./call.ts";
import type { ColleaguesView } from "../vault/colleague-views.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";

type Member = Pick<DeskSession, "vault" | "token" | "auditPen">;

/** The set-up as it stands, and the server's day. @throws ApiFailure, VaultFailure */
export async function loadColleagues({
  vault,
  token,
}: Member): Promise<{ readonly view: ColleaguesView; readonly day: number }> {
  const answer = await call("ownColleagues", {}, { token });
  return { view: await vault.readColleagues(answer), day: answer.day };
}

/** Sealed, and sent as often as it takes. */
export interface PreparedSetUp {
  /** @throws ApiFailure, VaultFailure */
  readonly send: () => Promise<void>;
}

/** @throws VaultFailure */
export async function prepareSetUp(
  session: Member,
  colleagues: readonly string[],
  day: number,
): Promise<PreparedSetUp> {
  const { vault, token } = session;
  const input = await vault.setUpColleagues(colleagues, day);
  return {
    send: async () => {
      const { keyringVersion } = await withAudit(
        session,
        { kind: "colleagues", change: "added" },
        (audit) => call("setUpColleagues", { ...input, audit }, { token }),
      );
      await vault.keyringSaved(keyringVersion);
    },
  };
}

/** @throws VaultFailure */
export async function prepareEnd(session: Member): Promise<PreparedSetUp> {
  const { vault, token } = session;
  const keyring = await vault.endColleagues();
  return {
    send: async () => {
      const { keyringVersion } = await withAudit(
        session,
        { kind: "colleagues", change: "removed" },
        (audit) => call("endColleagues", { keyring, audit }, { token }),
      );
      await vault.keyringSaved(keyringVersion);
    },
  };
}

/** @throws ApiFailure */
export async function refuseRecovery({ token }: Member, signInKey: string): Promise<void> {
  await call("refuseRecovery", { signInKey }, { token });
}
