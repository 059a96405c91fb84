/**
 * A page that has locked: no key and nothing that was shown is left, and only the passphrase, or a passkey its member
 * chose for it, opens it again where it was. What it keeps is the token, which opens nothing, the place, and drafts
 * sealed to the member's own key.
 */
import * as z from "zod/mini";
import type { StoredKeyring } from "../../worker/contract/session.ts";
import type { SecondFactor } from "../../worker/contract/second-factor.ts";
import { call } from "./call.ts";
import { failureCode } from "../failure.ts";
import { handOver, openDeskVault } from "../vault/client.ts";
import type { DeskVault } from "../vault/interface.ts";
import type { CardFilter } from "./card-filter.ts";
import { keepDrafts, type Drafts, type HeldDraft } from "./drafts.ts";
import { noPasskeysHere } from "./passkey.ts";
import { couldUnlockHere, deriveSecret } from "./passkey-secret.ts";
import type { PlaceName } from "./places.ts";
import {
  beginSession,
  refusalOf,
  tellSignedOut,
  type DeskSession,
  type SignInRefusal,
  type SignInStep,
} from "./session.ts";

/** Where a member was, to be there again. */
export interface Whereabouts {
  readonly place: PlaceName | null;
  /** The case that was open; null in the inbox. */
  readonly caseId: string | null;
  readonly filter: CardFilter;
  readonly drafts: Drafts;
}

/** `lost` when they could not be sealed in time. */
type SealedDrafts =
  | { readonly kind: "sealed"; readonly sealed: string }
  | { readonly kind: "none" | "lost" };

export interface Locked {
  readonly handle: string;
  readonly name: string;
  readonly organisation: string;
  readonly token: string;
  readonly secondFactor: SecondFactor;
  /** Those whose opening stands in the audit log already. */
  readonly openedCases: Set<string>;
  readonly whereabouts: Omit<Whereabouts, "drafts">;
  readonly drafts: Promise<SealedDrafts>;
}

/** After this the keys go, sealed or not. */
const SEALING_MILLISECONDS = 2_000;

const HeldDrafts = z.array(
  z.strictObject({
    key: z.string(),
    draft: z.strictObject({ text: z.string(), language: z.string() }),
  }),
);

async function sealed(vault: DeskVault, held: readonly HeldDraft[]): Promise<SealedDrafts> {
  const late = new Promise<SealedDrafts>((resolve) =>
    setTimeout(() => resolve({ kind: "lost" }), SEALING_MILLISECONDS),
  );
  const sealing = vault
    .sealDrafts(JSON.stringify(held))
    .then((bytes): SealedDrafts => ({ kind: "sealed", sealed: bytes }))
    .catch((): SealedDrafts => ({ kind: "lost" }));
  return await Promise.race([sealing, late]);
}

/** The keys are gone at once where no text waits to be sent, and within two seconds where one does. */
export function lock(session: DeskSession, { drafts, ...whereabouts }: Whereabouts): Locked {
  const { vault, handle, token, secondFactor, openedCases, self, roster } = session;
  const held = drafts.all();
  const keep = async (): Promise<SealedDrafts> => {
    const kept = await sealed(vault, held);
    session.forgetKeys();
    return kept;
  };
  if (held.length === 0) session.forgetKeys();
  return {
    handle,
    name: self.name,
    organisation: roster.organisation,
    token,
    secondFactor,
    openedCases,
    // A label is a word off a card, and none of those is left.
    whereabouts: { ...whereabouts, filter: { ...whereabouts.filter, label: null } },
    drafts: held.length === 0 ? Promise.resolve({ kind: "none" }) : keep(),
  };
}

export interface Unlocked {
  readonly session: DeskSession;
  readonly whereabouts: Whereabouts;
}

export type UnlockOutcome =
  | { readonly kind: "unlocked"; readonly unlocked: Unlocked }
  /** Its session has ended meanwhile: only signing in goes on from here. */
  | { readonly kind: "ended" }
  /** The browser derived nothing, or the passkey opens this keyring no more. */
  | { readonly kind: "no-passkey" }
  | { readonly kind: "refused"; readonly refusal: SignInRefusal };

