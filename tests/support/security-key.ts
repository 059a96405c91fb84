/**
 * A security key in somebody's browser: Chromium's own virtual authenticator. It answers at once, as if its owner
 * had touched it.
 */
import type { Page } from "playwright-core";

export interface SecurityKey {
  /** How many passkeys are on it. */
  readonly count: () => Promise<number>;
  /** Puts a copy of its only passkey, with the counter where it stands, onto another browser's key. */
  readonly copyTo: (other: SecurityKey) => Promise<void>;
  /** Takes in a passkey copied from elsewhere. */
  readonly take: (credential: Credential) => Promise<void>;
  /** From now on its owner does not touch it. */
  readonly refuse: () => Promise<void>;
  /** From now on whoever touches it does not show that they are its owner. */
  readonly losePin: () => Promise<void>;
}

interface Credential {
  readonly credentialId: string;
  readonly isResidentCredential: boolean;
  readonly privateKey: string;
  readonly signCount: number;
  readonly rpId?: string;
}

/** @param prf whether it can derive secrets. */
export async function plugIn(page: Page, { prf = true } = {}): Promise<SecurityKey> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: prf,
      automaticPresenceSimulation: true,
    },
  });
  const credentials = async (): Promise<readonly Credential[]> =>
    (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  return {
    count: async () => (await credentials()).length,
    copyTo: async (other) => {
      const [credential] = await credentials();
      if (credential === undefined) throw new Error("security key: nothing on it");
      await other.take(credential);
    },
    take: async (credential) => {
      await devtools.send("WebAuthn.addCredential", {
        authenticatorId,
        credential: { ...credential, rpId: credential.rpId ?? "localhost" },
      });
    },
    refuse: async () => {
      await devtools.send("WebAuthn.setAutomaticPresenceSimulation", {
        authenticatorId,
        enabled: false,
      });
    },
    losePin: async () => {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    },
  };
}
