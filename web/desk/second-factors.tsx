/** The member's second proofs: which there are, adding one, taking one away. */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { PASSKEYS_EACH } from "../../worker/contract/limits.ts";
import { call } from "./call.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { withAudit } from "./audited.ts";
import { AuthenticatorSetup } from "./authenticator-setup.tsx";
import { createPasskey, noPasskeysHere } from "./passkey.ts";
import { PasskeyUnlock, stopUnlocking, type UnlockStanding } from "./passkey-unlock.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { Account, HeldAccount } from "./use-account.ts";

const ADDED = { kind: "second-factor", change: "added" } as const;
const REMOVED = { kind: "second-factor", change: "removed" } as const;

type Factors = OutputOf<"secondFactors">;

export interface SecondFactorsProps {
  readonly session: DeskSession;
  readonly factors: Factors;
  readonly unlocking: Account["unlocking"];
  readonly held: Pick<HeldAccount, "busy" | "run">;
  readonly onEnrolled: () => void;
}

/** Nothing was made: the browser was told no, or has no device to make it with. */
type PasskeyState = "resting" | "asking" | "not-made";

export function SecondFactors(props: SecondFactorsProps) {
  const { session, factors, unlocking, held, onEnrolled } = props;
  const { t, day } = useDesk();
  const [setup, setSetup] = useState<"closed" | "open">("closed");
  const [passkey, setPasskey] = useState<PasskeyState>("resting");
  const { token } = session;
  const none = noPasskeysHere();
  const hasAuthenticator = factors.authenticatorAddedDay !== null;
  const count = factors.passkeys.length + (hasAuthenticator ? 1 : 0);
  const lastStays = factors.required && count === 1;

  async function addPasskey(): Promise<void> {
    setPasskey("asking");
    const added = await held.run("added", async () => {
      const { ticket } = await call("passkeyTicket", {}, { token });
      const creation = await createPasskey({
        ticket,
        memberId: session.self.id,
        name: session.handle,
        organisation: session.roster.organisation,
        others: factors.passkeys.filter(({ host }) => host === location.hostname),
      });
      if (creation === null) return "left";
      await withAudit(session, ADDED, (audit) =>
        call("addPasskey", { ticket, creation, audit }, { token }),
      );
      session.enrolled("passkey");
      return "done";
    });
    setPasskey(added ? "resting" : "not-made");
    if (added) onEnrolled();
  }

  function unlockStanding(id: string): UnlockStanding {
    if (unlocking.do.includes(id)) return "on";
    return unlocking.can.includes(id) ? "off" : "never";
  }

  function remove(factor: InputOf<"removeSecondFactor">["factor"]): void {
    void held.run("removed", async () => {
      if (factor.kind === "passkey" && unlocking.do.includes(factor.id)) {
        await stopUnlocking(session, factor.id);
      }
      await withAudit(session, REMOVED, (audit) =>
        call("removeSecondFactor", { factor, audit }, { token }),
      );
      return "done";
    });
  }

  async function addAuthenticator(secret: string, code: string): Promise<void> {
    const added = await held.run("added", async () => {
      await withAudit(session, ADDED, (audit) =>
        call("addAuthenticator", { secret, code, audit }, { token }),
      );
      session.enrolled("totp");
      return "done";
    });
    if (!added) return;
    setSetup("closed");
    onEnrolled();
  }

  return (
    <section aria-labelledby="second-factors">
      <h2 id="second-factors">{t("factors.title")}</h2>
      <p>{t("factors.lead")}</p>
      {count === 0 ? <p>{t("factors.none")}</p> : null}
      <ul class="account-list">
        {factors.passkeys.map((listed, at) => (
          <li key={listed.id}>
            <span>
              {t("factors.passkey", {
                number: at + 1,
                day: day(listed.addedDay),
                host: listed.host,
              })}
            </span>
            {lastStays ? null : (
              <Button
                kind="secondary"
                busy={held.busy}
                label={t("factors.remove-passkey", { number: at + 1 })}
                onPress={() => remove({ kind: "passkey", id: listed.id })}
              >
                {t("factors.remove")}
              </Button>
            )}
            <PasskeyUnlock
              session={session}
              passkey={listed}
              number={at + 1}
              standing={unlockStanding(listed.id)}
              held={held}
            />
          </li>
        ))}
        {factors.authenticatorAddedDay === null ? null : (
          <li key="authenticator">
            <span>{t("factors.authenticator", { day: day(factors.authenticatorAddedDay) })}</span>
            {lastStays ? null : (
              <Button
                kind="secondary"
                busy={held.busy}
                label={t("factors.remove-authenticator")}
                onPress={() => remove({ kind: "authenticator" })}
              >
                {t("factors.remove")}
              </Button>
            )}
          </li>
        )}
      </ul>
      {lastStays ? <p>{t("factors.last-stays")}</p> : null}
      {none === null ? null : <p>{t(`factors.${none}`)}</p>}
      <p role="status">{passkey === "not-made" && !held.busy ? t("factors.not-made") : ""}</p>
      {setup === "open" ? (
        <AuthenticatorSetup
          organisation={session.roster.organisation}
          handle={session.handle}
          busy={held.busy}
          onSecret={(secret, code) => void addAuthenticator(secret, code)}
          onClose={() => setSetup("closed")}
        />
      ) : (
        <Actions>
          {none !== null || factors.passkeys.length >= PASSKEYS_EACH ? null : (
            <Button busy={held.busy} onPress={() => void addPasskey()}>
              {t("factors.add-passkey")}
            </Button>
          )}
          <Button
            kind={none === null ? "secondary" : "primary"}
            busy={held.busy}
            onPress={() => setSetup("open")}
          >
            {t(hasAuthenticator ? "factors.replace-authenticator" : "factors.add-authenticator")}
          </Button>
        </Actions>
      )}
    </section>
  );
}
