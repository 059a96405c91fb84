/** Cases that were deleted and do not stand in the audit log yet: a few at a time, each few put there with one press. */
import type { Deletion } from "../../worker/contract/deletion.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { call } from "./call.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

type State =
  | { readonly kind: "asking" | "signing" }
  | { readonly kind: "failed"; readonly code: FailureCode }
  | { readonly kind: "told"; readonly deletion: Deletion | null };

export interface DeletionsProps {
  readonly session: DeskSession;
  /** The log has one entry more. */
  readonly onSigned: () => void;
}

export function Deletions({ session, onSigned }: DeletionsProps) {
  const common = useCommon();
  const { t, day, list } = useDesk();
  const [state, setState] = useState<State>({ kind: "asking" });
  const [signed, setSigned] = useState(false);
  const { token } = session;

  async function ask(): Promise<void> {
    try {
      setState({ kind: "told", ...(await call("deletions", {}, { token })) });
    } catch (failure) {
      setState({ kind: "failed", code: failureCode(failure) });
    }
  }
  useEffect(() => void ask(), []);

  async function sign(deletion: Deletion): Promise<void> {
    setState({ kind: "signing" });
    try {
      await withAudit(session, { kind: "deletion", ...deletion }, (audit) =>
        call("signDeletions", { audit }, { token }),
      );
      setSigned(true);
      onSigned();
      await ask();
    } catch (failure) {
      setState({ kind: "failed", code: failureCode(failure) });
    }
  }
  const deletion = state.kind === "told" ? state.deletion : null;
  return (
    <section aria-labelledby="deletions">
      <h2 id="deletions">{t("deletions.title")}</h2>
      <StatusLine text={signed ? t("deletions.signed") : ""} />
      {state.kind === "failed" ? (
        <Notice kind="problem" title={common.t("page.problem")}>
          <p>{failureSentence(common, state.code)}</p>
        </Notice>
      ) : null}
      {state.kind === "told" && deletion === null ? <p>{t("deletions.none")}</p> : null}
      {deletion === null ? null : (
        <>
          <p>{t("deletions.lead")}</p>
          <p>
            {t("deletions.some", {
              day: day(deletion.deletedDay),
              reason: t(`deletion.${deletion.reason}`),
              cases: list(deletion.cases),
            })}
          </p>
          <Actions>
            <Button kind="secondary" onPress={() => void sign(deletion)}>
              {t("deletions.sign")}
            </Button>
          </Actions>
        </>
      )}
    </section>
  );
}
