/**
 * Ending a membership: what becomes of their cases, why, and only then the next list. Invariant: the reason is one of a
 * closed list, because the audit log holds no content.
 */
import { REVOCATION_REASONS, type RevocationReason } from "../../worker/contract/audit.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Agreement, HeldCases, useHeldBy } from "./held-cases.tsx";
import type { PersonChangeProps } from "./person-change.tsx";
import { useDesk } from "./text.ts";

export function Revoking(props: PersonChangeProps) {
  const { session, person, organisation, busy, onChange, onPutAway } = props;
  const { t, day } = useDesk();
  const { id: member, name } = person;
  const isReviewer = person.roles.includes("reviewer");
  const held = useHeldBy(session, member);
  const [reason, setReason] = useState<RevocationReason | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [step, setStep] = useState<"asking" | "agreeing">("asking");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    if (isReviewer) void held.count();
  }, []);
  const unreadable = isReviewer ? (held.counts?.alone ?? null) : 0;
  const field = `revoke-reason-${member}`;

  async function publish(chosen: RevocationReason, agreed: number): Promise<void> {
    const change = { kind: "revoke", member, reason: chosen, unreadable: agreed } as const;
    if ((await onChange(change)) === "done") return;
    // Perhaps because more cases hang on them by now.
    setStep("asking");
    if (isReviewer) await held.count();
  }
  function confirm(): void {
    if (reason === null) {
      setMissing(t("people.revoke-reason-missing"));
      focusField(field);
    } else if (unreadable === 0) void publish(reason, 0);
    else if (unreadable !== null) setStep("agreeing");
  }

  if (step === "agreeing" && reason !== null && unreadable !== null) {
    return (
      <Agreement
        count={unreadable}
        label={t("held.agree-revoke", { name })}
        busy={busy}
        onAgree={() => void publish(reason, unreadable)}
        onPutAway={onPutAway}
      />
    );
  }
  return (
    <div>
      <h3 tabindex={-1} ref={heading}>
        {t("people.revoke-title", { name })}
      </h3>
      <p>{t("people.revoke-what")}</p>
      {isReviewer ? <HeldCases name={name} held={held} /> : null}
      {person.delegated ? (
        <p>{t("people.revoke-delegated", { day: day(organisation.delegationDay) })}</p>
      ) : null}
      <RadioGroup
        id={field}
        legend={t("people.revoke-reason")}
        hint={t("people.revoke-reason-hint")}
        error={reason === null ? missing : null}
        options={REVOCATION_REASONS.map((value) => ({ value, label: t(`revocation.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <Actions>
        <Button kind="warning" busy={busy || unreadable === null} onPress={confirm}>
          {busy ? t("people.busy") : t("people.revoke-confirm", { name })}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </div>
  );
}
