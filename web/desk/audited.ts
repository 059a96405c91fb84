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
  readonly vault: Pick<DeskVault, "signAudit" | "signNextAudit" | "auditStands">;
  readonly token: string;
  readonly auditPen: AuditPen;
}

/** How often an entry is signed again after others wrote first, or the day ended. */
const SIGN_ATTEMPTS = 8;

function lostRace(thrown: unknown): boolean {
  return thrown instanceof ApiFailure && thrown.code === "conflict" && thrown.field === "audit";
}

/** Signs the log's next entry, after those that were signed with it before. */
export type SignNext = (act: AuditAct) => Promise<SignedAudit>;

/** Carries out an act with its entry, as `withEntries`. */
export async function withAudit<Answer>(
  audited: Audited,
  act: AuditAct,
  carry: (audit: SignedAudit) => Promise<Answer>,
): Promise<Answer> {
  return await withEntries(audited, async (sign) => carry(await sign(act)));
}

/**
 * Carries out an act with all its entries. `carry` may be called several times, and signs others each time.
 * @throws what `carry` throws; VaultFailure `audit-rolled-back` or `audit-day` when the log's end is not believed
 */
export async function withEntries<Answer>(
  { vault, token, auditPen }: Audited,
  carry: (sign: SignNext) => Promise<Answer>,
): Promise<Answer> {
  return await auditPen.inTurn(async () => {
    for (let attempt = 1; ; attempt += 1) {
      // Asked for each time: colleagues write as well, and an end kept from before has mostly been left behind.
      const { head, day } = await call("auditHead", {}, { token });
      let first = true;
      const sign: SignNext = async (act) => {
        const signed = first ? vault.signAudit(act, head, day) : vault.signNextAudit(act, day);
        first = false;
        return (await signed).audit;
      };
      try {
        const answer = await carry(sign);
        await vault.auditStands();
        return answer;
      } catch (thrown) {
        if (!lostRace(thrown) || attempt === SIGN_ATTEMPTS) throw thrown;
      }
    }
  });
}
