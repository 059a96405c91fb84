/**
 * Passkeys in this browser. What it takes is fetched when it is first needed. Nobody learns from here why a browser
 * made or signed nothing: people cancel, devices are not at hand, and it looks the same.
 */
import type {
  Passkey,
  PasskeyAssertion,
  PasskeyCreation,
} from "../../worker/contract/second-factor.ts";

/** Ed25519, ECDSA on P-256, RSA (COSE numbers), best first. */
const ALGORITHMS = [-8, -7, -257];
const WAIT_MILLISECONDS = 110_000;

/** Why there can be no passkey here. */
export type NoPasskeys = "no-host-name" | "not-supported";

/** Browsers make passkeys for a name, never for an address. */
function isAddress(host: string): boolean {
  return /^[0-9.]+$|^\[/u.test(host);
}

/** Null where passkeys can be. */
export function noPasskeysHere(): NoPasskeys | null {
  if (isAddress(location.hostname)) return "no-host-name";
  return typeof PublicKeyCredential === "undefined" ? "not-supported" : null;
}

/** Those of a member that this page's browser can use at all. */
export function usableHere(passkeys: readonly Passkey[]): readonly Passkey[] {
  if (noPasskeysHere() !== null) return [];
  return passkeys.filter(({ host }) => host === location.hostname);
}

const descriptor = ({ id }: { readonly id: string }) => ({ id, type: "public-key" }) as const;

/** Null when the browser signed nothing. */
export async function assertPasskey(
  ticket: string,
  passkeys: readonly Passkey[],
): Promise<PasskeyAssertion | null> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: {
        challenge: ticket,
        rpId: location.hostname,
        allowCredentials: passkeys.map(descriptor),
        userVerification: "preferred",
        timeout: WAIT_MILLISECONDS,
      },
    });
    const { clientDataJSON, authenticatorData, signature } = response;
    return { id, clientData: clientDataJSON, authenticatorData, signature };
  } catch {
    return null;
  }
}

export interface NewPasskey {
  readonly ticket: string;
  readonly memberId: string;
  /** What the device calls it. */
  readonly name: string;
  readonly organisation: string;
  /** Already enrolled: a device that has one of them makes no second. */
  readonly others: readonly { readonly id: string }[];
}

/** Null when the browser made nothing. */
export async function createPasskey(asked: NewPasskey): Promise<PasskeyCreation | null> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { name, organisation } = asked;
  try {
    const { id, response, clientExtensionResults } = await startRegistration({
      optionsJSON: {
        challenge: asked.ticket,
        rp: { id: location.hostname, name: organisation },
        user: { id: asked.memberId, name, displayName: name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: "public-key" })),
        excludeCredentials: asked.others.map(descriptor),
        authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
        attestation: "none",
        // Only a passkey that was made for it can derive a secret later. Whether it is used is its owner's choice.
        extensions: { prf: {} },
        timeout: WAIT_MILLISECONDS,
      },
    });
    const prf = clientExtensionResults.prf?.enabled === true;
    const { clientDataJSON, attestationObject } = response;
    return { id, clientData: clientDataJSON, attestation: attestationObject, prf };
  } catch {
    return null;
  }
}
