/**
 * The suite `tern/1`: its labels, and the closed list of reasons for which the protocol refuses.
 * Invariant: every hash, MAC and signature input opens with one of these labels, each used for one purpose.
 */
import { label } from "../../worker/contract/preimages.ts";

export const LABELS = {
  trackingCode: label("tracking code"),
  keyId: label("key id"),
  laneKeyHash: label("lane key"),
  wrap: label("wrap"),
  notes: label("notes"),
  entryKey: label("entry key"),
  entrySignature: label("entry signature"),
  cardKey: label("card key"),
  cardSignature: label("card signature"),
  delegation: label("delegation"),
  roster: label("roster"),
  rosterHash: label("roster hash"),
  keyPacket: label("key packet"),
  keyring: label("keyring"),
  rootFile: label("root file"),
  invitation: label("invitation"),
  invitationLocator: label("invitation locator"),
  invitationKey: label("invitation key"),
  invitationKeyring: label("invitation keyring"),
  invitationKeeper: label("invitation keeper"),
  keptInvitation: label("kept invitation"),
  joining: label("joining"),
  fingerprint: label("fingerprint"),
  keyringSlot: label("keyring slot"),
  wayIn: label("way in"),
  recoveryKey: label("recovery key"),
  passkeySalt: label("passkey salt"),
  passkeyUnlock: label("passkey unlock"),
  audit: label("audit"),
  auditEntry: label("audit entry"),
  drafts: label("drafts"),
  savedViews: label("saved views"),
  savedViewsKey: label("saved views key"),
  identityEnvelope: label("identity envelope"),
  identityReaders: label("identity readers"),
  identityKey: label("identity key"),
  identityShare: label("identity share"),
  shareCommitment: label("share commitment"),
  releasedShare: label("released share"),
  releaseRequest: label("release request"),
  releaseRequestHash: label("release request hash"),
  sealedRequest: label("sealed request"),
  releaseDecision: label("release decision"),
  recoverySetUp: label("recovery set-up"),
  recoveryShare: label("recovery share"),
  recoveryShareCommitment: label("recovery share commitment"),
  recoveryRequestCode: label("recovery request code"),
  recoveryRequest: label("recovery request"),
  recoveryDecision: label("recovery decision"),
  approvedShare: label("approved share"),
  receipt: label("receipt"),
  feedbackWrap: label("feedback wrap"),
  feedbackKey: label("feedback key"),
} as const;

/** `crypto_kdf` contexts, 8 bytes each. */
export const KDF_CODE = "tern1cod";
export const KDF_PASSPHRASE = "tern1pas";
export const KDF_ROOT_FILE = "tern1rtf";
export const KDF_RECOVERY = "tern1rec";
export const KDF_RECOVERY_REQUEST = "tern1req";
export const KDF_COLLEAGUES = "tern1col";

export const CRYPTO_ERRORS = [
  "no-crypto",
  "no-wasm",
  "self-test",
  "roster-signature",
  "roster-malformed",
  "roster-origin",
  "roster-expired",
  "roster-rolled-back",
  "roster-duplicate",
  "roster-no-reviewer",
  "packet-invalid",
  "invitation-invalid",
  "joining-invalid",
  "text-too-long",
  "passphrase-wrong",
  "slot-unknown",
  "wrap-invalid",
  "entry-invalid",
  "entry-signature",
  "entry-order",
  "access-invalid",
  "journal-truncated",
  "card-invalid",
  "audit-rolled-back",
  "roster-history",
  "identity-invalid",
  "release-invalid",
  "recovery-invalid",
  "receipt-invalid",
  "views-invalid",
  "wrong-length",
] as const;
export type CryptoErrorCode = (typeof CRYPTO_ERRORS)[number];

export class CryptoError extends Error {
  readonly code: CryptoErrorCode;
  constructor(code: CryptoErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "CryptoError";
    this.code = code;
  }
}
