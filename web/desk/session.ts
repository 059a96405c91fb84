/**
 * Signing a member in and out. Invariant: a session exists only once the keyring is open on this device, the whole
 * roster chain held and the sign-in stands in the audit log; until then, and after its end, no key and no token is left.
 */
import type { SignInWay } from "../../worker/contract/session.ts";
import type { SecondFactor } from "../../worker/contract/second-factor.ts";
import { call } from "./call.ts";
import { failureCode, type FailureCode } from "../failure.ts";
import { openDeskVault, type OpenVault } from "../vault/client.ts";
import type { OwnKeyStanding, RosterStanding } from "../vault/coordination.ts";
import { VaultFailure } from "../vault/failure.ts";
import type { DeskVault, IncompleteCode, MemberView, RosterView } from "../vault/interface.ts";
import { saveKeyring } from "./keyring-saving.ts";
import { exchange, takeSecret, type AskSecondFactor, type SignInSecret } from "./signing-in.ts";
import { newAuditPen, withAudit, type AuditPen } from "./audited.ts";
import { takeTurns, type InTurn } from "./turn.ts";

export interface DeskSession {
  readonly vault: DeskVault;
  /** What they signed in as. */
  readonly handle: string;
  /** Bearer token; in memory only. */
  readonly token: string;
  /** What it was opened with besides the passphrase, or what was enrolled since. */
  readonly secondFactor: SecondFactor;
  /** To be told once one was enrolled in this session. */
  readonly enrolled: (secondFactor: SecondFactor) => void;
  /** Tries at the second factor that failed since the last sign-in. */
  readonly failedTries: number;
  /** `lapsed`: the list or a reader's key ran out, and who can renew it may; nothing else works. */
  readonly standing: RosterStanding;
  /** `expired` only in a lapsed session: until it is renewed nobody seals to anybody at their desks. */
  readonly ownKey: OwnKeyStanding;
  /** As last verified. */
  readonly roster: RosterView;
  readonly self: MemberView;
  /**
   * Fetches the roster and follows its chain again; cases are then read from their start. One that does not
   * hold leaves nothing that can be opened or sealed. @throws VaultFailure, ApiFailure
   */
  readonly renewRoster: () => Promise<void>;
  /** For `withAudit`: what this session adds to the audit log. */
  readonly auditPen: AuditPen;
  /** The cases whose opening by this session stands in the audit log. */
  readonly openedCases: Set<string>;
  /** For everything that opens or seals a case. */
  readonly inTurn: InTurn;
  /** Every key is gone when this returns; the server still knows the token. */
  readonly forgetKeys: () => void;
  /** The same, and the server is told to end it, without waiting for that. */
  readonly end: () => void;
  /** The server ended it by itself: it need not be told. */
  readonly endedByServer: () => void;
}

/** In the order they are gone through. */
export type SignInStep =
  | "preparing"
  | "stretching"
  | "proving"
  | "paying"
  | "second-factor"
  | "proving-factor"
  | "unlocking"
  | "checking-roster"
  | "saving"
  | "logging";

export type SignInRefusal =
  /** What was typed is no recovery key: nobody was asked anything. */
  | { readonly kind: "recovery-key"; readonly entry: IncompleteCode }
  /** Unknown name or wrong secret: never said which. */
  | { readonly kind: "credentials"; readonly way: SignInWay }
  /** A link of the signed roster's chain did not hold. */
  | { readonly kind: "roster"; readonly code: FailureCode }
  | { readonly kind: "other"; readonly code: FailureCode };

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly session: DeskSession }
  | { readonly kind: "given-up" }
  | { readonly kind: "refused"; readonly refusal: SignInRefusal };

export interface SignInRequest {
  readonly handle: string;
  readonly secret: SignInSecret;
  /** The device's day: the server's is not asked whether its own roster has expired. */
  readonly today: number;
  readonly pageOrigin: string;
  readonly onStep: (step: SignInStep) => void;
  readonly askSecondFactor: AskSecondFactor;
}

/** Why somebody was not let in, by what was thrown at which step. */
export function refusalOf(thrown: unknown, step: SignInStep, way: SignInWay): SignInRefusal {
  const code = failureCode(thrown);
  const proving = step === "proving" || step === "paying";
  if (proving && code === "unauthorised") return { kind: "credentials", way };
  if (step === "unlocking" && code === "passphrase-wrong") return { kind: "credentials", way };
  const isRoster = step === "checking-roster" && thrown instanceof VaultFailure;
  if (isRoster && code !== "not-a-member" && code !== "internal") return { kind: "roster", code };
  return { kind: "other", code };
}

/** The session ends here whatever the server answers: its token lapses by itself. */
export function tellSignedOut(token: string): void {
  call("memberSignOut", {}, { token }).catch(() => undefined);
}

type Verified = Pick<DeskSession, "roster" | "self" | "standing" | "ownKey">;

