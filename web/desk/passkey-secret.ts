/**
 * The secret a passkey's device derives (WebAuthn's `prf` extension), from the browser to the vault.
 * Invariant: it is handed over, not copied; the page's own bytes of it are gone once the vault has them.
 */
import type { Passkey } from "../../worker/contract/second-factor.ts";
import type { PasskeyQuestion } from "../vault/interface.ts";
import { noPasskeysHere, usableHere } from "./passkey.ts";

const WAIT_MILLISECONDS = 110_000;
/** Nobody checks what is signed: the answer that counts is the secret. */
const CHALLENGE_BYTES = 32;

export interface DerivedSecret {
  readonly passkey: string;
  /** 32 bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** Those of a member that could unlock on this page, as far as this browser says what it can. */
export async function couldUnlockHere<Listed extends Passkey & { readonly prf: boolean }>(
  passkeys: readonly Listed[],
): Promise<readonly Listed[]> {
  if (noPasskeysHere() !== null) return [];
  // Older browsers do not say; the passkey was made by one that did.
  const capable = await PublicKeyCredential.getClientCapabilities?.().catch(() => null);
  if (capable?.["extension:prf"] === false) return [];
  const here = new Set(usableHere(passkeys).map(({ id }) => id));
  return passkeys.filter(({ id, prf }) => prf && here.has(id));
}

function ownBytes(first: BufferSource): Uint8Array<ArrayBuffer> {
  if (first instanceof ArrayBuffer) return new Uint8Array(first);
  return Uint8Array.from(new Uint8Array(first.buffer, first.byteOffset, first.byteLength));
}

/**
 * Null when the browser derived nothing. The owner has to show that it is them: a device that does not ask derives
 * another secret, if any.
 */
export async function deriveSecret(
  questions: readonly PasskeyQuestion[],
): Promise<DerivedSecret | null> {
  const { base64URLStringToBuffer } = await import("@simplewebauthn/browser");
  try {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)),
        rpId: location.hostname,
        allowCredentials: questions.map(({ passkey }) => ({
          id: base64URLStringToBuffer(passkey),
          type: "public-key",
        })),
        userVerification: "required",
        timeout: WAIT_MILLISECONDS,
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              questions.map(({ passkey, salt }) => [passkey, { first: Uint8Array.from(salt) }]),
            ),
          },
        },
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return null;
    const first = credential.getClientExtensionResults().prf?.results?.first;
    return first === undefined ? null : { passkey: credential.id, secret: ownBytes(first) };
  } catch {
    return null;
  }
}
