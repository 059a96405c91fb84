/**
 * One case: the reporter's own words first, then what the clocks ask, the conversation and the notes side by
 * side, and the history. Invariant: what did not verify is said before anything else, and stops every act.
 */
import { cardOf, type Card } from "../payload/card.ts";
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { focusField } from "../ui/field.tsx";
import { Passage } from "../ui/passage.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { DeskAct } from "../vault/interface.ts";
import { Acknowledging } from "./acknowledging.tsx";
import type { CaseAct } from "./case-act.ts";
import type { CaseFile } from "./case-file.ts";
import { ActTrouble, CaseNotices, newsText } from "./case-notices.tsx";
import { CaseAtAGlance } from "./case-at-a-glance.tsx";
import { Challenged } from "./challenged.tsx";
import { focusHeading, focusReply } from "./case-focus.ts";
import { Closing } from "./closing.tsx";
import { Composer, composerField, type Audience } from "./composer.tsx";
import type { Drafts } from "./drafts.ts";
import { Exporting } from "./export.tsx";
import { IdentitySection } from "./identity.tsx";
import { Extending } from "./extending.tsx";
import { History } from "./history.tsx";
import { useShortcuts } from "./keys.tsx";
import { LaneColumn } from "./lane.tsx";
import { Reopening } from "./reopening.tsx";
import { openActs } from "./open-acts.ts";
import { Readers } from "./readers.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { useCase, type ActResult, type HeldCase } from "./use-case.ts";
import type { OpenedForm } from "./work-list.tsx";
import { Work } from "./work.tsx";

export interface CaseProps {
  readonly session: DeskSession;
  readonly caseId: string;
  /** As the inbox has it, until the case itself is read. */
  readonly card: Card | null;
  readonly drafts: Drafts;
  readonly onFile: (file: CaseFile, acted: boolean) => void;
  readonly onBack: () => void;
  /** This member has stepped out: the case is theirs no more. */
  readonly onGone: () => void;
}

interface OpenCaseProps extends Pick<CaseProps, "session" | "drafts" | "onGone"> {
  readonly held: HeldCase;
  readonly file: CaseFile;
}

/** After these the form is gone, and what changed stands at the top. */
const ENDS_WITH_HEADING: readonly DeskAct["kind"][] = ["close", "reopen"];

const ACCESS_ACTS = ["grant", "override", "removal", "recusal", "rekey"] as const;