/** @throws VaultFailure, ApiFailure */
async function verifyNewest(
  vault: DeskVault,
  { token, today, pageOrigin }: Pick<SignInRequest, "today" | "pageOrigin"> & { token: string },
  onVerified: () => void = () => undefined,
): Promise<Verified> {
  const published = await call("roster", {});
  const { roster, self, keyring } = await vault.verifyRoster(published, today, pageOrigin);
  onVerified();
  await saveKeyring(vault, token, keyring);
  return { roster, self, standing: "in-force", ownKey: "good" };
}

/** As `verifyNewest`; past a last day somebody gets as far as renewing what they can renew. */
async function verifyFirst(
  ...[vault, place, onVerified]: Parameters<typeof verifyNewest>
): Promise<Verified> {
  try {
    return await verifyNewest(vault, place, onVerified);
  } catch (thrown) {
    if (failureCode(thrown) !== "roster-expired") throw thrown;
    const published = await call("roster", {});
    const verified = await vault.verifyLapsed(published, place.today, place.pageOrigin);
    return { ...verified, standing: "lapsed" };
  }
}

/** What a session is of, once its keyring is open. */
export interface SessionOpening extends Pick<
  DeskSession,
  "handle" | "token" | "secondFactor" | "failedTries" | "openedCases"
> {
  readonly today: number;
  readonly pageOrigin: string;
}

/** From an open keyring to a session, if the whole roster chain holds. @throws VaultFailure, ApiFailure */
export async function beginSession(
  opened: OpenVault<DeskVault>,
  opening: SessionOpening,
  onVerified: () => void,
): Promise<DeskSession> {
  const { vault } = opened;
  const { handle, token, failedTries } = opening;
  let { secondFactor } = opening;
  let verified = await verifyFirst(vault, opening, onVerified);
  let over = false;
  return {
    vault,
    handle,
    token,
    get secondFactor() {
      return secondFactor;
    },
    enrolled: (enrolled) => {
      secondFactor = enrolled;
    },
    failedTries,
    get standing() {
      return verified.standing;
    },
    get roster() {
      return verified.roster;
    },
    get self() {
      return verified.self;
    },
    get ownKey() {
      return verified.ownKey;
    },
    renewRoster: async () => {
      const verify = verified.standing === "lapsed" ? verifyFirst : verifyNewest;
      verified = await verify(vault, opening);
    },
    auditPen: newAuditPen(),
    openedCases: opening.openedCases,
    inTurn: takeTurns(),
    forgetKeys: () => opened.end(),
    end: () => {
      opened.end();
      if (!over) tellSignedOut(token);
      over = true;
    },
    endedByServer: () => {
      over = true;
    },
  };
}

/** Never rejects. While it runs `onStep` tells each step as it begins. */
export async function signIn(request: SignInRequest): Promise<SignInOutcome> {
  const { handle, today, pageOrigin, onStep } = request;
  const { secret } = request;
  const { way } = secret;
  const opened = secret.way === "colleagues" ? secret.opened : openDeskVault();
  // Whoever waits for colleagues goes on with the vault that holds their request.
  const giveUp = (): void => {
    if (way !== "colleagues") opened.end();
  };
  const { vault } = opened;
  let step: SignInStep = "preparing";
  let token: string | null = null;
  const begin = (next: SignInStep): void => {
    step = next;
    onStep(next);
  };
  try {
    begin("preparing");
    await Promise.race([vault.start(), opened.broken]);
    const entry = await takeSecret(vault, request, () => begin("stretching"));
    if (entry.kind !== "complete") {
      giveUp();
      return { kind: "refused", refusal: { kind: "recovery-key", entry } };
    }
    const { askSecondFactor } = request;
    const signedIn = await exchange({ vault, handle, way, askSecondFactor, onStep: begin });
    if (signedIn === null) {
      giveUp();
      return { kind: "given-up" };
    }
    token = signedIn.token;
    begin("unlocking");
    const { member, keyring, keyringVersion, slots } = signedIn;
    await vault.unlock({ member, keyring, keyringVersion, slots });
    begin("checking-roster");
    const { secondFactor, failedTries } = signedIn;
    const session = await beginSession(
      opened,
      {
        handle,
        token,
        secondFactor,
        failedTries,
        openedCases: new Set(),
        today,
        pageOrigin,
      },
      () => begin("saving"),
    );
    begin("logging");
    await withAudit(session, { kind: "sign-in" }, (audit) =>
      call("appendAudit", { audit }, { token: session.token }),
    );
    await saveKeyring(vault, session.token, await vault.rememberAudit());
    return { kind: "signed-in", session };
  } catch (thrown) {
    giveUp();
    if (token !== null) tellSignedOut(token);
    return { kind: "refused", refusal: refusalOf(thrown, step, way) };
  }
}
