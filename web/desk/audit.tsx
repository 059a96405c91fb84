/**
 * The auditor's page: the log as sentences, checked here and not by the server; what the server says it refused; and
 * how many cases there are. No case is opened from here.
 */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { AuditEntries } from "./audit-entries.tsx";
import type { ReadLog } from "./audit-reading.ts";
import { findingSentence } from "./audit-words.ts";
import { RefusedActs } from "./audit-notes.tsx";
import { KeptPromises } from "./kept-promises.tsx";
import { Deletions } from "./deletions.tsx";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";
import { useAudit, type AuditState } from "./use-audit.ts";

function Progress({ state }: { readonly state: AuditState }) {
  const { t } = useDesk();
  if (state.kind !== "reading") return null;
  const { read, of } = state;
  return (
    <p>
      <label for="audit-progress">{t("audit.progress", { read, of })}</label>{" "}
      <progress id="audit-progress" max={Math.max(of, 1)} value={read} />
    </p>
  );
}

function Verdict({ log }: { readonly log: ReadLog }) {
  const desk = useDesk();
  const { t } = desk;
  const { findings, entries } = log;
  if (findings.length === 0) {
    return (
      <Notice kind="done" title={t("audit.whole-title")} live="status">
        <p>{t("audit.whole", { count: entries.length })}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="problem" title={t("audit.broken-title")}>
      <p>{t("audit.broken")}</p>
      <ul class="audit-findings">
        {findings.map((finding) => (
          <li key={`${finding.fault}-${finding.seq}`} data-fault={finding.fault}>
            {findingSentence(finding, desk)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function statusText(state: AuditState, { t }: ReturnType<typeof useDesk>): string {
  switch (state.kind) {
    case "reading":
      return t("audit.checking");
    case "stopped":
      return t("audit.stopped");
    case "failed":
    case "read":
      return "";
  }
}

export function Audit({ session }: { readonly session: DeskSession }) {
  const common = useCommon();
  const desk = useDesk();
  const { t } = desk;
  const { state, notes, start, stop } = useAudit(session);
  return (
    <Screen name="audit" title={t("audit.title")}>
      <p class="lead">{t("audit.lead")}</p>
      <StatusLine text={statusText(state, desk)} />
      <Progress state={state} />
      {state.kind === "failed" ? (
        <Notice kind="problem" title={t("audit.failed")}>
          <p>{failureSentence(common, state.code)}</p>
        </Notice>
      ) : null}
      {state.kind === "read" ? <Verdict log={state.log} /> : null}
      <Actions>
        {state.kind === "reading" ? (
          <Button kind="secondary" onPress={stop}>
            {t("audit.stop")}
          </Button>
        ) : (
          <Button kind="secondary" onPress={start}>
            {t("audit.again")}
          </Button>
        )}
        {state.kind === "read" ? (
          <Button
            kind="secondary"
            onPress={() =>
              saveFile(`audit-log-${state.log.record.head.seq}.json`, state.log.record)
            }
          >
            {t("audit.download")}
          </Button>
        ) : null}
      </Actions>
      {state.kind === "read" ? <AuditEntries log={state.log} /> : null}
      <Deletions session={session} onSigned={start} />
      <KeptPromises notes={notes} roster={session.roster} />
      <RefusedActs notes={notes} roster={session.roster} />
    </Screen>
  );
}
