/**
 * What a member proves besides their passphrase: that they hold a passkey, or an authenticator that counts in
 * steps of half a minute (RFC 6238). Who must have one, and the wire shapes of proving it.
 */
import * as z from "zod/mini";
import { bytesOf, bytesUpTo } from "./bytes.ts";
import {
  AUTHENTICATOR_SECRET_BYTES,
  CREDENTIAL_ID_BYTES_MAX,
  HASH_BYTES,
  SIGNATURE_BYTES,
} from "./limits.ts";
import { Day, type Role } from "./roster.ts";
import { Proof, StoredKeyring, Token } from "./session.ts";

export const SECOND_FACTORS = ["none", "passkey", "totp", "recovery"] as const;
/** Which one a session was opened with. `recovery`: the printed key beside the passphrase, to add another and no more. */
export const SecondFactor = z.enum(SECOND_FACTORS);
export type SecondFactor = z.infer<typeof SecondFactor>;

/** Whoever can change who reads, or open who somebody is, is more than their passphrase. */
const NEED_SECOND_FACTOR: readonly Role[] = ["coordinator", "custodian"];

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => NEED_SECOND_FACTOR.includes(role));
}

/** RFC 6238 with what every authenticator knows: HMAC-SHA-1, six digits, half a minute. */
export const CODE_STEP_SECONDS = 30;
export const CODE_DIGITS = 6;
/** Steps a code may be early or late. */
export const CODE_STEPS_EITHER_WAY = 1;

export const Code = z.string().check(z.regex(/^[0-9]{6}$/));
export const AuthenticatorSecret = bytesOf(AUTHENTICATOR_SECRET_BYTES);

/** Long enough for everything browsers send, and no longer. */
const CLIENT_DATA_BYTES_MAX = 2_048;
const ATTESTATION_BYTES_MAX = 8_192;
const AUTHENTICATOR_DATA_BYTES_MAX = 1_024;
const ASSERTION_SIGNATURE_BYTES_MAX = 1_024;

export const CredentialId = bytesUpTo(CREDENTIAL_ID_BYTES_MAX);

/** What a browser answers when it has made a passkey. */
export const PasskeyCreation = z.strictObject({
  id: CredentialId,
  clientData: bytesUpTo(CLIENT_DATA_BYTES_MAX),
  attestation: bytesUpTo(ATTESTATION_BYTES_MAX),
  /** The browser says that it can derive secrets (WebAuthn's `prf` extension). Believed: it only decides what is offered. */
  prf: z.boolean(),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** What a browser answers when a passkey has signed. */
export const PasskeyAssertion = z.strictObject({
  id: CredentialId,
  clientData: bytesUpTo(CLIENT_DATA_BYTES_MAX),
  authenticatorData: bytesUpTo(AUTHENTICATOR_DATA_BYTES_MAX),
  signature: bytesUpTo(ASSERTION_SIGNATURE_BYTES_MAX),
});
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** One passkey: usable on pages of one host only, which browsers see to. */
export const Passkey = z.strictObject({ id: CredentialId, host: z.string() });
export type Passkey = z.infer<typeof Passkey>;

export const ListedPasskey = z.strictObject({
  id: CredentialId,
  host: z.string(),
  addedDay: Day,
  /** It can derive the secret that opens a keyring, by what its browser said when it was made. */
  prf: z.boolean(),
});
export type ListedPasskey = z.infer<typeof ListedPasskey>;

/** `memberId` 16, random 16, expiry 4, HMAC 32: one try at a second factor, and the challenge a passkey signs. */
export const TICKET_BYTES = 68;
export const Ticket = bytesOf(TICKET_BYTES);

/** Signed in: the keyring is handed over here and nowhere before. */
export const SignedIn = z.strictObject({
  kind: z.literal("signed-in"),
  token: Token,
  ...StoredKeyring.shape,
  secondFactor: SecondFactor,
  /** Tries at the second factor since the last sign-in that failed: somebody has the passphrase. */
  failedTries: z.int().check(z.gte(0)),
});
export type SignedIn = z.infer<typeof SignedIn>;

/** The passphrase was right; one of these is to follow. */
export const SecondFactorAsked = z.strictObject({
  kind: z.literal("second-factor"),
  ticket: Ticket,
  passkeys: z.array(Passkey),
  /** An authenticator that shows codes is enrolled. */
  totp: z.boolean(),
  /** The passphrase was shown and there is a recovery key: the two together let in somebody who lost these. */
  recovery: z.boolean(),
});
export type SecondFactorAsked = z.infer<typeof SecondFactorAsked>;

export const SecondFactorProof = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("totp"), code: Code }),
  z.strictObject({ kind: z.literal("passkey"), assertion: PasskeyAssertion }),
  /** A sign-in by the recovery key, after one by the passphrase. */
  z.strictObject({
    kind: z.literal("recovery"),
    proof: Proof,
    signature: bytesOf(SIGNATURE_BYTES),
  }),
]);
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

export const SessionId = bytesOf(HASH_BYTES);
