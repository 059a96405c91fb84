/**
 * Leaving: first what only this member can read, each case or all of them given to a colleague; then the end of
 * their membership. Invariant: the last step is not offered while a case would be left with nobody.
 */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Checkbox, Select } from "../ui/choice.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { REASON_MAX } from "../payload/text.ts";
import type { RosterView } from "../vault/interface.ts";
import { reviewersIn } from "./candidates.ts";
import type { Holding } from "./handing-over.ts";
import { useDeskName } from "./inbox-row.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { useLeaving, type HeldLeaving } from "./use-leaving.ts";

const REASON_FIELD = "leaving-reason";

function useTitle(): (holding: Holding) => string {
  const { t } = useDesk();
  return ({ view }) => view.card?.title ?? t("leaving.untitled", { id: view.plain.case });
}

interface GivingProps {
  readonly held: HeldLeaving;
  readonly roster: RosterView;
  readonly self: string;
  readonly cases: readonly Holding[];
}

/** The cases only this member holds, and who is to have those that are marked. */
function Giving({ held, roster, self, cases }: GivingProps) {
  const { t, code, day, list } = useDesk();
  const deskName = useDeskName(roster);
  const title = useTitle();
  const colleagues = reviewersIn(roster).filter(({ id }) => id !== self);
  const [member, setMember] = useState(colleagues[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const marked = cases.map(({ view }) => view.plain.case).filter((id) => !left.includes(id));
  const desksOf = (id: string): string =>
    list(
      roster.desks
        .filter(({ reviewers }) => reviewers.some((reviewer) => reviewer.id === id))
        .map((desk) => deskName(desk.id)),
    );
  function give(): void {
    const given = reason.trim();
    setMissing(given === "");
    if (given === "" || given.length > REASON_MAX) focusField(REASON_FIELD);
    else held.handOver(marked, { member, reason: given, language: code });
  }
  if (colleagues.length === 0) return <p>{t("leaving.nobody")}</p>;
  return (
    <Form onSubmit={give} label={t("leaving.give")}>
      <fieldset class="field">
        <legend class="field-label">{t("leaving.only-you", { count: cases.length })}</legend>
        {cases.map((holding) => {
          const { plain } = holding.view;
          return (
            <Checkbox
              key={plain.case}
              id={`leaving-${plain.case}`}
              label={title(holding)}
              hint={t("leaving.received", {
                desk: deskName(plain.desk),
                day: day(plain.receivedDay),
              })}
              checked={!left.includes(plain.case)}
              onChange={(checked) =>
                setLeft(checked ? left.filter((id) => id !== plain.case) : [...left, plain.case])
              }
            />
          );
        })}
      </fieldset>
      <Select
        id="leaving-who"
        label={t("leaving.who")}
        hint={t("leaving.who-hint")}
        value={member}
        options={colleagues.map(({ id, name }) => ({
          value: id,
          label: t("leaving.colleague", { name, desks: desksOf(id) }),
        }))}
        onChange={setMember}
      />
      <TextField
        id={REASON_FIELD}
        label={t("access.reason")}
        hint={t("access.reason-hint")}
        error={missing && reason.trim() === "" ? t("access.reason-missing") : null}
        rows={2}
        value={reason}
        onInput={setReason}
        maxLength={REASON_MAX}
      />
      <Actions>
        <Button type="submit" busy={held.work !== "resting" || marked.length === 0}>
          {t("leaving.give-count", { count: marked.length })}
        </Button>
        {held.work === "handing-over" ? (
          <Button kind="secondary" onPress={held.stop}>
            {t("leaving.stop")}
          </Button>
        ) : null}
      </Actions>
    </Form>
  );
}

function Progress({ held }: { readonly held: HeldLeaving }) {
  const common = useCommon();
  const { t } = useDesk();
  const title = useTitle();
  const { handed, work, holdings } = held;
  if (handed === null) return <StatusLine text={work === "looking" ? t("leaving.looking") : ""} />;
  const { done, failed, of, stopped } = handed;
  const stand = t("leaving.progress", { done: done.length, count: of });
  const named = (caseId: string): string => {
    const holding = holdings?.find(({ view }) => view.plain.case === caseId);
    return holding === undefined ? caseId : title(holding);
  };
  return (
    <>
      <StatusLine
        text={stopped && work === "resting" ? `${stand} ${t("leaving.stopped")}` : stand}
      />
      {work === "handing-over" ? <progress max={of} value={done.length + failed.length} /> : null}
      {failed.length === 0 ? null : (
        <Notice kind="problem" title={t("leaving.failed-title")}>
          <ul>
            {failed.map(({ caseId, code }) => (
              <li key={caseId}>
                {code === "not-permitted"
                  ? t("leaving.excluded", { title: named(caseId) })
                  : t("leaving.failed", {
                      title: named(caseId),
                      reason: failureSentence(common, code),
                    })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Ending({ held }: { readonly held: HeldLeaving }) {
  const { t } = useDesk();
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Actions>
        <Button kind="secondary" onPress={() => setAsked(true)}>
          {t("leaving.leave")}
        </Button>
      </Actions>
    );
  }
  return (
    <div class="closing-confirm">
      <h3 tabindex={-1} ref={heading}>
        {t("leaving.confirm-title")}
      </h3>
      <p>{t("leaving.confirm")}</p>
      <Actions>
        <Button kind="warning" busy={held.work !== "resting"} onPress={held.leave}>
          {t("leaving.confirm-now")}
        </Button>
        <Button kind="quiet" onPress={() => setAsked(false)}>
          {t("leaving.stay")}
        </Button>
      </Actions>
    </div>
  );
}

export interface LeavingProps {
  readonly session: DeskSession;
  readonly onLeft: () => void;
}

export function Leaving({ session, onLeft }: LeavingProps) {
  const common = useCommon();
  const { t } = useDesk();
  const held = useLeaving(session, onLeft);
  const { holdings, trouble, work } = held;
  const alone = holdings?.filter(({ others }) => others === 0) ?? [];
  return (
    <Screen name="leaving" title={t("leaving.title")}>
      <p>{t("leaving.lead")}</p>
      {trouble === null ? null : (
        <Notice kind="problem">
          <p>
            {trouble.what === null
              ? failureSentence(common, trouble.code)
              : t(`leaving.blocked-${trouble.what}`)}
          </p>
        </Notice>
      )}
      <Progress held={held} />
      {holdings === null ? null : alone.length > 0 ? (
        <Giving held={held} roster={session.roster} self={session.self.id} cases={alone} />
      ) : (
        <p>{t("leaving.none", { count: holdings.length })}</p>
      )}
      <Actions>
        <Button kind="secondary" busy={work !== "resting"} onPress={held.look}>
          {t("leaving.look")}
        </Button>
      </Actions>
      <h2>{t("leaving.end-title")}</h2>
      <p>{t("leaving.end-lead")}</p>
      {holdings !== null && alone.length === 0 ? (
        <Ending held={held} />
      ) : (
        <p>{t("leaving.not-yet")}</p>
      )}
    </Screen>
  );
}
