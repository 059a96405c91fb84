/** One request to know who the reporter is: its reason, who agreed, and, for whoever asked, what it opened. */
import { failureSentence } from "../failure.ts";
import {
  approvalsOf,
  decidersOf,
  isApproved,
  isRefused,
  type Release,
} from "../payload/release.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import { memberName } from "./entry-words.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { HeldReleases, Revealed } from "./use-releases.ts";

export interface ReleaseEntryProps {
  readonly release: Release;
  /** `void` when the reporter has taken back, or said anew, what it asks for. */
  readonly stands: "live" | "void";
  readonly session: DeskSession;
  readonly found: HeldReleases;
  readonly acts: "open" | "shut";
}

function Shown({
  revealed,
  session,
  onHide,
}: {
  readonly revealed: Revealed;
  readonly session: DeskSession;
  readonly onHide: () => void;
}) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  switch (revealed.kind) {
    case "failed":
      return (
        <Notice kind="problem">
          <p>{t("identity.failed", { reason: failureSentence(common, revealed.code) })}</p>
        </Notice>
      );
    case "short": {
      const names = revealed.wrong.map((id) => memberName(session.roster, text, id));
      return (
        <Notice kind="problem">
          <p>{t("identity.short")}</p>
          {names.length === 0 ? null : <p>{t("identity.wrong", { names: text.list(names) })}</p>}
        </Notice>
      );
    }
    case "shown": {
      const { identity } = revealed;
      return (
        <div class="identity-shown" role="status">
          <dl>
            {(["name", "reach", "contact"] as const).map((answer) => (
              <div key={answer}>
                <dt>{t(`identity.${answer}`)}</dt>
                <dd>
                  {identity[answer].trim() === "" ? (
                    t("identity.not-said")
                  ) : (
                    <Passage text={identity[answer]} language={identity.language} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p>{t("identity.only-here")}</p>
          <Button kind="secondary" onPress={onHide}>
            {t("identity.hide")}
          </Button>
        </div>
      );
    }
  }
}

export function ReleaseEntry({ release, stands, session, found, acts }: ReleaseEntryProps) {
  const common = useCommon();
  const text = useDesk();
  const { t, day } = text;
  const { requester, decisions, threshold, openedDay } = release;
  const nameOf = (id: string): string => memberName(session.roster, text, id);
  const open = decidersOf(release).filter((id) => decisions.every((one) => one.custodian !== id));
  const approved = isApproved(release);
  const mine = requester === session.self.id;
  const shown = found.revealed?.release === release.id ? found.revealed : null;
  return (
    <li class="release" data-release={approved ? "approved" : "asked"}>
      <p>
        <strong>{t("identity.request", { name: nameOf(requester), day: day(release.day) })}</strong>
      </p>
      <Passage text={release.reason} language={release.language} />
      <ul>
        {decisions.map(({ custodian, answer, day: on }) => (
          <li key={custodian}>
            {answer === "approved"
              ? t("identity.agreed", { name: nameOf(custodian), day: day(on) })
              : t("identity.refused", {
                  name: nameOf(custodian),
                  day: day(on),
                  reason: common.t(`release.${answer}`),
                })}
          </li>
        ))}
      </ul>
      <p>{t("identity.progress", { approved: approvalsOf(release).length, threshold })}</p>
      {stands === "void" ? <p>{t("identity.void")}</p> : null}
      {stands === "live" && !approved && isRefused(release) ? <p>{t("identity.no-more")}</p> : null}
      {stands === "live" && !approved && !isRefused(release) ? (
        <p>{t("identity.waiting-for", { names: text.list(open.map(nameOf)) })}</p>
      ) : null}
      {openedDay === null ? null : (
        <p>{t("identity.opened", { name: nameOf(requester), day: day(openedDay) })}</p>
      )}
      {approved && mine && stands === "live" && acts === "open" && shown?.kind !== "shown" ? (
        <>
          {openedDay === null ? <p>{t("identity.open-warning")}</p> : null}
          <Actions>
            <Button busy={found.busy} onPress={() => found.reveal(release.id)}>
              {t(openedDay === null ? "identity.open" : "identity.again")}
            </Button>
          </Actions>
        </>
      ) : null}
      {shown === null ? null : <Shown revealed={shown} session={session} onHide={found.hide} />}
    </li>
  );
}
