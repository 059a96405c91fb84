/**
 * Changing who may read a case: each in one form that says what it means before it is signed. Invariant: whoever
 * signs is told that the reporter reads the reason, and whom the reporter took out is never let in by one press.
 */
import * as z from "zod/mini";
import { Id } from "../../worker/contract/bytes.ts";
import { REASON_MAX } from "../payload/text.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useEffect, useState, type Child } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import type { RosterView } from "../vault/interface.ts";
import type { Candidate } from "./candidates.ts";
import type { CaseAct } from "./case-act.ts";
import type { FormDraft } from "./form-draft.ts";
import { useDeskName } from "./inbox-row.tsx";
import { useDesk } from "./text.ts";

const REASON_FIELD = "access-reason";
const WHO_FIELD = "access-who";

/** Which of the forms is open, whom it is about, and why. */
export const Filled = z.strictObject({
  doing: z.nullable(z.enum(["letting-in", "taking-out", "stepping-out"])),
  member: z.nullable(Id),
  reason: z.string(),
});
export type Filled = z.infer<typeof Filled>;
export const NOTHING: Filled = { doing: null, member: null, reason: "" };

interface SigningProps {
  readonly label: string;
  readonly submit: string;
  readonly reason: "asked" | "optional";
  readonly draft: FormDraft<Filled>;
  readonly busy: boolean;
  /** Null while something else is missing, which is then said by whoever answers. */
  readonly onSign: (reason: string) => void;
  readonly onCancel: () => void;
  readonly children: Child;
}

/** The reason and the signature under whatever is said above them. */
export function Signing(props: SigningProps) {
  const { label, submit, draft, busy, onSign, onCancel, children } = props;
  const { t } = useDesk();
  const { reason } = draft.filled;
  const [missing, setMissing] = useState(false);
  function sign(): void {
    const given = reason.trim();
    const lacks = (props.reason === "asked" && given === "") || given.length > REASON_MAX;
    setMissing(lacks);
    if (lacks) focusField(REASON_FIELD);
    else if (!busy) onSign(given);
  }
  return (
    <Form onSubmit={sign} label={label}>
      {children}
      <TextField
        id={REASON_FIELD}
        label={t("access.reason")}
        hint={t("access.reason-hint")}
        error={missing && reason.trim() === "" ? t("access.reason-missing") : null}
        optional={props.reason === "optional"}
        rows={3}
        value={reason}
        onInput={(given) => draft.change({ reason: given })}
        maxLength={REASON_MAX}
      />
      <Actions>
        <Button type="submit" kind="warning" busy={busy}>
          {busy ? t("write.busy") : submit}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t("access.cancel")}
        </Button>
      </Actions>
    </Form>
  );
}

interface FormProps {
  readonly draft: FormDraft<Filled>;
  readonly busy: boolean;
  readonly act: (act: CaseAct) => void;
  readonly onCancel: () => void;
}

export interface LettingInProps extends FormProps {
  readonly candidates: readonly Candidate[];
  readonly roster: RosterView;
  /** The desk the case went to. */
  readonly desk: string;
}

function Meaning({ candidate, desk }: { readonly candidate: Candidate; readonly desk: string }) {
  const { t } = useDesk();
  const { member, desks, barrier } = candidate;
  const { name } = member;
  return (
    <>
      {desks.includes(desk) ? null : (
        <Notice kind="caution" live="status">
          <p>{t("access.other-desk", { name })}</p>
        </Notice>
      )}
      {barrier === "none" ? null : (
        <Notice kind="caution" live="status" title={t("access.excluded-title", { name })}>
          <p>{t(`access.${barrier}`, { name })}</p>
        </Notice>
      )}
    </>
  );
}

export function LettingIn(props: LettingInProps) {
  const { candidates, roster, desk, draft, busy, act, onCancel } = props;
  const { t, code, list } = useDesk();
  const deskName = useDeskName(roster);
  const [missing, setMissing] = useState(false);
  useEffect(() => focusField(WHO_FIELD), []);
  const candidate = candidates.find(({ member }) => member.id === draft.filled.member) ?? null;
  const name = candidate?.member.name ?? "";
  const signs = candidate?.barrier === "sign-first" || candidate?.barrier === "signed-by-you";
  function sign(reason: string): void {
    if (candidate === null) {
      setMissing(true);
      focusField(WHO_FIELD);
      return;
    }
    const { member } = candidate;
    act({ kind: signs ? "override" : "grant", member: member.id, reason, language: code });
  }
  return (
    <Signing
      label={t("access.let-in")}
      submit={
        candidate === null
          ? t("access.grant")
          : t(signs ? "access.override-name" : "access.grant-name", { name })
      }
      reason="asked"
      draft={draft}
      busy={busy}
      onSign={sign}
      onCancel={onCancel}
    >
      <RadioGroup<string>
        id={WHO_FIELD}
        legend={t("access.who")}
        hint={t("access.who-hint")}
        error={missing && candidate === null ? t("access.who-missing") : null}
        value={candidate?.member.id ?? null}
        options={candidates.map((one) => {
          const desks = list(one.desks.map(deskName));
          return {
            value: one.member.id,
            label: one.member.name,
            hint: one.barrier === "none" ? desks : t("access.excluded-hint", { desks }),
          };
        })}
        onChange={(member) => draft.change({ member })}
      />
      {candidate === null ? null : <Meaning key={name} candidate={candidate} desk={desk} />}
    </Signing>
  );
}

export interface TakingOutProps extends FormProps {
  readonly member: string;
  readonly name: string;
}

export function TakingOut({ member, name, draft, busy, act, onCancel }: TakingOutProps) {
  const { t, code } = useDesk();
  useEffect(() => focusField(REASON_FIELD), []);
  return (
    <Signing
      label={t("access.take-out-name", { name })}
      submit={t("access.take-out-now", { name })}
      reason="asked"
      draft={draft}
      busy={busy}
      onSign={(reason) => act({ kind: "removal", member, reason, language: code })}
      onCancel={onCancel}
    >
      <p>{t("access.take-out-means", { name })}</p>
    </Signing>
  );
}

export function SteppingOut({ draft, busy, act, onCancel }: FormProps) {
  const { t, code } = useDesk();
  useEffect(() => focusField(REASON_FIELD), []);
  return (
    <Signing
      label={t("access.step-out")}
      submit={t("access.step-out-now")}
      reason="optional"
      draft={draft}
      busy={busy}
      onSign={(reason) => act({ kind: "recusal", reason, language: code })}
      onCancel={onCancel}
    >
      <p>{t("access.step-out-means")}</p>
    </Signing>
  );
}
