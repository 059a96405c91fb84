/** Acts on a case that stand in the audit log besides: each is sent together with its entry there. */
import type { AuditAct } from "../../worker/contract/audit.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { withAudit } from "./audited.ts";
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

/** Asking who a reporter is, and reading it, stand in the audit log besides. */
export async function writeRelease(
  session: DeskSession,
  act: Extract<CaseAct, { kind: "ask-identity" | "open-identity" }>,
  day: number,
  requireCase: (sealed: { readonly case: string }) => void,
): Promise<void> {
  const { vault, token } = session;
  if (act.kind === "ask-identity") {
    const sealed = await vault.sealRelease(act, day);
    requireCase(sealed);
    await withAudit(session, { kind: "release-request", case: sealed.case }, (audit) =>
      call("requestRelease", { ...sealed, audit }, { token }),
    );
    return;
  }
  const sealed = await vault.seal(act, day);
  requireCase(sealed);
  await withAudit(session, { kind: "release-opened", case: sealed.case }, (audit) =>
    call("openRelease", { ...sealed, release: act.release, audit }, { token }),
  );
}

/** That parts of a case are taken out, before they are. */
export async function sendExport(
  session: DeskSession,
  sealed: Omit<InputOf<"exportCase">, "audit">,
): Promise<void> {
  const { token } = session;
  await withAudit(session, { kind: "export", case: sealed.case }, (audit) =>
    call("exportCase", { ...sealed, audit }, { token }),
  );
}
