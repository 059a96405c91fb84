/**
 * A decision that the reporter has challenged: what they wrote, by when they are owed an answer, and who may give it.
 * Whoever took the decision is told so, and whom to let in where nobody else reads the case.
 */
import { challengeByDay } from "../../worker/contract/clocks.ts";
import { challengeDeciders, openChallenge, type ChallengeRecord } from "../payload/challenge.ts";
import { Actions, Button } from "../ui/button.tsx";
import { focusField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Passage } from "../ui/passage.tsx";
import type { MemberView, RosterView } from "../vault/interface.ts";
import { reviewersIn } from "./candidates.ts";
import type { CaseFile } from "./case-file.ts";
import { DecidingChallenge } from "./deciding-challenge.tsx";
import type { Drafts } from "./drafts.ts";
import { memberName } from "./entry-words.ts";
import { LET_IN } from "./readers.tsx";
import { Remedies } from "./remedies.tsx";
import { useDesk } from "./text.ts";
import type { HeldCase } from "./use-case.ts";

export interface ChallengedProps {
  readonly file: CaseFile;
  readonly roster: RosterView;
  readonly self: MemberView;
  readonly drafts: Drafts;
  readonly held: HeldCase;
  readonly acts: "open" | "shut";
}

/** Reviewers of a desk that stands outside the others, who do not read the case yet. */
function overseers(roster: RosterView, readers: readonly string[]): readonly string[] {
  const desks = roster.desks.filter(({ oversight }) => oversight);
  return reviewersIn({ ...roster, desks })
    .filter(({ id }) => !readers.includes(id))
    .map(({ name }) => name);
}

function NobodyElse({ file, roster, acts }: Pick<ChallengedProps, "file" | "roster" | "acts">) {
  const { t, list } = useDesk();
  const names = overseers(roster, file.view.state.access.readers);
  return (
    <Notice kind="caution" title={t("challenged.nobody-title")}>
      <p>{t("challenged.nobody")}</p>
      {names.length === 0 ? null : <p>{t("challenged.oversight", { names: list(names) })}</p>}
      {acts === "shut" ? null : (
        <Actions>
          <Button kind="secondary" onPress={() => focusField(LET_IN)}>
            {t("challenged.let-in")}
          </Button>
        </Actions>
      )}
    </Notice>
  );
}

interface OpenProps extends ChallengedProps {
  readonly challenge: ChallengeRecord;
}

function Open({ challenge, ...props }: OpenProps) {
  const text = useDesk();
  const { t, day, list } = text;
  const { file, roster, self, drafts, held, acts } = props;
  const deciders = challengeDeciders(file.view.state);
  const due = challengeByDay(challenge.day);
  const name = memberName(roster, text, challenge.decider);
  return (
    <section class="challenged" aria-labelledby="challenged">
      <h2 id="challenged">{t("challenged.title")}</h2>
      <p>{t("challenged.lead", { name, day: day(challenge.day) })}</p>
      <Passage text={challenge.text} language={challenge.language} />
      <p>
        <strong>
          {t(due < file.day ? "challenged.overdue" : "challenged.due", { day: day(due) })}
        </strong>
      </p>
      {deciders.length === 0 ? (
        <NobodyElse file={file} roster={roster} acts={acts} />
      ) : (
        <p>
          {t("challenged.who", { names: list(deciders.map((id) => memberName(roster, text, id))) })}
        </p>
      )}
      {challenge.decider === self.id ? <p>{t("challenged.not-you")}</p> : null}
      {acts === "open" && deciders.includes(self.id) ? (
        <DecidingChallenge file={file} challenge={challenge} drafts={drafts} held={held} />
      ) : null}
    </section>
  );
}

export function Challenged(props: ChallengedProps) {
  const { state } = props.file.view;
  const open = openChallenge(state);
  return (
    <>
      {open === null ? null : <Open key={open.seq} {...props} challenge={open} />}
      {state.challenges.map((challenge) =>
        challenge.decision === null || challenge.decision.outcome === "NOT_UPHELD" ? null : (
          <Remedies key={challenge.seq} {...props} challenge={challenge} />
        ),
      )}
    </>
  );
}
