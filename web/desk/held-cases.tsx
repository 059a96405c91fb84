/**
 * What becomes of somebody's cases when they read no more: how many only they can read, and what can be done about it.
 * Invariant: nothing is given up before its number was shown and agreed to once more.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { fetchHeld } from "./people-work.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

export interface HeldBy {
  /** Null before they were counted. */
  readonly counts: OutputOf<"heldBy"> | null;
  readonly failure: FailureCode | null;
  /** Null when they could not be counted. */
  readonly count: () => Promise<OutputOf<"heldBy"> | null>;
}

export function useHeldBy(session: DeskSession, member: string): HeldBy {
  const [counts, setCounts] = useState<HeldBy["counts"]>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const presence = usePresence();
  async function count(): ReturnType<HeldBy["count"]> {
    setCounts(null);
    setFailure(null);
    try {
      const found = await fetchHeld(session, member);
      if (presence.here) setCounts(found);
      return found;
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
      return null;
    }
  }
  return { counts, failure, count };
}

interface HeldCasesProps {
  readonly name: string;
  readonly held: HeldBy;
}

export function HeldCases({ name, held }: HeldCasesProps) {
  const common = useCommon();
  const { t } = useDesk();
  const { counts, failure, count } = held;
  const again = (
    <Actions>
      <Button kind="secondary" onPress={() => void count()}>
        {t("held.again")}
      </Button>
    </Actions>
  );
  if (failure !== null) {
    return (
      <Notice kind="problem">
        <p>{t("held.failed", { reason: failureSentence(common, failure) })}</p>
        {again}
      </Notice>
    );
  }
  if (counts === null) return <StatusLine text={t("held.looking")} />;
  if (counts.held === 0) return <StatusLine text={t("held.none")} />;
  const stand = t("held.count", { count: counts.held });
  if (counts.alone === 0) return <StatusLine text={`${stand} ${t("held.shared", { name })}`} />;
  return (
    <>
      <StatusLine text={stand} />
      <Notice
        kind="caution"
        live="status"
        title={t("held.alone-title", { count: counts.alone, name })}
      >
        <p>{t("held.alone-how", { name, place: t("place.leaving") })}</p>
        <p>{t("held.alone-cannot")}</p>
        {again}
      </Notice>
    </>
  );
}

export interface AgreementProps {
  /** How many cases. */
  readonly count: number;
  /** What is done with it. */
  readonly label: string;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onPutAway: () => void;
}

/** The second question, in words of its own. */
export function Agreement({ count, label, busy, onAgree, onPutAway }: AgreementProps) {
  const { t } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="closing-confirm">
      <h3 tabindex={-1} ref={heading}>
        {t("held.agree-title", { count })}
      </h3>
      <p>{t("held.agree")}</p>
      <Actions>
        <Button kind="warning" busy={busy} onPress={onAgree}>
          {busy ? t("people.busy") : label}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </div>
  );
}