/** What a locked page is opened with. */
export type UnlockSecret =
  | { readonly way: "passphrase"; readonly passphrase: string }
  | { readonly way: "passkey" };

export interface UnlockRequest {
  readonly secret: UnlockSecret;
  readonly today: number;
  readonly pageOrigin: string;
  readonly onStep: (step: SignInStep) => void;
}

async function opened(vault: DeskVault, drafts: SealedDrafts): Promise<Drafts> {
  if (drafts.kind !== "sealed") return keepDrafts();
  const text = await vault.openDrafts(drafts.sealed);
  return keepDrafts(text === null ? [] : HeldDrafts.parse(JSON.parse(text)));
}

/** Never rejects. Asks nothing where this browser has no passkeys. */
export async function unlocksByPasskey({ token }: Locked): Promise<boolean> {
  if (noPasskeysHere() !== null) return false;
  try {
    const [{ slots }, { passkeys }] = await Promise.all([
      call("ownKeyring", {}, { token }),
      call("secondFactors", {}, { token }),
    ]);
    if (!slots.some(({ kind }) => kind === "passkey")) return false;
    return (await couldUnlockHere(passkeys)).length > 0;
  } catch {
    return false;
  }
}

/** False when the browser derived nothing. @throws ApiFailure, VaultFailure */
async function takeSecret(
  vault: DeskVault,
  { handle, token }: Locked,
  stored: StoredKeyring,
  { secret, onStep }: UnlockRequest,
): Promise<boolean> {
  switch (secret.way) {
    case "passphrase": {
      const parameters = await call("memberParameters", { handle });
      onStep("stretching");
      await vault.stretch(secret.passphrase, parameters);
      return true;
    }
    case "passkey": {
      const { passkeys } = await call("secondFactors", {}, { token });
      const here = (await couldUnlockHere(passkeys)).map(({ id }) => id);
      const questions = await vault.unlockingPasskeys(stored, here);
      onStep("second-factor");
      const derived = questions.length === 0 ? null : await deriveSecret(questions);
      if (derived === null) return false;
      await vault.enterPasskey(stored, derived.passkey, handOver(derived.secret));
      return true;
    }
  }
}

/** Never rejects. A wrong secret leaves everything as it was. */
export async function unlock(locked: Locked, request: UnlockRequest): Promise<UnlockOutcome> {
  const { handle, token } = locked;
  const { today, pageOrigin, onStep, secret } = request;
  const vaultOpened = openDeskVault();
  const { vault } = vaultOpened;
  let step: SignInStep = "preparing";
  const begin = (next: SignInStep): void => {
    step = next;
    onStep(next);
  };
  try {
    begin("preparing");
    await Promise.race([vault.start(), vaultOpened.broken]);
    const [stored, drafts] = await Promise.all([call("ownKeyring", {}, { token }), locked.drafts]);
    if (!(await takeSecret(vault, locked, stored, { ...request, onStep: begin }))) {
      vaultOpened.end();
      return { kind: "no-passkey" };
    }
    begin("unlocking");
    await vault.unlock(stored);
    begin("checking-roster");
    const { secondFactor, openedCases } = locked;
    const session = await beginSession(
      vaultOpened,
      { handle, token, secondFactor, failedTries: 0, openedCases, today, pageOrigin },
      () => begin("saving"),
    );
    const whereabouts = { ...locked.whereabouts, drafts: await opened(vault, drafts) };
    return { kind: "unlocked", unlocked: { session, whereabouts } };
  } catch (thrown) {
    vaultOpened.end();
    const code = failureCode(thrown);
    if (code === "unauthorised") return { kind: "ended" };
    if (secret.way === "passkey" && code === "passphrase-wrong") return { kind: "no-passkey" };
    return { kind: "refused", refusal: refusalOf(thrown, step, "passphrase") };
  }
}

/** Leaves the locked page for good. */
export function giveUp({ token }: Locked): void {
  tellSignedOut(token);
}
