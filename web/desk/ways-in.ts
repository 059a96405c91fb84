/**
 * Changing how a member comes in. Invariant: what is sent again after an answer was lost is the very same bytes, so
 * that the server can tell a repeat from another change.
 */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { RekeyedSave, WayInChange } from "../../worker/contract/session.ts";
import { call } from "./call.ts";
import { ApiFailure } from "../api/failure.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";

type Member = Pick<DeskSession, "vault" | "token" | "auditPen" | "handle" | "self" | "roster">;

/** What anybody would try first as part of this member's passphrase. */
export function knownOf({ handle, self, roster }: Member): readonly string[] {
  return [handle, self.name, roster.organisation];
}

/** Sealed, and sent as often as it takes. */
export interface Prepared {
  /** @throws ApiFailure, VaultFailure */
  readonly send: () => Promise<void>;
}

type Because = InputOf<"replacePassphrase">["because"];

/**
 * Whoever recovers is signed out by it: asked again, the server knows them no more, and that is the answer.
 * @throws VaultFailure `passphrase-weak`
 */
export async function preparePassphrase(
  session: Member,
  passphrase: string,
  because: Because,
): Promise<Prepared> {
  const { vault, token } = session;
  const recovery = because === "recovered" ? "renewed" : "kept";
  const act = { kind: because === "recovered" ? "recovered" : "passphrase-changed" } as const;
  const replacing = await vault.replacePassphrase(passphrase, knownOf(session), recovery);
  /** An attempt whose answer never came may have been carried out. */
  let mayBeDone = false;
  return {
    send: async () => {
      try {
        const answer = await withAudit(session, act, (audit) =>
          call("replacePassphrase", { ...replacing, because, audit }, { token }),
        );
        await vault.keyringSaved(answer.keyringVersion);
      } catch (thrown) {
        const code = thrown instanceof ApiFailure ? thrown.code : null;
        if (because === "recovered" && mayBeDone && code === "unauthorised") return;
        mayBeDone ||= code === "offline" || code === "unreadable-answer";
        throw thrown;
      }
    },
  };
}

/** One way in added, replaced or taken away. @throws ApiFailure, VaultFailure */
export async function changeWayIn(
  session: Pick<DeskSession, "vault" | "token" | "auditPen">,
  change: WayInChange,
  save: RekeyedSave,
): Promise<void> {
  const { vault, token } = session;
  const { keyringVersion } = await withAudit(session, change, (audit) =>
    call("changeWayIn", { ...save, change, audit }, { token }),
  );
  await vault.keyringSaved(keyringVersion);
}

/** The recovery key that was just shown. */
export async function prepareRecoveryKey(session: Member): Promise<Prepared> {
  const save = await session.vault.saveRecoveryKey();
  return { send: () => changeWayIn(session, { kind: "recovery-key" }, save) };
}
