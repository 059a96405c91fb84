/** What the joining page may ask of its vault. The passphrase crosses once, to be written down. */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { PublishedRoster, Role } from "../../worker/contract/roster.ts";
import type { SodiumBuild } from "./interface.ts";

/** An invitation whose chain held, from the pinned root key to the coordinator who signed it. */
export interface InvitationOffer {
  readonly organisation: string;
  /** `founding`: already on the list; nobody has to confirm. */
  readonly kind: "new" | "founding";
  readonly invitedBy: string;
  readonly name: string;
  readonly handle: string;
  readonly roles: readonly Role[];
  /** Names by language tag. */
  readonly desks: readonly Readonly<Record<string, string>>[];
  readonly expiresDay: number;
}

export interface JoinerKeys {
  readonly passphrase: readonly string[];
  /** Six words for the inviter to compare. */
  readonly fingerprint: readonly string[];
}

export interface JoiningVault {
  /** Rejects with `no-wasm` where WebAssembly is off: a passphrase would take minutes there. */
  start(): Promise<SodiumBuild>;
  /** What stands behind the # of the link. Rejects with `wrong-length` when it is no secret. */
  openLink(secret: string): Promise<{ readonly locator: string }>;
  /** Rejects with a roster's codes, and with `invitation-invalid`. */
  readInvitation(
    answer: OutputOf<"readInvitation">,
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<InvitationOffer>;
  /** Takes about a second: the passphrase is stretched. */
  makeKeys(): Promise<JoinerKeys>;
  /** Was this the `position`-th word of the passphrase? 1 for the first. */
  checkWord(position: number, typed: string): Promise<boolean>;
  joining(): Promise<Omit<InputOf<"acceptInvitation">, "proof">>;
  /** Does the newest roster list them, under the key made here? */
  isConfirmed(published: PublishedRoster, today: number, pageOrigin: string): Promise<boolean>;
}
