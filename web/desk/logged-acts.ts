/** Acts on a case that stand in the audit log besides: each is sent together with its entry there. */
import type { AuditAct } from "../../worker/contract/audit.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { SealedAct } from "../vault/interface.ts";
import { withAudit, withEntries } from "./audited.ts";
import { call } from "./call.ts";
import type { CaseAct } from "./case-act.ts";
import type { DeskSession } from "./session.ts";

/** Who lets whom in, or takes them out, stands in the audit log too; to step out is to take oneself out. */
export async function sendChange(
  session: DeskSession,
  sealed: Omit<InputOf<"changeAccess">, "audit">,
): Promise<void> {
  const { token } = session;
  const { change } = sealed;
  if (change.kind === "rekey") {
    await call("changeAccess", { ...sealed, audit: null }, { token });
    return;
  }
  const act: AuditAct =
    change.kind === "recusal"
      ? { kind: "removal", case: sealed.case, member: session.self.id }
      : { kind: change.kind, case: sealed.case, member: change.member };
  await withAudit(session, act, (audit) => call("changeAccess", { ...sealed, audit }, { token }));
}

/** Most acts stand in the log only if an entry says why the step serves the child: by that entry's hash. */
export async function sendAct(
  session: DeskSession,
  { interests: entry, ...append }: SealedAct,
): Promise<void> {
  const { token } = session;
  if (entry === null) {
    await call("appendToCase", append, { token });
    return;
  }
  await withAudit(session, { kind: "best-interests", case: append.case, entry }, (audit) =>
    call("appendToCase", { ...append, audit }, { token }),
  );
}

/** Asking who a reporter is, and reading it, stand in the audit log besides. */
export async function writeRelease(
  session: DeskSession,
  act: Extract<CaseAct, { kind: "ask-identity" | "open-identity" }>,
  day: number,
  requireCase: (sealed: { readonly case: string }) => void,
): Promise<void> {
  const { vault, token } = session;
  if (act.kind === "ask-identity") {
    const { interests: entry, ...asking } = await vault.sealRelease(act, day);
    requireCase(asking);
    await withEntries(session, async (sign) => {
      const audit = await sign({ kind: "release-request", case: asking.case });
      const interests = await sign({ kind: "best-interests", case: asking.case, entry });
      await call("requestRelease", { ...asking, audit, interests }, { token });
    });
    return;
  }
  const { interests: _none, ...append } = await vault.seal(act, day);
  requireCase(append);
  await withAudit(session, { kind: "release-opened", case: append.case }, (audit) =>
    call("openRelease", { ...append, release: act.release, audit }, { token }),
  );
}

/** That parts of a case are taken out, before they are. */
export async function sendExport(
  session: DeskSession,
  { interests: _none, ...append }: SealedAct,
): Promise<void> {
  const { token } = session;
  await withAudit(session, { kind: "export", case: append.case }, (audit) =>
    call("exportCase", { ...append, audit }, { token }),
  );
}