function OpenCase({ session, held, file, drafts, onGone }: OpenCaseProps) {
  const common = useCommon();
  const { t } = useDesk();
  const [writing, setWriting] = useState<Audience | null>(null);
  const [asked, setAsked] = useState<OpenedForm | null>(null);
  const { roster, self } = session;
  const { items, state, broken, internal } = file.view;
  const withheld = internal === "not-sealed-to-you";
  const caseId = file.plain.case;
  const acts = openActs(file, held, self.id);
  const busy = held.busy !== null;
  const reporterLanguage = state.report?.language ?? null;

  function write(audience: Audience): "taken" | "left" {
    if (!acts[audience]) return "left";
    if (writing === audience) focusField(composerField(audience));
    else setWriting(audience);
    return "taken";
  }
  useShortcuts((shortcut) =>
    shortcut === "reply" || shortcut === "note" ? write(shortcut) : "left",
  );

  function shut(audience: Audience): void {
    setWriting(null);
    requestAnimationFrame(() => focusField(`open-${audience}`));
  }

  /** What else is open is put away first, so that words moved to the reply are seen there. */
  async function settle(act: DeskAct): Promise<ActResult> {
    setWriting(null);
    const result = await held.act(act);
    // The form is gone with the act: focus goes to what it led to.
    if (result !== "failed")
      requestAnimationFrame(ENDS_WITH_HEADING.includes(act.kind) ? focusHeading : focusReply);
    return result;
  }

  async function changeAccess(act: CaseAct): Promise<ActResult> {
    const result = await held.act(act);
    if (result === "gone") onGone();
    return result;
  }

  /** Words that were being written when the reporter withdrew. */
  const unsendable = state.withdrawnDay === null ? null : drafts.read(caseId, "reply");

  function writer(audience: Audience) {
    if (!acts[audience]) return null;
    if (writing !== audience) {
      return (
        <Actions>
          <Button id={`open-${audience}`} kind="secondary" onPress={() => void write(audience)}>
            {t(audience === "reply" ? "conversation.write" : "notes.write")}
          </Button>
        </Actions>
      );
    }
    return (
      <Composer
        key={audience}
        audience={audience}
        caseId={caseId}
        drafts={drafts}
        reporterLanguage={reporterLanguage}
        standing={file.view.standing}
        busy={busy}
        act={held.act}
        onClose={() => shut(audience)}
      />
    );
  }

  const notesFailed = held.trouble?.kind === "not-sent" && held.trouble.act === "open";
  return (
    <>
      <CaseAtAGlance
        file={file}
        roster={roster}
        acts={acts.note ? "open" : "shut"}
        onWrite={() => setAsked({ form: "voice", about: null, again: null })}
      />
      <Challenged
        file={file}
        roster={roster}
        self={self}
        drafts={drafts}
        held={held}
        acts={acts.note ? "open" : "shut"}
      />
      <div class="lanes">
        <LaneColumn
          audience="conversation"
          items={items.filter(({ lane }) => lane === "conversation")}
          roster={roster}
          empty={broken === null ? t("conversation.empty") : null}
        >
          <ActTrouble trouble={held.trouble} acts={["acknowledge", "reply", "notice"]} />
          {acts.acknowledge ? (
            <Acknowledging
              caseId={caseId}
              drafts={drafts}
              reporterLanguage={reporterLanguage ?? common.code}
              busy={busy}
              act={settle}
            />
          ) : null}
          {writer("reply")}
          {acts.reply ? <Extending file={file} drafts={drafts} held={held} act={settle} /> : null}
          {unsendable === null || unsendable.text.trim() === "" ? null : (
            <>
              <p>{t("write.unsendable")}</p>
              <Passage text={unsendable.text} language={unsendable.language} />
            </>
          )}
        </LaneColumn>
        <LaneColumn
          audience="notes"
          items={items.filter(({ lane }) => lane === "internal")}
          roster={roster}
          empty={broken === null ? t(withheld ? "notes.not-sealed-to-you" : "notes.empty") : null}
        >
          {held.busy === "open" ? <p>{t("notes.opening")}</p> : null}
          {notesFailed && held.trouble !== null && "code" in held.trouble ? (
            <>
              <p>
                {t("notes.unavailable", { reason: failureSentence(common, held.trouble.code) })}
              </p>
              <Button kind="secondary" busy={busy} onPress={held.openNotes}>
                {t("notes.open-again")}
              </Button>
            </>
          ) : null}
          <ActTrouble trouble={held.trouble} acts={["note"]} />
          {writer("note")}
        </LaneColumn>
      </div>
      {internal === "open" ? (
        <>
          <ActTrouble trouble={held.trouble} acts={["casework"]} />
          <Work
            file={file}
            roster={roster}
            self={self.id}
            drafts={drafts}
            held={held}
            acts={acts.note ? "open" : "shut"}
            asked={asked}
          />
        </>
      ) : null}
      <Readers
        state={state}
        roster={roster}
        self={self}
        desk={file.plain.desk}
        caseId={caseId}
        drafts={drafts}
        changes={acts.access ? "yes" : "no"}
        busy={busy}
        act={changeAccess}
      />
      <ActTrouble trouble={held.trouble} acts={ACCESS_ACTS} />
      <IdentitySection
        session={session}
        held={held}
        file={file}
        drafts={drafts}
        acts={acts.ask ? "open" : "shut"}
      />
      <ActTrouble trouble={held.trouble} acts={["close"]} />
      {acts.close ? <Closing file={file} drafts={drafts} busy={busy} act={settle} /> : null}
      <ActTrouble trouble={held.trouble} acts={["export"]} />
      {acts.note ? <Exporting session={session} held={held} file={file} drafts={drafts} /> : null}
      <ActTrouble trouble={held.trouble} acts={["reopen"]} />
      {acts.reopen ? (
        <Reopening
          caseId={caseId}
          drafts={drafts}
          reporterLanguage={reporterLanguage}
          busy={busy}
          act={settle}
        />
      ) : null}
      <History items={items} roster={roster} casework={file.view.state.casework} />
    </>
  );
}

export function Case({ session, caseId, card, drafts, onFile, onBack, onGone }: CaseProps) {
  const { t } = useDesk();
  const held = useCase(session, caseId, { onFile });
  const { file, busy } = held;
  const state = file?.view.state ?? null;
  const shown = state === null || state.report === null ? card : cardOf(state);
  useShortcuts((shortcut) => {
    if (shortcut !== "back") return "left";
    onBack();
    return "taken";
  });
  return (
    <Screen
      name="case"
      title={
        shown === null ? (
          t("case.untitled")
        ) : (
          <span lang={shown.language} dir="auto">
            {shown.title}
          </span>
        )
      }
      onBack={onBack}
    >
      <div class="case-bar">
        <p class="case-number">
          {t("case.number")} <bdi>{caseId}</bdi>
        </p>
        <Button kind="secondary" busy={busy !== null} onPress={held.readAgain}>
          {t("case.refresh")}
        </Button>
      </div>
      <StatusLine text={busy === "reading" ? t("case.loading") : newsText(t, held.news)} />
      {held.undo === null ? null : (
        <Actions>
          <Button id="undo" kind="secondary" busy={busy !== null} onPress={held.undo}>
            {t("undo.last")}
          </Button>
        </Actions>
      )}
      <CaseNotices held={held} session={session} />
      {file === null ? null : (
        <OpenCase session={session} held={held} file={file} drafts={drafts} onGone={onGone} />
      )}
    </Screen>
  );
}
