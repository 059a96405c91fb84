/** One request before a custodian: agree, after being asked once more, or say why not. */
import {
  REFUSALS,
  type ReleaseAnswer,
  type ReleaseRefusal,
} from "../../worker/contract/release.ts";
import { Actions, Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choice.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import { memberName } from "./entry-words.ts";
import { useDeskName } from "./inbox-row.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { RequestView } from "../vault/release-views.ts";

export interface DecidingProps {
  readonly request: RequestView;
  readonly session: DeskSession;
  readonly busy: boolean;
  readonly onAnswer: (answer: ReleaseAnswer) => void;
}

type Held = Extract<RequestView, { readonly kind: "holds" }>;

interface StepsProps extends Pick<DecidingProps, "busy" | "onAnswer"> {
  readonly request: Held;
  readonly name: string;
}

function Steps({ request, name, busy, onAnswer }: StepsProps) {
  const common = useCommon();
  const { t } = useDesk();
  const [step, setStep] = useState<"choosing" | "agreeing" | "refusing">("choosing");
  const [refusal, setRefusal] = useState<ReleaseRefusal | null>(null);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  const field = `refusal-${request.release}`;
  // What was pressed is gone in the next step, so focus is led on.
  useEffect(() => {
    if (step === "agreeing") heading.current?.focus();
    if (step === "refusing") focusField(field);
  }, [step]);

  function refuse(): void {
    setMissing(refusal === null);
    if (refusal === null) focusField(field);
    else onAnswer(refusal);
  }
  switch (step) {
    case "choosing":
      return (
        <Actions>
          <Button
            label={t("releases.agree-to", { name, case: request.case })}
            onPress={() => setStep("agreeing")}
          >
            {t("releases.agree")}
          </Button>
          <Button
            kind="secondary"
            label={t("releases.refuse-to", { name, case: request.case })}
            onPress={() => setStep("refusing")}
          >
            {t("releases.refuse")}
          </Button>
        </Actions>
      );
    case "agreeing":
      return (
        <div>
          <p tabindex={-1} ref={heading}>
            {t("releases.confirm", { name })}
          </p>
          <Actions>
            <Button kind="warning" busy={busy} onPress={() => onAnswer("approved")}>
              {t("releases.confirm-agree")}
            </Button>
            <Button kind="quiet" onPress={() => setStep("choosing")}>
              {common.t("page.back")}
            </Button>
          </Actions>
        </div>
      );
    case "refusing":
      return (
        <Form onSubmit={refuse} label={t("releases.refuse")}>
          <RadioGroup<ReleaseRefusal>
            id={field}
            legend={t("releases.why")}
            hint={t("releases.why-hint")}
            error={missing ? t("releases.why-missing") : null}
            options={REFUSALS.map((value) => ({ value, label: common.t(`release.${value}`) }))}
            value={refusal}
            onChange={(chosen) => {
              setRefusal(chosen);
              setMissing(false);
            }}
          />
          <Actions>
            <Button type="submit" busy={busy}>
              {t("releases.send-refusal")}
            </Button>
            <Button kind="quiet" onPress={() => setStep("choosing")}>
              {common.t("page.back")}
            </Button>
          </Actions>
        </Form>
      );
  }
}

function Unanswerable({ kind }: { readonly kind: Exclude<RequestView["kind"], "holds"> }) {
  const { t } = useDesk();
  return kind === "key-lost" ? (
    <Notice kind="problem" title={t("releases.key-lost-title")}>
      <p>{t("releases.key-lost")}</p>
    </Notice>
  ) : (
    <Notice kind="problem" title={t("releases.broken-title")}>
      <p>{t("releases.broken")}</p>
    </Notice>
  );
}

export function Deciding({ request, session, busy, onAnswer }: DecidingProps) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const deskName = useDeskName(session.roster);
  const name = memberName(session.roster, text, request.requester);
  return (
    <li class="release-request" data-request={request.kind}>
      <h2>{t("releases.asks", { name, day: text.day(request.day) })}</h2>
      <p class="field-hint">
        {t("releases.case", { case: request.case, desk: deskName(request.desk) })}
      </p>
      {request.kind !== "holds" ? (
        <Unanswerable kind={request.kind} />
      ) : (
        <>
          {request.chosen ? null : (
            <Notice kind="caution">
              <p>{t("releases.not-chosen", { name })}</p>
            </Notice>
          )}
          <p>{t("releases.reason")}</p>
          <Passage text={request.reason} language={request.language} />
          <p>
            {t("releases.needed", {
              threshold: request.threshold,
              all: request.custodians.length,
            })}
          </p>
          {request.answer === null ? (
            <Steps request={request} name={name} busy={busy} onAnswer={onAnswer} />
          ) : (
            <p>
              {request.answer === "approved"
                ? t("releases.agreed")
                : t("releases.not-agreed", { reason: common.t(`release.${request.answer}`) })}
            </p>
          )}
        </>
      )}
    </li>
  );
}
