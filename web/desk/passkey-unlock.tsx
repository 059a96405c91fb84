/**
 * Whether one passkey unlocks this page in the passphrase's place. Off until its owner, told what it means, turns it
 * on; and what it means is said before their device is asked for anything.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { handOver } from "../vault/client.ts";
import { deriveSecret } from "./passkey-secret.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { HeldAccount } from "./use-account.ts";
import { changeWayIn } from "./ways-in.ts";

const ADDED = { kind: "passkey-unlock", change: "added" } as const;
const REMOVED = { kind: "passkey-unlock", change: "removed" } as const;

/** `never`: this page, its browser or the passkey cannot, or it is another address's. */
export type UnlockStanding = "on" | "off" | "never";

export interface PasskeyUnlockProps {
  readonly session: DeskSession;
  readonly passkey: OutputOf<"secondFactors">["passkeys"][number];
  /** 1 for the first in the list. */
  readonly number: number;
  readonly standing: UnlockStanding;
  readonly held: Pick<HeldAccount, "busy" | "run">;
}

type At = "resting" | "explaining" | "not-derived";

/** @throws ApiFailure, VaultFailure */
export async function stopUnlocking(session: DeskSession, passkey: string): Promise<void> {
  await changeWayIn(session, REMOVED, await session.vault.removePasskeyUnlock(passkey));
}

export function PasskeyUnlock({ session, passkey, number, standing, held }: PasskeyUnlockProps) {
  const { t } = useDesk();
  const [at, setAt] = useState<At>("resting");
  const { id } = passkey;

  async function turnOn(): Promise<void> {
    const done = await held.run("unlock-added", async () => {
      const { vault } = session;
      const derived = await deriveSecret([await vault.passkeyQuestion(id)]);
      if (derived === null) return "left";
      const save = await vault.addPasskeyUnlock(id, handOver(derived.secret));
      await changeWayIn(session, ADDED, save);
      return "done";
    });
    setAt(done ? "resting" : "not-derived");
  }

  async function turnOff(): Promise<void> {
    await held.run("unlock-removed", async () => {
      await stopUnlocking(session, id);
      return "done";
    });
  }

  switch (standing) {
    case "never":
      return null;
    case "on":
      return (
        <div class="account-more">
          <p>{t("unlock.on")}</p>
          <Button
            kind="secondary"
            busy={held.busy}
            label={t("unlock.stop-passkey", { number })}
            onPress={() => void turnOff()}
          >
            {t("unlock.stop")}
          </Button>
        </div>
      );
    case "off":
      return (
        <div class="account-more">
          <p role="status">{at === "not-derived" && !held.busy ? t("unlock.not-derived") : ""}</p>
          {at === "explaining" ? (
            <>
              <p>{t("unlock.explained")}</p>
              <Actions>
                <Button busy={held.busy} onPress={() => void turnOn()}>
                  {t("unlock.turn-on")}
                </Button>
                <Button kind="secondary" busy={held.busy} onPress={() => setAt("resting")}>
                  {t("unlock.leave-off")}
                </Button>
              </Actions>
            </>
          ) : (
            <Button
              kind="secondary"
              busy={held.busy}
              label={t("unlock.let-passkey", { number })}
              onPress={() => setAt("explaining")}
            >
              {t("unlock.let")}
            </Button>
          )}
        </div>
      );
  }
}
