/**
 * Passkeys: what a browser says it made or signed, checked by `@simplewebauthn/server`.
 * Invariant: a passkey answers for the host it was made on and no other, and for one ticket of ours.
 */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import * as z from "zod/mini";
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import type { PasskeyAssertion, PasskeyCreation } from "../contract/second-factor.ts";

/** Ed25519, ECDSA on P-256 with SHA-256, RSA with SHA-256: what authenticators have (COSE numbers). */
const ALGORITHMS = [-8, -7, -257];

export interface StoredPasskey {
  readonly credentialId: string;
  readonly host: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** Signatures its authenticator has counted; 0 where it does not count. */
  readonly counter: number;
  /** Its browser says that it can derive secrets. */
  readonly prf: boolean;
}

const ClientData = z.object({ origin: z.string() });

/** The origin a browser names, if it is one of ours. Whether it may be believed the signature says later. */
function originOf(clientData: string, origins: readonly string[]): URL | null {
  const json: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(clientData)));
  const named = z.parse(ClientData, json).origin;
  return origins.includes(named) ? new URL(named) : null;
}

/** Null when anything about it does not hold. No attestation is asked for: who made the device is not our affair. */
export async function checkCreation(
  { id, clientData, attestation, prf }: PasskeyCreation,
  ticket: string,
  origins: readonly string[],
): Promise<StoredPasskey | null> {
  try {
    const page = originOf(clientData, origins);
    if (page === null) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: clientData, attestationObject: attestation },
      },
      expectedChallenge: ticket,
      expectedOrigin: page.origin,
      expectedRPID: page.hostname,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified || registrationInfo.credential.id !== id) return null;
    const { publicKey, counter } = registrationInfo.credential;
    const key = toBase64Url(publicKey);
    return { credentialId: id, host: page.hostname, publicKey: key, counter, prf };
  } catch {
    return null;
  }
}

/**
 * What its counter stands at now; null when anything does not hold. A counter that has not moved on is what a copy
 * of the passkey looks like, and does not hold either.
 */
export async function checkAssertion(
  { id, clientData, authenticatorData, signature }: PasskeyAssertion,
  passkey: StoredPasskey,
  ticket: string,
  origins: readonly string[],
): Promise<number | null> {
  try {
    const page = originOf(clientData, origins);
    if (page === null || page.hostname !== passkey.host) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: clientData, authenticatorData, signature },
      },
      expectedChallenge: ticket,
      expectedOrigin: page.origin,
      expectedRPID: passkey.host,
      credential: {
        id: passkey.credentialId,
        publicKey: fromBase64Url(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
