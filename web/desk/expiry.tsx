/** What runs out within the month, and renewing it: by one confirmation, or by what the root key signed anew. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import type { DelegationView, OrganisationView, RosterChange } from "../vault/coordination.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

/** How long before its last day something is shown here. */
const AHEAD_DAYS = 30;
const DELEGATE_COMMAND = "npm run org -- delegate";

export interface ExpiryProps {
  readonly session: DeskSession;
  readonly organisation: OrganisationView;
  /** The server's day. */
  readonly today: number;
  readonly busy: boolean;
  readonly onRenew: (change: RosterChange) => void;
}

type Checked =
  | { readonly kind: "holds"; readonly text: string; readonly view: DelegationView }
  | { readonly kind: "refused"; readonly code: FailureCode };

/** Wanted long before anything runs out, too: when another coordinator is to sign, or one may no longer. */
export function NewDelegation({
  session,
  organisation,
  busy,
  onRenew,
}: Omit<ExpiryProps, "today">) {
  const common = useCommon();
  const words = useDesk();
  const { t, day } = words;
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  async function check(): Promise<void> {
    const pasted = text.trim();
    try {
      const view = await session.vault.readDelegation(pasted);
      setChecked({ kind: "holds", text: pasted, view });
    } catch (thrown) {
      setChecked({ kind: "refused", code: failureCode(thrown) });
    }
  }
  function nameOf(id: string): string {
    const person = organisation.people.find((one) => one.id === id);
    return person?.name ?? t("expiry.unknown-member");
  }
  return (
    <section aria-labelledby="new-delegation">
      <h2 id="new-delegation">{t("expiry.delegation-title")}</h2>
      <p>{t("expiry.delegation-how")}</p>
      <p>
        <code dir="ltr" translate="no">
          {DELEGATE_COMMAND}
        </code>
      </p>
      <Form onSubmit={() => void check()} label={t("expiry.delegation-title")}>
        <TextField
          id="delegation"
          label={t("expiry.paste")}
          rows={4}
          content="code"
          value={text}
          onInput={(typed) => {
            setText(typed);
            setChecked(null);
          }}
        />
        <Actions>
          <Button type="submit" kind="secondary">
            {t("expiry.check")}
          </Button>
        </Actions>
      </Form>
      {checked?.kind === "refused" ? (
        <Notice kind="problem">
          <p>{t("expiry.refused", { reason: failureSentence(common, checked.code) })}</p>
        </Notice>
      ) : null}
      {checked?.kind === "holds" ? (
        <Notice kind="info" live="status">
          <p>
            {t("expiry.checked", {
              day: day(checked.view.expiresDay),
              names: words.list(checked.view.signers.map(nameOf)),
            })}
          </p>
          <Button busy={busy} onPress={() => onRenew({ kind: "renew", delegation: checked.text })}>
            {t(busy ? "people.busy" : "expiry.publish")}
          </Button>
        </Notice>
      ) : null}
    </section>
  );
}

export function Expiry({ organisation, today, busy, onRenew }: Omit<ExpiryProps, "session">) {
  const { t, day } = useDesk();
  const soon = (lastDay: number): boolean => lastDay <= today + AHEAD_DAYS;
  const { expiresDay, delegationDay, people, standing } = organisation;
  const keys = people.filter(
    ({ revokedDay, keyDay, roles }) =>
      revokedDay === null && keyDay !== null && roles.includes("reviewer") && soon(keyDay),
  );
  const runsOut = soon(expiresDay) || soon(delegationDay);
  if (standing === "in-force" && !runsOut && keys.length === 0) return null;
  return (
    <section aria-labelledby="expiry" data-expiry={standing}>
      <h2 id="expiry">{t("expiry.title")}</h2>
      {standing === "lapsed" ? (
        <Notice kind="problem" title={t("expiry.lapsed-title")}>
          <p>{t("expiry.lapsed")}</p>
        </Notice>
      ) : null}
      {soon(expiresDay) ? <p>{t("expiry.roster", { day: day(expiresDay) })}</p> : null}
      {soon(delegationDay) ? <p>{t("expiry.delegation", { day: day(delegationDay) })}</p> : null}
      {keys.map(({ id, name, keyDay }) => (
        <p key={id}>{t("expiry.key", { name, day: day(keyDay ?? 0) })}</p>
      ))}
      {soon(expiresDay) && delegationDay >= today && expiresDay < delegationDay ? (
        <>
          <p>{t("expiry.renew-lead", { day: day(delegationDay) })}</p>
          <Actions>
            <Button busy={busy} onPress={() => onRenew({ kind: "renew", delegation: null })}>
              {t(busy ? "people.busy" : "expiry.renew")}
            </Button>
          </Actions>
        </>
      ) : null}
    </section>
  );
}
