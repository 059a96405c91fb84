/**
 * Acts that stand in the audit log: each is signed as the log's next entry and sent with what it tells of, so that
 * the server writes both or neither.
 * Invariant: one entry of a session is on its way at a time, and a lost race for the log's end is signed anew.
 */
import type { AuditAct, SignedAudit } from "../../worker/contract/audit.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import type { DeskVault } from "../vault/interface.ts";
import { takeTurns, type InTurn } from "./turn.ts";

/** One pen a session: two entries at once would only race each other. */
export interface AuditPen {
  readonly inTurn: InTurn;
}

export function newAuditPen(): AuditPen {
  return { inTurn: takeTurns() };
}

export interface Audited {
  readonly vault: Pick<DeskVault, "signAudit" | "auditStands">;
  readonly token: string;
  readonly auditPen: AuditPen;
}

/** How often an entry is signed again after others wrote first, or the day ended. */
const SIGN_ATTEMPTS = 8;

function lostRace(thrown: unknown): boolean {
  return thrown instanceof ApiFailure && thrown.code === "conflict" && thrown.field === "audit";
}

/**
 * Carries out an act with its entry. `carry` may be called several times, each time with another entry.
 * @throws what `carry` throws; VaultFailure `audit-rolled-back` or `audit-day` when the log's end is not believed
 */
export async function withAudit<Answer>(
  { vault, token, auditPen }: Audited,
  act: AuditAct,
  carry: (audit: SignedAudit) => Promise<Answer>,
): Promise<Answer> {
  return await auditPen.inTurn(async () => {
    for (let attempt = 1; ; attempt += 1) {
      // Asked for each time: colleagues write as well, and an end kept from before has mostly been left behind.
      const { head, day } = await call("auditHead", {}, { token });
      const { audit } = await vault.signAudit(act, head, day);
      try {
        const answer = await carry(audit);
        await vault.auditStands();
        return answer;
      } catch (thrown) {
        if (!lostRace(thrown) || attempt === SIGN_ATTEMPTS) throw thrown;
      }
    }
  });
}
