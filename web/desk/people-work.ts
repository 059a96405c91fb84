/**
 * What the people's place asks of vault and server. Invariant: a next roster is signed by the vault from the one it
 * verified last, published, and then fetched and verified again before anything else is shown.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { call } from "./call.ts";
import type {
  InvitationPlan,
  InvitationView,
  OrganisationView,
  RosterChange,
} from "../vault/coordination.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";

export interface People {
  readonly organisation: OrganisationView;
  readonly invitations: readonly InvitationView[];
  /** The server's day. */
  readonly day: number;
}

/** @throws ApiFailure, VaultFailure */
export async function loadPeople({ vault, token }: DeskSession): Promise<People> {
  const { invitations, day } = await call("invitations", {}, { token });
  return {
    organisation: await vault.organisation(),
    invitations: await vault.readInvitations(invitations),
    day,
  };
}

/** Signs, publishes, and verifies what is in force then. @throws ApiFailure, VaultFailure */
export async function changeRoster(session: DeskSession, change: RosterChange): Promise<void> {
  await session.inTurn(async () => {
    const { vault, token } = session;
    const { input, act } = await vault.signNextRoster(change);
    await withAudit(session, act, (audit) => call("publishRoster", { ...input, audit }, { token }));
    await session.renewRoster();
  });
}

/** What would become of somebody's cases if they read no more. @throws ApiFailure */
export async function fetchHeld(
  { token }: DeskSession,
  member: string,
): Promise<OutputOf<"heldBy">> {
  return call("heldBy", { member }, { token });
}

/**
 * Takes away what a member signs in with besides their passphrase, and ends their sessions: the next sign-in may add
 * another. @throws ApiFailure, VaultFailure
 */
export async function resetSecondFactor(session: DeskSession, member: string): Promise<void> {
  await withAudit(session, { kind: "second-factor-reset", member }, (audit) =>
    call("resetSecondFactor", { member, audit }, { token: session.token }),
  );
}

/** Another coordinator may have signed meanwhile. A lapsed list stays the one there is until it is renewed. */
export async function verifyAgain(session: DeskSession): Promise<void> {
  if (session.standing === "lapsed") return;
  await session.inTurn(async () => session.renewRoster());
}

/** The whole link, which nobody can show again. @throws ApiFailure, VaultFailure */
export async function invite(session: DeskSession, plan: InvitationPlan): Promise<string> {
  const { vault, token } = session;
  const { input, secret } = await vault.makeInvitation(plan);
  await withAudit(session, { kind: "invitation" }, (audit) =>
    call("invite", { ...input, audit }, { token }),
  );
  return `${location.origin}/join#${secret}`;
}

/** @throws ApiFailure */
export async function cancelInvitation({ token }: DeskSession, locatorHash: string): Promise<void> {
  await call("cancelInvitation", { locatorHash }, { token });
}
