/**
 * Who the reporter is: whether they said it, who keeps the key, what was asked and decided. Invariant: the identity
 * itself is drawn nowhere but here, by whoever asked for it, after the reporter was told.
 */
import { failureSentence } from "../failure.ts";
import { isApproved, isRefused, type LeftIdentity } from "../payload/release.ts";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { Asking } from "./release-asking.tsx";
import type { CaseFile } from "./case-file.ts";
import { ActTrouble } from "./case-notices.tsx";
import type { Drafts } from "./drafts.ts";
import { memberName } from "./entry-words.ts";
import { ReleaseEntry } from "./release.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";
import { useReleases } from "./use-releases.ts";

export interface IdentitySectionProps {
  readonly session: DeskSession;
  readonly held: HeldCase;
  readonly file: CaseFile;
  readonly drafts: Drafts;
  /** `shut` where nothing can be written in this case. */
  readonly acts: "open" | "shut";
}

function Keepers({
  session,
  left,
}: {
  readonly session: DeskSession;
  readonly left: LeftIdentity;
}) {
  const text = useDesk();
  const { t } = text;
  const { custodians, threshold } = left;
  const names = custodians.map((id) => memberName(session.roster, text, id));
  const own = custodians.includes(session.self.id);
  const others = custodians.length - (own ? 1 : 0);
  return (
    <>
      <p>
        {t("identity.keepers", {
          names: text.list(names),
          threshold,
          all: custodians.length,
        })}
      </p>
      {own ? <p>{t("identity.you-keep")}</p> : null}
      {others < threshold ? <p>{t("identity.never")}</p> : null}
    </>
  );
}

export function IdentitySection({ session, held, file, drafts, acts }: IdentitySectionProps) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const found = useReleases(session, held, file, acts);
  const { identity, releases, report } = file.view.state;
  if (report === null) return null;
  const left = identity?.standing === "left" ? identity : null;
  const live = releases.some(
    (release) =>
      release.envelope === left?.envelope && (isApproved(release) || !isRefused(release)),
  );
  return (
    <section class="case-identity" aria-labelledby="case-identity">
      <h2 id="case-identity">{t("identity.title")}</h2>
      {identity === null ? <p>{t("identity.no-custodian")}</p> : null}
      {identity?.standing === "none" ? <p>{t("identity.none")}</p> : null}
      {identity?.standing === "withdrawn" ? (
        <p>{t("identity.withdrawn", { day: text.day(identity.day) })}</p>
      ) : null}
      {left === null ? null : (
        <>
          <p>{t("identity.left", { day: text.day(left.day) })}</p>
          <Keepers session={session} left={left} />
        </>
      )}
      {found.forged ? (
        <Notice kind="problem">
          <p>{t("identity.forged")}</p>
        </Notice>
      ) : null}
      {found.failure === null ? null : (
        <Notice kind="problem">
          <p>{t("identity.failed", { reason: failureSentence(common, found.failure) })}</p>
        </Notice>
      )}
      {releases.length === 0 ? null : (
        <ol class="releases">
          {releases.map((release) => (
            <ReleaseEntry
              key={release.id}
              release={release}
              stands={release.envelope === left?.envelope ? "live" : "void"}
              session={session}
              found={found}
              acts={acts}
            />
          ))}
        </ol>
      )}
      <ActTrouble
        trouble={held.trouble}
        acts={["ask-identity", "record-decisions", "open-identity"]}
      />
      {left === null || live || acts === "shut" ? null : (
        <Asking
          caseId={file.plain.case}
          drafts={drafts}
          reporterLanguage={report.language}
          busy={held.busy !== null}
          act={held.act}
        />
      )}
    </section>
  );
}
